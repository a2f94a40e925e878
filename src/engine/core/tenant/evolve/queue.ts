/** What facts about waiting change: the place, the levels, leaving the queue, call-backs. */
import { personHash } from '../../explain/digest.ts';
import type { FactOf } from '../facts.ts';
import type { LeavingState, TaskState, TenantState } from '../state.ts';
import { taskOf } from './offers.ts';
import { clearDeadline, clearWaits, noteDeadline } from '../taskDeadlines.ts';
import { leaveQueue, settleInLine, standAt } from './waiting.ts';

export type QueueFact = FactOf<
  | 'CallQueued'
  | 'WaitScheduled'
  | 'WaitOver'
  | 'LevelReached'
  | 'PreferenceEnded'
  | 'CallMoved'
  | 'CallLeftQueue'
  | 'QueueActionBegan'
  | 'TargetInvited'
  | 'CallSentOn'
  | 'CallBackAsked'
  | 'CallBackBegan'
  | 'CallBackDue'
  | 'CallerDialled'
  | 'CallBackMissed'
  | 'CallBackTakenOver'
>;

export function queueFact(state: TenantState, fact: QueueFact): void {
  if (fact.type === 'CallQueued') return callQueued(state, fact);
  const task = taskOf(state, fact.taskId);
  switch (fact.type) {
    case 'WaitScheduled':
      return waitScheduled(state, task, fact);
    case 'WaitOver':
      return clearDeadline(task, fact.kind);
    case 'LevelReached':
      task.level = fact.level;
      task.levelAt = null;
      return;
    case 'PreferenceEnded':
      task.first = null;
      return;
    case 'CallMoved':
      return callMoved(state, task, fact);
    case 'CallLeftQueue':
      task.leaving = leavingOf(fact);
      task.phase = 'leaving';
      clearWaits(task);
      settleInLine(state, task);
      return actAt(state, task, fact.actUntilAt);
    case 'QueueActionBegan':
      if (task.leaving !== null) {
        const { action } = fact;
        const sentTo = action.do === 'person' ? action.person : task.leaving.sentTo;
        task.leaving = { ...task.leaving, action, sentTo, isUnderWay: true };
      }
      return actAt(state, task, fact.actUntilAt);
    case 'TargetInvited':
      if (task.leaving !== null) {
        task.leaving = { ...task.leaving, participantId: fact.participantId };
      }
      return;
    case 'CallSentOn':
      if (task.leaving !== null) task.leaving = { ...task.leaving, isSentOn: true };
      task.actAt = null;
      return leaveQueue(state, task);
    default:
      return callBackFact(state, task, fact);
  }
}

function leavingOf({ cause, action }: FactOf<'CallLeftQueue'>): LeavingState {
  const none = { effectId: null, participantId: null, sentTo: null };
  return { cause, action, isUnderWay: false, isSentOn: false, ...none };
}

type CallBackFact = FactOf<
  | 'CallBackAsked'
  | 'CallBackBegan'
  | 'CallBackDue'
  | 'CallerDialled'
  | 'CallBackMissed'
  | 'CallBackTakenOver'
>;

function callBackFact(state: TenantState, task: TaskState, fact: CallBackFact): void {
  switch (fact.type) {
    case 'CallBackAsked':
      task.phase = 'confirming';
      settleInLine(state, task);
      return actAt(state, task, fact.actUntilAt);
    case 'CallBackBegan':
      dropCall(state, task);
      task.phase = 'call-back';
      task.actAt = null;
      return settleInLine(state, task);
    case 'CallBackDue':
      task.actAt = null;
      return settleInLine(state, task);
    case 'CallerDialled':
      task.platformCallId = fact.platformCallId;
      state.taskOfCall.set(fact.platformCallId, task.id);
      return;
    case 'CallBackMissed':
      dropCall(state, task);
      task.phase = 'call-back';
      task.callBackAttempts = fact.attempts;
      actAt(state, task, fact.retryAt);
      return settleInLine(state, task);
    case 'CallBackTakenOver':
      task.queuedAt = fact.queuedAt;
      return standAt(state, task, fact);
  }
}

