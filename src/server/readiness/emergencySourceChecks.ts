/** Whether Rufwerk learns of emergency calls at all, and whether it can write the mail. */
import { asSaid, type Found, type Texts } from './check.ts';
import type { EmergencyNow, PolicyNow } from './emergencyNow.ts';
import { namedPeople } from './namedPeople.ts';

export function emergencySourceChecks(now: EmergencyNow): Found[] {
  const { policies, at, sender, directoryProblem } = now;
  return [
    ...(policies.length === 0 ? [noPolicy] : policies.map((each) => policyCheck(each, at))),
    ...(directoryProblem === null ? [] : [directoryCheck(directoryProblem)]),
    ...(sender === null ? ownMailboxes(now) : [senderCheck(sender)]),
  ];
}

/** Nothing is said of mailboxes before the directory has been read. */
function ownMailboxes({ directory }: EmergencyNow): Found[] {
  return directory == null ? [] : [ownMailboxCheck(directory.withoutMailbox)];
}

const POLICY_TITLE: Texts = {
  en: 'Emergency calls seen by Graph',
  de: 'Notrufe, die Graph meldet',
};

const BUTTON_ONLY: Texts = {
  en: 'Whoever dials the emergency number in Teams itself is not protected, and nobody is told.',
  de: 'Wer den Notruf in Teams selbst wählt, ist nicht geschützt, und niemand erfährt davon.',
};

const noPolicy: Found = {
  id: 'emergency.policies',
  area: 'emergencies',
  state: 'warning',
  words: {
    title: POLICY_TITLE,
    effect: BUTTON_ONLY,
    cause: {
      en: 'No Teams emergency calling policy is named in the configuration.',
      de: 'In der Konfiguration ist keine Notrufrichtlinie von Teams genannt.',
    },
    mend: {
      en: 'Set-up > Emergency: name the policies that are assigned to the agents.',
      de: 'Einrichtung > Notruf: die Richtlinien nennen, die den Agenten zugewiesen sind.',
    },
  },
};

function policyCheck({ policyName, state, expiresAt, lastError }: PolicyNow, at: number): Found {
  const isOld = expiresAt !== null && expiresAt <= at;
  const isTroubled = state === 'waiting' || state === 'barred';
  const trouble = isTroubled ? lastError : null;
  return {
    id: `emergency.policy.${policyName}`,
    area: 'emergencies',
    state: state === 'live' && !isOld ? 'good' : 'fault',
    words: {
      title: { en: `${POLICY_TITLE.en}: ${policyName}`, de: `${POLICY_TITLE.de}: ${policyName}` },
      effect: BUTTON_ONLY,
      cause: trouble === null ? policyCause(isOld) : trouble.cause,
      mend:
        trouble === null
          ? {
              en: 'It is made anew by itself within a minute; check the log if it stays so.',
              de: 'Es wird binnen einer Minute von selbst erneuert; bleibt es so, das Log ansehen.',
            }
          : trouble.mend,
    },
  };
}

function policyCause(isOld: boolean): Texts {
  return isOld
    ? {
        en: 'The subscription has run out and was not renewed.',
        de: 'Das Abonnement ist abgelaufen und wurde nicht erneuert.',
      }
    : { en: 'There is no subscription yet.', de: 'Es gibt noch kein Abonnement.' };
}

function directoryCheck(problem: string): Found {
  return {
    id: 'emergency.directory',
    area: 'emergencies',
    state: 'warning',
    words: {
      title: { en: 'Numbers and mailboxes', de: 'Nummern und Postfächer' },
      effect: {
        en: 'Whether agents have a number and a mailbox is not known, or no longer.',
        de: 'Ob Agenten eine Nummer und ein Postfach haben, ist nicht oder nicht mehr bekannt.',
      },
      cause: asSaid(problem),
      mend: {
        en: 'Grant User.Read.All, then check again.',
        de: 'User.Read.All erteilen, dann erneut prüfen.',
      },
    },
  };
}

const MAIL_TITLE: Texts = { en: 'Sender of the emergency mail', de: 'Absender der Notruf-Mail' };
const NO_MAIL: Texts = {
  en: 'The mail about an emergency cannot be sent.',
  de: 'Die Mail über einen Notruf kann nicht gesendet werden.',
};

function senderCheck({ name, isUsable }: NonNullable<EmergencyNow['sender']>): Found {
  return {
    id: 'emergency.mail-sender',
    area: 'emergencies',
    state: isUsable === false ? 'fault' : 'good',
    words: {
      title: MAIL_TITLE,
      effect: NO_MAIL,
      cause: {
        en: `${name} has no mailbox as far as the directory shows, or is not known (EMG-08).`,
        de: `${name} hat laut Verzeichnis kein Postfach oder ist nicht bekannt (EMG-08).`,
      },
      mend: {
        en: 'Name a shared mailbox, or give this one a licence with a mailbox.',
        de: 'Ein freigegebenes Postfach nennen, oder diesem eine Lizenz mit Postfach geben.',
      },
    },
  };
}

function ownMailboxCheck(names: readonly string[]): Found {
  const who = namedPeople(names);
  return {
    id: 'emergency.mail-sender',
    area: 'emergencies',
    state: names.length === 0 ? 'good' : 'fault',
    words: {
      title: MAIL_TITLE,
      effect: {
        en: `The mail about an emergency of these people cannot be sent: ${who.en}.`,
        de: `Die Mail über einen Notruf von diesen kann nicht gesendet werden: ${who.de}.`,
      },
      cause: {
        en: 'It is sent from the agent’s mailbox, and the directory shows none (EMG-08).',
        de: 'Sie kommt aus dem Postfach des Agenten, und das Verzeichnis zeigt keines (EMG-08).',
      },
      mend: {
        en: 'Name a shared mailbox under Set-up > Emergency, or give these people mailboxes.',
        de: 'Unter Einrichtung > Notruf ein freigegebenes Postfach nennen, oder ihnen eines geben.',
      },
    },
  };
}
