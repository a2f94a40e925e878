/** An agent's own screen, from the committed state and the read tables. */
import type { MyWork } from '@rufwerk/engine/api';
import {
  agentView,
  type AgentView,
  type Configuration,
  type Language,
  type PersonId,
  type ServiceId,
} from '@rufwerk/engine/core';
import type { OfferRow } from '@rufwerk/engine/ports';
import { emergencyShown } from '../emergencies/shown.ts';
import { withCallerIdAsked } from './callerIdAsked.ts';
import type { ApiParts } from './parts.ts';
import { callerShown, instant, instantOrNull, personShown, serviceNameShown } from './shown.ts';

/** The screen picks its own day out of these: only it knows the reader's time zone. */
const OFFERS_SINCE_MS = 24 * 60 * 60 * 1000;
const OFFERS_MAX = 50;

/**
 * Null when the person is no agent of any service. Where Teams sees the agent is told to those who
 * help, not here.
 */
export async function agentWork(
  parts: Pick<ApiParts, 'runtime' | 'people' | 'tables' | 'callerIds'>,
  agentId: PersonId,
  language: Language,
): Promise<MyWork | null> {
  const { runtime, people, tables, callerIds } = parts;
  const seen = await runtime.read((state, at) => ({
    view: agentView(state, agentId, at),
    configuration: state.configuration,
    at,
  }));
  if (seen.view === null) return null;
  const offers = await tables.listOffersOfAgent(agentId, seen.at - OFFERS_SINCE_MS, OFFERS_MAX);
  const nameOf = serviceNames(seen.configuration);
  const { emergency } = seen.view;
  return {
    ...standing(seen.view, people),
    ...choices(seen.view, seen.configuration),
    emergency:
      emergency === null
        ? null
        : withCallerIdAsked(emergencyShown(people, emergency, language, null), callerIds),
    services: seen.view.services.map((service) => ({
      id: service.serviceId,
      name: nameOf(service.serviceId),
      reason: service.reason,
      active: service.active,
      waiting: service.waiting,
      longestWaitSince: instantOrNull(service.longestWaitSinceAt),
      colleaguesAble: service.colleaguesAble,
    })),
    offer: offerShown(seen.view, nameOf, people),
    call: callShown(seen.view, nameOf, people),
    today: offers.map((offer) => offerOfToday(offer, nameOf)),
  };
}

/** What can be chosen, and what is. */
function choices(
  view: AgentView,
  configuration: Configuration | null,
): Pick<MyWork, 'breakReasons' | 'break' | 'next' | 'profiles' | 'afterCallWork'> {
  const reasons = configuration?.breakReasons ?? [];
  const nameOf = (code: number): string =>
    reasons.find((reason) => reason.code === code)?.name ?? String(code);
  const { break: onBreak, next, afterCallWork } = view;
  return {
    breakReasons: reasons.map(({ code, name }) => ({ code, name })),
    break:
      onBreak === null
        ? null
        : { reasonCode: onBreak.reasonCode, name: nameOf(onBreak.reasonCode) },
    next,
    profiles: view.profilesOpen.map(({ id, name }) => ({
      ...{ id, name },
      active: view.profiles.includes(id),
    })),
    afterCallWork:
      afterCallWork === null
        ? null
        : { until: instant(afterCallWork.untilAt), canExtend: afterCallWork.canExtend },
  };
}

type NameOf = (id: ServiceId) => string;

function serviceNames(configuration: Configuration | null): NameOf {
  return (id) => serviceNameShown(configuration, id);
}

function standing(
  view: AgentView,
  people: ApiParts['people'],
): Pick<MyWork, 'agent' | 'onDuty' | 'state' | 'since' | 'until' | 'presence'> {
  return {
    agent: personShown(people, view.agentId),
    onDuty: view.onDuty,
    state: view.state,
    since: instant(view.sinceAt),
    until: instantOrNull(view.untilAt),
    presence: view.presence,
  };
}

function offerShown(view: AgentView, nameOf: NameOf, people: ApiParts['people']): MyWork['offer'] {
  if (view.offer === null) return null;
  const { offerId, taskId, serviceId, callerId, phase, offeredAt, sinceAt, untilAt } = view.offer;
  return {
    offerId,
    taskId,
    serviceName: nameOf(serviceId),
    callerName: callerShown(people, callerId),
    phase,
    offeredAt: instant(offeredAt),
    since: instant(sinceAt),
    until: instant(untilAt),
  };
}

function callShown(view: AgentView, nameOf: NameOf, people: ApiParts['people']): MyWork['call'] {
  if (view.call === null) return null;
  const { taskId, serviceId, callerId, connectedAt, inferred } = view.call;
  return {
    taskId,
    serviceName: nameOf(serviceId),
    callerName: callerShown(people, callerId),
    connectedAt: instantOrNull(connectedAt),
    inferred,
  };
}

function offerOfToday(offer: OfferRow, nameOf: NameOf): MyWork['today'][number] {
  return {
    offerId: offer.offerId,
    serviceName: nameOf(offer.serviceId),
    offeredAt: instant(offer.offeredAt),
    outcome: offer.outcome,
    decisionId: offer.decisionId,
  };
}
