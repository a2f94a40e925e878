/**
 * How late notifications come: what a poll had shown already, and a notification told afterwards.
 * Long delays are seen with mailboxes on premises and with outdated clients (AHB-104).
 */
import type { JournalEntry, PersonId } from '@rufwerk/engine/core';

const REMEMBERED = 10_000;
/** More tell nothing new. */
const DELAYS_REMEMBERED = 1_000;
const EDGES_MS = [1_000, 10_000, 60_000, 300_000] as const;
/** Fewer say nothing about all. */
const SAMPLES_TO_TELL = 5;
const LATE_AFTER_MS = 60_000;

interface Polled {
  readonly at: number;
  readonly shown: string;
}

export interface Delays {
  readonly count: number;
  readonly buckets: readonly { readonly atMostMs: number; readonly count: number }[];
  /** One of five came more than a minute after a poll had shown the same. */
  readonly isLong: boolean;
}

export class DelayWatch {
  readonly #polled = new Map<PersonId, Polled>();
  readonly #delaysMs: number[];

  /** `kept`: what was watched before a restart. */
  constructor(kept: readonly number[] = []) {
    this.#delaysMs = [...kept];
  }

  observe({ input, facts }: JournalEntry): void {
    for (const fact of facts) {
      if (fact.type !== 'PresenceChanged') continue;
      this.#polled.delete(fact.agentId);
      if (fact.source !== 'graph-poll') continue;
      this.#polled.set(fact.agentId, { at: fact.at, shown: shownAs(fact) });
      this.#dropOldest();
    }
    if (input.type !== 'PresencePushed') return;
    for (const reading of input.readings) {
      const polled = this.#polled.get(reading.agentId);
      if (polled?.shown !== shownAs(reading)) continue;
      this.#polled.delete(reading.agentId);
      this.#delaysMs.push(input.at - polled.at);
      if (this.#delaysMs.length > DELAYS_REMEMBERED) this.#delaysMs.shift();
    }
  }

  told(): Delays {
    const delays = this.#delaysMs;
    const late = delays.filter((ms) => ms > LATE_AFTER_MS).length;
    return {
      count: delays.length,
      buckets: EDGES_MS.map((atMostMs) => ({
        atMostMs,
        count: delays.filter((ms) => ms <= atMostMs).length,
      })),
      isLong: delays.length >= SAMPLES_TO_TELL && late * 5 >= delays.length,
    };
  }

  kept(): readonly number[] {
    return this.#delaysMs;
  }

  forget(): void {
    this.#delaysMs.length = 0;
  }

  #dropOldest(): void {
    if (this.#polled.size <= REMEMBERED) return;
    const [oldest] = this.#polled.keys();
    if (oldest !== undefined) this.#polled.delete(oldest);
  }
}

function shownAs(shown: { readonly availability: string; readonly activity: string }): string {
  return `${shown.availability} ${shown.activity}`.toLowerCase();
}
