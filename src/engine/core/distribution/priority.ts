/**
 * No priority inversion (NIMx-06): when a call can be offered to nobody and an agent who could take
 * it rings for one of lower priority, that offer is recalled. A call that has waited long ranks by
 * its age too: only an offer whose call has both the lower priority and the later place is taken
 * back. Bounds: the higher priority waits for the recall (a reading and its confirmation, at most
 * seven seconds); the lower one is passed over only by calls that came at most the ageing time per
 * priority step after it.
 */
import { STANDING } from '../tenant/indexes/standings.ts';
import { comesBefore } from '../tenant/indexes/waitingLine.ts';
import type { OfferState, ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { checkOffer } from './offers.ts';
import { serviceOrdinal } from './scan.ts';

export function recallForHigherPriority(turn: Turn, service: ServiceState, task: TaskState): void {
  if (task.awaitedOfferId !== null) return;
  const offer = offerToRecall(turn.state, service, task, turn.at);
  if (offer !== null) checkOffer(turn, offer, 'higher-priority', task.id);
}

/** The lowest-ranking call's offer among the agents who could take this one; null for none. */
export function offerToRecall(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
): OfferState | null {
  const { standings } = state;
  const { members } = service.lineup;
  let lowest: { readonly offer: OfferState; readonly task: TaskState } | null = null;
  for (let place = 0; place < members.length; place += 1) {
    const row = members[place] ?? 0;
    if (standings.standing(row) !== STANDING.RINGING) continue;
    const offer = ringing(state, row);
    const rung = offer === null ? undefined : state.tasks.get(offer.taskId);
    if (offer === null || rung === undefined || !outranks(task, rung)) continue;
    // Under redirect nothing of ours rings that could be recalled.
    if (rung.phase === 'arriving') continue;
    if (!couldTake(state, service, task, at, place, row)) continue;
    if (lowest === null || comesBefore(lowest.task, rung)) lowest = { offer, task: rung };
  }
  return lowest?.offer ?? null;
}

/** Higher in priority and, with its age counted, earlier in place. */
export function outranks(task: Readonly<TaskState>, other: Readonly<TaskState>): boolean {
  return task.priority < other.priority && comesBefore(task, other);
}

function ringing(state: Readonly<TenantState>, row: number): OfferState | null {
  const offerId = state.standings.agents[row]?.offerId ?? null;
  const offer = offerId === null ? undefined : state.offers.get(offerId);
  return offer?.phase === 'ringing' || offer?.phase === 'confirming' ? offer : null;
}

/** Nothing but the ringing speaks against the agent. */
function couldTake(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
  place: number,
  row: number,
): boolean {
  return serviceOrdinal(state.standings, service.lineup, task, at, place, row) === 0;
}
