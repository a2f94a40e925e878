/** Time as an input: deadlines that have come, and gaps in which nothing was heard. */
import type { Deadline } from '../tenant/deadlines.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { TenantState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { checkDue, keepAliveDue } from './calls.ts';
import { inferDue } from './handOver.ts';
import { excuseOffer, offerDue } from './offers.ts';
import { readCall } from './reading.ts';

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
      return state.agents.get(deadline.id)?.afterCallWorkUntilAt === at;
    case 'check':
      return state.tasks.get(deadline.id)?.checkAt === at;
    case 'keep-alive':
      return state.tasks.get(deadline.id)?.keepAliveAt === at;
    case 'infer':
      return state.tasks.get(deadline.id)?.inferUntilAt === at;
  }
}

function deadlineReached(turn: Turn, deadline: Deadline): void {
  const { at, state } = turn;
  switch (deadline.kind) {
    case 'pause':
      return turn.emit({ type: 'PauseEnded', at, agentId: deadline.id });
    case 'after-call-work':
      return turn.emit({ type: 'AfterCallWorkEnded', at, agentId: deadline.id });
    case 'offer': {
      const offer = state.offers.get(deadline.id);
      if (offer !== undefined) offerDue(turn, offer);
      return;
    }
    default: {
      const task = state.tasks.get(deadline.id);
      if (task === undefined) return;
      if (deadline.kind === 'check') return checkDue(turn, task);
      if (deadline.kind === 'keep-alive') return keepAliveDue(turn, task);
      return inferDue(turn, task);
    }
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
  for (const task of [...state.tasks.values()]) {
    if (task.phase !== 'handed-over' && task.phase !== 'ended') readCall(turn, task.id);
  }
}
