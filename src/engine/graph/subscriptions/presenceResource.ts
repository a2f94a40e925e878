/** What a subscription to the presence of people names. */

/** Graph takes so many people in one subscription (platform.md, section 1). */
export const PEOPLE_MAX = 650;

/** A subscription to many has a filter, one to a single person has not. */
export function presenceResourceOf(entraIds: readonly string[]): string {
  const [first = ''] = entraIds;
  if (entraIds.length === 1) return `/communications/presences/${first}`;
  return `/communications/presences?$filter=id in (${entraIds.map((id) => `'${id}'`).join(',')})`;
}

export function isPresenceResource(resource: string): boolean {
  return /communications\/presences/i.test(resource);
}
