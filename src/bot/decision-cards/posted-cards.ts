import type { PersonId, TaskId } from '@rufwerk/engine/core';
import type { Notes } from '@rufwerk/engine/ports';
import { z } from 'zod';

const postedCardSchema = z.object({
  chat: z.object({ serviceUrl: z.string(), conversationId: z.string() }),
  activityId: z.string(),
});

/** Where the card of a call stands in a person's chat. */
export type PostedCard = z.infer<typeof postedCardSchema>;

/** Remembers every card from the moment it is posted, so that a call never gets a second one. */
export class PostedCards {
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  async find(taskId: TaskId, personId: PersonId): Promise<PostedCard | null> {
    const note = await this.#notes.get(key(taskId, personId));
    return note === null ? null : postedCardSchema.parse(JSON.parse(note));
  }

  async remember(taskId: TaskId, personId: PersonId, card: PostedCard): Promise<void> {
    await this.#notes.put(key(taskId, personId), JSON.stringify(card));
  }
}

function key(taskId: TaskId, personId: PersonId): string {
  return `bot/card/${taskId}/${personId}`;
}
