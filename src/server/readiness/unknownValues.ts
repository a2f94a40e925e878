/** Values of presence that nobody has taught us: they fail closed, and are told (DEC-1). */
import type { Fact } from '@rufwerk/engine/core';
import type { Log } from '@rufwerk/engine/ports';
import type { Found } from './check.ts';

/** Outsiders choose these texts. */
const LONGEST_SHOWN = 40;
const SHOWN_MOST = 5;

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
        en: `Teams told values that this version of Rufwerk does not know: ${which.en}.`,
        de: `Teams meldete Werte, die diese Version von Rufwerk nicht kennt: ${which.de}.`,
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
