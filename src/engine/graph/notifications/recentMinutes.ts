import type { Clock } from '@rufwerk/engine/ports';
import type { Refusal } from './refusal.ts';

const MINUTE_MS = 60_000;
const KEPT_MS = 30 * MINUTE_MS;

/** What came in one minute: authentic notifications, and the refused ones by reason. */
export interface RecentMinute {
  readonly fromAt: number;
  readonly taken: number;
  readonly refused: Readonly<Partial<Record<Refusal, number>>>;
}

interface Minute extends RecentMinute {
  taken: number;
  readonly refused: Partial<Record<Refusal, number>>;
}

/** The last half hour, minute by minute: how large a share was refused of late. */
export class RecentMinutes {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #minutes: Minute[] = [];

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  took(): void {
    this.#minute().taken += 1;
  }

  refused(reason: Refusal, count: number): void {
    const { refused } = this.#minute();
    refused[reason] = (refused[reason] ?? 0) + count;
  }

  /** The oldest first; minutes in which nothing came are left out. */
  told(): readonly RecentMinute[] {
    const oldestAt = this.#clock.now() - KEPT_MS;
    return this.#minutes.filter(({ fromAt }) => fromAt > oldestAt);
  }

  #minute(): Minute {
    const fromAt = Math.floor(this.#clock.now() / MINUTE_MS) * MINUTE_MS;
    const newest = this.#minutes.at(-1);
    if (newest?.fromAt === fromAt) return newest;
    const minute = { fromAt, taken: 0, refused: {} };
    this.#minutes.push(minute);
    if (this.#minutes.length > KEPT_MS / MINUTE_MS) this.#minutes.shift();
    return minute;
  }
}
