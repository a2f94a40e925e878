/**
 * Who last said what about an emergency, wherever it was said: card, tab or Teams itself. Read from
 * the facts as they are committed, since a view tells what stands and not who made it so.
 */
import type { EmergencyId, Fact, FactOf, PersonId } from '@rufwerk/engine/core';
import type { Log, Notes } from '@rufwerk/engine/ports';
import { z } from 'zod';

export type EmergencyAct =
  | { readonly kind: 'goes-on'; readonly by: PersonId; readonly at: number }
  | {
      readonly kind: 'over' | 'ended';
      readonly cause: FactOf<'EmergencyCallEnded' | 'EmergencyEnded'>['cause'];
      readonly by: PersonId | null;
      readonly at: number;
    };

const instant = z.number();
const person = z.string().transform((text) => text as PersonId);
const actSchema: z.ZodType<EmergencyAct> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('goes-on'), by: person, at: instant }),
  z.object({
    kind: z.enum(['over', 'ended']),
    cause: z.enum([
      ...['pressed', 'event', 'callback', 'unseen', 'presence', 'not-known'],
      ...['window-over', 'ready'],
    ] as const),
    by: person.nullable(),
    at: instant,
  }),
]);

/** A card is made right after its act, before the note is written: these are still in mind. */
const IN_MIND_MAX = 100;

export class EmergencyActs {
  readonly #notes: Notes;
  readonly #log: Log;
  readonly #inMind = new Map<EmergencyId, EmergencyAct | null>();

  constructor(notes: Notes, log: Log) {
    this.#notes = notes;
    this.#log = log;
  }

  /** Told of every commit's facts, in order. */
  observe(facts: readonly Fact[]): void {
    for (const fact of facts) {
      switch (fact.type) {
        case 'EmergencyStarted':
          this.#keep(fact.emergencyId, null);
          break;
        case 'EmergencyLeaseMoved':
          this.#keep(fact.emergencyId, { kind: 'goes-on', by: fact.by, at: fact.at });
          break;
        case 'EmergencyCallEnded':
          this.#keep(fact.emergencyId, saying('over', fact));
          break;
        case 'EmergencyEnded':
          this.#keep(fact.emergencyId, saying('ended', fact));
          break;
        default:
          break;
      }
    }
  }

  /** Null when nobody has said anything since the number was dialled. */
  async lastOf(emergencyId: EmergencyId): Promise<EmergencyAct | null> {
    const known = this.#inMind.get(emergencyId);
    if (known !== undefined) return known;
    const note = await this.#notes.get(key(emergencyId));
    return note === null ? null : actSchema.nullable().parse(JSON.parse(note));
  }

  #keep(emergencyId: EmergencyId, act: EmergencyAct | null): void {
    this.#inMind.delete(emergencyId);
    this.#inMind.set(emergencyId, act);
    const [oldest] = this.#inMind.keys();
    if (this.#inMind.size > IN_MIND_MAX && oldest !== undefined) this.#inMind.delete(oldest);
    this.#notes.put(key(emergencyId), JSON.stringify(act)).catch((err: unknown) => {
      this.#log.warn({ err, emergencyId }, 'Who acted in an emergency could not be noted');
    });
  }
}

function saying(
  kind: 'over' | 'ended',
  { cause, by, at }: FactOf<'EmergencyCallEnded' | 'EmergencyEnded'>,
): EmergencyAct {
  return { kind, cause, by, at };
}

function key(emergencyId: EmergencyId): string {
  return `bot/emergency-act/${emergencyId}`;
}
