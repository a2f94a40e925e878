/** Why an agent is not offered the calls of a service: in names, ISO instants and sentences. */
import type { WhyNotShown } from '@rufwerk/engine/api';
import {
  callStandingText,
  type Configuration,
  type DecisionAbout,
  decisionText,
  type Language,
  type Reason,
  reasonText,
  serviceStandingText,
  type Telling,
  type TimeOf,
  valueUnit,
} from '@rufwerk/engine/core';
import type { CallWhyNot, ServiceWhyNot } from '@rufwerk/engine/runtime';
import type { ApiParts } from './parts.ts';
import {
  callerShown,
  clockOf,
  dayAndClockOf,
  instant,
  personShown,
  serviceNameShown,
} from './shown.ts';

type ShownService = WhyNotShown['services'][number];

interface Speech {
  readonly language: Language;
  readonly telling: Telling & { readonly timeOf: TimeOf };
}

export function serviceWhyNotShown(
  { configuration, people }: Pick<ApiParts, 'configuration' | 'people'>,
  service: ServiceWhyNot,
  language: Language,
): ShownService {
  const inForce = configuration.current().configuration;
  const speech = { language, telling: tellingOf(inForce, language) };
  const { serviceId, reasons, waiting, calls, newCall, lastDecision } = service;
  const standings = calls.map(({ standing }) => standing);
  return {
    id: serviceId,
    name: serviceNameShown(inForce, serviceId),
    text: serviceStandingText({ reasons, waiting, newCall, standings }, language),
    reasons: reasons.map((reason) => ({
      reason,
      text: reasonText(reason, language, speech.telling),
    })),
    waiting,
    calls: calls.map((call) => callShown(people, call, reasons, speech)),
    lastDecision: lastDecision === null ? null : decisionShown(lastDecision, speech),
  };
}

function tellingOf(inForce: Configuration | null, language: Language): Speech['telling'] {
  return {
    timeOf: clockOf(inForce, language),
    dayAndTimeOf: dayAndClockOf(inForce, language),
    breakNameOf: (reasonCode) =>
      inForce?.breakReasons.find(({ code }) => code === reasonCode)?.name ?? null,
    withAge: true,
  };
}

function callShown(
  people: ApiParts['people'],
  call: CallWhyNot,
  known: readonly Reason[],
  speech: Speech,
): ShownService['calls'][number] {
  const { taskId, place, priority, standing, decision } = call;
  const ringing = standing.is === 'rings-others' ? standing.agentIds : [];
  const shown = ringing.map((id) => personShown(people, id));
  const told = { standing, decision, ringing: shown.map(({ name, id }) => name || id) };
  return {
    taskId,
    callerName: callerShown(people, call.callerId),
    place,
    priority,
    queuedAt: instant(call.queuedAt),
    is: standing.is,
    reasons: standing.is === 'against' ? [...standing.reasons] : [],
    ringing: shown,
    text: callStandingText(told, known, speech.language, speech.telling),
    decision: decision === null ? null : decisionShown(decision, speech),
  };
}

function decisionShown(
  about: DecisionAbout,
  { language, telling }: Speech,
): NonNullable<ShownService['lastDecision']> {
  const { decisionId: id, order } = about;
  const words = decisionText(about, language, telling);
  const decision = { id, at: instant(about.at), order, unit: valueUnit(order), words };
  switch (about.was) {
    case 'rung':
      return { ...decision, was: 'rung', place: about.place, value: about.value };
    case 'behind': {
      const { was, place, value, neededValue, comparison } = about;
      return { ...decision, was, place, value, neededValue, comparison };
    }
    case 'not-chosen': {
      const { was, reason } = about;
      return { ...decision, was, reason, text: reasonText(reason, language, telling) };
    }
    case 'not-considered':
      return { ...decision, was: 'not-considered' };
  }
}
