import type { Notes } from '@rufwerk/engine/ports';

/**
 * Who has been welcomed. Teams tells of one installation twice (`installationUpdate` and
 * `conversationUpdate`), and again after every update of the app.
 */
export class Welcomes {
  readonly #notes: Notes;
  /** Conversations being looked up now, so that two activities at once make one welcome. */
  readonly #asking = new Set<string>();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** True the first time it is asked about a conversation. */
  async isDue(conversationId: string): Promise<boolean> {
    if (this.#asking.has(conversationId)) return false;
    this.#asking.add(conversationId);
    try {
      if ((await this.#notes.get(key(conversationId))) === 'welcomed') return false;
      await this.#notes.put(key(conversationId), 'welcomed');
      return true;
    } finally {
      this.#asking.delete(conversationId);
    }
  }

  /** The app was removed: should it come back, it says hello again. */
  async startOver(conversationId: string): Promise<void> {
    await this.#notes.put(key(conversationId), 'removed');
  }
}

function key(conversationId: string): string {
  return `bot/welcome/${conversationId}`;
}
