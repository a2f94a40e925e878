/**
 * Which readings of a poll are told to the engine: those that differ from what it knows. Its
 * committed state is asked, not a memory of our own, because pushes and direct reads change it too,
 * and a poll that found nothing new would confirm what they had wrong.
 */
import type { AgentState, PersonId, PresenceReading } from '@rufwerk/engine/core';
import { tellsTheSame } from './readings.ts';

/** While we show something in Teams, the same reading is told again after so long. */
const MASKED_AGAIN_AFTER_MS = 60_000;

/** A change that nobody had told of before. */
export interface LearntChange {
  readonly agentId: PersonId;
  /** Else of the activity alone, which a stranger does not see (NIM-15). */
  readonly isOfAvailability: boolean;
}

export interface Changes {
  readonly readings: readonly PresenceReading[];
  /** Of those, the people of whom something else was known. */
  readonly knownOtherwise: ReadonlyMap<PersonId, LearntChange>;
}

export class ChangeFinder {
  /** What was last told of people in whose presence we see ourselves: the engine decides on it. */
  readonly #toldOfMasked = new Map<
    PersonId,
    { readonly reading: PresenceReading; readonly at: number }
  >();

  /** `agents` as committed, in the order of the readings. */
  find(
    agents: readonly (Readonly<AgentState> | undefined)[],
    readings: readonly PresenceReading[],
    nowAt: number,
  ): Changes {
    const changes: PresenceReading[] = [];
    const knownOtherwise = new Map<PersonId, LearntChange>();
    for (let index = 0; index < readings.length; index += 1) {
      const [reading, agent] = [readings[index], agents[index]];
      if (reading === undefined) continue;
      const evidence = agent?.evidence ?? null;
      if (agent?.isMasked === true) {
        if (this.#isToldOfMasked(reading, nowAt)) continue;
      } else {
        if (this.#toldOfMasked.size > 0) this.#toldOfMasked.delete(reading.agentId);
        if (evidence !== null && tellsTheSame(evidence, reading)) continue;
      }
      changes.push(reading);
      if (evidence === null) continue;
      const { agentId, availability } = reading;
      const isOfAvailability = evidence.availability !== availability;
      knownOtherwise.set(agentId, { agentId, isOfAvailability });
    }
    return { readings: changes, knownOtherwise };
  }

  /** These were not taken: the next poll tells them again. */
  forget(readings: readonly PresenceReading[]): void {
    for (const { agentId } of readings) this.#toldOfMasked.delete(agentId);
  }

  #isToldOfMasked(reading: PresenceReading, nowAt: number): boolean {
    const told = this.#toldOfMasked.get(reading.agentId);
    const isTold =
      told !== undefined &&
      tellsTheSame(told.reading, reading) &&
      nowAt - told.at < MASKED_AGAIN_AFTER_MS;
    if (!isTold) this.#toldOfMasked.set(reading.agentId, { reading, at: nowAt });
    return isTold;
  }
}
