/**
 * Evidence in one byte: what a member sees (category, conversation, an activity that is never
 * distributed) or, behind these, what a stranger sees. The rule of a service then is a table from
 * class to reason, filled by asking the rule itself once per class, so that table and rule cannot
 * differ.
 */
import type { PresenceRule } from '../config/offering.ts';
import type { ReasonCode } from '../explain/reasons.ts';
import { presenceReason } from './rule.ts';
import type { Fidelity } from './reading.ts';
import {
  type ActivityKind,
  activityKindOf,
  type Category,
  categoryOf,
  neverDistributed,
} from './values.ts';

export const PRESENCE_CLASSES = 256;
const NO_EVIDENCE = 0;
const UNKNOWN_VALUE = 1;
const FIRST_KNOWN = 2;

/** Each with an availability that stands for it. */
const CATEGORIES: readonly (readonly [Category, string])[] = [
  ['available', 'Available'],
  ['busy', 'Busy'],
  ['do-not-disturb', 'DoNotDisturb'],
  ['away', 'Away'],
  ['offline', 'Offline'],
  ['unknown', 'PresenceUnknown'],
];
/**
 * Each with a value that stands for it; the stronger comes later. The newer documentation lists
 * them under availability too, and there they outlive the activity (`asSeen` in the rule).
 */
const KINDS: readonly (readonly [ActivityKind, string])[] = [
  ['none', ''],
  ['meeting', 'InAMeeting'],
  ['call', 'InACall'],
];
/** Activities that are never distributed, each with one that stands for it. */
const OVERRIDES: readonly (readonly [ReturnType<typeof neverDistributed>, string])[] = [
  [null, ''],
  ['do-not-disturb', 'DoNotDisturb'],
  ['offline', 'OffWork'],
  ['unknown', 'PresenceUnknown'],
];

interface Shown {
  readonly availability: string;
  readonly activity: string;
  readonly fidelity: Fidelity;
}

/** What a class is made of, as places in the lists above. */
interface Parts {
  readonly category: number;
  /** Of the availability alone. */
  readonly openKind: number;
  /** Of both; never weaker than `openKind`. */
  readonly kind: number;
  readonly override: number;
}

const STRANGERS = CATEGORIES.length * KINDS.length;
const FIRST_MEMBER = FIRST_KNOWN + STRANGERS;

function strangersClass({ category, openKind }: Parts): number {
  return FIRST_KNOWN + openKind * CATEGORIES.length + category;
}

function membersClass({ category, openKind, kind, override }: Parts): number {
  // (0,0) (0,1) (1,1) (0,2) (1,2) (2,2): the pairs in which the open kind is not the stronger.
  const kinds = (kind * (kind + 1)) / 2 + openKind;
  return FIRST_MEMBER + (kinds * OVERRIDES.length + override) * CATEGORIES.length + category;
}

/** Values come from outside and are open strings: no more than these are remembered. */
const REMEMBERED_PAIRS = 4_096;
const remembered = new Map<string, Map<string, number>>();
let rememberedPairs = 0;

/**
 * The class of what a source showed; the same values always give the same class. `activityCounts`
 * is rule flag 8: without it no activity overrides its availability.
 */
export function presenceClassOf(shown: Shown | null, activityCounts = true): number {
  if (shown === null) return NO_EVIDENCE;
  const { availability, activity } = shown;
  const known = remembered.get(availability)?.get(activity) ?? remember(availability, activity);
  if (shown.fidelity === 'availability') return known & 0xff;
  return (known >> (activityCounts ? 16 : 8)) & 0xff;
}

/** Three classes in one number: a stranger's, a member's, and a member's with overrides. */
function remember(availability: string, activity: string): number {
  if (rememberedPairs >= REMEMBERED_PAIRS) {
    remembered.clear();
    rememberedPairs = 0;
  }
  const stranger = partsOf(availability, null);
  const member = partsOf(availability, activity);
  const classes =
    (stranger === null ? UNKNOWN_VALUE : strangersClass(stranger)) |
    ((member === null ? UNKNOWN_VALUE : membersClass({ ...member, override: 0 })) << 8) |
    ((member === null ? UNKNOWN_VALUE : membersClass(member)) << 16);
  const ofActivity = remembered.get(availability) ?? new Map<string, number>();
  remembered.set(availability, ofActivity.set(activity, classes));
  rememberedPairs += 1;
  return classes;
}

/** Null when a value is not known to us. */
function partsOf(availability: string, activity: string | null): Parts | null {
  const category = placeOf(CATEGORIES, categoryOf(availability));
  const openKind = placeOf(KINDS, activityKindOf(availability));
  const ownKind = activity === null ? 0 : placeOf(KINDS, activityKindOf(activity));
  if (category === -1 || openKind === -1 || ownKind === -1) return null;
  const override = activity === null ? 0 : placeOf(OVERRIDES, neverDistributed(activity));
  return { category, openKind, kind: Math.max(openKind, ownKind), override };
}

function placeOf<T>(list: readonly (readonly [T, string])[], wanted: T | null): number {
  return list.findIndex(([one]) => one === wanted);
}

/** Whether the class is of somebody of whom no activity is known. */
export function isStrangersClass(presenceClass: number): boolean {
  return presenceClass >= FIRST_KNOWN && presenceClass < FIRST_MEMBER;
}

/** The category that a class stands for; null where there is none. */
export function categoryOfClass(presenceClass: number): Category | null {
  if (presenceClass < FIRST_KNOWN) return null;
  const ofCategory = (place: number) => CATEGORIES[place % CATEGORIES.length]?.[0] ?? null;
  if (presenceClass < FIRST_MEMBER) return ofCategory(presenceClass - FIRST_KNOWN);
  const place = presenceClass - FIRST_MEMBER;
  const override = Math.floor(place / CATEGORIES.length) % OVERRIDES.length;
  return OVERRIDES[override]?.[0] ?? ofCategory(place);
}

/**
 * For each class the reason that the rule gives against it at an age, or null where it passes. A
 * class that no value leads to passes nowhere.
 */
export function reasonsByClass(rule: PresenceRule, ageMs: number): (ReasonCode | null)[] {
  const reasons: (ReasonCode | null)[] = Array.from(
    { length: PRESENCE_CLASSES },
    () => 'presence-value-unknown',
  );
  reasons[NO_EVIDENCE] = 'presence-not-known';
  for (const { availability, activity } of representatives()) {
    for (const fidelity of ['activity', 'availability'] as const) {
      const shown = { availability, activity, fidelity };
      const reason = presenceReason({ ...shown, source: '', ageMs }, rule);
      reasons[presenceClassOf(shown)] = reason?.code ?? null;
    }
  }
  return reasons;
}

/** Values for every class that values can lead to. */
function* representatives(): Generator<{
  readonly availability: string;
  readonly activity: string;
}> {
  // A conversation that stands under availability is busy, or under do not disturb.
  const open = [...KINDS.map(([, value]) => value), 'Presenting'].filter((value) => value !== '');
  for (const availability of [...CATEGORIES.map(([, value]) => value), ...open]) {
    for (const [, kind] of KINDS) {
      for (const [, override] of OVERRIDES) {
        const activity = [kind, override].filter((part) => part !== '').join(' + ');
        yield { availability, activity: activity === '' ? 'Available' : activity };
      }
    }
  }
}
