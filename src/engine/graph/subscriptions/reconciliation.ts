/**
 * Finds a subscription that has died without a word: what polling learns first, push has to tell
 * soon after (DEC-15). Graph itself would go on saying that the subscription is alive.
 *
 *   polling learnt it first --push tells it within 30 s--> alive, and we know how late push is
 *                           \--nothing within 30 s-------> suspected
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { Clock, Timer } from '@rufwerk/engine/ports';
import { Latency } from '../presence/latency.ts';
import type { LatencyHistogram } from '../presence/latency.ts';

/** With a poll of the people at hand every few seconds, silence is found within 90 s. */
const TOLD_WITHIN_MS = 30_000;
/** Push and a poll under way may tell the same within this long; what comes later is another. */
const TOLD_AHEAD_MS = 5_000;

export interface ReconciliationParts {
  readonly clock: Clock;
  /** Whether somebody covered this person at that time. */
  readonly isCovered: (agentId: PersonId, at: number) => boolean;
  /** Told of people about whom news did not come. */
  readonly onSilence: (agentIds: readonly PersonId[]) => void;
}

interface Seen {
  /** When polling learnt something that push has not told yet; null when nothing is awaited. */
  awaitedSinceAt: number | null;
  /** News came then: what polling learns right after may be that. */
  toldAt: number | null;
}

export class Reconciliation {
  readonly #parts: ReconciliationParts;
  readonly #seen = new Map<PersonId, Seen>();
  readonly #behindPolling = new Latency();
  #timer: Timer | null = null;

  constructor(parts: ReconciliationParts) {
    this.#parts = parts;
  }

  /**
   * By how much news by push came after polling had learnt the same; what came ahead is not here.
   */
  get behindPolling(): LatencyHistogram {
    return this.#behindPolling.histogram();
  }

  /** Polling was the first to learn a change of these people. */
  polledChange(agentIds: readonly PersonId[], at: number): void {
    for (const agentId of agentIds) {
      if (!this.#parts.isCovered(agentId, at)) continue;
      const seen = this.#of(agentId);
      const isTold = seen.toldAt !== null && at - seen.toldAt <= TOLD_AHEAD_MS;
      if (!isTold) seen.awaitedSinceAt ??= at;
      seen.toldAt = null;
    }
    this.#schedule();
  }

  /** News of this person came by push. */
  pushed(agentId: PersonId): void {
    const seen = this.#of(agentId);
    seen.toldAt = seen.awaitedSinceAt === null ? this.#parts.clock.now() : null;
    if (seen.awaitedSinceAt === null) return;
    this.#behindPolling.add(this.#parts.clock.now() - seen.awaitedSinceAt);
    seen.awaitedSinceAt = null;
  }

  /** Nobody else is remembered from now on. */
  keepOnly(agentIds: ReadonlySet<PersonId>): void {
    for (const agentId of this.#seen.keys()) {
      if (!agentIds.has(agentId)) this.#seen.delete(agentId);
    }
  }

  stop(): void {
    this.#timer?.cancel();
  }

  #of(agentId: PersonId): Seen {
    const known = this.#seen.get(agentId);
    if (known !== undefined) return known;
    const seen: Seen = { awaitedSinceAt: null, toldAt: null };
    this.#seen.set(agentId, seen);
    return seen;
  }

  #schedule(): void {
    this.#timer?.cancel();
    const sinceAts = [...this.#seen.values()].flatMap(({ awaitedSinceAt }) => awaitedSinceAt ?? []);
    if (sinceAts.length === 0) return;
    const at = Math.min(...sinceAts) + TOLD_WITHIN_MS;
    this.#timer = this.#parts.clock.setTimer(at, () => this.#look());
  }

  #look(): void {
    const dueAt = this.#parts.clock.now() - TOLD_WITHIN_MS;
    const silent: PersonId[] = [];
    for (const [agentId, seen] of this.#seen) {
      if (seen.awaitedSinceAt === null || seen.awaitedSinceAt > dueAt) continue;
      seen.awaitedSinceAt = null;
      silent.push(agentId);
    }
    if (silent.length > 0) this.#parts.onSilence(silent);
    this.#schedule();
  }
}
