/** What facts about offers change: the offer, its agent and its task stay in step. */
import type { FactOf } from '../facts.ts';
import type { OfferId, TaskId } from '../ids.ts';
import type { OfferState, TaskState, TenantState } from '../state.ts';
import { agentOf, forgetIfDone } from './agents.ts';

type OfferFact = FactOf<
  'CallOffered' | 'OfferPlaced' | 'OfferChecked' | 'OfferRecalled' | 'OfferExcused' | 'OfferEnded'
>;

export function offerFact(state: TenantState, fact: OfferFact): void {
  if (fact.type === 'CallOffered') return callOffered(state, fact);
  const offer = offerOf(state, fact.offerId);
  switch (fact.type) {
    case 'OfferPlaced':
      offer.placed = true;
      offer.participantId = fact.participantId;
      return;
    case 'OfferChecked':
      offer.phase = 'checking';
      offer.recallCause = fact.cause;
      return dueAt(state, offer, fact.checkUntilAt);
    case 'OfferRecalled':
      offer.phase = 'recalling';
      return dueAt(state, offer, fact.confirmUntilAt);
    case 'OfferExcused':
      offer.excused = true;
      return dueAt(state, offer, fact.ringUntilAt);
    case 'OfferEnded':
      return offerEnded(state, offer, fact);
  }
}

function callOffered(state: TenantState, fact: FactOf<'CallOffered'>): void {
  const { offerId, taskId, agentId } = fact;
  const task = taskOf(state, taskId);
  const agent = agentOf(state, agentId);
  if (agent.offerId !== null) throw new Error(`Agent ${agentId} already has a live offer.`);
  state.nextOffer += 1;
  state.nextDecision += 1;
  const offer: OfferState = {
    id: offerId,
    taskId,
    agentId,
    offeredAt: fact.at,
    phase: 'ringing',
    dueAt: fact.ringUntilAt,
    participantId: null,
    placed: false,
    recallCause: null,
    effectId: null,
    excused: false,
  };
  state.offers.set(offerId, offer);
  dueAt(state, offer, fact.ringUntilAt);
  agent.offerId = offerId;
  task.offerId = offerId;
  task.nobodyDigest = null;
  task.offersByAgent.set(agentId, (task.offersByAgent.get(agentId) ?? 0) + 1);
}

function offerEnded(state: TenantState, offer: OfferState, fact: FactOf<'OfferEnded'>): void {
  const agent = agentOf(state, offer.agentId);
  agent.offerId = null;
  if (fact.pause !== null) {
    agent.pause = { ...fact.pause, sinceAt: fact.at };
    state.deadlines.push({ at: fact.pause.untilAt, kind: 'pause', id: agent.id });
  }
  taskOf(state, offer.taskId).offerId = null;
  state.offers.delete(offer.id);
  const callFollows = fact.outcome === 'accepted' || fact.outcome === 'handed-over';
  if (!callFollows) forgetIfDone(state, agent);
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
