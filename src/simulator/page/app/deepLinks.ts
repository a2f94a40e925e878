/** Where a link leads that the app asked Teams to open. */
export type LinkTarget =
  | { readonly kind: 'page'; readonly pageId: string; readonly subPageId: string }
  | { readonly kind: 'chat' }
  /** A telephone number, a user principal name or an object id. */
  | { readonly kind: 'call'; readonly to: string }
  | { readonly kind: 'outside'; readonly url: string };

/**
 * Reads Teams' own deep links (this tenant has one app) and telephone numbers, which Teams dials;
 * every other address leads outside.
 */
export function readDeepLink(link: string): LinkTarget {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.protocol === 'tel:') return { kind: 'call', to: decodeURIComponent(url.pathname) };
  if (url === null || url.hostname !== 'teams.microsoft.com') return { kind: 'outside', url: link };
  const [root, kind, , pageId] = url.pathname.split('/').filter((part) => part !== '');
  if (root !== 'l') return { kind: 'outside', url: link };
  if (kind === 'chat') return { kind: 'chat' };
  const [callee] = url.searchParams.get('users')?.split(',') ?? [];
  if (kind === 'call' && callee) return { kind: 'call', to: dialledFor(callee) };
  if (kind === 'entity' && pageId !== undefined) {
    return { kind: 'page', pageId, subPageId: subPageOf(url.searchParams.get('context')) };
  }
  return { kind: 'outside', url: link };
}

/** Teams marks numbers by `4:` and people by `8:orgid:`; nobody dials the marks. */
export function dialledFor(callee: string): string {
  return callee.replace(/^(4:|8:orgid:)/, '');
}

function subPageOf(context: string | null): string {
  if (context === null) return '';
  try {
    const parsed = JSON.parse(context) as { subEntityId?: unknown; subPageId?: unknown };
    const subPageId = parsed.subEntityId ?? parsed.subPageId;
    return typeof subPageId === 'string' ? subPageId : '';
  } catch {
    // Teams opens the page all the same when the context of a link is broken.
    return '';
  }
}
