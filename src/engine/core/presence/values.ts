/**
 * The platform's presence values in our five categories (DEC-1, NIM-09, NIM-19). Values are open
 * strings: they are compared without case and spaces, both documentation editions are understood,
 * and combined forms such as `InACall + OOF` count as what they combine. What is not listed is
 * `null`: the rule refuses it, and it is named in the reason.
 */
export type Category = 'available' | 'busy' | 'do-not-disturb' | 'away' | 'offline' | 'unknown';

/** A map, for open strings such as "constructor" name what every object has. */
const CATEGORY_OF: ReadonlyMap<string, Category> = new Map([
  ['available', 'available'],
  ['availableidle', 'available'],
  ['availableinactive', 'available'],
  ['busy', 'busy'],
  ['busyidle', 'busy'],
  ['inacall', 'busy'],
  ['inameeting', 'busy'],
  ['inaconferencecall', 'busy'],
  ['donotdisturb', 'do-not-disturb'],
  ['urgentinterruptionsonly', 'do-not-disturb'],
  ['focusing', 'do-not-disturb'],
  ['presenting', 'do-not-disturb'],
  ['away', 'away'],
  ['inactive', 'away'],
  ['berightback', 'away'],
  ['offline', 'offline'],
  ['offwork', 'offline'],
  ['outofoffice', 'unknown'],
  ['presenceunknown', 'unknown'],
  ['unknown', 'unknown'],
]);

/** Activities that say nothing beyond the availability they stand beside. */
const OUT_OF_OFFICE = new Set(['oof', 'outofoffice']);

/**
 * `"InACall + OOF"` -> `['inacall']` and out of office; the comparison form of a platform value.
 */
export function parseValue(value: string): {
  readonly parts: string[];
  readonly outOfOffice: boolean;
} {
  const all = value
    .toLowerCase()
    .split(/[+,]/)
    .map((part) => part.replace(/[\s_-]/g, ''))
    .filter((part) => part !== '');
  const parts = all.filter((part) => !OUT_OF_OFFICE.has(part));
  return { parts, outOfOffice: parts.length < all.length };
}

/** The category of an availability; null when any part of the value is unknown to us. */
export const categoryOf = remembering(readCategory);

function readCategory(availability: string): Category | null {
  const { parts, outOfOffice } = parseValue(availability);
  if (parts.length === 0) return outOfOffice ? 'unknown' : null;
  const categories = parts.map((part) => CATEGORY_OF.get(part) ?? null);
  const [first] = categories;
  return first != null && categories.every((category) => category === first) ? first : null;
}

export type ActivityKind = 'call' | 'meeting' | 'none';

const ACTIVITY_KIND: ReadonlyMap<string, ActivityKind> = new Map([
  ['inacall', 'call'],
  ['inaconferencecall', 'call'],
  ['presenting', 'call'],
  ['inameeting', 'meeting'],
]);

/**
 * Whether an activity stands for a conversation; null when a part of it is unknown to us. A bare
 * `OutOfOffice` beside `Available` is no conversation (NIM-11).
 */
export const activityKindOf = remembering(readActivityKind);

function readActivityKind(activity: string): ActivityKind | null {
  const { parts } = parseValue(activity);
  let kind: ActivityKind = 'none';
  for (const part of parts) {
    const known = ACTIVITY_KIND.get(part) ?? (CATEGORY_OF.has(part) ? 'none' : null);
    if (known === null) return null;
    if (known === 'call' || (known === 'meeting' && kind === 'none')) kind = known;
  }
  return kind;
}

/** Nobody is distributed who shows one of these, whatever availability stands beside it. */
const NEVER_DISTRIBUTED = ['do-not-disturb', 'offline', 'unknown'] as const;

export type NeverDistributed = (typeof NEVER_DISTRIBUTED)[number];

/**
 * Whether an activity alone says that its person is not to be disturbed, gone, or not known
 * (DEC-1): the documentation of Graph does not say beside which availability `Focusing` or
 * `UrgentInterruptionsOnly` stand. Null where it does not; conversations are asked about before.
 */
export const neverDistributed = remembering(readNeverDistributed);

function readNeverDistributed(activity: string): NeverDistributed | null {
  const categories = parseValue(activity).parts.map((part) =>
    ACTIVITY_KIND.has(part) ? undefined : CATEGORY_OF.get(part),
  );
  return NEVER_DISTRIBUTED.find((category) => categories.includes(category)) ?? null;
}

/** Values come from outside and are open strings: no more than these are remembered. */
const REMEMBERED_VALUES = 1_000;

/** The same few values come again and again: each is taken apart once. */
function remembering<T>(read: (value: string) => T): (value: string) => T {
  const known = new Map<string, T>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const meaning = read(value);
    if (known.size >= REMEMBERED_VALUES) known.clear();
    known.set(value, meaning);
    return meaning;
  };
}
