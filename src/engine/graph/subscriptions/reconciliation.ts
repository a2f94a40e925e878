/**
 * Finds a subscription that has died without a word: what polling learns first, push has to tell
 * soon after (DEC-15). Graph itself would go on saying that the subscription is alive.
 *
 *   polling learnt it first --push tells it within 30 s--> alive, and we know how late push is
 *                           \--nothing within 30 s-------> suspected
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { Clock, Timer } from '@rufwerk/engine/ports';
import type { LearntChange } from '../presence/changes.ts';
import { Latency } from '../presence/latency.ts';
import type { LatencyHistogram } from '../presence/latency.ts';

/** With a poll of the people at hand every few seconds, silence is found within 90 s. */
const TOLD_WITHIN_MS = 30_000;
/** Push and a poll under way may tell the same within this long; what comes later is another. */
const TOLD_AHEAD_MS = 5_000;

/** Who is to tell of a person. */
export interface Cover {
  /** A subscription that is made in its place has nothing to answer for. */
  readonly subscriptionId: string;
  /** Else of the availability only, and nobody tells it of anything else (NIM-24). */
  readonly seesActivity: boolean;
}

export interface ReconciliationParts {
  readonly clock: Clock;
  /** Who covered this person at that time; null for nobody. */
  readonly coverOf: (agentId: PersonId, at: number) => Cover | null;
  /** Told of subscriptions by which news did not come. */
  readonly onSilence: (subscriptionIds: ReadonlySet<string>) => void;
}

interface Awaited {
  readonly sinceAt: number;
  /** The one that covered the person then. */
  readonly subscriptionId: string;
}

interface Seen {
  /** What polling learnt and push has not told yet; null when nothing is awaited. */
  awaited: Awaited | null;
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

  /** Polling was the first to learn these changes. */
  polledChange(learnt: readonly LearntChange[], at: number): void {
    for (const { agentId, isOfAvailability } of learnt) {
      const cover = this.#parts.coverOf(agentId, at);
      if (cover === null || !(isOfAvailability || cover.seesActivity)) continue;
      const seen = this.#of(agentId);
      const isTold = seen.toldAt !== null && at - seen.toldAt <= TOLD_AHEAD_MS;
      if (!isTold) seen.awaited ??= { sinceAt: at, subscriptionId: cover.subscriptionId };
      seen.toldAt = null;
    }
    this.#schedule();
  }

  /** News of this person came by push. */
  pushed(agentId: PersonId): void {
    const seen = this.#of(agentId);
    const { awaited } = seen;
    const nowAt = this.#parts.clock.now();
    seen.toldAt = awaited === null ? nowAt : null;
    if (awaited === null) return;
    this.#behindPolling.add(nowAt - awaited.sinceAt);
    seen.awaited = null;
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
    const seen: Seen = { awaited: null, toldAt: null };
    this.#seen.set(agentId, seen);
    return seen;
  }

  #schedule(): void {
    this.#timer?.cancel();
    const sinceAts = [...this.#seen.values()].flatMap(({ awaited }) => awaited?.sinceAt ?? []);
    if (sinceAts.length === 0) return;
    const at = Math.min(...sinceAts) + TOLD_WITHIN_MS;
    this.#timer = this.#parts.clock.setTimer(at, () => this.#look());
  }

  #look(): void {
    const dueAt = this.#parts.clock.now() - TOLD_WITHIN_MS;
    const silent = new Set<string>();
    for (const seen of this.#seen.values()) {
      if (seen.awaited === null || seen.awaited.sinceAt > dueAt) continue;
      silent.add(seen.awaited.subscriptionId);
      seen.awaited = null;
    }
    if (silent.size > 0) this.#parts.onSilence(silent);
    this.#schedule();
  }
}
