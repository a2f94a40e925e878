import type { EmergencyId, PersonId } from '@rufwerk/engine/core';
import type { Notes } from '@rufwerk/engine/ports';
import { z } from 'zod';

const people = z.array(z.string().transform((text) => text as PersonId));
const noteSchema = z.object({ recipientIds: people, everIds: people });

/** Who is told of an emergency now, and everybody who ever was. */
export interface Shown {
  readonly recipientIds: readonly PersonId[];
  readonly everIds: readonly PersonId[];
}

const nobody: Shown = { recipientIds: [], everIds: [] };

/**
 * Whoever stops being told in the middle of an emergency still has a card with a place on it, and
 * that card too must lose it (DEC-9).
 */
export class ShownTo {
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  async find(emergencyId: EmergencyId): Promise<Shown> {
    const note = await this.#notes.get(key(emergencyId));
    return note === null ? nobody : noteSchema.parse(JSON.parse(note));
  }

  /** Noted before the first of them sees anything. */
  async tell(emergencyId: EmergencyId, recipientIds: readonly PersonId[]): Promise<Shown> {
    const known = await this.find(emergencyId);
    const shown = { recipientIds, everIds: [...new Set([...recipientIds, ...known.everIds])] };
    const note = JSON.stringify(shown);
    if (JSON.stringify(known) !== note) await this.#notes.put(key(emergencyId), note);
    return shown;
  }
}

function key(emergencyId: EmergencyId): string {
  return `bot/emergency-shown/${emergencyId}`;
}
