/**
 * What only the course of events shows: other programs that write presence, what stays after we
 * have ended it, calls that reached somebody in a call (AHB-101, AHB-105). Watched on committed
 * facts, for the last day.
 */
import {
  activityKindOf,
  categoryOf,
  type Effect,
  type EffectId,
  type Fact,
  type FactOf,
  type Input,
  type JournalEntry,
  type OfferId,
  type PersonId,
  type PresenceReading,
} from '@rufwerk/engine/core';

const DAY_MS = 24 * 60 * 60_000;
/** A presence that changes so soon after our write was written by somebody else. */
const RIGHT_AFTER_MS = 60_000;
/** Graph may go on showing what was there before our write for as long. */
const SHOWN_LATE_MS = 15_000;
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
  /** Whether Graph took it. */
  isTaken: boolean;
  /** Whether it is known that Teams shows something weaker in its place. */
  isOverwritten: boolean;
  /** A Busy that came right after it, as somebody wrote it who saw ours. */
  busyInstead: string | null;
}

/** After we have ended what we showed of a person: what must not be seen any more. */
interface Ended {
  readonly at: number;
  readonly shown: string;
  /** Whether Teams has shown it since, and nothing else. */
  isStillSeen: boolean;
}

interface Offer {
  readonly agentId: PersonId;
  /** Not while the person is kept free for a call-back, or their presence is read first. */
  isRinging: boolean;
  isInCall: boolean;
}

/** What outlives a restart. What is shown right then does not: it is written anew, or ended. */
export interface KeptPresence {
  readonly sinceAt: number;
  readonly flips: readonly Event[];
  readonly rungInACall: readonly Event[];
  readonly staying: readonly (Event & { readonly shown: string })[];
}

export interface Watched {
  /** Since when it is watched, or since somebody has looked after it. */
  readonly sinceAt: number;
  /** People whose presence flipped right after ours, more than once. */
  readonly overwritten: readonly PersonId[];
  /** The last time of any; null when it was not seen. */
  readonly overwrittenAt: number | null;
  /** People who go on showing what we have ended long ago. */
  readonly staying: readonly PersonId[];
  /** People who were rung and shown in a call at the same time; not in the call that rang. */
  readonly rungInACall: readonly PersonId[];
  readonly rungInACallAt: number | null;
}

export class PresenceWatch {
  readonly #written = new Map<PersonId, Written>();
  /** Writes that Graph has not answered: one of a person at a time. */
  readonly #asked = new Map<EffectId, PersonId>();
  readonly #ended = new Map<PersonId, Ended>();
  readonly #offers = new Map<OfferId, Offer>();
  readonly #flips: Event[];
  readonly #rungInACall: Event[];
  #sinceAt: number;

  /** `kept`: what was watched before a restart. */
  constructor(nowAt: number, kept?: KeptPresence) {
    this.#sinceAt = kept?.sinceAt ?? nowAt;
    this.#flips = [...(kept?.flips ?? [])];
    this.#rungInACall = [...(kept?.rungInACall ?? [])];
    for (const { agentId, at, shown } of kept?.staying ?? []) {
      this.#ended.set(agentId, { at, shown, isStillSeen: true });
    }
  }

  observe({ input, facts }: JournalEntry): void {
    for (const fact of facts) this.#happened(fact, input);
  }

