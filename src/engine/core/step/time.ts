/** Time as an input: deadlines that have come, and gaps in which nothing was heard. */
import { callbackDue, readCallback } from '../emergency/callback.ts';
import { emergencyDue } from '../emergency/life.ts';
import { sessionDue } from '../leases/leases.ts';
import { renewWork } from '../leases/shownWork.ts';
import { viewsDue } from '../observing/views.ts';
import { type Deadline, dueKey, type TaskDeadline } from '../tenant/deadlines.ts';
import type { InputOf } from '../tenant/inputs.ts';
import { dueAt, standAnew, TASK_DEADLINES } from '../tenant/taskDeadlines.ts';
import type { TaskState, TenantState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { actDue } from '../distribution/act.ts';
import { afterCallWorkOver } from '../distribution/afterCallWork.ts';
import { checkDue, keepAliveDue } from '../distribution/calls.ts';
import { inferDue } from '../distribution/handOver.ts';
import { excuseOffer } from '../distribution/offers.ts';
import { offerDue } from '../distribution/offerDue.ts';
import { comfortDue, levelDue, maximumWaitDue, nobodyDue } from '../distribution/waitDue.ts';
import { readCall } from '../distribution/reading.ts';

/** The next instant at which something is due; null when nothing is. Drops overtaken entries. */
export function nextDeadlineAt(state: Readonly<TenantState>): number | null {
  return nextDeadline(state)?.at ?? null;
}

export function timeReached(turn: Turn): void {
  for (;;) {
    const deadline = nextDeadline(turn.state);
    if (deadline === undefined || deadline.at > turn.at) return;
    turn.state.deadlines.pop();
    deadlineReached(turn, deadline);
  }
}

function nextDeadline(state: Readonly<TenantState>): Deadline | undefined {
  for (;;) {
    const deadline = state.deadlines.peek();
    if (deadline === undefined || stands(state, deadline)) return deadline;
    state.deadlines.pop();
    if (isOfTask(deadline)) standLater(state, deadline);
  }
}

/** Whether the owner still waits for this very instant. */
function stands(state: Readonly<TenantState>, deadline: Deadline): boolean {
  const { at } = deadline;
  switch (deadline.kind) {
    case 'offer':
      return state.offers.get(deadline.id)?.dueAt === at;
    case 'pause':
      return state.agents.get(deadline.id)?.pause?.untilAt === at;
    case 'after-call-work':
      return state.agents.get(deadline.id)?.afterCallWork?.untilAt === at;
    case 'break':
      return state.agents.get(deadline.id)?.break?.untilAt === at;
    case 'other-call':
      return state.agents.get(deadline.id)?.otherCall?.untilAt === at;
    case 'session':
      return state.sessions.get(deadline.id)?.dueAt === at;
    case 'emergency':
      return state.emergencies.get(deadline.id)?.dueAt === at;
    case 'callback':
      return state.callbacks.get(deadline.id)?.dueAt === at;
    case 'views':
      return state.viewsDueAt === at;
    default: {
      const task = state.tasks.get(deadline.id);
      return task !== undefined && dueAt(task, deadline.kind) === at;
    }
  }
}

type OfTask = Extract<Deadline, { kind: TaskDeadline }>;

function isOfTask(deadline: Deadline): deadline is OfTask {
  const { kind } = deadline;
  return TASK_DEADLINES.some((own) => own === kind);
}

/** What the task was waiting for comes later, or not at all: what does it wait for now? */
function standLater(state: Readonly<TenantState>, { id, at, kind }: OfTask): void {
  const task = state.tasks.get(id);
  if (task?.dueKey === dueKey(at, kind)) standAnew(state.deadlines, task);
}

function deadlineReached(turn: Turn, deadline: Deadline): void {
  const { at, state } = turn;
  switch (deadline.kind) {
    case 'pause':
      return turn.emit({ type: 'PauseEnded', at, agentId: deadline.id });
    case 'after-call-work':
      return afterCallWorkOver(turn, deadline.id);
    case 'other-call':
      return turn.emit({ type: 'OtherCallEnded', at, agentId: deadline.id });
    case 'break':
      return turn.emit({ type: 'BreakEnded', at, agentId: deadline.id });
    case 'session':
      renewWork(turn, deadline.id);
      return sessionDue(turn, deadline.id);
    case 'views':
      return viewsDue(turn);
    case 'emergency': {
      const emergency = state.emergencies.get(deadline.id);
      if (emergency !== undefined) emergencyDue(turn, emergency);
      return;
    }
    case 'callback': {
      const callback = state.callbacks.get(deadline.id);
      if (callback !== undefined) callbackDue(turn, callback);
      return;
    }
    case 'offer': {
      const offer = state.offers.get(deadline.id);
      if (offer !== undefined) offerDue(turn, offer);
      return;
    }
    default: {
      const task = state.tasks.get(deadline.id);
      if (task !== undefined) taskDeadlineReached(turn, task, deadline);
    }
  }
}

/** A deadline that nothing follows must not stand any more, or a restart would meet it again. */
function taskDeadlineReached(turn: Turn, task: TaskState, { at, kind }: OfTask): void {
  const before = turn.facts.length;
  taskDue(turn, task, kind);
  if (dueAt(task, kind) === at && !isSetAnew(turn, before, task, kind)) {
    turn.emit({ type: 'WaitOver', at: turn.at, taskId: task.id, kind });
  }
  standAnew(turn.state.deadlines, task);
}

/** Whether what followed set the deadline again, if only for the same instant. */
function isSetAnew(turn: Turn, from: number, task: TaskState, kind: TaskDeadline): boolean {
  return turn.facts
    .slice(from)
    .some(
      (fact) => fact.type === 'WaitScheduled' && fact.taskId === task.id && fact.due.kind === kind,
    );
}

function taskDue(turn: Turn, task: TaskState, kind: TaskDeadline): void {
  const { at } = turn;
  switch (kind) {
    case 'check':
      return checkDue(turn, task);
    case 'keep-alive':
      return keepAliveDue(turn, task);
    case 'infer':
      return inferDue(turn, task);
    case 'first':
      return turn.emit({ type: 'PreferenceEnded', at, taskId: task.id });
    case 'level':
      return levelDue(turn, task);
    case 'nobody':
      return nobodyDue(turn, task);
    case 'maximum-wait':
      return maximumWaitDue(turn, task);
    case 'comfort':
      return comfortDue(turn, task);
    case 'act':
      return actDue(turn, task);
  }
}

/**
 * Nothing was heard for a while: every live call is read, and offers are not charged for the
 * silence.
 */
export function gapObserved(turn: Turn, input: InputOf<'GapObserved'>): void {
  const { at, state } = turn;
  turn.emit({ type: 'GapRecorded', at, fromAt: input.fromAt });
  for (const offer of [...state.offers.values()]) {
    if (offer.phase === 'ringing') excuseOffer(turn, offer);
  }
  for (const callback of [...state.callbacks.values()]) readCallback(turn, callback);
  for (const task of [...state.tasks.values()]) {
    if (task.phase !== 'handed-over' && task.phase !== 'ended') readCall(turn, task.id);
  }
}
