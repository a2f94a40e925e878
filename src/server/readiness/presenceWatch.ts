/**
 * What only the course of events shows: other programs that write presence, what stays after we
 * have ended it, calls that reached somebody in a call (AHB-101, AHB-105). Watched on committed
 * facts, for the last day.
 */
import {
  activityKindOf,
  categoryOf,
  type Effect,
  type Fact,
  type FactOf,
  type OfferId,
  type PersonId,
} from '@rufwerk/engine/core';

const DAY_MS = 24 * 60 * 60_000;
/** A presence that changes so soon after our write was written by somebody else. */
const RIGHT_AFTER_MS = 60_000;
/** Teams shows what has ended for a minute or so; a call of the person's own may follow at once. */
const STAYS_AFTER_MS = 15 * 60_000;
/** More are not needed to tell that something is wrong. */
const REMEMBERED = 1_000;
/** Once may be the person's own doing. */
const TIMES_TO_TELL = 2;

interface Event {
  readonly agentId: PersonId;
  readonly at: number;
}

interface Written {
  readonly at: number;
  readonly shown: string;
}

/** What we showed of a person, after we have ended it. */
interface Ended extends Written {
  /** Whether Teams has shown it since, and nothing else. */
  isStillSeen: boolean;
}

interface Offer {
  readonly agentId: PersonId;
  /** Not while the person is kept free for a call-back, or their presence is read first. */
  isRinging: boolean;
  isInCall: boolean;
}

export interface Watched {
  /** People whose presence flipped right after ours, more than once. */
  readonly overwritten: readonly PersonId[];
  /** People who go on showing what we have ended long ago. */
  readonly staying: readonly PersonId[];
  /** People who were rung and shown in a call at the same time; not in the call that rang. */
  readonly rungInACall: readonly PersonId[];
}

export class PresenceWatch {
  readonly #written = new Map<PersonId, Written>();
  readonly #ended = new Map<PersonId, Ended>();
  readonly #offers = new Map<OfferId, Offer>();
  readonly #overwritten: Event[] = [];
  readonly #rungInACall: Event[] = [];

  observe(fact: Fact): void {
    switch (fact.type) {
      case 'EffectRequested':
        return this.#requested(fact.effect, fact.at);
      case 'CallOffered':
        return this.#offered(fact);
      case 'OfferConfirmed':
      case 'HeldOfferRang':
        return this.#rings(fact.offerId);
      case 'OfferEnded':
        return this.#rang(fact);
      case 'PresenceChanged':
        return this.#seen(fact);
      default:
    }
  }

  /** What the last day showed. */
  told(nowAt: number): Watched {
    const recent = (events: readonly Event[]) => events.filter(({ at }) => nowAt - at < DAY_MS);
    const times = new Map<PersonId, number>();
    for (const { agentId } of recent(this.#overwritten)) {
      times.set(agentId, (times.get(agentId) ?? 0) + 1);
    }
    const overwritten = [...times].filter(([, count]) => count >= TIMES_TO_TELL);
    const staying = [...this.#ended].filter(
      ([, { isStillSeen, at }]) => isStillSeen && nowAt - at >= STAYS_AFTER_MS,
    );
    return {
      overwritten: overwritten.map(([agentId]) => agentId),
      staying: staying.map(([agentId]) => agentId),
      rungInACall: [...new Set(recent(this.#rungInACall).map(({ agentId }) => agentId))],
    };
  }

  /** Somebody has looked after it: what was seen before counts no more; what is still so does. */
  forget(): void {
    this.#overwritten.length = 0;
    this.#rungInACall.length = 0;
  }

  #requested(effect: Effect, at: number): void {
    if (effect.kind === 'write-presence') {
      this.#written.set(effect.agentId, { at, shown: shownAs(effect.presence) });
      this.#ended.delete(effect.agentId);
    }
    if (effect.kind !== 'clear-presence') return;
    const written = this.#written.get(effect.agentId);
    this.#written.delete(effect.agentId);
    if (written === undefined) return;
    this.#ended.set(effect.agentId, { at, shown: written.shown, isStillSeen: false });
  }

  #offered({ offerId, agentId, held, confirming = false }: FactOf<'CallOffered'>): void {
    this.#offers.set(offerId, { agentId, isRinging: !held && !confirming, isInCall: false });
  }

  #rings(offerId: OfferId): void {
    const offer = this.#offers.get(offerId);
    if (offer !== undefined) offer.isRinging = true;
  }

  /** Whoever accepts is in a call because of that. */
  #rang({ offerId, outcome, at }: FactOf<'OfferEnded'>): void {
    const offer = this.#offers.get(offerId);
    this.#offers.delete(offerId);
    if (offer?.isInCall === true && outcome !== 'accepted') {
      remember(this.#rungInACall, { agentId: offer.agentId, at });
    }
  }

  #seen({ agentId, at, availability, activity }: FactOf<'PresenceChanged'>): void {
    const written = this.#written.get(agentId);
    // Do not disturb and the like may be chosen by the person; what is weaker than ours is not.
    const isWeaker = ['available', 'away', 'offline'].includes(categoryOf(availability) ?? '');
    if (written !== undefined && at - written.at < RIGHT_AFTER_MS && isWeaker) {
      remember(this.#overwritten, { agentId, at });
    }
    const ended = this.#ended.get(agentId);
    if (ended?.shown === shownAs({ availability, activity })) ended.isStillSeen = true;
    else this.#ended.delete(agentId);
    const isInCall = activityKindOf(activity) === 'call' || activityKindOf(availability) === 'call';
    if (!isInCall) return;
    for (const offer of this.#offers.values()) {
      if (offer.agentId === agentId && offer.isRinging) offer.isInCall = true;
    }
  }
}

function shownAs(shown: { readonly availability: string; readonly activity: string }): string {
  return `${shown.availability} ${shown.activity}`.toLowerCase();
}

function remember(events: Event[], event: Event): void {
  events.push(event);
  if (events.length > REMEMBERED) events.shift();
}
