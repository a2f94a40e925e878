/** Calls that rang at somebody whom Teams showed in a call (AHB-101), of the last day. */
import type { FactOf, OfferId, PersonId } from '@rufwerk/engine/core';
import { remember, type WatchedEvent } from './presenceWatchEvents.ts';

interface Offer {
  readonly agentId: PersonId;
  /** Not while the person is kept free for a call-back, or their presence is read first. */
  isRinging: boolean;
  isInCall: boolean;
}

export class CallsInACall {
  /** The oldest first. */
  readonly events: WatchedEvent[];
  readonly #offers = new Map<OfferId, Offer>();

  constructor(kept: readonly WatchedEvent[] = []) {
    this.events = [...kept];
  }

  offered({ offerId, agentId, held, confirming = false }: FactOf<'CallOffered'>): void {
    this.#offers.set(offerId, { agentId, isRinging: !held && !confirming, isInCall: false });
  }

  rings(offerId: OfferId): void {
    const offer = this.#offers.get(offerId);
    if (offer !== undefined) offer.isRinging = true;
  }

  /** Whoever accepts is in a call because of that. */
  ended({ offerId, outcome, at }: FactOf<'OfferEnded'>): void {
    const offer = this.#offers.get(offerId);
    this.#offers.delete(offerId);
    if (offer?.isInCall === true && outcome !== 'accepted') {
      remember(this.events, { agentId: offer.agentId, at });
    }
  }

  /** The person is seen in a call. */
  inACall(agentId: PersonId): void {
    for (const offer of this.#offers.values()) {
      if (offer.agentId === agentId && offer.isRinging) offer.isInCall = true;
    }
  }
}
