import type { Seen } from '../tenant/facts.ts';
import type { OfferState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { refreshCard } from './card.ts';
import { recallOthers } from './offers.ts';
import { endOtherCall } from './otherCalls.ts';
import { stopPrompts } from './prompts.ts';

/** Ends the offer as accepted and connects the call; prompts stop for the caller. */
export function acceptOffer(turn: Turn, offer: OfferState, seen: Seen): void {
  const { at } = turn;
  const { id: offerId, taskId, agentId } = offer;
  const sentTo = turn.state.tasks.get(taskId)?.leaving?.sentTo ?? null;
  turn.emit({ type: 'OfferEnded', at, offerId, outcome: 'accepted', pause: null, isMiss: false });
  turn.emit({ type: 'CallConnected', at, taskId, agentId, seen });
  if (sentTo !== null) endOtherCall(turn, sentTo, taskId);
  stopPrompts(turn, taskId);
  recallOthers(turn, taskId, 'taken-by-another');
  refreshCard(turn, taskId);
}
