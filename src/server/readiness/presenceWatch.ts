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
  type PersonId,
  type PresenceReading,
} from '@rufwerk/engine/core';
import { CallsInACall } from './presenceWatchCalls.ts';
import { ofTheLastDay, remember, REMEMBERED, type WatchedEvent } from './presenceWatchEvents.ts';

/** A presence that changes so soon after our write was written by somebody else. */
const RIGHT_AFTER_MS = 60_000;
/** Graph may go on showing what was there before our write for as long. */
const SHOWN_LATE_MS = 15_000;
/** Teams shows what has ended for a minute or so; a call of the person's own may follow at once. */
const STAYS_AFTER_MS = 15 * 60_000;
/** Once may be the person's own doing. */
const TIMES_TO_TELL = 2;

interface Written {
  readonly at: number;
  readonly shown: string;
  /** What we showed before it: it may be seen late. */
  readonly shownBefore: string | null;
  /** It says nothing new of what has replaced the one before. */
  readonly isRenewal: boolean;
  /** Whether Graph took it. */
  isTaken: boolean;
  /** Whether it is known that Teams shows something else in its place. */
  isOverwritten: boolean;
}

/** After we have ended what we showed of a person: what must not be seen any more. */
interface Ended {
  readonly at: number;
  readonly shown: string;
  /** Whether Teams has shown it since, and nothing else. */
  isStillSeen: boolean;
}

/** What outlives a restart. What is shown right then does not: it is written anew, or ended. */
export interface KeptPresence {
  readonly sinceAt: number;
  readonly flips: readonly WatchedEvent[];
  readonly rungInACall: readonly WatchedEvent[];
  readonly staying: readonly (WatchedEvent & { readonly shown: string })[];
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
  /** What came right after ours and is still seen, as somebody wrote it who saw ours. */
  readonly #instead = new Map<PersonId, string>();
  /** What people chose through us: nobody else wrote it. */
  readonly #chosen = new Map<PersonId, string>();
  readonly #calls: CallsInACall;
  readonly #flips: WatchedEvent[];
  #sinceAt: number;

