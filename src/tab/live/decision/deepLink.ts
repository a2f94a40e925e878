/** The address inside Teams at which others find a decision. */
export function decisionLink(teamsAppId: string, decisionId: string): string {
  const context = JSON.stringify({ subEntityId: `decisions/${decisionId}` });
  const query = new URLSearchParams({ context });
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/live?${query.toString()}`;
}
