/** How one source of presence has fared: what readiness and the supervisors are told. */
import { Latency } from './latency.ts';
import type { LatencyHistogram } from './latency.ts';
import type { Trouble } from './trouble.ts';

export interface PresenceSourceHealth {
  readonly lastSuccessAt: number | null;
  /** Kept after the source has recovered. */
  readonly lastError: (Trouble & { readonly at: number }) | null;
  /** The last request failed. */
  readonly isFailing: boolean;
  /** Real time from the request to its answer. */
  readonly latency: LatencyHistogram;
}

export class SourceRecord {
  readonly #latency = new Latency();
  #lastSuccessAt: number | null = null;
  #lastError: PresenceSourceHealth['lastError'] = null;
  #isFailing = false;

  get isFailing(): boolean {
    return this.#isFailing;
  }

  answered(tookMs: number): void {
    this.#latency.add(tookMs);
  }

  succeeded(at: number): void {
    this.#lastSuccessAt = at;
    this.#isFailing = false;
  }

  failed(at: number, { cause, mend, lacks }: Trouble): void {
    this.#lastError = { at, cause, mend, ...(lacks === undefined ? {} : { lacks }) };
    this.#isFailing = true;
  }

  health(): PresenceSourceHealth {
    return {
      lastSuccessAt: this.#lastSuccessAt,
      lastError: this.#lastError,
      isFailing: this.#isFailing,
      latency: this.#latency.histogram(),
    };
  }
}
