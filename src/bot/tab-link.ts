import type { DecisionId } from '@rufwerk/engine/core';

/**
 * The tab's address, opened at a decision. A Teams deep link (`.../l/entity/...`) carries it as
 * `subEntityId` in its context, as Teams hands it to the tab; any other address carries it as
 * `decision`.
 */
export function tabLink(tabUrl: string, decisionId: DecisionId | null): string {
  if (decisionId === null) return tabUrl;
  const url = new URL(tabUrl);
  if (url.pathname.startsWith('/l/entity/')) {
    const context = { subEntityId: `decision/${decisionId}` };
    url.searchParams.set('context', JSON.stringify(context));
  } else {
    url.searchParams.set('decision', decisionId);
  }
  return url.href;
}
