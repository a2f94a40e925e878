import type { PlayedTimer } from '../clock/played-clock.ts';
import type { Tenant } from '../tenant.ts';
import type { Call, LegFailure } from './call.ts';

/** What a telephone outside the tenant does when it is called. */
export interface TelephoneBehaviour {
  /** `auto` answers by itself, `never` rings on, `manual` waits for the page or a test. */
  readonly answers: 'auto' | 'never' | 'manual';
  readonly afterSeconds: number;
}

export interface TelephoneListener {
  readonly onAnswered: () => void;
  readonly onFailed: (failure: LegFailure) => void;
}

/** A telephone that rings; each of the three ends it, and only the first one counts. */
export interface RingingTelephone {
  readonly number: string;
  readonly accept: () => void;
  readonly decline: () => void;
  /** Whoever rang gives up. */
  readonly cancel: () => void;
}

const AT_THE_START: TelephoneBehaviour = { answers: 'auto', afterSeconds: 2 };
/** The telephone network gives up on a telephone that nobody answers. */
const NETWORK_RINGS_MS = 60_000;
/** Telephones whose behaviour was set; a world has more numbers than anybody will set. */
const BEHAVIOURS_MAX = 10_000;

/**
 * Telephones outside the tenant, which the product calls back or sends callers to:
 *
 *   ringing ──accept, or by itself──> answered
 *    │  └──decline──> failed (declined)
 *    └──cancelled, or 60 s──> failed (cancelled, no answer)
 */
export class Telephones {
  readonly #tenant: Tenant;
  readonly #behaviours = new Map<string, TelephoneBehaviour>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => this.#behaviours.clear());
  }

  behaviour(number: string): TelephoneBehaviour {
    return this.#behaviours.get(number) ?? AT_THE_START;
  }

  /** False when the behaviour of too many telephones is set already. */
  behave(number: string, behaviour: TelephoneBehaviour): boolean {
    if (!this.#behaviours.has(number) && this.#behaviours.size >= BEHAVIOURS_MAX) return false;
    this.#behaviours.set(number, behaviour);
    return true;
  }

  /** Rings a telephone; the listener hears what comes of it after this has returned. */
  ring(call: Call, number: string, listener: TelephoneListener): RingingTelephone {
    const { clock } = this.#tenant;
    const timers: PlayedTimer[] = [];
    const end = (what: string): boolean => {
      const place = call.telephones.indexOf(ringing);
      if (place === -1) return false;
      call.telephones.splice(place, 1);
      for (const timer of timers) timer.cancel();
      this.#note(call, number, what);
      return true;
    };
    const fail = (failure: LegFailure): void => {
      if (end(failure)) listener.onFailed(failure);
    };
    const ringing: RingingTelephone = {
      number,
      accept: () => {
        if (end('accepted')) listener.onAnswered();
      },
      decline: () => fail('declined'),
      cancel: () => fail('cancelled'),
    };
    call.telephones.push(ringing);
    this.#note(call, number, 'rings');
    const { answers, afterSeconds } = this.behaviour(number);
    if (answers === 'auto') timers.push(clock.after(afterSeconds * 1000, ringing.accept));
    timers.push(clock.after(NETWORK_RINGS_MS, () => fail('noAnswer')));
    return ringing;
  }

  #note(call: Call, number: string, what: string): void {
    call.timeline.push({ at: this.#tenant.clock.nowMs(), what: `${number} ${what}` });
    this.#tenant.changed('calls');
  }
}
