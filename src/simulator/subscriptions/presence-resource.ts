/** How many people one presence subscription may name. */
export const SUBSCRIBED_PEOPLE_MAX = 650;

const ONE = /^\/?communications\/presences\/([^/?]+)$/i;
const MANY = /^\/?communications\/presences\?\$filter=id in \((.*)\)$/i;
const LIST = /^\s*'[^']+'\s*(,\s*'[^']+'\s*)*$/;

/** Whom a subscription is about, or why its resource cannot be subscribed to. */
export type PresenceResource =
  | { readonly kind: 'people'; readonly ids: readonly string[] }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'unsupported' };

/**
 * Takes the resource of a presence subscription apart: `communications/presences/{id}` or
 * `communications/presences?$filter=id in ('{id}', ...)` with at most 650 ids, with or without the
 * slash before it (Graph: "Get change notifications for presence updates").
 */
export function parsePresenceResource(resource: string): PresenceResource {
  const one = ONE.exec(resource)?.[1];
  if (one !== undefined) return { kind: 'people', ids: [one.toLowerCase()] };
  const list = MANY.exec(decoded(resource))?.[1];
  if (list === undefined || !LIST.test(list)) return { kind: 'unsupported' };
  const ids = [...list.matchAll(/'([^']+)'/g)].map(([, id]) => (id ?? '').toLowerCase());
  return ids.length > SUBSCRIBED_PEOPLE_MAX ? { kind: 'too-many' } : { kind: 'people', ids };
}

/** Some clients encode the filter; both spellings mean the same. */
function decoded(resource: string): string {
  try {
    return decodeURIComponent(resource).replaceAll('+', ' ');
  } catch {
    // A lone percent sign: then it was not encoded, and is no filter that anybody knows either.
    return resource;
  }
}
