/**
 * Who has to be looked at when: a binary heap over plain numbers, because every call moves its
 * deadlines several times. An entry that has been overtaken (its owner was given another instant)
 * stays until it comes up and is then dropped by its reader. A task stands in it by the earliest of
 * its deadlines only (`taskDeadlines.ts`).
 */
import type { EmergencyId, OfferId, PersonId, TaskId } from '../ids.ts';

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

type AgentDeadline = 'pause' | 'after-call-work' | 'break' | 'session' | 'other-call';

export type Deadline =
  | { readonly at: number; readonly kind: 'offer'; readonly id: OfferId }
  | { readonly at: number; readonly kind: AgentDeadline; readonly id: PersonId }
  | { readonly at: number; readonly kind: 'callback'; readonly id: TaskId }
  | { readonly at: number; readonly kind: 'emergency'; readonly id: EmergencyId }
  | { readonly at: number; readonly kind: 'views'; readonly id: 'views' }
  | { readonly at: number; readonly kind: TaskDeadline; readonly id: TaskId };

type DeadlineKind = Deadline['kind'];

/** In the order in which deadlines of the same instant come up. */
const KINDS: readonly DeadlineKind[] = [
  'act',
  'after-call-work',
  'break',
  'callback',
  'check',
  'comfort',
  'emergency',
  'first',
  'infer',
  'keep-alive',
  'level',
  'maximum-wait',
  'nobody',
  'offer',
  'other-call',
  'pause',
  'session',
  'views',
];

const RANKS = Object.fromEntries(KINDS.map((kind, rank) => [kind, rank])) as Readonly<
  Record<DeadlineKind, number>
>;

/** More than there are kinds: instant and kind are one number, the instant counting more. */
const RANKS_PER_MS = 32;

/** The place of a deadline among all others, as one number; instants count in whole ms. */
export function dueKey(at: number, kind: DeadlineKind): number {
  return Math.ceil(at) * RANKS_PER_MS + RANKS[kind];
}

export class DeadlineHeap {
  #keys = new Float64Array(64);
  readonly #ids: string[] = [];

  get size(): number {
    return this.#ids.length;
  }

  /** In no order; overtaken ones among them. */
  get entries(): readonly Deadline[] {
    return this.#ids.map((id, place) => deadlineOf(this.#keys[place] ?? 0, id));
  }

  peek(): Deadline | undefined {
    const [id] = this.#ids;
    return id === undefined ? undefined : deadlineOf(this.#keys[0] ?? 0, id);
  }

  push({ at, kind, id }: Deadline): void {
    const place = this.#ids.length;
    if (place === this.#keys.length) this.#grow();
    this.#ids.push(id);
    this.#rise(place, dueKey(at, kind), id);
  }

  pop(): void {
    const id = this.#ids.pop();
    const last = this.#ids.length;
    if (id !== undefined && last > 0) this.#sink(this.#keys[last] ?? 0, id);
  }

  #rise(from: number, key: number, id: string): void {
    const keys = this.#keys;
    const ids = this.#ids;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const parentKey = keys[parent] ?? 0;
      if (key > parentKey || (key === parentKey && id >= (ids[parent] ?? ''))) break;
      keys[place] = parentKey;
      ids[place] = ids[parent] ?? '';
      place = parent;
    }
    keys[place] = key;
    ids[place] = id;
  }

  #sink(key: number, id: string): void {
    const keys = this.#keys;
    const ids = this.#ids;
    const size = ids.length;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#isBefore(child + 1, child)) child += 1;
      const childKey = keys[child] ?? 0;
      if (key < childKey || (key === childKey && id <= (ids[child] ?? ''))) break;
      keys[place] = childKey;
      ids[place] = ids[child] ?? '';
      place = child;
    }
    keys[place] = key;
    ids[place] = id;
  }

  /** Total, so that equal instants come up in the same order in every replay. */
  #isBefore(left: number, right: number): boolean {
    const [leftKey, rightKey] = [this.#keys[left] ?? 0, this.#keys[right] ?? 0];
    if (leftKey !== rightKey) return leftKey < rightKey;
    return (this.#ids[left] ?? '') < (this.#ids[right] ?? '');
  }

  #grow(): void {
    const larger = new Float64Array(this.#keys.length * 2);
    larger.set(this.#keys);
    this.#keys = larger;
  }
}

function deadlineOf(key: number, id: string): Deadline {
  const kind = KINDS[key % RANKS_PER_MS] ?? 'act';
  // An id was pushed with a kind of its own owner.
  return { at: Math.floor(key / RANKS_PER_MS), kind, id } as Deadline;
}
