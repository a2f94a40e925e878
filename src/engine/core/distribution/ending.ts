/** The end of a call, on the platform and for everybody who had a part in it. */
import type { EndReason, Seen } from '../tenant/facts.ts';
import type { PersonId } from '../ids.ts';
import type { TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { beginAfterCallWork } from './afterCallWork.ts';
import { refreshCard } from './card.ts';
import { endOffer } from './offers.ts';
import { endOtherCalls, loseSightOf } from './otherCalls.ts';

/** Ends a call: its offers, the agent's part in it, and after-call work where it was connected. */
export function endCall(turn: Turn, task: TaskState, reason: EndReason, seen: Seen): void {
  if (task.phase === 'ended') return;
  const { at, state } = turn;
  const { agentId, serviceId, id: taskId } = task;
  const talked = agentId !== null && task.connectedAt !== null && stillServes(turn, agentId);
  for (const offerId of [...task.offerIds]) {
    const offer = state.offers.get(offerId);
    if (offer !== undefined) endOffer(turn, offer, 'call-ended');
  }
  const goesOn = reason === 'sent-on' && task.leaving?.isSentOn === false;
  turn.emit({ type: 'CallEnded', at, taskId, reason, seen, agentId });
  if (goesOn) loseSightOf(turn, task);
  else endOtherCalls(turn, task);
  // The service may have been removed during the talk, and its after-call work with it.
  const work = state.services.get(serviceId)?.settings.afterCallWork ?? null;
  if (talked) beginAfterCallWork(turn, agentId, taskId, work);
  refreshCard(turn, taskId);
}

function stillServes(turn: Turn, agentId: PersonId): boolean {
  return turn.state.agents.get(agentId)?.serves ?? false;
}

/** Ends a call that still stands on the platform. */
export function hangUp(turn: Turn, task: TaskState, reason: EndReason, seen: Seen): void {
  const { id: taskId, platformCallId } = task;
  endCall(turn, task, reason, seen);
  if (platformCallId !== null)
    requestEffect(turn, { kind: 'hang-up-call', taskId, platformCallId });
}
