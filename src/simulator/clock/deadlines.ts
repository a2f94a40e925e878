/** Something to do at an instant of the played world. */
export interface Deadline {
  readonly dueAt: number;
  readonly order: number;
  readonly act: () => void;
  cancelled: boolean;
}

/**
 * A binary heap of deadlines, the earliest first; two of the same instant come in the order they
 * were set, so that the same world runs the same way every time. Cancelled ones are dropped when
 * they surface.
 */
export class Deadlines {
  readonly #heap: Deadline[] = [];
  #nextOrder = 0;

  add(dueAt: number, act: () => void): Deadline {
    const deadline = { dueAt, order: this.#nextOrder, act, cancelled: false };
    this.#nextOrder += 1;
    this.#heap.push(deadline);
    this.#rise(this.#heap.length - 1);
    return deadline;
  }

  /** The earliest deadline that still counts. */
  peek(): Deadline | undefined {
    while (this.#heap[0]?.cancelled === true) this.#removeFirst();
    return this.#heap[0];
  }

  /** Takes the earliest deadline if it is due at the given instant. */
  takeDue(nowMs: number): Deadline | undefined {
    const first = this.peek();
    if (first === undefined || first.dueAt > nowMs) return undefined;
    this.#removeFirst();
    return first;
  }

  clear(): void {
    this.#heap.length = 0;
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isEarlier(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #sink(from: number): void {
    let index = from;
    for (;;) {
      let earliest = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.#heap.length && this.#isEarlier(child, earliest)) earliest = child;
      }
      if (earliest === index) return;
      this.#swap(index, earliest);
      index = earliest;
    }
  }

  #isEarlier(left: number, right: number): boolean {
    const a = this.#heap[left];
    const b = this.#heap[right];
    if (a === undefined || b === undefined) return false;
    return a.dueAt === b.dueAt ? a.order < b.order : a.dueAt < b.dueAt;
  }

  #swap(left: number, right: number): void {
    const a = this.#heap[left];
    const b = this.#heap[right];
    if (a === undefined || b === undefined) return;
    this.#heap[left] = b;
    this.#heap[right] = a;
  }
}