  #happened(fact: Fact, input: Input): void {
    switch (fact.type) {
      case 'EffectRequested':
        return this.#requested(fact.effectId, fact.effect, fact.at);
      case 'EffectSettled':
        return this.#settled(fact);
      case 'CallOffered':
        return this.#offered(fact);
      case 'OfferConfirmed':
      case 'HeldOfferRang':
        return this.#rings(fact.offerId);
      case 'OfferEnded':
        return this.#rang(fact);
      case 'PresenceChanged':
        return this.#changed(fact);
      case 'PresenceConfirmed':
        return this.#confirmed(fact, input);
      default:
    }
  }

  /** What the last day showed. */
  told(nowAt: number): Watched {
    const recent = (events: readonly Event[]) => events.filter(({ at }) => nowAt - at < DAY_MS);
    const times = new Map<PersonId, number>();
    const flips = recent(this.#flips);
    for (const { agentId } of flips) times.set(agentId, (times.get(agentId) ?? 0) + 1);
    const overwritten = [...times].filter(([, count]) => count >= TIMES_TO_TELL);
    const staying = [...this.#ended].filter(
      ([, { isStillSeen, at }]) => isStillSeen && nowAt - at >= STAYS_AFTER_MS,
    );
    const rung = recent(this.#rungInACall);
    return {
      sinceAt: this.#sinceAt,
      overwritten: overwritten.map(([agentId]) => agentId),
      overwrittenAt: flips.at(-1)?.at ?? null,
      staying: staying.map(([agentId]) => agentId),
      rungInACall: [...new Set(rung.map(({ agentId }) => agentId))],
      rungInACallAt: rung.at(-1)?.at ?? null,
    };
  }

  kept(): KeptPresence {
    const staying = [...this.#ended].flatMap(([agentId, { at, shown, isStillSeen }]) =>
      isStillSeen ? [{ agentId, at, shown }] : [],
    );
    return {
      sinceAt: this.#sinceAt,
      flips: this.#flips,
      rungInACall: this.#rungInACall,
      staying: staying.slice(-REMEMBERED),
    };
  }

  /** Somebody has looked after it: what was seen before counts no more; what is still so does. */
  forget(nowAt: number): void {
    this.#sinceAt = nowAt;
    this.#flips.length = 0;
    this.#rungInACall.length = 0;
  }

  #requested(effectId: EffectId, effect: Effect, at: number): void {
    if (effect.kind === 'write-presence') {
      const { agentId, presence } = effect;
      const shown = shownAs(presence);
      // What stayed from the last time stays: nothing need tell it once more.
      const ended = this.#ended.get(agentId);
      const stays = ended?.isStillSeen === true && ended.shown !== shown ? ended.shown : null;
      const busyInstead = this.#written.get(agentId)?.busyInstead ?? stays;
      const known = { isTaken: false, isOverwritten: false, busyInstead };
      this.#written.set(agentId, { at, shown, ...known });
      this.#asked.set(effectId, agentId);
      this.#ended.delete(agentId);
    }
    if (effect.kind !== 'clear-presence') return;
    const written = this.#written.get(effect.agentId);
    this.#written.delete(effect.agentId);
    if (written === undefined) return;
    const { shown, busyInstead } = written;
    const isStillSeen = busyInstead !== null;
    this.#ended.set(effect.agentId, { at, shown: busyInstead ?? shown, isStillSeen });
  }

  #settled({ effectId, outcome }: FactOf<'EffectSettled'>): void {
    const agentId = this.#asked.get(effectId);
    if (agentId === undefined) return;
    this.#asked.delete(effectId);
    const written = this.#written.get(agentId);
    if (written !== undefined) written.isTaken = outcome === 'done';
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

  #changed({ agentId, at, availability, activity }: FactOf<'PresenceChanged'>): void {
    const written = this.#written.get(agentId);
    const isRightAfter = written !== undefined && at - written.at < RIGHT_AFTER_MS;
    if (isRightAfter && isWeaker(availability)) this.#overwritten(agentId, written, at);
    if (written !== undefined) {
      const isBusy = categoryOf(availability) === 'busy' && activityKindOf(activity) === 'none';
      written.busyInstead = isRightAfter && isBusy ? shownAs({ availability, activity }) : null;
    }
    this.#seenAfterEnd(agentId, { availability, activity });
    const isInCall = activityKindOf(activity) === 'call' || activityKindOf(availability) === 'call';
    if (!isInCall) return;
    for (const offer of this.#offers.values()) {
      if (offer.agentId === agentId && offer.isRinging) offer.isInCall = true;
    }
  }

  /** While ours ought to be seen, the same as before our write is no lack of news. */
  #confirmed({ agentId, at, askedAt }: FactOf<'PresenceConfirmed'>, input: Input): void {
    const written = this.#written.get(agentId);
    if (written === undefined && !this.#ended.has(agentId)) return;
    const reading = readingIn(input, agentId);
    if (reading === undefined) return;
    this.#seenAfterEnd(agentId, reading);
    const isLate = written?.isTaken === true && askedAt - written.at >= SHOWN_LATE_MS;
    if (isLate && isWeaker(reading.availability)) this.#overwritten(agentId, written, at);
  }

  #overwritten(agentId: PersonId, written: Written, at: number): void {
    if (!written.isOverwritten) remember(this.#flips, { agentId, at });
    written.isOverwritten = true;
  }

  #seenAfterEnd(agentId: PersonId, seen: Pick<PresenceReading, 'availability' | 'activity'>): void {
    const ended = this.#ended.get(agentId);
    if (ended?.shown === shownAs(seen)) ended.isStillSeen = true;
    else this.#ended.delete(agentId);
  }
}

/** Do not disturb and the like may be chosen by the person; what is weaker than ours is not. */
function isWeaker(availability: string): boolean {
  return ['available', 'away', 'offline'].includes(categoryOf(availability) ?? '');
}

/** What the engine was told of the person: a confirmation says only that nothing has changed. */
function readingIn(input: Input, agentId: PersonId): PresenceReading | undefined {
  return readingsIn(input).findLast((reading) => reading.agentId === agentId);
}

function readingsIn(input: Input): readonly PresenceReading[] {
  if (input.type === 'PresenceBlockPolled') return input.changes;
  const isReading = input.type === 'EffectReported' && input.outcome.kind === 'presence-read';
  return isReading ? input.outcome.readings : [];
}

function shownAs(shown: { readonly availability: string; readonly activity: string }): string {
  return `${shown.availability} ${shown.activity}`.toLowerCase();
}

function remember(events: Event[], event: Event): void {
  events.push(event);
  if (events.length > REMEMBERED) events.shift();
}
