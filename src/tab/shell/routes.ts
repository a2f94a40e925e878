/** The tab's addresses. Each level-1 route is a personal tab of its own in Teams. */
export type Route =
  | { readonly page: 'my-work' }
  | { readonly page: 'live' }
  | { readonly page: 'live-service'; readonly serviceId: string }
  | { readonly page: 'live-decision'; readonly decisionId: string }
  | { readonly page: 'set-up' }
  | { readonly page: 'set-up-service'; readonly serviceId: string }
  | { readonly page: 'not-found' };

export type Section = 'my-work' | 'live' | 'set-up';

export const SECTIONS: readonly Section[] = ['my-work', 'live', 'set-up'];

/** The base of all addresses, without a slash at its end. */
const BASE = '/tab';

export function pathOf(route: Route): string {
  switch (route.page) {
    case 'my-work':
    case 'live':
    case 'set-up':
      return `${BASE}/${route.page}`;
    case 'live-service':
      return `${BASE}/live/services/${encodeURIComponent(route.serviceId)}`;
    case 'live-decision':
      return `${BASE}/live/decisions/${encodeURIComponent(route.decisionId)}`;
    case 'set-up-service':
      return `${BASE}/set-up/services/${encodeURIComponent(route.serviceId)}`;
    case 'not-found':
      return BASE;
  }
}

/** Reads an address; what is none of ours is `not-found`, and the bare base is My work. */
export function routeOf(path: string): Route {
  const parts = path
    .slice(BASE.length)
    .split('/')
    .filter((part) => part !== '');
  const [section, kind, rawId] = parts;
  if (section === undefined) return { page: 'my-work' };
  if (!isSection(section) || parts.length > 3) return { page: 'not-found' };
  if (kind === undefined) return { page: section };
  const id = decoded(rawId);
  if (id === null) return { page: 'not-found' };
  if (section === 'live' && kind === 'services') return { page: 'live-service', serviceId: id };
  if (section === 'live' && kind === 'decisions') return { page: 'live-decision', decisionId: id };
  if (section === 'set-up' && kind === 'services') return { page: 'set-up-service', serviceId: id };
  return { page: 'not-found' };
}

/**
 * Where a link into Teams leads: a page id and below it, such as `live` and `decisions/d-7`. Null
 * when the link names nothing below the page that is open already.
 */
export function routeOfLink(path: string, subPageId: string): Route | null {
  if (subPageId === '') return null;
  const section = sectionOf(routeOf(path));
  const route = section === null ? null : routeOf(`${BASE}/${section}/${subPageId}`);
  return route === null || route.page === 'not-found' ? null : route;
}

/** Under which navigation entry a route stands. */
export function sectionOf(route: Route): Section | null {
  switch (route.page) {
    case 'my-work':
      return 'my-work';
    case 'live':
    case 'live-service':
    case 'live-decision':
      return 'live';
    case 'set-up':
    case 'set-up-service':
      return 'set-up';
    case 'not-found':
      return null;
  }
}

function isSection(text: string): text is Section {
  return SECTIONS.some((section) => section === text);
}

function decoded(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape names nothing.
    return null;
  }
}
