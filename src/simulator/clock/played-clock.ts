import { Deadlines } from './deadlines.ts';
import type { Deadline } from './deadlines.ts';

/** Node's timers overflow beyond this; a later deadline is armed again when this one fires. */
const LONGEST_TIMER_MS = 2_000_000_000;
/**
 * Far more deadlines at one instant than any world sets: a bound against a loop that feeds itself.
 */
const DEADLINES_PER_RUN_MAX = 1_000_000;

export type ClockListener = (time: { readonly nowMs: number; readonly rate: number }) => void;

/** What others need to end a timer they set. */
export interface PlayedTimer {
  cancel(): void;
}

/**
 * The played world's time: it flows at `rate` times real time from a base, and can be put forward.
 * Every deadline of the world (ringing, voicemail, keep-alive, fading presence) is set here and
 * nowhere else, so that an hour can be played in a second and in the right order.
 */
export class PlayedClock {
  readonly #deadlines = new Deadlines();
  readonly #listeners = new Set<ClockListener>();
  #basePlayedMs: number;
  #baseRealMs = performance.now();
  #rate = 1;
  #armed: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(startsAtMs: number) {
    this.#basePlayedMs = startsAtMs;
  }

  get rate(): number {
    return this.#rate;
  }

  nowMs(): number {
    const passedRealMs = performance.now() - this.#baseRealMs;
    return Math.floor(this.#basePlayedMs + passedRealMs * this.#rate);
  }

  /** The played instant as ISO 8601 in UTC. */
  now(): string {
    return new Date(this.nowMs()).toISOString();
  }

  /** Does something after so much played time; a cancelled timer never acts. */
  after(delayMs: number, act: () => void): PlayedTimer {
    const deadline: Deadline = this.#deadlines.add(this.nowMs() + Math.max(0, delayMs), act);
    this.#arm();
    return {
      cancel: () => {
        deadline.cancelled = true;
      },
    };
  }

  /** Lets time flow faster or slower from now on; 0 holds it still. */
  setRate(rate: number): void {
    this.#rebase(this.nowMs());
    this.#rate = rate;
    this.#announce();
    this.#arm();
  }

  /** The played instant of the next deadline, or undefined when nothing is planned. */
  nextDueAt(): number | undefined {
    return this.#deadlines.peek()?.dueAt;
  }

  /** Puts the clock forward to an instant and acts on every deadline up to it. Never goes back. */
  jumpTo(instantMs: number): void {
    this.#rebase(Math.max(instantMs, this.nowMs()));
    this.#announce();
    this.#runDue();
  }

  /**
   * Forgets everything planned and flows at real speed again. The instant stays: a product that
   * follows this clock could not bear time going back.
   */
  forgetDeadlines(): void {
    this.#deadlines.clear();
    this.setRate(1);
  }

  /** Tells a listener of every change; the returned function ends that. */
  onChange(listener: ClockListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#armed);
    this.#deadlines.clear();
    this.#listeners.clear();
  }

  #rebase(playedMs: number): void {
    this.#basePlayedMs = playedMs;
    this.#baseRealMs = performance.now();
  }

  #announce(): void {
    const time = { nowMs: this.nowMs(), rate: this.#rate };
    for (const listener of this.#listeners) listener(time);
  }

  #runDue(): void {
    for (let run = 0; run < DEADLINES_PER_RUN_MAX; run += 1) {
      const due = this.#deadlines.takeDue(this.nowMs());
      if (due === undefined) break;
      due.act();
    }
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#armed);
    const next = this.nextDueAt();
    if (this.#isClosed || next === undefined || this.#rate === 0) return;
    const realDelayMs = Math.ceil((next - this.nowMs()) / this.#rate);
    const delayMs = Math.min(LONGEST_TIMER_MS, Math.max(0, realDelayMs));
    this.#armed = setTimeout(() => this.#runDue(), delayMs);
  }
}
