/**
 * Whom a fact wakes: agents who may be offered a call because of it, and calls that may be offered.
 * Asked before the fact is applied, so that what it ends (an offer, a call) can still be looked up.
 * One table for all facts: what is missing here would let a call wait beside a free agent.
 */
import type { Fact, FactOf } from './facts.ts';
import type { OfferId, PersonId, TaskId } from '../ids.ts';
import type { AgentState, ServiceState, TaskState, TenantState } from './state.ts';

/** Where it is noted: the turn of the step. */
export interface Woken {
  readonly state: TenantState;
  readonly wokenAgents: AgentState[];
  readonly wokenTasks: TaskState[];
  wakesEverything: boolean;
}

export function wakeAfter(turn: Woken, fact: Fact): void {
  switch (fact.type) {
    case 'DutyChanged':
    case 'BreakEnded':
    case 'ProfilesChanged':
    case 'ServiceActivityChanged':
    case 'PresenceChanged':
    case 'PresenceConfirmed':
    case 'AfterCallWorkEnded':
    case 'PauseEnded':
    case 'OtherCallEnded':
    case 'EmergencyEnded':
    case 'EchoEnded':
      return wakeAgent(turn, fact.agentId);
    case 'CallQueued':
      // The task does not exist before its own fact: `callArrived` wakes it.
      return;
    case 'CallAnswered':
      wakeRungAgents(turn, fact.taskId);
      return wakeTask(turn, fact.taskId);
    case 'CallMoved':
    case 'LevelReached':
    case 'PreferenceEnded':
    case 'DeliveryFellBack':
    case 'CallBackBegan':
    case 'CallBackDue':
    case 'CallBackTakenOver':
      return wakeTask(turn, fact.taskId);
    case 'OfferConfirmed':
    case 'HeldOfferRang': {
      const offer = turn.state.offers.get(fact.offerId);
      if (offer !== undefined) wakeAgent(turn, offer.agentId);
      return;
    }
    case 'OfferEnded':
      return wakeAfterOffer(turn, fact.offerId);
    case 'CallEnded':
      if (fact.agentId !== null) wakeAgent(turn, fact.agentId);
      return;
    case 'BlockConfirmed':
      return wakeOldBlock(turn, fact);
    case 'ConfigurationChanged':
      turn.wakesEverything = true;
      return;
    case 'GroupMembersChanged':
      return wakeTeam(turn, fact);
    case 'ServiceEmergencyChanged':
    case 'ServiceHoursChanged': {
      const service = turn.state.services.get(fact.serviceId);
      if (service !== undefined) wakeTasksOf(turn, service);
      return;
    }
    default:
      return;
  }
}

export function wakeAgent(turn: Woken, agentId: PersonId): void {
  const agent = turn.state.agents.get(agentId);
  if (agent !== undefined && !turn.wokenAgents.includes(agent)) turn.wokenAgents.push(agent);
}

export function wakeTask(turn: Woken, taskId: TaskId): void {
  const task = turn.state.tasks.get(taskId);
  if (task !== undefined && !turn.wokenTasks.includes(task)) turn.wokenTasks.push(task);
}

/** What rings for an unanswered call cannot be recalled; once it is answered it can. */
function wakeRungAgents(turn: Woken, taskId: TaskId): void {
  for (const offerId of turn.state.tasks.get(taskId)?.offerIds ?? []) {
    const offer = turn.state.offers.get(offerId);
    if (offer !== undefined) wakeAgent(turn, offer.agentId);
  }
}

function wakeTasksOf(turn: Woken, service: ServiceState): void {
  for (const taskId of service.queue) wakeTask(turn, taskId);
}

/** The agent is free, the call is without an offer, and who waited for the recall looks again. */
function wakeAfterOffer(turn: Woken, offerId: OfferId): void {
  const offer = turn.state.offers.get(offerId);
  if (offer === undefined) return;
  wakeTask(turn, offer.taskId);
  wakeAgent(turn, offer.agentId);
  if (offer.recalledFor !== null) wakeTask(turn, offer.recalledFor);
}

/** Confirmations closer together than the shortest age limit make nobody eligible again. */
function wakeOldBlock(turn: Woken, fact: FactOf<'BlockConfirmed'>): void {
  const { blocks, shortestAgeLimitMs, callsInLine } = turn.state;
  if (callsInLine === 0) return;
  const confirmedAt = blocks.get(fact.blockId)?.confirmedAt ?? 0;
  if (fact.at - confirmedAt >= shortestAgeLimitMs) turn.wakesEverything = true;
}

function wakeTeam(turn: Woken, fact: FactOf<'GroupMembersChanged'>): void {
  for (const service of turn.state.services.values()) {
    if (service.settings.responsibility.team === fact.groupId) wakeTasksOf(turn, service);
  }
}
