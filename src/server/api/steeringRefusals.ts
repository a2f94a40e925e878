/** Why what a person switched did not come about, in words. */
import type { Fact, PersonId, ServiceId, TaskId, TenantState } from '@rufwerk/engine/core';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
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

/** The one thing that is not allowed about a break. */
export const offDuty = conflict(
  TITLE,
  { en: 'A break is for people on duty.', de: 'Eine Pause ist für Angemeldete.' },
  { en: 'Go on duty first.', de: 'Melden Sie sich zuerst an.' },
);

export const nothingToFollow = conflict(
  TITLE,
  {
    en: 'There is no call and no after-call work that something could follow.',
    de: 'Es gibt weder einen Anruf noch eine Nachbearbeitung, auf die etwas folgen könnte.',
  },
  {
    en: 'Choose it during a call, or switch the state itself.',
    de: 'Wählen Sie es während eines Anrufs, oder wechseln Sie den Zustand selbst.',
  },
);

const noWorkToExtend = conflict(
  TITLE,
  {
    en: 'There is no after-call work that could be extended.',
    de: 'Es gibt keine Nachbearbeitung, die sich verlängern liesse.',
  },
  { en: 'Look at the state as it is now.', de: 'Sehen Sie sich den Zustand an, wie er jetzt ist.' },
);

const neverExtended = conflict(
  TITLE,
  {
    en: 'The service does not let this after-call work be extended.',
    de: 'Der Service lässt diese Nachbearbeitung nicht verlängern.',
  },
  {
    en: 'Ask an administrator for after-call work that can be extended.',
    de: 'Bitten Sie die Administration um eine Nachbearbeitung, die sich verlängern lässt.',
  },
);

const longestAlready = conflict(
  TITLE,
  {
    en: 'The after-call work lasts as long as the service lets it last already.',
    de: 'Die Nachbearbeitung dauert schon so lange, wie der Service höchstens zulässt.',
  },
  {
    en: 'Finish it in time, or take a break.',
    de: 'Schliessen Sie sie rechtzeitig ab, oder machen Sie eine Pause.',
  },
);

/** Why the agent's after-call work was not extended, as the state shows it. */
export function notExtended(state: Readonly<TenantState>, agentId: PersonId): Refusal {
  const work = state.agents.get(agentId)?.afterCallWork ?? null;
  if (work === null) return noWorkToExtend;
  if (work.extensionMs === 0) return neverExtended;
  return work.untilAt < work.maximumAt ? changedSince : longestAlready;
}

const inThisService = conflict(
  TITLE,
  {
    en: 'The call is in this service already.',
    de: 'Der Anruf ist schon in diesem Service.',
  },
  { en: 'Choose another service.', de: 'Wählen Sie einen anderen Service.' },
);

const doesNotWait = conflict(
  TITLE,
  {
    en: 'Only a call that waits, or a call-back, can be moved: this one does not.',
    de: 'Verschieben lässt sich nur ein wartender Anruf oder ein Rückruf: Dieser wartet nicht.',
  },
  { en: 'Look at the call as it is now.', de: 'Sehen Sie sich den Anruf an, wie er jetzt ist.' },
);

const closedForCallBack = conflict(
  TITLE,
  {
    en: 'The service takes no calls now, and a call-back goes only where it will be served.',
    de: 'Der Service nimmt jetzt keine Anrufe an, und ein Rückruf geht nur dorthin, wo er bedient wird.',
  },
  {
    en: 'Choose a service that is open.',
    de: 'Wählen Sie einen Service, der offen ist.',
  },
);

/** Why the call was not moved to the service, as the state shows it. */
export function notMoved(
  state: Readonly<TenantState>,
  taskId: TaskId,
  toServiceId: ServiceId,
): Refusal {
  const task = state.tasks.get(taskId);
  if (task === undefined) return unknown('The call');
  if (task.serviceId === toServiceId) return inThisService;
  if (task.phase === 'call-back') return closedForCallBack;
  return task.phase === 'waiting' ? changedSince : doesNotWait;
}

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

/** Why nothing followed; what is so already is no fault. */
export function refusalIn(facts: readonly Fact[]): Refusal | null {
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
        return changedSince;
      default:
        return ignored(fact.reason);
    }
  }
  return null;
}

/** The same, where the state as it is now shows why something is not allowed. */
export async function refusalAsOf(
  runtime: Pick<TenantRuntime, 'read'>,
  facts: readonly Fact[],
  notAllowed: (state: Readonly<TenantState>) => Refusal,
): Promise<Refusal | null> {
  const refusal = refusalIn(facts);
  return refusal === changedSince ? runtime.read(notAllowed) : refusal;
}
