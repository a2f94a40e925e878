import type { DecisionId } from '@rufwerk/engine/core';

/**
 * The address of the tab's live screen, opened at a decision: below the screen's own path, or, in a
 * Teams deep link (`.../l/entity/...`), as the `subEntityId` that Teams hands to the tab.
 */
export function tabLink(tabUrl: string, decisionId: DecisionId | null): string {
  if (decisionId === null) return tabUrl;
  const url = new URL(tabUrl);
  const below = `decisions/${encodeURIComponent(decisionId)}`;
  if (url.pathname.startsWith('/l/entity/')) {
    url.searchParams.set('context', JSON.stringify({ subEntityId: below }));
  } else {
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${below}`;
  }
  return url.href;
}
