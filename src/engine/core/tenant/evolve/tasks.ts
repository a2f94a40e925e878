/** What facts about calls change. */
import { digestOf } from '../../explain/digest.ts';
import type { FactOf } from '../facts.ts';
import type { TaskState, TenantState } from '../state.ts';
import { agentOf, forgetIfDone } from './agents.ts';
import { taskOf } from './offers.ts';

type TaskFact = FactOf<
  | 'CallQueued'
  | 'CallAnswered'
  | 'DeliveryFellBack'
  | 'NobodyEligible'
  | 'CallConnected'
  | 'CallHandedOver'
  | 'CallEnded'
  | 'CallCheckScheduled'
  | 'KeepAliveScheduled'
  | 'CardOutdated'
>;

export function taskFact(state: TenantState, fact: TaskFact): void {
  if (fact.type === 'CallQueued') return callQueued(state, fact);
  const task = taskOf(state, fact.taskId);
  switch (fact.type) {
    case 'CallAnswered':
      task.phase = 'waiting';
      return;
    case 'DeliveryFellBack':
      task.delivery = 'conference';
      return;
    case 'NobodyEligible':
      state.nextDecision += 1;
      task.nobodyDigest = digestOf(fact.decision.notChosen);
      return;
    case 'CallConnected':
      return callConnected(state, task, fact);
    case 'CallHandedOver':
      return callHandedOver(state, task, fact);
    case 'CallEnded':
      return callEnded(state, task, fact);
    case 'CallCheckScheduled':
      task.checkAt = fact.checkAt;
      state.deadlines.push({ at: fact.checkAt, kind: 'check', id: task.id });
      return;
    case 'KeepAliveScheduled':
      task.keepAliveAt = fact.keepAliveAt;
      state.deadlines.push({ at: fact.keepAliveAt, kind: 'keep-alive', id: task.id });
      return;
    case 'CardOutdated':
      task.cardOutdated = true;
      return;
  }
}

function callQueued(state: TenantState, fact: FactOf<'CallQueued'>): void {
  const { taskId, serviceId, platformCallId, callerId, delivery } = fact;
  state.nextTask += 1;
  state.tasks.set(taskId, {
    id: taskId,
    serviceId,
    platformCallId,
    callerId,
    queuedAt: fact.at,
    delivery,
    phase: 'arriving',
    offerId: null,
    agentId: null,
    connectedAt: null,
    offersByAgent: new Map(),
    nobodyDigest: null,
    checkAt: null,
    keepAliveAt: null,
    inferUntilAt: null,
    prompt: null,
    readEffectId: null,
    cardEffectId: null,
    cardOutdated: false,
  });
  state.taskOfCall.set(platformCallId, taskId);
  state.services.get(serviceId)?.queue.add(taskId);
}

function callConnected(state: TenantState, task: TaskState, fact: FactOf<'CallConnected'>): void {
  state.services.get(task.serviceId)?.queue.delete(task.id);
  const agent = agentOf(state, fact.agentId);
  agent.taskId = task.id;
  agent.connectedAt = fact.at;
  task.agentId = fact.agentId;
  task.connectedAt = fact.at;
  task.prompt = null;
  if (task.phase === 'handed-over') {
    task.inferUntilAt = fact.at + maximumTalkMs(state, task);
    state.deadlines.push({ at: task.inferUntilAt, kind: 'infer', id: task.id });
  } else {
    task.phase = 'connected';
  }
}

function maximumTalkMs(state: TenantState, task: TaskState): number {
  const minutes = state.services.get(task.serviceId)?.settings.redirectMaximumMinutes ?? 0;
  return minutes * 60_000;
}

function callHandedOver(state: TenantState, task: TaskState, fact: FactOf<'CallHandedOver'>): void {
  state.services.get(task.serviceId)?.queue.delete(task.id);
  task.phase = 'handed-over';
  task.agentId = fact.agentId;
  task.checkAt = null;
  task.inferUntilAt = fact.inferUntilAt;
  state.deadlines.push({ at: fact.inferUntilAt, kind: 'infer', id: task.id });
  agentOf(state, fact.agentId).taskId = task.id;
}

function callEnded(state: TenantState, task: TaskState, fact: FactOf<'CallEnded'>): void {
  state.services.get(task.serviceId)?.queue.delete(task.id);
  state.taskOfCall.delete(task.platformCallId);
  if (task.agentId !== null) {
    const agent = agentOf(state, task.agentId);
    agent.taskId = null;
    if (agent.connectedAt !== null) agent.idleSinceAt = fact.at;
    agent.connectedAt = null;
    forgetIfDone(state, agent);
  }
  task.phase = 'ended';
  task.checkAt = null;
  task.keepAliveAt = null;
  task.inferUntilAt = null;
  if (task.cardEffectId === null) state.tasks.delete(task.id);
}
