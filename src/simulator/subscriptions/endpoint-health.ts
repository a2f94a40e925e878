/** How Graph treats an address that answers slowly. */
export type EndpointState = 'well' | 'slow' | 'drop';

const SLOW_ANSWER_MS = 3000;
const VERY_SLOW_ANSWER_MS = 10_000;
const SLOW_SHARE = 0.1;
const DROP_SHARE = 0.15;
const WINDOW_MS = 10 * 60_000;
/** Before so many notifications nothing is said about an address. */
const JUDGED_FROM = 100;

/**
 * Whether an address is throttled (Graph: "Receive change notifications through webhooks"): more
 * than 10 % of answers over 3 s within ten minutes make it slow, more than 15 % over 10 s make it
 * one whose notifications are dropped; either lasts ten minutes.
 */
export class EndpointHealth {
  #windowEndsAt = -Infinity;
  #count = 0;
  #slow = 0;
  #verySlow = 0;
  #throttled: { readonly state: EndpointState; readonly until: number } | null = null;

  /** Counts notifications that were answered, or given up on, after so long. */
  answered(notifications: number, durationMs: number, nowMs: number): void {
    if (nowMs >= this.#windowEndsAt) this.#begin(nowMs);
    this.#count += notifications;
    if (durationMs >= SLOW_ANSWER_MS) this.#slow += notifications;
    if (durationMs >= VERY_SLOW_ANSWER_MS) this.#verySlow += notifications;
    const state = this.#judge();
    if (state !== 'well') this.#throttled = { state, until: nowMs + WINDOW_MS };
  }

  state(nowMs: number): EndpointState {
    if (this.#throttled === null || nowMs >= this.#throttled.until) return 'well';
    return this.#throttled.state;
  }

  #begin(nowMs: number): void {
    this.#windowEndsAt = nowMs + WINDOW_MS;
    this.#count = 0;
    this.#slow = 0;
    this.#verySlow = 0;
  }

  #judge(): EndpointState {
    if (this.#count < JUDGED_FROM) return 'well';
    if (this.#verySlow > DROP_SHARE * this.#count) return 'drop';
    return this.#slow > SLOW_SHARE * this.#count ? 'slow' : 'well';
  }
}
