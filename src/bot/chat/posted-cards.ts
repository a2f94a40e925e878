import type { PersonId } from '@rufwerk/engine/core';
import type { Notes } from '@rufwerk/engine/ports';
import { z } from 'zod';

const postedCardSchema = z.object({
  chat: z.object({ serviceUrl: z.string(), conversationId: z.string() }),
  activityId: z.string(),
});

/** Where the card of a matter stands in a person's chat. */
export type PostedCard = z.infer<typeof postedCardSchema>;

/** Remembers every card from the moment it is posted, so that no matter ever gets a second one. */
export class PostedCards<MatterId extends string> {
  readonly #notes: Notes;
  readonly #kind: string;

  /** `kind`: which matters; it sets their notes apart from those of others. */
  constructor(notes: Notes, kind: 'card' | 'emergency-card') {
    this.#notes = notes;
    this.#kind = kind;
  }

  async find(matterId: MatterId, personId: PersonId): Promise<PostedCard | null> {
    const note = await this.#notes.get(this.#key(matterId, personId));
    return note === null ? null : postedCardSchema.parse(JSON.parse(note));
  }

  async remember(matterId: MatterId, personId: PersonId, card: PostedCard): Promise<void> {
    await this.#notes.put(this.#key(matterId, personId), JSON.stringify(card));
  }

  #key(matterId: MatterId, personId: PersonId): string {
    return `bot/${this.#kind}/${matterId}/${personId}`;
  }
}
