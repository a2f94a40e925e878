/**
 * What only the course of events shows: other programs that write presence, people stuck in Do not
 * disturb, what we showed but cannot be seen, calls that reached somebody in a call (AHB-101..106).
 * Watched on committed facts, for the last day.
 */
import { activityKindOf, categoryOf, type Fact, type PersonId } from '@rufwerk/engine/core';

const DAY_MS = 24 * 60 * 60_000;
/** A presence that changes so soon after our write was written by somebody else. */
const RIGHT_AFTER_MS = 60_000;
/** More are not needed to tell that something is wrong. */
const REMEMBERED = 1_000;
/** Once may be the person's own doing. */
const TIMES_TO_TELL = 2;

interface Event {
  readonly agentId: PersonId;
  readonly at: number;
}

export interface Watched {
  /** People whose presence flipped right after ours, more than once. */
  readonly overwritten: readonly PersonId[];
  /** People who were rung and shown in a call at the same time. */
  readonly rungInACall: readonly PersonId[];
}

export class PresenceWatch {
  readonly #wroteAt = new Map<PersonId, number>();
  readonly #ringing = new Map<string, PersonId>();
  readonly #overwritten: Event[] = [];
  readonly #rungInACall: Event[] = [];

  observe(fact: Fact): void {
    switch (fact.type) {
      case 'EffectRequested':
        if (fact.effect.kind === 'write-presence') this.#wrote(fact.effect.agentId, fact.at);
        return;
      case 'LeaseReleased':
        this.#wroteAt.delete(fact.agentId);
        return;
      case 'CallOffered':
        this.#ringing.set(fact.offerId, fact.agentId);
        return;
      case 'OfferEnded':
        this.#ringing.delete(fact.offerId);
        return;
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
    return {
      overwritten: overwritten.map(([agentId]) => agentId),
      rungInACall: [...new Set(recent(this.#rungInACall).map(({ agentId }) => agentId))],
    };
  }

  /** Somebody has looked after it: what was seen before counts no more. */
  forget(): void {
    this.#overwritten.length = 0;
    this.#rungInACall.length = 0;
  }

  #wrote(agentId: PersonId, at: number): void {
    this.#wroteAt.set(agentId, at);
  }

  #seen({
    agentId,
    at,
    availability,
    activity,
  }: Extract<Fact, { readonly type: 'PresenceChanged' }>): void {
    const wroteAt = this.#wroteAt.get(agentId);
    // Do not disturb and the like may be chosen by the person; what is weaker than ours is not.
    const isWeaker = ['available', 'away', 'offline'].includes(categoryOf(availability) ?? '');
    if (wroteAt !== undefined && at - wroteAt < RIGHT_AFTER_MS && isWeaker) {
      remember(this.#overwritten, { agentId, at });
    }
    const isInCall = activityKindOf(activity) === 'call' || activityKindOf(availability) === 'call';
    if (isInCall && [...this.#ringing.values()].includes(agentId)) {
      remember(this.#rungInACall, { agentId, at });
    }
  }
}

function remember(events: Event[], event: Event): void {
  events.push(event);
  if (events.length > REMEMBERED) events.shift();
}
