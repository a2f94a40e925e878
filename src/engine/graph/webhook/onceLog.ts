import type { Log } from '@rufwerk/engine/ports';

const REMEMBERED = 200;

/**
 * Warns about each thing once, so that a broken sender does not fill the log; remembers so many.
 */
export class OnceLog {
  readonly #log: Log;
  readonly #told = new Set<string>();

  constructor(log: Log) {
    this.#log = log;
  }

  warn(details: { readonly problem: string }, message: string): void {
    const key = `${message}\n${details.problem}`;
    if (this.#told.has(key)) return;
    const [oldest] = this.#told;
    if (this.#told.size >= REMEMBERED && oldest !== undefined) this.#told.delete(oldest);
    this.#told.add(key);
    this.#log.warn(details, message);
  }
}
