/**
 * For whom a carrier or border controller has ever asked which number it shall show: only then is
 * the number of the pool, which screens name, the one that an emergency service sees (DEC-7). Kept
 * over restarts.
 */
import { asId, type JournalEntry, type PersonId } from '@rufwerk/engine/core';
import type { Clock, Log, Notes } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import { z } from 'zod';
import { Rounds } from '../rounds.ts';

const NOTE = 'caller-id-asked-for';
const DAY_MS = 24 * 60 * 60_000;

const keptSchema = z.array(z.string().transform((id) => asId<PersonId>(id)));

export interface CallerIdsParts {
  readonly runtime: Pick<TenantRuntime, 'onCommitted'>;
  readonly notes: Notes;
  readonly clock: Clock;
  readonly log: Log;
}

export class EmergencyCallerIds {
  readonly #notes: Notes;
  readonly #rounds: Rounds;
  readonly #stopListening: () => void;
  readonly #askedFor: Set<PersonId>;
  #lastText: string;

  private constructor({ runtime, notes, clock, log }: CallerIdsParts, text: string) {
    this.#notes = notes;
    this.#lastText = text;
    this.#askedFor = new Set(keptSchema.parse(JSON.parse(text)));
    this.#rounds = new Rounds({
      ...{ clock, log },
      trouble: 'For whom a carrier has asked could not be kept; it is tried again',
      look: async () => {
        await this.#write();
        return clock.now() + DAY_MS;
      },
    });
    this.#stopListening = runtime.onCommitted(({ entries }) => {
      for (const entry of entries) this.#observe(entry);
    });
  }

  static async open(parts: CallerIdsParts): Promise<EmergencyCallerIds> {
    return new EmergencyCallerIds(parts, (await parts.notes.get(NOTE)) ?? '[]');
  }

  wasAskedFor(agentId: PersonId): boolean {
    return this.#askedFor.has(agentId);
  }

  /** Whether it was ever asked for anybody. */
  wasEverAsked(): boolean {
    return this.#askedFor.size > 0;
  }

  /** Keeps what there is for the next start. */
  async stop(): Promise<void> {
    this.#stopListening();
    await this.#rounds.stop();
    await this.#write();
  }

  #observe({ input, facts }: JournalEntry): void {
    if (input.type !== 'EmergencyCallSeen' || input.sign !== 'caller-id') return;
    if (this.#askedFor.has(input.agentId)) return;
    // Who is no agent gets no number: no more are kept than there are agents.
    const isAgent = !facts.some(
      (fact) => fact.type === 'InputIgnored' && fact.reason === 'unknown-agent',
    );
    if (!isAgent) return;
    this.#askedFor.add(input.agentId);
    this.#rounds.ask();
  }

  async #write(): Promise<void> {
    const text = JSON.stringify([...this.#askedFor]);
    if (text === this.#lastText) return;
    await this.#notes.put(NOTE, text);
    this.#lastText = text;
  }
}
