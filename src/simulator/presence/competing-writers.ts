import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import type { PresenceBoard } from './board.ts';
import type { ShownPresence } from './effective.ts';

/** Another application that also writes somebody's presence (AHB-105). */
export interface CompetingWriter extends ShownPresence {
  /** How long after the product's write it writes what it holds to be true. */
  readonly afterSeconds: number;
}

/** What it prefers holds until it writes again, as long as Graph lets it. */
const HOLDS_FOR_MS = 24 * 60 * 60_000;

/**
 * Applications beside the product that write presence, too: whenever the product wrote something
 * about a person, theirs follows and wins, since a preference stands above sessions.
 */
export class CompetingWriters {
  readonly #writers = new Map<string, CompetingWriter>();

  constructor(tenant: Tenant, board: PresenceBoard) {
    tenant.onReset(() => this.#writers.clear());
    board.onProductWrite((person) => {
      const writer = this.#writers.get(person.id);
      if (writer === undefined) return;
      const { availability, activity, afterSeconds } = writer;
      tenant.clock.after(afterSeconds * 1000, () =>
        board.prefer(person, { availability, activity, forMs: HOLDS_FOR_MS }),
      );
    });
  }

  /** Switches one on for a person, or (null) off. */
  set(person: Person, writer: CompetingWriter | null): void {
    if (writer === null) this.#writers.delete(person.id);
    else this.#writers.set(person.id, writer);
  }
}
