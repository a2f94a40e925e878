/**
 * Forgets where an agent is as soon as the emergency has ended (DEC-9): at each end, at the start
 * for what ended while Rufwerk was away, and whatever happens after a day.
 */
import { emergencyViews, type PersonId, type TenantState } from '@rufwerk/engine/core';
import type { Clock, EmergencyPlaces, Log } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import { Rounds } from '../rounds.ts';

/** No emergency lasts longer as far as a location is concerned. */
const KEPT_MS = 24 * 60 * 60_000;
/**
 * A location is written before the emergency begins, so that the first card has it: one without an
 * emergency has this long to get one.
 */
const GRACE_MS = 60_000;
const LOOK_EVERY_MS = 10 * 60_000;

export interface PlaceKeeperParts {
  readonly runtime: Pick<TenantRuntime, 'read' | 'onCommitted'>;
  readonly places: Pick<EmergencyPlaces, 'held' | 'forget'>;
  readonly clock: Clock;
  readonly log: Log;
}

export class PlaceKeeper {
  readonly #parts: PlaceKeeperParts;
  readonly #rounds: Rounds;
  readonly #stopListening: () => void;
  /** Whose emergency has ended since the last look. */
  #ended = new Set<PersonId>();
  /** Whose location has no emergency, and since when that has been seen. */
  #seen: ReadonlyMap<PersonId, number> = new Map();
  #isFirst = true;

  constructor(parts: PlaceKeeperParts) {
    this.#parts = parts;
    this.#rounds = new Rounds({
      clock: parts.clock,
      log: parts.log,
      trouble: 'Locations of ended emergencies could not be forgotten; it is tried again',
      look: () => this.#look(),
    });
    this.#stopListening = parts.runtime.onCommitted(({ entries }) => {
      const facts = entries.flatMap((entry) => entry.facts);
      const ended = facts.flatMap((fact) => (fact.type === 'EmergencyEnded' ? fact.agentId : []));
      for (const agentId of ended) this.#ended.add(agentId);
      if (ended.length > 0) this.#rounds.ask();
    });
    this.#rounds.ask();
  }

  /** Resolves when everything that was due has been forgotten. */
  settled(): Promise<void> {
    return this.#rounds.settled();
  }

  stop(): Promise<void> {
    this.#stopListening();
    return this.#rounds.stop();
  }

  async #look(): Promise<number> {
    const { runtime, places, clock } = this.#parts;
    const now = clock.now();
    const ended = this.#ended;
    this.#ended = new Set();
    const held = await places.held();
    const needed = await runtime.read((state) => neededIn(state, now));
    const strays = held.filter((agentId) => !needed.has(agentId));
    this.#seen = new Map(strays.map((agentId) => [agentId, this.#seen.get(agentId) ?? now]));
    let nextAt = now + LOOK_EVERY_MS;
    for (const [agentId, seenAt] of this.#seen) {
      const forgetAt = this.#isFirst || ended.has(agentId) ? now : seenAt + GRACE_MS;
      if (forgetAt <= now) await places.forget(agentId);
      else nextAt = Math.min(nextAt, forgetAt);
    }
    this.#isFirst = false;
    return nextAt;
  }
}

/** Of whom the location may be known. */
function neededIn(state: Readonly<TenantState>, now: number): ReadonlySet<PersonId> {
  const fresh = emergencyViews(state).filter(({ dialledAt }) => now - dialledAt < KEPT_MS);
  return new Set(fresh.map(({ agentId }) => agentId));
}
