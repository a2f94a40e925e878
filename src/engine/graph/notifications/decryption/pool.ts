/**
 * Opens notifications on threads of their own, as many at a time as the machine has cores for.
 *
 *   open --> waiting (bounded) --batches--> thread --answers, in order--> resolved
 *              ^                              |
 *              +------ put back once --crash--+--> a new thread
 *
 * What waits beyond its time is passed over: nobody listens for it any more, and opening it would
 * only make the next ones late too.
 */
import type { Log } from '@rufwerk/engine/ports';
import { DecryptionThread } from './thread.ts';
import type { PrivateKey } from './thread.ts';
import type { Opened, SealedItem } from './open.mjs';

/** More than two cores hardly ever have to open notifications at once. */
export const DECRYPTION_THREADS = 2;
const WAITING_MAX = 8_000;
const TRIES_MAX = 2;
/** A thread that ends at once would otherwise be started again without a pause. */
const RESTART_AFTER_MS = 500;

export interface DecryptionPoolOptions {
  readonly log: Log;
  readonly threads?: number;
  /** How many may wait; what comes beyond is not taken. */
  readonly waitingMax?: number;
}

/** `not-done`: nothing is known of it; whoever sent it must send it again. */
export type PoolAnswer = Opened | { readonly kind: 'not-done'; readonly because: string };

interface Job {
  readonly item: SealedItem;
  /** By `performance.now()`. */
  readonly untilMs: number;
  readonly resolve: (answer: PoolAnswer) => void;
  triesLeft: number;
}

export class DecryptionPool {
  readonly #options: Required<DecryptionPoolOptions>;
  readonly #threads = new Set<DecryptionThread<Job>>();
  readonly #restarts = new Set<ReturnType<typeof setTimeout>>();
  #waiting: Job[] = [];
  #keys: readonly PrivateKey[] = [];
  #crashes = 0;
  #state: 'unused' | 'open' | 'closed' = 'unused';

  constructor(options: DecryptionPoolOptions) {
    this.#options = { threads: DECRYPTION_THREADS, waitingMax: WAITING_MAX, ...options };
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** How often a thread has ended by itself. */
  get crashes(): number {
    return this.#crashes;
  }

  /**
   * All keys that may still be needed; replaces those given before. With the first one the threads
   * are started: the first thing to open may be an emergency, which must not wait for them.
   */
  useKeys(keys: readonly PrivateKey[]): void {
    this.#keys = keys;
    for (const thread of this.#threads) thread.useKeys(keys);
    if (keys.length > 0) this.#begin();
  }

  /** What is urgent goes before all that waits, however much that is. */
  open(
    item: SealedItem,
    untilMs: number,
    turn: 'urgent' | 'in-turn' = 'in-turn',
  ): Promise<PoolAnswer> {
    const { waitingMax } = this.#options;
    if (this.#state === 'closed') return Promise.resolve(notDone('Rufwerk is stopping'));
    if (this.#waiting.length >= waitingMax && turn === 'in-turn') {
      return Promise.resolve(notDone(`${waitingMax} notifications are waiting already`));
    }
    this.#begin();
    return new Promise((resolve) => {
      const job = { item, untilMs, resolve, triesLeft: TRIES_MAX };
      if (turn === 'urgent') this.#waiting.unshift(job);
      else this.#waiting.push(job);
      this.#handOut();
    });
  }

  async close(): Promise<void> {
    this.#state = 'closed';
    for (const restart of this.#restarts) clearTimeout(restart);
    const threads = [...this.#threads];
    this.#threads.clear();
    const unfinished = threads.flatMap((thread) => thread.jobs());
    for (const job of [...this.#waiting.splice(0), ...unfinished]) {
      job.resolve(notDone('Rufwerk is stopping'));
    }
    await Promise.all(threads.map((thread) => thread.end()));
  }

  #begin(): void {
    if (this.#state !== 'unused') return;
    this.#state = 'open';
    for (let count = 0; count < this.#options.threads; count += 1) this.#start();
  }

  #start(): void {
    const thread: DecryptionThread<Job> = new DecryptionThread<Job>({
      keys: this.#keys,
      onAnswers: (answered) => {
        for (const [job, answer] of answered) job.resolve(answer);
        this.#handOut();
      },
      onEnd: (cause) => this.#ended(thread, cause),
    });
    this.#threads.add(thread);
    this.#handOut();
  }

  #ended(thread: DecryptionThread<Job>, cause: string): void {
    if (!this.#threads.delete(thread)) return;
    this.#crashes += 1;
    this.#options.log.error({ cause }, 'A thread that opens notifications ended; another follows');
    const again: Job[] = [];
    for (const job of thread.jobs()) {
      job.triesLeft -= 1;
      if (job.triesLeft > 0) again.push(job);
      else job.resolve(notDone('the thread that should open it ended twice'));
    }
    this.#waiting.unshift(...again);
    const restart = setTimeout(() => {
      this.#restarts.delete(restart);
      this.#start();
    }, RESTART_AFTER_MS);
    this.#restarts.add(restart);
    this.#handOut();
  }

  #handOut(): void {
    while (this.#waiting.length > 0) {
      const [thread] = [...this.#threads]
        .filter(({ hasRoom }) => hasRoom)
        .sort((one, other) => one.batches - other.batches);
      if (thread === undefined) return;
      thread.take(this.#next(thread.batchMax));
    }
  }

  /** The next jobs for which somebody still waits. */
  #next(most: number): Job[] {
    const nowMs = performance.now();
    const jobs: Job[] = [];
    let looked = 0;
    while (jobs.length < most && looked < this.#waiting.length) {
      const job = this.#waiting[looked];
      looked += 1;
      if (job === undefined) break;
      if (job.untilMs >= nowMs) jobs.push(job);
      else job.resolve(notDone('its time was over before its turn came'));
    }
    this.#waiting.splice(0, looked);
    return jobs;
  }
}

function notDone(because: string): PoolAnswer {
  return { kind: 'not-done', because };
}
