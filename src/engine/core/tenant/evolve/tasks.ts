/** What facts about calls change. */
import { digestOf } from '../../explain/digest.ts';
import type { FactOf } from '../facts.ts';
import { REMEMBERED_CALLERS, type TaskState, type TenantState } from '../state.ts';
import { agentOf, forgetIfDone } from './agents.ts';
import { type QueueFact, queueFact } from './queue.ts';
import { taskOf } from './offers.ts';
import { clearWaits, noteDeadline } from '../taskDeadlines.ts';
import { leaveQueue, settleInLine } from './waiting.ts';

export type TaskFact =
  | QueueFact
  | FactOf<
      | 'CallAnswered'
      | 'DeliveryFellBack'
      | 'NobodyEligible'
      | 'CallConnected'
      | 'CallHandedOver'
      | 'CallEnded'
      | 'CallCheckScheduled'
      | 'KeepAliveScheduled'
      | 'CardOutdated'
      | 'TaskForgotten'
    >;

export function taskFact(state: TenantState, fact: TaskFact): void {
  switch (fact.type) {
    case 'CallAnswered':
      return callAnswered(state, taskOf(state, fact.taskId), fact.at);
    case 'DeliveryFellBack':
      taskOf(state, fact.taskId).delivery = 'conference';
      return settleInLine(state, taskOf(state, fact.taskId));
    case 'NobodyEligible':
      state.nextDecision = fact.decision.number + 1;
      taskOf(state, fact.taskId).nobodyDigest = digestOf(fact.decision.notChosen);
      return;
    case 'CallConnected':
      return callConnected(state, taskOf(state, fact.taskId), fact);
    case 'CallHandedOver':
      return callHandedOver(state, taskOf(state, fact.taskId), fact);
    case 'CallEnded':
      return callEnded(state, taskOf(state, fact.taskId), fact);
    case 'CallCheckScheduled': {
      const task = taskOf(state, fact.taskId);
      task.checkAt = fact.checkAt;
      return noteDeadline(state.deadlines, task, 'check', fact.checkAt);
    }
    case 'KeepAliveScheduled': {
      const task = taskOf(state, fact.taskId);
      task.keepAliveAt = fact.keepAliveAt;
      return noteDeadline(state.deadlines, task, 'keep-alive', fact.keepAliveAt);
    }
    case 'TaskForgotten':
      state.tasks.delete(fact.taskId);
      return;
    case 'CardOutdated':
      taskOf(state, fact.taskId).cardOutdated = true;
      return;
    default:
      return queueFact(state, fact);
  }
}

/**
 * A call that is leaving, or whose caller asked to be called back, stays so. A caller who was
 * called back waits anew.
 */
function callAnswered(state: TenantState, task: TaskState, at: number): void {
  if (task.phase === 'dialling') {
    task.actAt = null;
    task.waitsSinceAt = at;
  }
  if (task.phase === 'arriving' || task.phase === 'dialling') task.phase = 'waiting';
  settleInLine(state, task);
}

function callConnected(state: TenantState, task: TaskState, fact: FactOf<'CallConnected'>): void {
  const agent = agentOf(state, fact.agentId);
  agent.taskId = task.id;
  agent.connectedAt = fact.at;
  agent.callsToday += 1;
  state.standings.restand(agent);
  task.agentId = fact.agentId;
  task.connectedAt = fact.at;
  task.prompt = null;
  if (task.phase === 'handed-over') {
    task.inferUntilAt = fact.at + maximumTalkMs(state, task);
    noteDeadline(state.deadlines, task, 'infer', task.inferUntilAt);
  } else {
    // Who accepts while the call is leaving has it.
    task.leaving = null;
    task.actAt = null;
    task.phase = 'connected';
    leaveQueue(state, task);
    clearWaits(task);
  }
  rememberAgent(state, task, fact);
}

function rememberAgent(state: TenantState, task: TaskState, fact: FactOf<'CallConnected'>): void {
  const settings = state.services.get(task.serviceId)?.settings;
  if (settings === undefined || settings.responsibility.lastAgentFirstSeconds === 0) return;
  if (task.isAnonymous) return;
  state.lastAgentOf.delete(task.callerId);
  state.lastAgentOf.set(task.callerId, fact.agentId);
  if (state.lastAgentOf.size <= REMEMBERED_CALLERS) return;
  for (const oldest of state.lastAgentOf.keys()) {
    state.lastAgentOf.delete(oldest);
    return;
  }
}

function maximumTalkMs(state: TenantState, task: TaskState): number {
  const settings = state.services.get(task.serviceId)?.settings;
  return (settings?.redirectMaximumMinutes ?? MINUTES_WITHOUT_SERVICE) * 60_000;
}

/** A talk may outlive its service: then it has the default of the configuration. */
const MINUTES_WITHOUT_SERVICE = 120;

function callHandedOver(state: TenantState, task: TaskState, fact: FactOf<'CallHandedOver'>): void {
  task.phase = 'handed-over';
  leaveQueue(state, task);
  clearWaits(task);
  task.agentId = fact.agentId;
  task.checkAt = null;
  task.inferUntilAt = fact.inferUntilAt;
  noteDeadline(state.deadlines, task, 'infer', fact.inferUntilAt);
  const agent = agentOf(state, fact.agentId);
  agent.taskId = task.id;
  state.standings.restand(agent);
}

function callEnded(state: TenantState, task: TaskState, fact: FactOf<'CallEnded'>): void {
  task.phase = 'ended';
  leaveQueue(state, task);
  if (task.platformCallId !== null) state.taskOfCall.delete(task.platformCallId);
  if (task.agentId !== null) freeAgent(state, task, fact);
  clearWaits(task);
  task.checkAt = null;
  task.keepAliveAt = null;
  task.inferUntilAt = null;
  task.actAt = null;
  // Where supervisors are told, it is kept until they have been told the end.
  const supervisors = state.services.get(task.serviceId)?.settings.supervisors ?? [];
  if (task.cardEffectId === null && supervisors.length === 0) state.tasks.delete(task.id);
}

function freeAgent(state: TenantState, task: TaskState, fact: FactOf<'CallEnded'>): void {
  if (task.agentId === null) return;
  const agent = agentOf(state, task.agentId);
  agent.taskId = null;
  agent.lastServiceId = task.serviceId;
  if (agent.connectedAt !== null) {
    const talkMs = fact.at - agent.connectedAt;
    agent.talkMsToday += talkMs;
    agent.busyMsToday += talkMs;
    agent.idleSinceAt = fact.at;
  }
  agent.connectedAt = null;
  state.standings.restand(agent);
  forgetIfDone(state, agent);
}
