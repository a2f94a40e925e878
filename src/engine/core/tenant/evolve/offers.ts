/** What facts about offers change: the offer, its agent and its task stay in step. */
import type { FactOf } from '../facts.ts';
import type { OfferId, TaskId } from '../../ids.ts';
import type { AgentState, OfferState, TaskState, TenantState } from '../state.ts';
import { RULE_FLAGS } from '../flags.ts';
import { noteDeadline } from '../taskDeadlines.ts';
import { agentOf, forgetIfDone } from './agents.ts';
import { settleInLine } from './waiting.ts';

type OfferFact = FactOf<
  | 'CallOffered'
  | 'OfferConfirmed'
  | 'HeldOfferRang'
  | 'OfferPlaced'
  | 'OfferChecked'
  | 'OfferRecalled'
  | 'OfferExcused'
  | 'OfferEnded'
>;

export function offerFact(state: TenantState, fact: OfferFact): void {
  if (fact.type === 'CallOffered') return callOffered(state, fact);
  const offer = offerOf(state, fact.offerId);
  switch (fact.type) {
    case 'OfferConfirmed':
      return confirmed(state, offer, fact.ringUntilAt);
    case 'HeldOfferRang':
      offer.phase = 'ringing';
      return dueAt(state, offer, fact.ringUntilAt);
    case 'OfferPlaced':
      offer.placed = true;
      offer.participantId = fact.participantId;
      return;
    case 'OfferChecked':
      offer.phase = 'checking';
      offer.recallCause = fact.cause;
      recalledFor(state, offer, fact.forTaskId);
      return dueAt(state, offer, fact.checkUntilAt);
    case 'OfferRecalled':
      offer.phase = 'recalling';
      offer.recallCause = fact.cause;
      return dueAt(state, offer, fact.confirmUntilAt);
    case 'OfferExcused':
      offer.excused = true;
      return dueAt(state, offer, fact.ringUntilAt);
    case 'OfferEnded':
      return offerEnded(state, offer, fact);
  }
}

function callOffered(state: TenantState, fact: FactOf<'CallOffered'>): void {
  const { offerId, taskId, agentId, decision } = fact;
  const task = taskOf(state, taskId);
  const agent = agentOf(state, agentId);
  if (agent.offerId !== null) throw new Error(`Agent ${agentId} already has a live offer.`);
  const number = state.nextOffer;
  state.nextOffer += 1;
  state.nextDecision = decision.number + 1;
  const offer: OfferState = {
    id: offerId,
    taskId,
    agentId,
    offeredAt: fact.at,
    isBroadcast: fact.isBroadcast,
    phase: phaseOf(fact),
    dueAt: fact.ringUntilAt,
    participantId: null,
    placed: false,
    recallCause: null,
    recalledFor: null,
    effectId: null,
    excused: false,
  };
  state.offers.set(offerId, offer);
  dueAt(state, offer, fact.ringUntilAt);
  agent.offerId = offerId;
  state.standings.restand(agent);
  task.offerIds = task.offerIds.length === 0 ? [offerId] : [...task.offerIds, offerId];
  task.nobodyDigest = null;
  if (offer.phase === 'held') dialling(state, task, fact.ringUntilAt);
  task.offersByAgent ??= new Map();
  task.offersByAgent.set(agentId, (task.offersByAgent.get(agentId) ?? 0) + 1);
  settleInLine(state, task);
  noteTurn(state, task, agent, number);
}

function phaseOf({ confirming, held }: FactOf<'CallOffered'>): OfferState['phase'] {
  if (confirming === true) return 'confirming';
  return held ? 'held' : 'ringing';
}

/** What was to follow the reading follows now: the agent is held for a call-back, or rings. */
function confirmed(state: TenantState, offer: OfferState, untilAt: number): void {
  const task = taskOf(state, offer.taskId);
  offer.phase = task.phase === 'call-back' ? 'held' : 'ringing';
  if (offer.phase === 'held') dialling(state, task, untilAt);
  dueAt(state, offer, untilAt);
}

/** Whatever becomes of the held agent, the attempt to reach the caller ends. */
function dialling(state: TenantState, task: TaskState, untilAt: number): void {
  task.phase = 'dialling';
  task.actAt = untilAt + DIAL_GRACE_MS;
  noteDeadline(state.deadlines, task, 'act', task.actAt);
}

/** The platform's own news of the attempt may come this much later. */
const DIAL_GRACE_MS = 5_000;

/**
 * Round robin asks who was offered a call of this service longest ago, whichever order was in force
 * then: nobody stands at the end of the round only because the order has changed.
 */
function noteTurn(state: TenantState, task: TaskState, agent: AgentState, number: number): void {
  const service = state.services.get(task.serviceId);
  if (service === undefined) return;
  const isTurn = service.settings.order === 'round-robin';
  if (!isTurn && !state.flags.includes(RULE_FLAGS.ONE_PLACE)) return;
  service.lastOfferOf.set(agent.id, number);
  if (!isTurn) return;
  const place = service.lineup.placeOf(agent.index);
  if (place !== -1) service.lineup.lastOffer[place] = number;
}

function recalledFor(state: TenantState, offer: OfferState, taskId: TaskId | null): void {
  offer.recalledFor = taskId;
  const waiting = taskId === null ? undefined : state.tasks.get(taskId);
  if (waiting !== undefined) waiting.awaitedOfferId = offer.id;
}

function offerEnded(state: TenantState, offer: OfferState, fact: FactOf<'OfferEnded'>): void {
  const agent = agentOf(state, offer.agentId);
  agent.offerId = null;
  if (fact.pause !== null) {
    const { cause, untilAt } = fact.pause;
    agent.pause = { cause, untilAt, sinceAt: fact.at };
    state.deadlines.push({ at: untilAt, kind: 'pause', id: agent.id });
  }
  if (fact.isMiss) agent.missesInARow += 1;
  else if (fact.outcome === 'accepted') agent.missesInARow = 0;
  state.standings.restand(agent);
  const task = taskOf(state, offer.taskId);
  task.offerIds = task.offerIds.filter((id) => id !== offer.id);
  const waiting = offer.recalledFor === null ? undefined : state.tasks.get(offer.recalledFor);
  if (waiting?.awaitedOfferId === offer.id) waiting.awaitedOfferId = null;
  state.offers.delete(offer.id);
  // With an acceptance the call is connected next: it does not stand in line in between.
  if (fact.outcome === 'accepted' || fact.outcome === 'handed-over') return;
  settleInLine(state, task);
  forgetIfDone(state, agent);
}

function dueAt(state: TenantState, offer: OfferState, at: number): void {
  offer.dueAt = at;
  state.deadlines.push({ at, kind: 'offer', id: offer.id });
}

function offerOf(state: TenantState, offerId: OfferId): OfferState {
  const offer = state.offers.get(offerId);
  if (offer === undefined) throw new Error(`A fact names offer ${offerId}, which the state lacks.`);
  return offer;
}

/** The task a fact speaks of; that it exists was decided before. */
export function taskOf(state: TenantState, taskId: TaskId): TaskState {
  const task = state.tasks.get(taskId);
  if (task === undefined) throw new Error(`A fact names task ${taskId}, which the state lacks.`);
  return task;
}
