import type { OfferState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { callerNotReached } from './callBack.ts';
import { handOver } from './handOver.ts';
import { checkOffer, endOffer, endRecalledOffer, recallOffer } from './offers.ts';

/** The instant an offer waited for has come. */
export function offerDue(turn: Turn, offer: OfferState): void {
  switch (offer.phase) {
    case 'confirming':
      return endOffer(turn, offer, 'not-confirmed');
    case 'held':
      return callerNotReached(turn, offer);
    case 'ringing':
      return ringTimeOver(turn, offer);
    case 'checking':
      return recallOffer(turn, offer);
    case 'recalling':
      return endRecalledOffer(turn, offer);
  }
}

/** A redirect that was never told about is taken as done: a caller may be talking already. */
function ringTimeOver(turn: Turn, offer: OfferState): void {
  const task = turn.state.tasks.get(offer.taskId);
  if (task?.phase === 'arriving') return handOver(turn, task, offer, 0);
  checkOffer(turn, offer, 'ring-time');
}
