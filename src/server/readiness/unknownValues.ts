/** Values of presence that nobody has taught us: they fail closed, and are told (DEC-1). */
import { activityKindOf, categoryOf, type Fact } from '@rufwerk/engine/core';
import type { Log } from '@rufwerk/engine/ports';
import type { Found } from './check.ts';

/** Outsiders choose these texts. */
const LONGEST_SHOWN = 40;
const SHOWN_MOST = 5;

/** Somebody may show it again soon; after that, the finding has vanished. */
const TOLD_FOR_MS = 60 * 60_000;
/** Far more than anybody reads. */
const REMEMBERED = 100;

/** What outlives a restart. */
export type KeptUnknownValue = { readonly value: string; readonly at: number };

/** Which unknown values were seen in the last hour, and when each was seen last. */
export class UnknownValueWatch {
  /** The one seen last is the last. */
  readonly #lastSeenAt = new Map<string, number>();

  /** `kept`: what was watched before a restart. */
  constructor(kept: readonly KeptUnknownValue[] = []) {
    for (const { value, at } of kept) this.#note(value, at);
  }

  observe(fact: Fact): void {
    if (fact.type !== 'PresenceChanged') return;
    for (const value of unknownIn(fact)) this.#note(value, fact.at);
  }

  /** `shown`: what people show, and until when they are known to have shown it. */
  told(shown: readonly KeptUnknownValue[], nowAt: number): ReadonlySet<string> {
    const all = [...this.kept(), ...shown].filter(({ at }) => nowAt - at < TOLD_FOR_MS);
    return new Set(all.map(({ value }) => value));
  }

  kept(): readonly KeptUnknownValue[] {
    return [...this.#lastSeenAt].map(([value, at]) => ({ value, at }));
  }

  /** Somebody has looked after it: what people show still counts. */
  forget(): void {
    this.#lastSeenAt.clear();
  }

  #note(value: string, at: number): void {
    this.#lastSeenAt.delete(value);
    this.#lastSeenAt.set(value, at);
    const [oldest] = this.#lastSeenAt.keys();
    if (this.#lastSeenAt.size > REMEMBERED && oldest !== undefined) this.#lastSeenAt.delete(oldest);
  }
}

/** What of a presence we do not know; asked of everybody, so it takes next to no time. */
export function unknownIn(presence: {
  readonly availability: string;
  readonly activity: string;
}): readonly string[] {
  const { availability, activity } = presence;
  const isKnown = categoryOf(availability) !== null;
  if (isKnown && activityKindOf(activity) !== null) return NONE;
  const unknown = [
    ...(isKnown ? [] : [availability]),
    ...(activityKindOf(activity) === null ? [activity] : []),
  ];
  return unknown.map((value) => value.toLowerCase());
}

const NONE: readonly string[] = [];

/** One line for each value, as the engine tells of each once; nothing says whose it was. */
export function logUnknownValue(fact: Fact, log: Log): void {
  if (fact.type !== 'UnknownPresenceValueSeen') return;
  log.warn({ value: shortened(fact.value) }, 'Teams told a presence that Rufwerk does not know');
}

export function unknownValuesCheck(values: ReadonlySet<string>): Found {
  const some = [...values].slice(0, SHOWN_MOST).map(shortened).join(', ');
  const rest = values.size - SHOWN_MOST;
  const which = {
    en: rest > 0 ? `${some} and ${rest} more` : some,
    de: rest > 0 ? `${some} und ${rest} weitere` : some,
  };
  return {
    id: 'presence.unknown-values',
    area: 'presence',
    state: values.size === 0 ? 'good' : 'advice',
    words: {
      title: { en: 'Unknown values of presence', de: 'Unbekannte Präsenzwerte' },
      effect: {
        en: 'While Teams shows such a value of people, they are not rung.',
        de: 'Solange Teams einen solchen Wert von Personen zeigt, wird ihnen nicht zugestellt.',
      },
      cause: {
        en: `In the last hour Teams told values that this Rufwerk does not know: ${which.en}.`,
        de: `In der letzten Stunde meldete Teams Werte, die dieses Rufwerk nicht kennt: ${which.de}.`,
      },
      mend: {
        en: 'Look for a newer version of Rufwerk, and tell the people who make it the values.',
        de: 'Nach einer neueren Version von Rufwerk suchen und ihren Machern die Werte nennen.',
      },
    },
  };
}

function shortened(value: string): string {
  return value.length <= LONGEST_SHOWN ? value : `${value.slice(0, LONGEST_SHOWN)}…`;
}
