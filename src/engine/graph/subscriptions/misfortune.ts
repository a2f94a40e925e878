import type { Texts } from '@rufwerk/engine/core';
import type { Clock, Log } from '@rufwerk/engine/ports';
import type { TroubleWords } from '../troubleWords.ts';
import type { Trouble } from './subscriptionRequests.ts';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** What went wrong with a subscription last, in words with the mend; kept after it is over. */
export interface SubscriptionError {
  readonly at: number;
  readonly field: Texts;
  readonly cause: Texts;
  readonly mend: Texts;
}

export interface MisfortuneParts {
  /** Ids of whose it is, for the log. */
  readonly about: Readonly<Record<string, string>>;
  /** What has to be done without meanwhile, in words. */
  readonly without: string;
  /** What of the owner keeps it out, so that trying often is of no use; null: not to blame. */
  readonly blamed: (trouble: Trouble) => TroubleWords | null;
  /** For whatever the owner is not to blame for. */
  readonly wordsOf: (trouble: Trouble) => TroubleWords;
  readonly clock: Clock;
  readonly log: Log;
}

/** Troubles in a row: how long to pause, whether the owner is to blame, and what to tell. */
export class Misfortune {
  readonly #parts: MisfortuneParts;
  #inARow = 0;
  #untilAt: number | null = null;
  #isBarred = false;
  #lastError: SubscriptionError | null = null;

  constructor(parts: MisfortuneParts) {
    this.#parts = parts;
  }

  /** The owner itself is kept out: others have to do its work. */
  get isBarred(): boolean {
    return this.#isBarred;
  }

  /** When to try again; null when nothing is wrong. */
  get untilAt(): number | null {
    return this.#untilAt;
  }

  get isPausing(): boolean {
    return this.#untilAt !== null && this.#parts.clock.now() < this.#untilAt;
  }

  get lastError(): SubscriptionError | null {
    return this.#lastError;
  }

  /** What is wrong now; null once a step went well. */
  get presentError(): SubscriptionError | null {
    return this.#untilAt === null ? null : this.#lastError;
  }

  happened(trouble: Trouble): void {
    const { clock, log, about, without } = this.#parts;
    const blamed = this.#parts.blamed(trouble);
    this.#isBarred = blamed !== null;
    const doublings = Math.min(this.#inARow, 10);
    const pauseMs = this.#isBarred
      ? LONGEST_PAUSE_MS
      : Math.min(FIRST_PAUSE_MS * 2 ** doublings, LONGEST_PAUSE_MS);
    this.#inARow += 1;
    this.#untilAt = clock.now() + Math.max(pauseMs, trouble.retryAfterMs ?? 0);
    const words = blamed ?? this.#parts.wordsOf(trouble);
    const isNew = this.#lastError?.cause.en !== words.rule.en || this.#inARow === 1;
    this.#lastError = {
      ...{ at: clock.now(), field: words.field, cause: words.rule, mend: words.mend },
    };
    if (isNew) log.warn({ ...about, cause: words.rule.en }, `${without}: ${words.mend.en}`);
  }

  /** Something of ours broke: it must not end the keeping of the subscription. */
  broken(error: unknown): void {
    this.#parts.log.error({ ...this.#parts.about, err: error }, 'a step broke');
    const cause = error instanceof Error ? error.message : String(error);
    this.happened({ kind: 'trouble', status: null, cause, retryAfterMs: null });
  }

  /** A step went well. */
  forget(): void {
    this.#inARow = 0;
    this.#untilAt = null;
    this.#isBarred = false;
  }
}
