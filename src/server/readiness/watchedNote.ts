/**
 * What readiness has watched, kept over restarts: a finding must not vanish because somebody
 * updated Rufwerk. Written within a minute of a change, and at the end; where the power fails, that
 * minute is forgotten.
 */
import { asId, type PersonId } from '@rufwerk/engine/core';
import type { Clock, Log, Notes } from '@rufwerk/engine/ports';
import { z } from 'zod';
import { Rounds } from '../rounds.ts';
import { DelayWatch } from './delayWatch.ts';
import { PresenceWatch } from './presenceWatch.ts';
import { UnknownValueWatch } from './unknownValues.ts';

const NOTE = 'readiness-watched';
const WRITTEN_EVERY_MS = 60_000;

const eventSchema = z.object({
  agentId: z.string().transform((id) => asId<PersonId>(id)),
  at: z.number(),
});
const watchedSchema = z.object({
  presence: z.object({
    sinceAt: z.number(),
    flips: z.array(eventSchema),
    rungInACall: z.array(eventSchema),
    staying: z.array(eventSchema.extend({ shown: z.string() })),
  }),
  delaysMs: z.array(z.number()),
  /** Missing in what earlier versions wrote. */
  unknownValues: z.array(z.object({ value: z.string(), at: z.number() })).default([]),
});

export interface WatchedNoteParts {
  readonly notes: Notes;
  readonly clock: Clock;
  readonly log: Log;
}

export class WatchedNote {
  readonly presence: PresenceWatch;
  readonly delays: DelayWatch;
  readonly unknownValues: UnknownValueWatch;
  readonly #parts: WatchedNoteParts;
  readonly #rounds: Rounds;
  #lastText: string | null;

  private constructor(parts: WatchedNoteParts, lastText: string | null) {
    const { clock, log } = parts;
    const kept = lastText === null ? null : readKept(lastText, log);
    this.#parts = parts;
    this.#lastText = lastText;
    this.presence = new PresenceWatch(clock.now(), kept?.presence);
    this.delays = new DelayWatch(kept?.delaysMs);
    this.unknownValues = new UnknownValueWatch(kept?.unknownValues);
    this.#rounds = new Rounds({
      ...{ clock, log },
      trouble: 'What readiness has watched could not be kept; it is tried again',
      look: async () => {
        await this.#write();
        return clock.now() + WRITTEN_EVERY_MS;
      },
    });
    this.#rounds.ask();
  }

  static async open(parts: WatchedNoteParts): Promise<WatchedNote> {
    return new WatchedNote(parts, await parts.notes.get(NOTE));
  }

  /** Keeps what there is for the next start. */
  async stop(): Promise<void> {
    await this.#rounds.stop();
    await this.#write();
  }

  async #write(): Promise<void> {
    const watched = {
      presence: this.presence.kept(),
      delaysMs: this.delays.kept(),
      unknownValues: this.unknownValues.kept(),
    };
    const text = JSON.stringify(watched);
    if (text === this.#lastText) return;
    await this.#parts.notes.put(NOTE, text);
    this.#lastText = text;
  }
}

/** Null for what another version wrote otherwise: watching begins anew, and says since when. */
function readKept(text: string, log: Log): z.output<typeof watchedSchema> | null {
  const read = watchedSchema.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  log.warn({ err: read.error }, 'What readiness had watched before cannot be read');
  return null;
}
