import type { Tenant } from '../tenant.ts';
import type { SeededRandom } from '../world/random.ts';
import { PlatformTokens } from './platform-tokens.ts';

/** A notification on its way to the product. */
export interface Parcel {
  /** Parcels of one queue arrive in the order they were sent, as long as no fault reorders them. */
  readonly queue: string;
  readonly url: string;
  readonly body: unknown;
  readonly isTaken: (status: number) => boolean;
  readonly onTaken: () => void;
}

interface WaitingParcel extends Parcel {
  /** A fault holds it, and in an ordered queue all behind it, until then. */
  readonly notBeforeMs: number;
}

/**
 * A refused or unreachable delivery is tried again after these times, then given up: half a minute
 * in all.
 */
const RETRY_AFTER_MS = [250, 500, 1000, 2000, 4000, 8000, 8000, 8000];
const ANSWER_WITHIN_MS = 10_000;

/** Delivers notifications: signed, in order per call, tried again, and astray as the faults say. */
export class Delivery {
  readonly #tenant: Tenant;
  readonly #tokens: PlatformTokens;
  readonly #queues = new Map<string, WaitingParcel[]>();
  readonly #closing = new AbortController();
  #random: SeededRandom;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    this.#tokens = new PlatformTokens(tenant);
    this.#random = tenant.randomFor('delivery');
    tenant.onReset(() => {
      this.#queues.clear();
      this.#random = tenant.randomFor('delivery');
    });
  }

  enqueue(parcel: Parcel): void {
    const { dropShare, duplicateShare, delayMs, reorder } = this.#tenant.faults.notifications;
    if (this.#random.share() < dropShare) return;
    const copies = this.#random.share() < duplicateShare ? [parcel, parcel] : [parcel];
    const nowMs = this.#tenant.clock.nowMs();
    for (const copy of copies) {
      const waiting = { ...copy, notBeforeMs: nowMs + this.#random.between(...delayMs) };
      if (reorder) this.#start(waiting, () => undefined);
      else this.#line(waiting);
    }
  }

  close(): void {
    this.#closing.abort();
    this.#queues.clear();
  }

  #line(parcel: WaitingParcel): void {
    const waiting = this.#queues.get(parcel.queue);
    if (waiting !== undefined) {
      waiting.push(parcel);
      return;
    }
    this.#queues.set(parcel.queue, []);
    this.#start(parcel, () => this.#next(parcel.queue));
  }

  #next(queue: string): void {
    const parcel = this.#queues.get(queue)?.shift();
    if (parcel === undefined) this.#queues.delete(queue);
    else this.#start(parcel, () => this.#next(queue));
  }

  #start(parcel: WaitingParcel, done: () => void): void {
    const heldMs = parcel.notBeforeMs - this.#tenant.clock.nowMs();
    if (heldMs <= 0) this.#try(parcel, 0, done);
    else this.#tenant.clock.after(heldMs, () => this.#try(parcel, 0, done));
  }

  /** Tries to deliver, again and again within bounds; `done` is told when it is over either way. */
  #try(parcel: Parcel, attempt: number, done: () => void): void {
    const ended = this.#tenant.activity.begin();
    void this.#post(parcel)
      .then((status) => {
        if (this.#closing.signal.aborted) return;
        if (status !== undefined && parcel.isTaken(status)) {
          parcel.onTaken();
          return done();
        }
        const delayMs = RETRY_AFTER_MS[attempt];
        if (delayMs === undefined) return done();
        this.#tenant.clock.after(delayMs, () => this.#try(parcel, attempt + 1, done));
      })
      .finally(ended);
  }

  /** The status that the product answered, or undefined when it was not reached. */
  async #post(parcel: Parcel): Promise<number | undefined> {
    const token = await this.#tokens.next();
    try {
      const response = await fetch(parcel.url, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(parcel.body),
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      // Not reached (down, restarting, too slow): the same as a refusal, and tried again.
      return undefined;
    }
  }
}
