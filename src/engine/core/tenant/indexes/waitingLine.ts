/**
 * The calls of one service that want an agent now, by their place: the instant they were queued,
 * moved back by the ageing time per priority step, so that the order never changes while they wait
 * (docs/invariants.md, "no priority inversion"). Ties are broken by the task's number.
 */
import type { TaskState } from '../taskState.ts';

export class WaitingLine {
  readonly #tasks: TaskState[] = [];

  get size(): number {
    return this.#tasks.length;
  }

  /** First in place first. */
  get tasks(): readonly TaskState[] {
    return this.#tasks;
  }

  add(task: TaskState): void {
    const tasks = this.#tasks;
    let index = tasks.length;
    while (index > 0) {
      const before = tasks[index - 1];
      if (before === undefined || !comesBefore(task, before)) break;
      index -= 1;
    }
    if (index === tasks.length) tasks.push(task);
    else tasks.splice(index, 0, task);
  }

  remove(task: TaskState): void {
    const index = this.#tasks[0] === task ? 0 : this.#tasks.indexOf(task);
    if (index === 0) this.#tasks.shift();
    else if (index > 0) this.#tasks.splice(index, 1);
  }
}

/** Total: no two tasks have the same number. */
export function comesBefore(left: Readonly<TaskState>, right: Readonly<TaskState>): boolean {
  if (left.rankAt !== right.rankAt) return left.rankAt < right.rankAt;
  return left.number < right.number;
}
