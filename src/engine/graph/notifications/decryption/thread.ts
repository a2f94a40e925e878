import { Worker } from 'node:worker_threads';
import type { Opened, SealedItem } from './open.mjs';

/** A batch takes about 3 ms to open: long against handing it over, short against a deadline. */
const BATCH_MAX = 8;
/** While one batch is opened others lie ready, as the main thread may be busy with a commit. */
const BATCHES_AT_A_TIME = 4;

/** The private half of a certificate of ours. */
export interface PrivateKey {
  /** `encryptionCertificateId` of the subscriptions that use it. */
  readonly id: string;
  /** PKCS #8 in PEM. */
  readonly pem: string;
}

export interface DecryptionThreadOptions<Job> {
  readonly keys: readonly PrivateKey[];
  readonly onAnswers: (answered: readonly (readonly [Job, Opened])[]) => void;
  /** Told once, when the thread ends without having been asked to. */
  readonly onEnd: (cause: string) => void;
}

/** One worker thread and what it is busy with. */
export class DecryptionThread<Job extends { readonly item: SealedItem }> {
  readonly batchMax = BATCH_MAX;
  readonly #worker = new Worker(new URL('./worker.mjs', import.meta.url));
  /** Batches are answered in the order in which they were handed over. */
  readonly #batches: (readonly Job[])[] = [];
  #cause = 'it ended by itself';

  constructor({ keys, onAnswers, onEnd }: DecryptionThreadOptions<Job>) {
    this.#worker.on('message', (answers: readonly Opened[]) => {
      const jobs = this.#batches.shift() ?? [];
      onAnswers(answers.flatMap((answer, index) => pair(jobs[index], answer)));
    });
    this.#worker.on('error', (error) => {
      this.#cause = error instanceof Error ? error.message : String(error);
    });
    this.#worker.on('exit', () => onEnd(this.#cause));
    this.useKeys(keys);
  }

  /** How many it has not answered yet. */
  get batches(): number {
    return this.#batches.length;
  }

  get hasRoom(): boolean {
    return this.batches < BATCHES_AT_A_TIME;
  }

  useKeys(keys: readonly PrivateKey[]): void {
    this.#worker.postMessage({ kind: 'keys', keys });
  }

  take(jobs: readonly Job[]): void {
    if (jobs.length === 0) return;
    this.#batches.push(jobs);
    this.#worker.postMessage({ kind: 'open', items: jobs.map(({ item }) => item) });
  }

  /** What it has taken and not answered. */
  jobs(): Job[] {
    return this.#batches.flat();
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

function pair<Job>(job: Job | undefined, answer: Opened): (readonly [Job, Opened])[] {
  return job === undefined ? [] : [[job, answer]];
}
