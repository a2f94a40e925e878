/**
 * Offers waiting calls to agents: called after every input for the services it may have changed,
 * until nothing more can be offered, so that a free eligible agent and a waiting call never
 * coexist.
 */
import { digestOf } from '../explain/digest.ts';
import { countedReasons, summarise } from '../explain/decision.ts';
import { asId, type OfferId, type ServiceId } from '../tenant/ids.ts';
import type { ServiceState, TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { refreshCard } from './card.ts';
import { evaluate } from './evaluate.ts';

/** The platform's bounds for the ring time of a redirect, in seconds (platform.md section 4). */
const REDIRECT_SECONDS = { minimum: 15, maximum: 90 };

/** Tries every waiting call of these services once, the longest waiting first. */
export function distribute(turn: Turn, serviceIds: Iterable<ServiceId>): void {
  for (const { service, task } of waitingCalls(turn, serviceIds))
    offerOrExplain(turn, service, task);
}

function waitingCalls(
  turn: Turn,
  serviceIds: Iterable<ServiceId>,
): { readonly service: ServiceState; readonly task: TaskState }[] {
  const waiting: { readonly service: ServiceState; readonly task: TaskState }[] = [];
  for (const serviceId of serviceIds) {
    const service = turn.state.services.get(serviceId);
    if (service === undefined) continue;
    for (const taskId of service.queue) {
      const task = turn.state.tasks.get(taskId);
      if (task !== undefined && waitsForAnAgent(task)) waiting.push({ service, task });
    }
  }
  return waiting.sort(
    (left, right) =>
      left.task.queuedAt - right.task.queuedAt || (left.task.id < right.task.id ? -1 : 1),
  );
}

/** Under redirect a call is offered before it is answered; under conference after. */
export function waitsForAnAgent(task: Readonly<TaskState>): boolean {
  if (task.offerId !== null) return false;
  return task.phase === 'waiting' || (task.phase === 'arriving' && task.delivery === 'redirect');
}

function offerOrExplain(turn: Turn, service: ServiceState, task: TaskState): void {
  const { at } = turn;
  const record = evaluate(turn.state, service, task, at);
  const [winner] = record.candidates;
  // Most looks at a waiting call find what the last one found: that costs no digest of the record.
  const isNews = winner !== undefined || task.nobodyDigest !== digestOf(countedReasons(record));
  if (!isNews) return;
  const decision = summarise(record);
  turn.observe?.(record);
  if (winner === undefined) {
    turn.emit({ type: 'NobodyEligible', at, taskId: task.id, decision });
    refreshCard(turn, task.id);
    return;
  }
  const offerId = asId<OfferId>(`offer-${turn.state.nextOffer}`);
  const { taskId, agentId } = { taskId: task.id, agentId: winner.agentId };
  const ringUntilAt = at + service.settings.offers.ringTimeoutSeconds * 1000;
  turn.emit({ type: 'CallOffered', at, offerId, taskId, agentId, ringUntilAt, decision });
  deliver(turn, service, task, offerId);
  refreshCard(turn, task.id);
}

function deliver(turn: Turn, service: ServiceState, task: TaskState, offerId: OfferId): void {
  const offer = turn.state.offers.get(offerId);
  if (offer === undefined)
    throw new Error(`Offer ${offerId} is not in the state it was applied to.`);
  const call = { taskId: task.id, platformCallId: task.platformCallId, offerId };
  if (task.phase === 'waiting') {
    requestEffect(turn, { kind: 'invite-agent', ...call, agentId: offer.agentId });
    return;
  }
  const { minimum, maximum } = REDIRECT_SECONDS;
  const ringSeconds = service.settings.offers.ringTimeoutSeconds;
  const timeoutSeconds = Math.min(maximum, Math.max(minimum, ringSeconds));
  requestEffect(turn, {
    kind: 'redirect-call',
    ...call,
    agentIds: [offer.agentId],
    timeoutSeconds,
  });
}
