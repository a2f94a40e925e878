/**
 * Things by their id, as a `Map` holds them, with the last one found kept at hand. The facts of a
 * step speak of the same agent, task and offer again and again; finding each of them once is most
 * of what a step saves, because in a large tenant every look-up waits for memory.
 */
export class Directory<Key extends string, Value> {
  readonly #all = new Map<Key, Value>();
  #lastKey: Key | null = null;
  #last: Value | undefined = undefined;

  get size(): number {
    return this.#all.size;
  }

  get(key: Key): Value | undefined {
    if (key === this.#lastKey) return this.#last;
    const found = this.#all.get(key);
    if (found === undefined) return undefined;
    this.#lastKey = key;
    this.#last = found;
    return found;
  }

  has(key: Key): boolean {
    return key === this.#lastKey || this.#all.has(key);
  }

  set(key: Key, value: Value): this {
    this.#all.set(key, value);
    this.#lastKey = key;
    this.#last = value;
    return this;
  }

  delete(key: Key): boolean {
    if (key === this.#lastKey) this.#forget();
    return this.#all.delete(key);
  }

  clear(): void {
    this.#forget();
    this.#all.clear();
  }

  #forget(): void {
    this.#lastKey = null;
    this.#last = undefined;
  }

  keys(): MapIterator<Key> {
    return this.#all.keys();
  }

  values(): MapIterator<Value> {
    return this.#all.values();
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.#all[Symbol.iterator]();
  }
}
