/** The address inside Teams at which others find a decision. */
export function decisionLink(teamsAppId: string, decisionId: string): string {
  const context = JSON.stringify({ subEntityId: `decisions/${decisionId}` });
  const page = `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/live`;
  return `${page}?${new URLSearchParams({ context }).toString()}`;
}
