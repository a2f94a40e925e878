import { hash } from 'node:crypto';
import type { SealedItem } from './decryption/open.mjs';

/** Graph repeats for up to four hours; in a storm only the newest matter. */
const REMEMBERED_MAX = 20_000;

/**
 * Items that were committed. Graph repeats what it believes unanswered, and an old presence told
 * again after a newer one would be believed for a moment. The key of an item is fresh each time it
 * is sealed, so the sealed key knows it. What is not remembered is committed twice: no harm.
 */
export class RecentItems {
  readonly #hashes = new Set<string>();

  static hashOf({ dataKey, data }: SealedItem): string {
    return hash('sha256', `${dataKey}.${data}`, 'base64');
  }

  has(itemHash: string): boolean {
    return this.#hashes.has(itemHash);
  }

  add(itemHash: string): void {
    const [oldest] = this.#hashes;
    if (this.#hashes.size >= REMEMBERED_MAX && oldest !== undefined) this.#hashes.delete(oldest);
    this.#hashes.add(itemHash);
  }
}