function callQueued(state: TenantState, fact: FactOf<'CallQueued'>): void {
  const { taskId, serviceId, platformCallId, callerId, delivery, priority, rankAt, first } = fact;
  const task: TaskState = {
    id: taskId,
    number: state.nextTask,
    serviceId,
    platformCallId,
    callerId,
    callerHash: personHash(callerId) | 0,
    isAnonymous: fact.isAnonymous ?? false,
    queuedAt: fact.at,
    delivery,
    phase: 'arriving',
    priority,
    rankAt,
    level: 0,
    first,
    offerIds: NO_OFFERS,
    agentId: null,
    connectedAt: null,
    isConference: false,
    offersByAgent: null,
    nobodyDigest: null,
    awaitedOfferId: null,
    leaving: null,
    callBackAttempts: 0,
    checkAt: null,
    keepAliveAt: null,
    inferUntilAt: null,
    waitsSinceAt: fact.at,
    maximumWaitAt: null,
    levelAt: null,
    nobodyAt: null,
    nobodySinceAt: null,
    comfortAt: null,
    actAt: null,
    prompt: null,
    dialEffectId: null,
    readEffectId: null,
    cardEffectId: null,
    cardOutdated: false,
    isInLine: false,
    dueKey: Infinity,
  };
  state.nextTask += 1;
  state.tasks.set(taskId, task);
  state.taskOfCall.set(platformCallId, taskId);
  keepForFirst(state, task);
  enterQueue(state, task);
}

function keepForFirst(state: TenantState, task: TaskState): void {
  if (task.first === null) return;
  noteDeadline(state.deadlines, task, 'first', task.first.untilAt);
  state.services.get(task.serviceId)?.keptCalls.add(task.id);
}

const NO_OFFERS: readonly never[] = [];

function enterQueue(state: TenantState, task: TaskState): void {
  const service = state.services.get(task.serviceId);
  if (service === undefined) return;
  service.queue.add(task.id);
  settleInLine(state, task);
}

function callMoved(state: TenantState, task: TaskState, fact: FactOf<'CallMoved'>): void {
  leaveQueue(state, task);
  task.serviceId = fact.serviceId;
  task.priority = fact.priority;
  task.rankAt = fact.rankAt;
  task.level = 0;
  task.nobodyDigest = null;
  task.waitsSinceAt = fact.at;
  clearWaits(task);
  task.first = fact.first ?? null;
  keepForFirst(state, task);
  enterQueue(state, task);
}

function waitScheduled(state: TenantState, task: TaskState, fact: FactOf<'WaitScheduled'>): void {
  const { at } = fact.due;
  switch (fact.due.kind) {
    case 'maximum-wait':
      task.maximumWaitAt = at;
      return noteDeadline(state.deadlines, task, 'maximum-wait', at);
    case 'level':
      task.levelAt = at;
      return noteDeadline(state.deadlines, task, 'level', at);
    case 'nobody':
      task.nobodyAt = at;
      task.nobodySinceAt = fact.due.sinceAt;
      return noteDeadline(state.deadlines, task, 'nobody', at);
    case 'comfort':
      task.comfortAt = at;
      return noteDeadline(state.deadlines, task, 'comfort', at);
  }
}

function actAt(state: TenantState, task: TaskState, at: number): void {
  task.actAt = at;
  noteDeadline(state.deadlines, task, 'act', at);
}

/** The caller's leg is over; the task goes on without one. */
function dropCall(state: TenantState, task: TaskState): void {
  if (task.platformCallId !== null) state.taskOfCall.delete(task.platformCallId);
  task.platformCallId = null;
  task.isConference = false;
  task.checkAt = null;
  task.keepAliveAt = null;
  task.prompt = null;
  task.maximumWaitAt = null;
  task.nobodyAt = null;
  task.nobodySinceAt = null;
  task.comfortAt = null;
}
