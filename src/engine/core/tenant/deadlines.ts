/**
 * The next deadline of everything that has one, in a binary heap. An entry that has been overtaken
 * (its owner was given another instant) stays until it comes up and is then dropped by its reader.
 */
import type { OfferId, PersonId, TaskId } from './ids.ts';

export type Deadline =
  | { readonly at: number; readonly kind: 'offer'; readonly id: OfferId }
  | {
      readonly at: number;
      readonly kind: 'pause' | 'after-call-work' | 'break' | 'session';
      readonly id: PersonId;
    }
  | { readonly at: number; readonly kind: 'views'; readonly id: 'views' }
  | { readonly at: number; readonly kind: TaskDeadline; readonly id: TaskId };

export type TaskDeadline =
  | 'check'
  | 'keep-alive'
  | 'infer'
  | 'first'
  | 'level'
  | 'nobody'
  | 'maximum-wait'
  | 'comfort'
  | 'act';

export class DeadlineHeap {
  readonly #entries: Deadline[] = [];

  get size(): number {
    return this.#entries.length;
  }

  /** In no order; overtaken ones among them. */
  get entries(): readonly Deadline[] {
    return this.#entries;
  }

  peek(): Deadline | undefined {
    return this.#entries[0];
  }

  push(deadline: Deadline): void {
    const entries = this.#entries;
    let index = entries.length;
    entries.push(deadline);
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = entries[parentIndex];
      if (parent === undefined || !before(deadline, parent)) break;
      entries[index] = parent;
      index = parentIndex;
    }
    entries[index] = deadline;
  }

  pop(): Deadline | undefined {
    const entries = this.#entries;
    const first = entries[0];
    const last = entries.pop();
    if (first === undefined || last === undefined || entries.length === 0) return first;
    this.#sink(last);
    return first;
  }

  #sink(moved: Deadline): void {
    const entries = this.#entries;
    let index = 0;
    for (;;) {
      const left = entries[2 * index + 1];
      const right = entries[2 * index + 2];
      if (left === undefined) break;
      const rightIsNext = right !== undefined && before(right, left);
      const child = rightIsNext ? right : left;
      if (!before(child, moved)) break;
      entries[index] = child;
      index = 2 * index + (rightIsNext ? 2 : 1);
    }
    entries[index] = moved;
  }
}

/** Total, so that equal instants come up in the same order in every replay. */
function before(left: Deadline, right: Deadline): boolean {
  if (left.at !== right.at) return left.at < right.at;
  if (left.kind !== right.kind) return left.kind < right.kind;
  return left.id < right.id;
}
