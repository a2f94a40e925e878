/** What differs between two states of the same part, setting by setting. */

export interface Difference {
  /** Path inside the part, such as `offers.ringTimeoutSeconds`. */
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/**
 * Lists and chosen actions are compared as wholes; groups of settings, and entries of lists that
 * have ids, one by one.
 */
export function differences(one: object, other: object, prefix = ''): readonly Difference[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const mine = valueAt(one, name);
    const theirs = valueAt(other, name);
    // A group that begins or ends is told setting by setting as well.
    if (isGroup(mine ?? theirs) && isGroup(theirs ?? mine)) {
      return differences(mine ?? {}, theirs ?? {}, path);
    }
    if (isListOfNamed(mine) && isListOfNamed(theirs)) return ofEntries(mine, theirs, path);
    return isSame(mine, theirs) ? [] : [{ path, one: mine, other: theirs }];
  });
}

interface Named {
  readonly id: string;
}

/** Entries that were added, removed or changed, wherever they stand. */
function ofEntries(one: readonly Named[], other: readonly Named[], path: string): Difference[] {
  const ids = [...new Set([...other, ...one].map(({ id }) => id))];
  return ids.flatMap((id, index) => {
    const mine = one.find((entry) => entry.id === id);
    const theirs = other.find((entry) => entry.id === id);
    return isSame(mine, theirs) ? [] : [{ path: `${path}[${index}]`, one: mine, other: theirs }];
  });
}

function isListOfNamed(value: unknown): value is readonly Named[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => isObject(each) && 'id' in each)
  );
}

export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => isSame(each, other[index]));
  }
  if (!isObject(one) || !isObject(other) || Array.isArray(one) || Array.isArray(other)) {
    return false;
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(valueAt(one, name), valueAt(other, name)));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isGroup(value: unknown): value is object {
  return isObject(value) && !Array.isArray(value) && !('do' in value);
}

/** A setting of a group by its name; undefined where it has none. */
export function valueAt(group: object, name: string): unknown {
  return Object.entries(group).find(([key]) => key === name)?.[1];
}
