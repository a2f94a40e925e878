/** The tab's addresses. Each level-1 route is a personal tab of its own in Teams. */
export type Route =
  | { readonly page: 'my-work' }
  | { readonly page: 'live' }
  | { readonly page: 'live-service'; readonly serviceId: string }
  | { readonly page: 'live-decision'; readonly decisionId: string }
  | { readonly page: 'live-emergency'; readonly emergencyId: string }
  | { readonly page: 'set-up' }
  | { readonly page: 'set-up-service'; readonly serviceId: string }
  | {
      readonly page: 'set-up-service-part';
      readonly serviceId: string;
      readonly part: ServicePart;
    }
  | { readonly page: SetUpList }
  | { readonly page: 'not-found' };

export type Section = 'my-work' | 'live' | 'set-up';

export const SECTIONS: readonly Section[] = ['my-work', 'live', 'set-up'];

/** The parts in which a service is set up, in the order in which people think of them. */
export const SERVICE_PARTS = [
  'general',
  'hours',
  'responsibility',
  'order',
  'after-call',
  'queue',
  'announcements',
] as const;

export type ServicePart = (typeof SERVICE_PARTS)[number];

/** The addition of a service, and what is set up for all of them, by its page. */
const SET_UP_LISTS = {
  'new-service': 'set-up-new-service',
  people: 'set-up-people',
  announcements: 'set-up-announcements',
  organisation: 'set-up-organisation',
  emergency: 'set-up-emergency',
  'presence-accounts': 'set-up-presence-accounts',
  readiness: 'set-up-readiness',
} as const;

type SetUpList = (typeof SET_UP_LISTS)[keyof typeof SET_UP_LISTS];

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
    case 'live-emergency':
      return `${BASE}/live/emergencies/${encodeURIComponent(route.emergencyId)}`;
    case 'set-up-service':
      return `${BASE}/set-up/services/${encodeURIComponent(route.serviceId)}`;
    case 'set-up-service-part':
      return `${pathOf({ page: 'set-up-service', serviceId: route.serviceId })}/${route.part}`;
    case 'set-up-new-service':
    case 'set-up-people':
    case 'set-up-announcements':
    case 'set-up-organisation':
    case 'set-up-emergency':
    case 'set-up-presence-accounts':
    case 'set-up-readiness':
      return `${BASE}/${route.page.replace('set-up-', 'set-up/')}`;
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
  const [section, kind, rawId, part] = parts;
  if (section === undefined) return { page: 'my-work' };
  if (!isSection(section) || parts.length > 4) return { page: 'not-found' };
  if (kind === undefined) return { page: section };
  if (section === 'set-up') return setUpRouteOf(kind, decoded(rawId), part);
  const id = part === undefined ? decoded(rawId) : null;
  if (id === null) return { page: 'not-found' };
  if (section === 'live' && kind === 'services') return { page: 'live-service', serviceId: id };
  if (section === 'live' && kind === 'decisions') return { page: 'live-decision', decisionId: id };
  if (section === 'live' && kind === 'emergencies') {
    return { page: 'live-emergency', emergencyId: id };
  }
  return { page: 'not-found' };
}

function setUpRouteOf(kind: string, id: string | null, part: string | undefined): Route {
  if (kind === 'services' && id !== null) {
    if (part === undefined) return { page: 'set-up-service', serviceId: id };
    const known = SERVICE_PARTS.find((each) => each === part);
    if (known !== undefined) return { page: 'set-up-service-part', serviceId: id, part: known };
  }
  const list = Object.entries(SET_UP_LISTS).find(([name]) => name === kind)?.[1];
  return list === undefined || id !== null ? { page: 'not-found' } : { page: list };
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
    case 'live-emergency':
      return 'live';
    case 'set-up':
    case 'set-up-service':
    case 'set-up-service-part':
    case 'set-up-new-service':
    case 'set-up-people':
    case 'set-up-announcements':
    case 'set-up-organisation':
    case 'set-up-emergency':
    case 'set-up-presence-accounts':
    case 'set-up-readiness':
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
