/**
 * The last ids that sources gave their inputs, so that a repeat is recognised. Bounded: the oldest
 * is forgotten first, which a plain `Set` does only in time that grows with what it has forgotten.
 */
const REMEMBERED = 4_096;

export class RecentSources {
  readonly #ring: string[] = [];
  readonly #known = new Set<string>();
  #oldest = 0;

  has(sourceId: string): boolean {
    return this.#known.has(sourceId);
  }

  add(sourceId: string): void {
    if (this.#ring.length < REMEMBERED) {
      this.#ring.push(sourceId);
    } else {
      const forgotten = this.#ring[this.#oldest];
      if (forgotten !== undefined) this.#known.delete(forgotten);
      this.#ring[this.#oldest] = sourceId;
      this.#oldest = (this.#oldest + 1) % REMEMBERED;
    }
    this.#known.add(sourceId);
  }

  /** Oldest first. */
  toArray(): string[] {
    return [...this.#ring.slice(this.#oldest), ...this.#ring.slice(0, this.#oldest)];
  }
}
