/**
 * Evidence in one byte: category, kind of activity and fidelity together. The rule of a service
 * then is a table from class to reason, filled by asking the rule itself once per class, so that
 * table and rule cannot differ.
 */
import type { PresenceRule } from '../config/offering.ts';
import type { ReasonCode } from '../explain/reasons.ts';
import type { Fidelity } from './reading.ts';
import { presenceReason } from './rule.ts';
import { activityKindOf, type Category, categoryOf } from './values.ts';

export const PRESENCE_CLASSES = 64;
const NO_EVIDENCE = 0;
const UNKNOWN_VALUE = 1;
const FIRST_KNOWN = 2;

const CATEGORIES: readonly { readonly category: Category; readonly availability: string }[] = [
  { category: 'available', availability: 'Available' },
  { category: 'busy', availability: 'Busy' },
  { category: 'do-not-disturb', availability: 'DoNotDisturb' },
  { category: 'away', availability: 'Away' },
  { category: 'offline', availability: 'Offline' },
  { category: 'unknown', availability: 'PresenceUnknown' },
];
const KINDS = [
  { kind: 'none', activity: 'Available' },
  { kind: 'meeting', activity: 'InAMeeting' },
  { kind: 'call', activity: 'InACall' },
] as const;
const FIDELITIES: readonly Fidelity[] = ['activity', 'availability'];

interface Shown {
  readonly availability: string;
  readonly activity: string;
  readonly fidelity: Fidelity;
}

/** Values come from outside and are open strings: no more than these are remembered. */
const REMEMBERED_PAIRS = 4_096;
const remembered = new Map<string, Map<string, number>>();
let rememberedPairs = 0;

/** The class of what a source showed; the same values always give the same class. */
export function presenceClassOf(shown: Shown | null): number {
  if (shown === null) return NO_EVIDENCE;
  const { availability, activity } = shown;
  const offset = shown.fidelity === 'activity' ? 0 : FULL_CLASSES;
  const known = remembered.get(availability)?.get(activity);
  if (known !== undefined) return (known >> offset) & 0xff;
  const both =
    classOf({ availability, activity, fidelity: 'activity' }) |
    (classOf({ availability, activity, fidelity: 'availability' }) << FULL_CLASSES);
  remember(availability, activity, both);
  return (both >> offset) & 0xff;
}

/** Bits by which the class of the second fidelity is moved in a remembered pair. */
const FULL_CLASSES = 8;

function remember(availability: string, activity: string, classes: number): void {
  if (rememberedPairs >= REMEMBERED_PAIRS) {
    remembered.clear();
    rememberedPairs = 0;
  }
  const ofActivity = remembered.get(availability) ?? new Map<string, number>();
  remembered.set(availability, ofActivity.set(activity, classes));
  rememberedPairs += 1;
}

function classOf({ availability, activity, fidelity }: Shown): number {
  const category = CATEGORIES.findIndex((entry) => entry.category === categoryOf(availability));
  const shown = fidelity === 'activity' ? [activity, availability] : [availability];
  const kinds = shown.map(activityKindOf);
  if (category === -1 || kinds.includes(null)) return UNKNOWN_VALUE;
  const strongest = kinds.includes('call')
    ? 'call'
    : kinds.includes('meeting')
      ? 'meeting'
      : 'none';
  const kind = KINDS.findIndex((entry) => entry.kind === strongest);
  return (
    FIRST_KNOWN +
    (FIDELITIES.indexOf(fidelity) * KINDS.length + kind) * CATEGORIES.length +
    category
  );
}

/** Whether the class is of somebody of whom no activity is known. */
export function isStrangersClass(presenceClass: number): boolean {
  return presenceClass - FIRST_KNOWN >= KINDS.length * CATEGORIES.length;
}

/** The category that a class stands for; null where there is none. */
export function categoryOfClass(presenceClass: number): Category | null {
  if (presenceClass < FIRST_KNOWN) return null;
  return CATEGORIES[(presenceClass - FIRST_KNOWN) % CATEGORIES.length]?.category ?? null;
}

/** What a stranger's view may show in the place of an availability (platform.md section 1). */
const SHOWN_AS_AVAILABILITY = ['InACall', 'InAMeeting', 'Presenting'];

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
  const availabilities = [
    ...CATEGORIES.map(({ availability }) => availability),
    ...SHOWN_AS_AVAILABILITY,
  ];
  for (const fidelity of FIDELITIES) {
    for (const { activity } of KINDS) {
      for (const availability of availabilities) {
        const shown = { availability, activity, fidelity };
        const presence = { ...shown, source: '', ageMs };
        reasons[classOf(shown)] = presenceReason(presence, rule)?.code ?? null;
      }
    }
  }
  return reasons;
}
