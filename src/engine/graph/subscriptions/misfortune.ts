import type { Clock, Log } from '@rufwerk/engine/ports';
import { accountProblem } from '../accounts/accountProblem.ts';
import type { AccountProblem } from '../accounts/accountProblem.ts';
import type { Trouble } from './subscriptionRequests.ts';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** What went wrong with a subscription last, in words with the mend; kept after it is over. */
export interface SubscriptionError {
  readonly at: number;
  readonly field: string;
  readonly cause: string;
  readonly mend: string;
}

export interface MisfortuneParts {
  readonly accountId: string;
  /** What is wrong with the account's sign-in. */
  readonly problem: () => AccountProblem | null;
  readonly clock: Clock;
  readonly log: Log;
}

/** Troubles in a row: how long to pause, whether the account is to blame, and what to tell. */
export class Misfortune {
  readonly #parts: MisfortuneParts;
  #inARow = 0;
  #untilAt: number | null = null;
  #isBarred = false;
  #lastError: SubscriptionError | null = null;

  constructor(parts: MisfortuneParts) {
    this.#parts = parts;
  }

  /** The account itself is kept out: others have to do its work. */
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

  happened(trouble: Trouble): void {
    const { clock, log, accountId } = this.#parts;
    const blamed = this.#blamed(trouble);
    this.#isBarred = blamed !== null;
    const doublings = Math.min(this.#inARow, 10);
    const pauseMs = this.#isBarred
      ? LONGEST_PAUSE_MS
      : Math.min(FIRST_PAUSE_MS * 2 ** doublings, LONGEST_PAUSE_MS);
    this.#inARow += 1;
    this.#untilAt = clock.now() + Math.max(pauseMs, trouble.retryAfterMs ?? 0);
    const words = blamed ?? wordsOf(trouble);
    const isNew = this.#lastError?.cause !== words.rule || this.#inARow === 1;
    this.#lastError = {
      ...{ at: clock.now(), field: words.field, cause: words.rule, mend: words.mend },
    };
    if (isNew) log.warn({ accountId, cause: words.rule }, `no presence by push: ${words.mend}`);
  }

  /** Something of ours broke: it must not end the keeping of the subscription. */
  broken(error: unknown): void {
    this.#parts.log.error({ accountId: this.#parts.accountId, err: error }, 'a step broke');
    const cause = error instanceof Error ? error.message : String(error);
    this.happened({ kind: 'trouble', status: null, cause, retryAfterMs: null });
  }

  /** A step went well. */
  forget(): void {
    this.#inARow = 0;
    this.#untilAt = null;
    this.#isBarred = false;
  }

  /** What of the account keeps it out; null when it is not to blame. */
  #blamed({ status }: Trouble): Omit<AccountProblem, 'kind'> | null {
    const problem = this.#parts.problem();
    if (problem !== null && problem.kind !== 'unreachable') return problem;
    if (status === 403) return accountProblem('permission-missing');
    return status === 401 ? accountProblem('revoked') : null;
  }
}

function wordsOf({ status, cause: rule }: Trouble): Omit<AccountProblem, 'kind'> {
  switch (status) {
    case 400:
      return {
        field: 'PUBLIC_URL',
        rule,
        mend: 'Check that Microsoft reaches /api/notifications and /api/lifecycle at PUBLIC_URL.',
      };
    case 409:
      return {
        field: 'presence accounts',
        rule,
        mend: 'Give each installation a presence account of its own.',
      };
    default:
      return { field: 'Microsoft Graph', rule, mend: 'It is tried again by itself.' };
  }
}
