/** What of emergencies cannot be seen from here, and what only a drill shows. */
import type { Found } from './check.ts';
import type { EmergencyNow } from './emergencyNow.ts';
import { namedPeople } from './namedPeople.ts';

export function emergencyAdvice({ drills, agents }: EmergencyNow): Found[] {
  return agents === 0 ? [] : [unseen, drillCheck(drills)];
}

const unseen: Found = {
  id: 'emergency.unseen',
  area: 'emergencies',
  state: 'advice',
  words: {
    title: {
      en: 'Voicemail, busy on busy, Do not disturb',
      de: 'Anrufbeantworter, Besetzt, «Nicht stören»',
    },
    effect: {
      en:
        'A callback to an agent’s own number may land in voicemail, be refused as busy, or not ' +
        'ring at all. Callbacks to numbers of the pool ring the contacts then.',
      de:
        'Ein Rückruf auf die eigene Nummer kann auf dem Anrufbeantworter landen, als besetzt ' +
        'abgewiesen werden oder gar nicht klingeln. Bei Nummern des Pools klingelt es dann bei den Kontakten.',
    },
    cause: {
      en: 'Rufwerk can neither read nor change how a person’s Teams treats calls.',
      de: 'Wie das Teams einer Person Anrufe behandelt, kann Rufwerk weder lesen noch ändern.',
    },
    mend: {
      en:
        'Ask agents to leave Do not disturb after the call; for those who must be reached set ' +
        'the callback to the pool, and prove it with a drill.',
      de:
        'Agenten bitten, «Nicht stören» nach dem Notruf zu verlassen; wer erreichbar sein muss, ' +
        'bekommt den Rückruf über den Pool, mit einer Übung bewiesen.',
    },
  },
};

function drillCheck({ never, old }: EmergencyNow['drills']): Found {
  const who = namedPeople([...never, ...old]);
  return {
    id: 'emergency.drills',
    area: 'emergencies',
    state: never.length + old.length === 0 ? 'good' : 'advice',
    words: {
      title: { en: 'Drills', de: 'Übungen' },
      effect: {
        en: `Nothing has proven for half a year that help would be told and come back to: ${who.en}.`,
        de: `Seit einem halben Jahr ist nicht bewiesen, dass Meldung und Rückruf ankommen bei: ${who.de}.`,
      },
      cause: {
        en: `${never.length} people never had a drill, ${old.length} had theirs over 180 days ago.`,
        de: `${never.length} Personen hatten nie eine Übung, ${old.length} vor über 180 Tagen.`,
      },
      mend: {
        en: 'Start a drill for them in the tab; nobody is called, and every message says drill.',
        de: 'In der App eine Übung starten; niemand wird angerufen, jede Meldung nennt sich Übung.',
      },
    },
  };
}
