/** Why what a person switched did not come about, in words. */
import type { Fact } from '@rufwerk/engine/core';
import type { Outcome } from '../http/answer.ts';
import { conflict, type Refusal, unknown } from '../http/problem.ts';

const TITLE = {
  en: 'This cannot be done as things stand',
  de: 'Das geht im Augenblick nicht',
};

export const notAssigned = conflict(
  TITLE,
  {
    en: 'The responsibility profile is not assigned to this person.',
    de: 'Das Zuständigkeitsprofil ist dieser Person nicht zugeteilt.',
  },
  {
    en: 'Choose one of theirs, or ask an administrator to assign it.',
    de: 'Wählen Sie eines ihrer Profile, oder bitten Sie die Administration um die Zuteilung.',
  },
);

const changedSince = conflict(
  TITLE,
  {
    en: 'The state of the agent or the call has changed, or the service does not allow it.',
    de: 'Der Zustand der Person oder des Anrufs hat sich geändert, oder der Service lässt es nicht zu.',
  },
  { en: 'Look at the state as it is now.', de: 'Sehen Sie sich den Zustand an, wie er jetzt ist.' },
);

const unknownReason = conflict(
  TITLE,
  {
    en: 'There is no break with this number.',
    de: 'Es gibt keine Pause mit dieser Nummer.',
  },
  {
    en: 'Choose one of the reasons in the configuration.',
    de: 'Wählen Sie einen der Gründe aus der Konfiguration.',
  },
);

const unknownProfile = conflict(
  TITLE,
  {
    en: 'There is no such responsibility profile.',
    de: 'Dieses Zuständigkeitsprofil gibt es nicht.',
  },
  {
    en: 'Choose one of the profiles in the configuration.',
    de: 'Wählen Sie eines der Profile aus der Konfiguration.',
  },
);

const notTheirService = conflict(
  TITLE,
  {
    en: 'The service is not one of this agent.',
    de: 'Diese Person ist für den Service nicht zuständig.',
  },
  {
    en: 'Choose a service that the agent is responsible for.',
    de: 'Wählen Sie einen Service, für den die Person zuständig ist.',
  },
);

/** The engine's own word for it: it has none of a language. */
function ignored(reason: string): Refusal {
  return conflict(
    TITLE,
    { en: `The engine ignored it: ${reason}.`, de: `Die Engine überging es: ${reason}.` },
    { en: 'Look at it again.', de: 'Sehen Sie es sich noch einmal an.' },
  );
}

/**
 * Why nothing followed; what is so already is no fault. `notAllowed` where the one thing that is
 * not allowed has words of its own.
 */
export function refusalIn(
  facts: readonly Fact[],
  notAllowed: Outcome = changedSince,
): Outcome | null {
  for (const fact of facts) {
    if (fact.type !== 'InputIgnored') continue;
    switch (fact.reason) {
      case 'already-so':
      case 'repeat':
        return null;
      case 'unknown-reason':
        return unknownReason;
      case 'unknown-profile':
        return unknownProfile;
      case 'unknown-service':
        return notTheirService;
      case 'unknown-agent':
        return unknown('The agent');
      case 'unknown-call':
        return unknown('The call');
      case 'not-allowed':
        return notAllowed;
      default:
        return ignored(fact.reason);
    }
  }
  return null;
}
