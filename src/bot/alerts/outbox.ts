/**
 * Alerts wait here until whoever must know has been told: while the login or Teams is down nobody
 * can be, and the trouble that the alert is about is often that very one.
 *
 *   raised --> waiting --round: told--------------------------> gone
 *                | ^                                              ^
 *                | +--round: Teams not reached, growing pauses--+ |
 *                +--nobody there, too old or too many-------------+
 *
 * One round at a time goes through all of them, each person's in the order in which they were
 * raised. A raised alert begins a round at once, so that others that wait are tried again too.
 */
import type { EffectOutcome, PersonId } from '@rufwerk/engine/core';
import type { Clock, Log, Notes, Timer } from '@rufwerk/engine/ports';
import type { Trouble } from '../chat/post.ts';
import { toAll } from '../chat/to-all.ts';
import { type News, newsOf } from './news.ts';
import { type WaitingAlert, WaitingAlerts } from './waiting.ts';

const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 2 * 60_000;

export interface OutboxParts {
  readonly notes: Notes;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells one person; never rejects for what Teams does. */
  readonly tell: (personId: PersonId, news: News) => Promise<Trouble>;
}

type Troubles = ReadonlyMap<PersonId, Exclude<Trouble, null>>;

export class AlertOutbox {
  readonly #parts: OutboxParts;
  readonly #waiting: WaitingAlerts;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Troubles> | null = null;
  #timer: Timer | null = null;
  #inVain = 0;
  #isStopped = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#waiting = new WaitingAlerts(parts.notes);
  }

  /** What a restart found waiting is tried at once. */
  begin(): void {
    this.#tryAgain();
  }

  /** Begins no round any more; what waits stays in the notes. */
  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
  }

  /** Resolves after the first try, with what it came to; whoever was not told is told later. */
  async send(alert: WaitingAlert): Promise<EffectOutcome> {
    await this.#waiting.add(alert);
    const troubles = await this.#round();
    return toAll(alert.recipientIds, (id) => Promise.resolve(troubles.get(id) ?? null));
  }

  /** The round that begins once the one under way has ended. */
  #round(): Promise<Troubles> {
    this.#next ??= this.#running.then(() => {
      this.#next = null;
      return this.#tellAll();
    });
    this.#running = this.#next.catch(() => undefined);
    return this.#next;
  }

  #tryAgain(): void {
    if (this.#isStopped) return;
    this.#round().catch((err: unknown) => {
      // The notes were closed under it: the next start finds what they hold.
      if (this.#isStopped) return;
      this.#parts.log.error({ err }, 'Alerts that wait could not be told; it is tried again');
      this.#wait();
    });
  }

  async #tellAll(): Promise<Troubles> {
    const { clock, log } = this.#parts;
    this.#timer?.cancel();
    const dropped = await this.#waiting.prune(clock.now());
    if (dropped > 0) log.error({ dropped }, 'Alerts waited too long, or too many: nobody is told');
    const waiting = await this.#waiting.all();
    const people = [...new Set(waiting.flatMap(({ recipientIds }) => recipientIds))];
    const troubles = new Map<PersonId, Exclude<Trouble, null>>();
    await toAll(people, async (personId) => {
      const trouble = await this.#tellPerson(personId, waiting);
      if (trouble !== null) troubles.set(personId, trouble);
      return trouble;
    });
    this.#inVain = troubles.size === 0 ? 0 : this.#inVain + 1;
    if ((await this.#waiting.all()).length > 0) this.#wait();
    return troubles;
  }

  /** What could not be told keeps what comes after it: told out of order, news mislead. */
  async #tellPerson(personId: PersonId, waiting: readonly WaitingAlert[]): Promise<Trouble> {
    const own = waiting.filter(({ recipientIds }) => recipientIds.includes(personId));
    for (const { news, effectIds } of newsOf(own)) {
      const trouble = await this.#parts.tell(personId, news);
      if (trouble?.isBarred === true) {
        await this.#waiting.settle(
          personId,
          own.map(({ effectId }) => effectId),
        );
      }
      if (trouble !== null) return trouble;
      await this.#waiting.settle(personId, effectIds);
    }
    return null;
  }

  #wait(): void {
    if (this.#isStopped) return;
    const { clock } = this.#parts;
    const doublings = Math.min(Math.max(0, this.#inVain - 1), 10);
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** doublings);
    this.#timer?.cancel();
    this.#timer = clock.setTimer(clock.now() + pauseMs, () => this.#tryAgain());
  }
}
