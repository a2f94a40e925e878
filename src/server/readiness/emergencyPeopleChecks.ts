/** Whether somebody is told of each agent's emergency, and whether each can be called back. */
import type { Found } from './check.ts';
import type { EmergencyNow } from './emergencyNow.ts';
import { namedPeople } from './namedPeople.ts';

/** One number of the pool for so many agents; each is taken for an hour. */
const AGENTS_PER_NUMBER = 10;

export function emergencyPeopleChecks(now: EmergencyNow): Found[] {
  const { withoutContacts, withoutReachable, directory, pool } = now;
  return [
    contactsCheck(withoutContacts),
    ...(pool.agents === 0 ? [] : [reachableCheck(withoutReachable), poolCheck(pool)]),
    ...(directory === null ? [] : [ownNumberCheck(directory.withoutNumber)]),
  ];
}

function contactsCheck(names: readonly string[]): Found {
  const who = namedPeople(names);
  return {
    id: 'emergency.contacts',
    area: 'emergencies',
    state: names.length === 0 ? 'good' : 'warning',
    words: {
      title: { en: 'Who is told of an emergency', de: 'Wer von einem Notruf erfährt' },
      effect: {
        en: `Nobody gets a mail when one of these calls the emergency number: ${who.en}.`,
        de: `Niemand bekommt eine Mail, wenn jemand von diesen den Notruf wählt: ${who.de}.`,
      },
      cause: {
        en: 'No contact is set for the person, for a service of theirs, or for everybody (EMG-18).',
        de: 'Weder für die Person noch für ihre Services noch für alle ist ein Kontakt gesetzt (EMG-18).',
      },
      mend: {
        en: 'Set-up > Emergency: name contacts for everybody, for the services or for the people.',
        de: 'Einrichtung > Notruf: Kontakte für alle, für die Services oder für die Personen nennen.',
      },
    },
  };
}

function reachableCheck(names: readonly string[]): Found {
  const who = namedPeople(names);
  return {
    id: 'emergency.reachable-contacts',
    area: 'emergencies',
    state: names.length === 0 ? 'good' : 'fault',
    words: {
      title: { en: 'Who answers a callback besides', de: 'Wer einen Rückruf sonst annimmt' },
      effect: {
        en: `A callback that these people miss rings nowhere else: ${who.en}.`,
        de: `Verpassen diese einen Rückruf, klingelt er sonst nirgends: ${who.de}.`,
      },
      cause: {
        en: 'None of their contacts has a Teams account; mail addresses cannot be rung (DEC-7).',
        de: 'Keiner ihrer Kontakte hat ein Teams-Konto; Mailadressen klingeln nicht (DEC-7).',
      },
      mend: {
        en: 'Add a contact who uses Teams, by user principal name.',
        de: 'Einen Kontakt mit Teams hinzufügen, mit dem Benutzerprinzipalnamen.',
      },
    },
  };
}

function poolCheck({ agents, numbers }: EmergencyNow['pool']): Found {
  const needed = Math.ceil(agents / AGENTS_PER_NUMBER);
  return {
    id: 'emergency.pool',
    area: 'emergencies',
    state: numbers === 0 ? 'fault' : numbers < needed ? 'warning' : 'good',
    words: {
      title: { en: 'Numbers for callbacks', de: 'Nummern für Rückrufe' },
      effect:
        numbers === 0
          ? {
              en: `${agents} agents have no number on which they can be called back.`,
              de: `${agents} Agenten haben keine Nummer, unter der sie zurückgerufen werden können.`,
            }
          : {
              en: `With more than ${numbers} emergencies in an hour somebody cannot be called back.`,
              de: `Bei mehr als ${numbers} Notrufen in einer Stunde ist jemand nicht rückrufbar.`,
            },
      cause: {
        en: `The pool holds ${numbers} numbers for ${agents} agents; each is taken for 60 minutes.`,
        de: `Der Pool hat ${numbers} Nummern für ${agents} Agenten; jede ist 60 Minuten vergeben.`,
      },
      mend: {
        en: `Add resource accounts with numbers until there are ${needed}, one for ten agents.`,
        de: `Ressourcenkonten mit Nummern hinzufügen, bis es ${needed} sind, eine auf zehn Agenten.`,
      },
    },
  };
}

function ownNumberCheck(names: readonly string[]): Found {
  const who = namedPeople(names);
  return {
    id: 'emergency.own-number',
    area: 'emergencies',
    state: names.length === 0 ? 'good' : 'warning',
    words: {
      title: { en: 'Own numbers of the agents', de: 'Eigene Nummern der Agenten' },
      effect: {
        en: `The emergency service may have no number to call these people back: ${who.en}.`,
        de: `Die Rettung hat vielleicht keine Nummer, um diese zurückzurufen: ${who.de}.`,
      },
      cause: {
        en:
          'Their callback is set to the own number, and the directory shows neither a business ' +
          'nor a mobile number. Numbers that only Teams knows cannot be seen from here (EMG-09).',
        de:
          'Ihr Rückruf steht auf «eigene Nummer», und das Verzeichnis zeigt weder eine ' +
          'geschäftliche noch eine mobile Nummer. Was nur Teams kennt, ist von hier nicht zu sehen (EMG-09).',
      },
      mend: {
        en: 'Assign a number in Teams and write it in the directory, or set the callback to the pool.',
        de: 'In Teams eine Nummer zuweisen und ins Verzeichnis schreiben, oder den Rückruf auf «Pool» setzen.',
      },
    },
  };
}
