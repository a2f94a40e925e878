/** What is to happen next in a played day: a binary heap by instant, then by order of planning. */
export class Agenda<T> {
  readonly #entries: Entry<T>[] = [];
  #planned = 0;

  get nextAt(): number {
    return this.#entries[0]?.at ?? Infinity;
  }

  plan(at: number, what: T): void {
    const entry = { at, number: this.#planned, what };
    this.#planned += 1;
    const entries = this.#entries;
    let index = entries.length;
    entries.push(entry);
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = entries[parentIndex];
      if (parent === undefined || comesBefore(parent, entry)) break;
      entries[index] = parent;
      index = parentIndex;
    }
    entries[index] = entry;
  }

  take(): T | undefined {
    const entries = this.#entries;
    const first = entries[0];
    const last = entries.pop();
    if (first === undefined || last === undefined) return undefined;
    if (entries.length > 0) this.#sink(last);
    return first.what;
  }

  #sink(moved: Entry<T>): void {
    const entries = this.#entries;
    let index = 0;
    for (;;) {
      const left = entries[2 * index + 1];
      const right = entries[2 * index + 2];
      if (left === undefined) break;
      const rightIsNext = right !== undefined && comesBefore(right, left);
      const child = rightIsNext ? right : left;
      if (!comesBefore(child, moved)) break;
      entries[index] = child;
      index = 2 * index + (rightIsNext ? 2 : 1);
    }
    entries[index] = moved;
  }
}

interface Entry<T> extends Planned {
  readonly what: T;
}

interface Planned {
  readonly at: number;
  readonly number: number;
}

function comesBefore(left: Planned, right: Planned): boolean {
  return left.at === right.at ? left.number < right.number : left.at < right.at;
}
