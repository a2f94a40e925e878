/** How an offer reaches its agent: an invitation, a redirect, or first a call to the caller. */
import type { OfferId } from '../ids.ts';
import type { OfferState, ServiceState, TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';

/** The platform's bounds for the ring time of a redirect, in seconds (platform.md section 4). */
const REDIRECT_SECONDS = { minimum: 15, maximum: 90 };

export function deliver(turn: Turn, service: ServiceState, task: TaskState, id: OfferId): void {
  const offer = turn.state.offers.get(id);
  if (offer === undefined) throw new Error(`Offer ${id} is not in the state it was applied to.`);
  if (offer.phase === 'held') return dialCaller(turn, service, task);
  if (task.phase === 'arriving') return redirect(turn, service, task, offer);
  inviteAgent(turn, task, offer);
}

/** Rings the agent into the caller's call. */
export function inviteAgent(turn: Turn, task: TaskState, offer: OfferState): void {
  const { id: taskId, platformCallId } = task;
  if (platformCallId === null) throw new Error(`Task ${taskId} has no call to invite into.`);
  const { id: offerId, agentId } = offer;
  requestEffect(turn, { kind: 'invite-agent', taskId, platformCallId, offerId, agentId });
}

function redirect(turn: Turn, service: ServiceState, task: TaskState, offer: OfferState): void {
  const { id: taskId, platformCallId } = task;
  if (platformCallId === null) throw new Error(`Task ${taskId} has no call to redirect.`);
  const { minimum, maximum } = REDIRECT_SECONDS;
  const ringSeconds = service.settings.offers.ringTimeoutSeconds;
  const timeoutSeconds = Math.min(maximum, Math.max(minimum, ringSeconds));
  const { id: offerId, agentId } = offer;
  requestEffect(turn, {
    ...{ kind: 'redirect-call', taskId, platformCallId, offerId, timeoutSeconds },
    agentIds: [agentId],
  });
}

function dialCaller(turn: Turn, service: ServiceState, task: TaskState): void {
  const { resourceAccount, callBack } = service.settings;
  requestEffect(turn, {
    kind: 'dial-caller',
    taskId: task.id,
    callerId: task.callerId,
    resourceAccountId: resourceAccount,
    timeoutSeconds: callBack.dialTimeoutSeconds,
  });
}