  /** `kept`: what was watched before a restart. */
  constructor(nowAt: number, kept?: KeptPresence) {
    this.#sinceAt = kept?.sinceAt ?? nowAt;
    this.#flips = [...(kept?.flips ?? [])];
    this.#calls = new CallsInACall(kept?.rungInACall);
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
        return this.#calls.offered(fact);
      case 'OfferConfirmed':
      case 'HeldOfferRang':
        return this.#calls.rings(fact.offerId);
      case 'OfferEnded':
        return this.#calls.ended(fact);
      case 'PresenceChanged':
        return this.#changed(fact);
      case 'PresenceConfirmed':
        return this.#confirmed(fact, input);
      default:
    }
  }

  /** What the last day showed. */
  told(nowAt: number): Watched {
    const times = new Map<PersonId, number>();
    const flips = ofTheLastDay(this.#flips, nowAt);
    for (const { agentId } of flips) times.set(agentId, (times.get(agentId) ?? 0) + 1);
    const overwritten = [...times].filter(([, count]) => count >= TIMES_TO_TELL);
    const staying = [...this.#ended].filter(
      ([, { isStillSeen, at }]) => isStillSeen && nowAt - at >= STAYS_AFTER_MS,
    );
    const rung = ofTheLastDay(this.#calls.events, nowAt);
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
      rungInACall: this.#calls.events,
      staying: staying.slice(-REMEMBERED),
    };
  }

  /** Somebody has looked after it: what was seen before counts no more; what is still so does. */
  forget(nowAt: number): void {
    this.#sinceAt = nowAt;
    this.#flips.length = 0;
    this.#calls.events.length = 0;
  }

  #requested(effectId: EffectId, effect: Effect, at: number): void {
    switch (effect.kind) {
      case 'write-presence':
        this.#asked.set(effectId, effect.agentId);
        return this.#wrote(effect.agentId, shownAs(effect.presence), at);
      case 'clear-presence':
        return this.#cleared(effect.agentId, at);
      case 'prefer-presence':
        if (effect.presence === null) this.#chosen.delete(effect.agentId);
        else this.#chosen.set(effect.agentId, shownAs(effect.presence));
        return;
      default:
    }
  }

  #wrote(agentId: PersonId, shown: string, at: number): void {
    const before = this.#written.get(agentId);
    const ended = this.#ended.get(agentId);
    // What stayed from the last time stays: nothing need tell it once more.
    if (ended?.isStillSeen === true && ended.shown !== shown) {
      this.#instead.set(agentId, ended.shown);
    }
    const shownBefore = before?.shown ?? ended?.shown ?? null;
    const known = { shownBefore, isRenewal: before !== undefined };
    this.#written.set(agentId, { at, shown, ...known, isTaken: false, isOverwritten: false });
    this.#ended.delete(agentId);
  }

  #cleared(agentId: PersonId, at: number): void {
    const written = this.#written.get(agentId);
    this.#written.delete(agentId);
    if (written === undefined) return;
    const instead = this.#instead.get(agentId);
    const isBusy = instead?.startsWith('busy ') === true;
    this.#ended.set(agentId, { at, shown: isBusy ? instead : written.shown, isStillSeen: isBusy });
  }

  #settled({ effectId, outcome }: FactOf<'EffectSettled'>): void {
    const agentId = this.#asked.get(effectId);
    if (agentId === undefined) return;
    this.#asked.delete(effectId);
    const written = this.#written.get(agentId);
    if (written !== undefined) written.isTaken = outcome === 'done';
  }

  #changed(seen: FactOf<'PresenceChanged'>): void {
    const { agentId, at, availability, activity } = seen;
    const written = this.#written.get(agentId);
    const isRightAfter = written !== undefined && at - written.at < RIGHT_AFTER_MS;
    if (isRightAfter && this.#isForeign(seen, written)) {
      this.#overwritten(agentId, written, at);
      this.#instead.set(agentId, shownAs(seen));
    } else this.#instead.delete(agentId);
    this.#seenAfterEnd(agentId, seen);
    const isInCall = activityKindOf(activity) === 'call' || activityKindOf(availability) === 'call';
    if (isInCall) this.#calls.inACall(agentId);
  }

  /** While ours ought to be seen, the same as before our write is no lack of news. */
  #confirmed({ agentId, at, askedAt }: FactOf<'PresenceConfirmed'>, input: Input): void {
    const written = this.#written.get(agentId);
    if (written === undefined && !this.#ended.has(agentId)) return;
    const reading = readingIn(input, agentId);
    if (reading === undefined) return;
    this.#seenAfterEnd(agentId, reading);
    const isLate = written?.isTaken === true && askedAt - written.at >= SHOWN_LATE_MS;
    if (!isLate) return;
    const isStillThere = !written.isRenewal && this.#instead.get(agentId) === shownAs(reading);
    if (isWeaker(reading.availability) || isStillThere) this.#overwritten(agentId, written, at);
  }

  /** Neither ours, nor what the person chose through us, nor of a call or meeting of the person. */
  #isForeign(seen: FactOf<'PresenceChanged'>, { shown, shownBefore }: Written): boolean {
    const { agentId, availability, activity, fidelity } = seen;
    if (isWeaker(availability)) return this.#chosen.get(agentId) !== shownAs(seen);
    const ours = [shown, shownBefore, this.#chosen.get(agentId)];
    if (ours.includes(shownAs(seen))) return false;
    const isOursByHalf = ours.some((each) => each?.startsWith(`${availability.toLowerCase()} `));
    if (fidelity === 'availability' && isOursByHalf) return false;
    const isStrong = ['busy', 'do-not-disturb'].includes(categoryOf(availability) ?? '');
    return isStrong && activityKindOf(activity) === 'none';
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

/** What is weaker than ours is never seen beside it, also where it was there before ours. */
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
