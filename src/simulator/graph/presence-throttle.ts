import type { Answer } from '../http/answer.ts';
import type { Tenant } from '../tenant.ts';
import { graphError } from './errors.ts';

const WINDOW_MS = 30_000;

/**
 * Counts the presence requests of the application, read or written: beyond what a tenant allows in
 * 30 s (10,000, unless a fault says less) they are 429 until the window ends ("Microsoft Graph
 * service-specific throttling limits").
 */
export class PresenceThrottle {
  readonly #tenant: Tenant;
  #windowEndsAt = -Infinity;
  #count = 0;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => {
      this.#windowEndsAt = -Infinity;
    });
  }

  /** Counts one request; the answer of one that is too many. */
  refusal(): Answer | undefined {
    const nowMs = this.#tenant.clock.nowMs();
    if (nowMs >= this.#windowEndsAt) {
      this.#windowEndsAt = nowMs + WINDOW_MS;
      this.#count = 0;
    }
    this.#count += 1;
    if (this.#count <= this.#tenant.faults.presence.requestsPer30Seconds) return undefined;
    const retryAfterSeconds = Math.ceil((this.#windowEndsAt - nowMs) / 1000);
    return graphError(this.#tenant, 429, 'TooManyRequests', 'Too many requests.', {
      'Retry-After': String(retryAfterSeconds),
    });
  }
}
