/**
 * A caller stands once for a service (NIMx-07): who calls again while a call-back of theirs waits
 * there has its place, and the call-back ends. So it is whichever comes to the other: a call that
 * arrives or is moved there, a call-back that begins, is moved there or was missed.
 *
 *   call-back waits, or somebody is being read for it --> the call takes the place over
 *   somebody is held, nothing rings at the caller yet --> the same; they are free, without a miss,
 *                                                         and the call goes to whoever is first
 *   the caller's telephone rings                      --> nothing; when nobody picks up there, the
 *                                                         call that waits takes the place over
 *   the caller talks, or is rung for                  --> nothing: that call is the one they have
 *
 * Whoever withholds the number is never the same as anybody. Two calls of one number are two lines,
 * and each waits for itself.
 */
import { RULE_FLAGS } from '../tenant/flags.ts';
import { placeOf } from '../tenant/place.ts';
import { isPending, isWaiting, othersOfCaller } from '../tenant/sameCaller.ts';
import type { ServiceState, TaskState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { endCall } from './ending.ts';
import { refreshCard } from './card.ts';
import { endOffer } from './offers.ts';
import { openLevels } from './wait.ts';

/** The task has come to wait in its service, unless it has left it again at once. */
export function standOnce(turn: Turn, task: TaskState): void {
  const { state } = turn;
  const service = state.services.get(task.serviceId);
  if (service === undefined || !state.flags.includes(RULE_FLAGS.ONE_PLACE)) return;
  if (!isWaiting(task)) return;
  for (const other of othersOfCaller(state, task)) {
    const givesWay = task.phase === 'call-back' && isWaiting(other) && other.phase !== 'call-back';
    if (givesWay) return takeOver(turn, service, other, task);
    if (isPending(other)) takeOver(turn, service, task, other);
  }
}

/** The earlier of both places counts, and with it the levels that its age has opened. */
function takeOver(turn: Turn, service: ServiceState, task: TaskState, callBack: TaskState): void {
  const { at, state } = turn;
  const { id: taskId } = task;
  const queuedAt = Math.min(task.queuedAt, callBack.queuedAt);
  const place = placeOf(state, service.settings, queuedAt);
  const { id: callBackId } = callBack;
  turn.emit({ type: 'CallBackTakenOver', at, taskId, callBackId, queuedAt, ...place });
  for (const offerId of [...callBack.offerIds]) {
    const offer = state.offers.get(offerId);
    if (offer !== undefined) endOffer(turn, offer, 'recalled');
  }
  endCall(turn, callBack, 'called-again', 'reported');
  openLevels(turn, service, task);
  refreshCard(turn, taskId);
}
