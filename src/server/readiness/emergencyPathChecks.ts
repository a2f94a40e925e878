/** Which of two ways a callback takes to each agent, and whether anybody asks for it (DEC-7). */
import type { Found } from './check.ts';
import type { EmergencyNow } from './emergencyNow.ts';
import { namedPeople } from './namedPeople.ts';

/** Good ones are named too, and everybody belongs to one of two lists. */
const LISTED_MOST = 200;

export function emergencyPathChecks({ paths, callerId }: EmergencyNow): Found[] {
  return [
    ...pathList('own-number', paths.ownNumber),
    ...pathList('pool', paths.pool),
    ...(paths.pool.length === 0 ? [] : [callerIdCheck(callerId)]),
  ];
}

const PATH_TITLES = {
  'own-number': { en: 'Callback on the own number', de: 'Rückruf auf die eigene Nummer' },
  pool: { en: 'Callback through the pool', de: 'Rückruf über den Pool' },
} as const;

/** What is wrong with a path is a finding of its own. */
function pathList(path: keyof typeof PATH_TITLES, names: readonly string[]): Found[] {
  if (names.length === 0) return [];
  const who = namedPeople(names, LISTED_MOST);
  const { en, de } = PATH_TITLES[path];
  return [
    {
      id: `emergency.path.${path}`,
      area: 'emergencies',
      state: 'good',
      words: { title: { en: `${en}: ${who.en}`, de: `${de}: ${who.de}` } },
    },
  ];
}

function callerIdCheck({ mayBeAsked, wasEverAsked, notAskedFor }: EmergencyNow['callerId']): Found {
  const who = namedPeople(notAskedFor);
  const isAdvice = mayBeAsked && wasEverAsked;
  return {
    id: 'emergency.caller-id',
    area: 'emergencies',
    state: notAskedFor.length === 0 ? 'good' : isAdvice ? 'advice' : 'warning',
    words: {
      title: {
        en: 'Numbers of the pool in emergency calls',
        de: 'Nummern des Pools in Notrufen',
      },
      effect: {
        en: `The emergency service may see another number than the one of the pool, and call back there: ${who.en}.`,
        de: `Die Rettung sieht vielleicht eine andere Nummer als die des Pools und ruft dort zurück: ${who.de}.`,
      },
      cause: mayBeAsked
        ? {
            en: 'No carrier or border controller has ever asked which number it shall show for them.',
            de: 'Kein Netzbetreiber oder Border Controller hat je gefragt, welche Nummer er für sie zeigen soll.',
          }
        : {
            en: 'EMERGENCY_CALLER_ID_KEY is not set: no carrier or border controller may ask which number to show.',
            de: 'EMERGENCY_CALLER_ID_KEY fehlt: Kein Netzbetreiber oder Border Controller darf nach der Nummer fragen.',
          },
      mend: {
        en:
          'Have it ask as docs/emergency-calls.md shows (Set-up, step 6); where the own number ' +
          'is shown, set the callback to the own number.',
        de:
          'Ihn fragen lassen, wie docs/emergency-calls.md zeigt (Set-up, Schritt 6); wo die ' +
          'eigene Nummer gezeigt wird, den Rückruf auf «eigene Nummer» setzen.',
      },
    },
  };
}
