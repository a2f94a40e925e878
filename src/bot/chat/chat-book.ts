/** Which person is reached in which chat, and in which language; kept in the notes, per person. */
import type { Language, PersonId } from '@rufwerk/engine/core';
import type { Notes } from '@rufwerk/engine/ports';
import { z } from 'zod';
import type { ChatAddress } from './message.ts';

const entrySchema = z.object({
  /** Null once it led nowhere: the person has removed the app. */
  chat: z.object({ serviceUrl: z.string(), conversationId: z.string() }).nullable(),
  locale: z.string().nullable(),
});
export type ChatEntry = z.infer<typeof entrySchema>;

const nothingKnown: ChatEntry = { chat: null, locale: null };

export class ChatBook {
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  async find(personId: PersonId): Promise<ChatEntry> {
    const note = await this.#notes.get(chatKey(personId));
    return note === null ? nothingKnown : entrySchema.parse(JSON.parse(note));
  }

  /** A null locale leaves the known one. */
  async remember(personId: PersonId, chat: ChatAddress, locale: string | null): Promise<void> {
    const { serviceUrl, conversationId } = chat;
    const known = await this.find(personId);
    await this.#write(personId, known, {
      chat: { serviceUrl, conversationId },
      locale: locale ?? known.locale,
    });
  }

  /** The address leads nowhere any more; the language stays known. */
  async forget(personId: PersonId): Promise<void> {
    const known = await this.find(personId);
    await this.#write(personId, known, { ...known, chat: null });
  }

  /** Writes only what is new: most activities come from where the last one came from. */
  async #write(personId: PersonId, known: ChatEntry, entry: ChatEntry): Promise<void> {
    const note = JSON.stringify(entry);
    if (JSON.stringify(known) !== note) await this.#notes.put(chatKey(personId), note);
  }
}

/** German for every German locale, Swiss spelling included; English for all others. */
export function languageOf(locale: string | null): Language {
  return locale !== null && /^de\b/i.test(locale) ? 'de' : 'en';
}

function chatKey(personId: PersonId): string {
  return `bot/chat/${personId}`;
}
