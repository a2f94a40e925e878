/**
 * Commits what posts have told, in the order in which the posts arrived: threads open their parts
 * in any order.
 *
 *   reserve --> place --tell--> told --all before it told or released--> committed
 *                 \--release--> passed over
 *
 * While one commit is under way the next posts gather, and in a storm for a moment longer: each
 * commit is synced to disk, and few large ones cost less than many small ones.
 */
import type { PresenceReading } from '@rufwerk/engine/core';
import { NotAccepted } from '@rufwerk/engine/ports';
import type { InputSink } from '@rufwerk/engine/ports';

/** Enough to share a commit, few enough to decide in a moment. */
const READINGS_AT_A_TIME = 500;
/** Commits begin so far apart at least; a single post never waits for that. Real time. */
const COMMITS_APART_MS = 25;

/** A post's place in the line, left by whichever comes first: telling or releasing. */
export interface Place {
  /** True once committed; false when the engine takes no more for now, or the place was left. */
  tell(readings: readonly PresenceReading[]): Promise<boolean>;
  release(): void;
}

type Waiting =
  | { readonly kind: 'open' }
  | { readonly kind: 'released' }
  | {
      readonly kind: 'told';
      readonly readings: readonly PresenceReading[];
      readonly resolve: (isCommitted: boolean) => void;
      readonly reject: (error: unknown) => void;
    };

type Told = Extract<Waiting, { kind: 'told' }>;

export class CommitInOrder {
  readonly #sink: InputSink;
  readonly #line: { state: Waiting }[] = [];
  #committing: Promise<void> | null = null;
  #gathering: ReturnType<typeof setTimeout> | null = null;
  #begunMs = Number.NEGATIVE_INFINITY;

  constructor(sink: InputSink) {
    this.#sink = sink;
  }

  reserve(): Place {
    const place: { state: Waiting } = { state: { kind: 'open' } };
    this.#line.push(place);
    const leave = (state: Waiting): void => {
      if (place.state.kind !== 'open') return;
      place.state = state;
      this.#goOn();
    };
    return {
      tell: (readings) => {
        if (place.state.kind !== 'open') return Promise.resolve(false);
        return new Promise((resolve, reject) => leave({ kind: 'told', readings, resolve, reject }));
      },
      release: () => leave({ kind: 'released' }),
    };
  }

  #goOn(): void {
    if (this.#committing !== null || this.#gathering !== null) return;
    const waitMs = this.#begunMs + COMMITS_APART_MS - performance.now();
    if (waitMs > 0 && this.#line[0]?.state.kind === 'told') return this.#gather(waitMs);
    const told = this.#takeTold();
    if (told.length === 0) return;
    this.#begunMs = performance.now();
    this.#committing = this.#commit(told).finally(() => {
      this.#committing = null;
      this.#goOn();
    });
  }

  #gather(waitMs: number): void {
    this.#gathering = setTimeout(() => {
      this.#gathering = null;
      this.#goOn();
    }, waitMs);
  }

  /** Everybody at the head of the line who is ready, as far as one commit goes. */
  #takeTold(): Told[] {
    const told: Told[] = [];
    let readings = 0;
    let left = 0;
    for (const { state } of this.#line) {
      if (state.kind === 'open' || readings >= READINGS_AT_A_TIME) break;
      left += 1;
      if (state.kind !== 'told') continue;
      readings += state.readings.length;
      told.push(state);
    }
    this.#line.splice(0, left);
    return told;
  }

  async #commit(told: readonly Told[]): Promise<void> {
    try {
      const readings = told.flatMap((each) => each.readings);
      await this.#sink.submit({ type: 'PresencePushed', readings });
      for (const { resolve } of told) resolve(true);
    } catch (error) {
      for (const { resolve, reject } of told) {
        if (error instanceof NotAccepted) resolve(false);
        else reject(error);
      }
    }
  }
}
