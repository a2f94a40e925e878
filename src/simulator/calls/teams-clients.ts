import type { PresenceBoard } from '../presence/board.ts';
import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import { VOICEMAIL_LASTS_MS } from './voicemail.ts';
import type { AnsweredBy, Call, Leg, LegFailure, LegListener, LegState } from './call.ts';

/** The platform gives up on a client that nobody answers. */
const PLATFORM_RINGS_MS = 60_000;
/** A number that a person forwards to answers after so long. */
const OUTSIDE_ANSWERS_MS = 2000;
/** Forwarding is followed this often; a circle of people ends as unreachable. */
const FORWARDS_MAX = 4;

const STATE_OF_FAILURE: Readonly<Record<LegFailure, LegState>> = {
  declined: 'declined',
  busy: 'declined',
  noAnswer: 'missed',
  unreachable: 'missed',
  cancelled: 'cancelled',
};

/**
 * Everybody's Teams client, which alone decides what becomes of a call to that person:
 *
 *   ring ──> Do not disturb ──────────────> voicemail
 *    │  └──> in a call, busy on busy ─────> failed (busy)
 *    v
 *   ringing ──accept──> accepted ──hang up──> left
 *    │  │  └──decline──> failed (declined)
 *    │  └──the person's voicemail time──> voicemail ──> left
 *    └──cancelled, or 60 s──> failed (cancelled, no answer)
 */
export class TeamsClients {
  readonly #tenant: Tenant;
  readonly #presence: PresenceBoard;

  constructor(tenant: Tenant, presence: PresenceBoard) {
    this.#tenant = tenant;
    this.#presence = presence;
  }

  /** Rings a person; the listener hears what comes of it, at the earliest after this returned. */
  ring(call: Call, wanted: Person, listener: LegListener): Leg {
    const person = this.#forwardedTo(wanted);
    const leg: Leg = {
      id: this.#tenant.random.guid(),
      call,
      person,
      forwardedFrom: person === wanted ? null : wanted,
      listener,
      startedAt: this.#tenant.clock.nowMs(),
      timers: [],
      state: 'ringing',
      answeredBy: null,
      endedAt: null,
    };
    call.legs.push(leg);
    this.#note(leg, leg.forwardedFrom ? `rings, forwarded by ${wanted.upn}` : 'rings');
    this.#after(leg, 0, () => this.#arrive(leg));
    return leg;
  }

  /** The person takes the call. Only a ringing one can be taken. */
  accept(leg: Leg): void {
    this.#answer(leg, 'person');
    this.#presence.enterCall(leg.person);
    const { talksForSeconds } = leg.person.behaviour;
    if (talksForSeconds !== null) {
      this.#after(leg, talksForSeconds * 1000, () => this.hangUp(leg));
    }
    leg.listener.onAccepted(leg);
  }

  decline(leg: Leg): void {
    this.#fail(leg, 'declined');
  }

  /** Whoever rang gives up: the client stops ringing. */
  cancel(leg: Leg): void {
    if (leg.state === 'ringing') this.#fail(leg, 'cancelled');
  }

  /** The person (or the voicemail) leaves the conversation. */
  hangUp(leg: Leg): void {
    if (!this.release(leg)) return;
    leg.listener.onLeft(leg);
  }

  /**
   * Ends an accepted leg without telling whoever rang, who knows already. True when there was one.
   */
  release(leg: Leg): boolean {
    if (leg.answeredBy === null || leg.endedAt !== null) return false;
    this.#stopTimers(leg);
    leg.endedAt = this.#tenant.clock.nowMs();
    if (leg.answeredBy === 'person') this.#presence.leaveCall(leg.person);
    this.#note(leg, 'left');
    return true;
  }

  #forwardedTo(wanted: Person): Person {
    let person = wanted;
    for (let hop = 0; hop < FORWARDS_MAX; hop += 1) {
      const { forwardTo } = person.settings;
      const next = forwardTo === null ? undefined : this.#tenant.directory.findPerson(forwardTo);
      if (next === undefined) return person;
      person = next;
    }
    return person;
  }

  #arrive(leg: Leg): void {
    const { person } = leg;
    const { settings, behaviour } = person;
    if (settings.forwardTo?.startsWith('+') === true) {
      return this.#forwardOutside(leg, settings.forwardTo);
    }
    if (this.#presence.shown(person).availability === 'DoNotDisturb') {
      return settings.voicemailAfterSeconds === null
        ? this.#fail(leg, 'declined')
        : this.#takeByVoicemail(leg);
    }
    if (settings.busyOnBusy && this.#presence.isInCall(person)) return this.#fail(leg, 'busy');

    if (settings.voicemailAfterSeconds !== null) {
      this.#after(leg, settings.voicemailAfterSeconds * 1000, () => this.#takeByVoicemail(leg));
    }
    this.#after(leg, PLATFORM_RINGS_MS, () => this.#fail(leg, 'noAnswer'));
    if (behaviour.answers === 'auto' && this.#presence.isSignedIn(person)) {
      this.#after(leg, behaviour.afterSeconds * 1000, () => this.accept(leg));
    }
  }

  /** A number outside answers for the person: nobody in the tenant is in a call because of it. */
  #forwardOutside(leg: Leg, number: string): void {
    this.#note(leg, `forwarded to ${number}`);
    this.#after(leg, OUTSIDE_ANSWERS_MS, () => {
      this.#answer(leg, 'outside');
      leg.listener.onAccepted(leg);
    });
  }

  #takeByVoicemail(leg: Leg): void {
    if (leg.state !== 'ringing') return;
    this.#answer(leg, 'voicemail');
    this.#after(leg, VOICEMAIL_LASTS_MS, () => this.hangUp(leg));
    leg.listener.onVoicemail(leg);
  }

  #answer(leg: Leg, by: AnsweredBy): void {
    if (leg.state !== 'ringing') throw new Error(`Leg ${leg.id} is ${leg.state}, not ringing.`);
    this.#stopTimers(leg);
    leg.state = by === 'voicemail' ? 'missed' : 'accepted';
    leg.answeredBy = by;
    this.#note(leg, by === 'voicemail' ? 'did not answer, voicemail does' : 'accepted');
  }

  #fail(leg: Leg, failure: LegFailure): void {
    if (leg.state !== 'ringing') throw new Error(`Leg ${leg.id} is ${leg.state}, not ringing.`);
    this.#stopTimers(leg);
    leg.state = STATE_OF_FAILURE[failure];
    leg.endedAt = this.#tenant.clock.nowMs();
    this.#note(leg, failure);
    leg.listener.onFailed(leg, failure);
  }

  #after(leg: Leg, delayMs: number, act: () => void): void {
    leg.timers.push(this.#tenant.clock.after(delayMs, act));
  }

  #stopTimers(leg: Leg): void {
    for (const timer of leg.timers) timer.cancel();
    leg.timers.length = 0;
  }

  #note(leg: Leg, what: string): void {
    const at = this.#tenant.clock.nowMs();
    leg.call.timeline.push({ at, what: `${leg.person.upn} ${what}` });
    this.#tenant.changed('calls');
  }
}
