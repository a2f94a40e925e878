/**
 * The one writer of a tenant's journal. A turn decides what waits, and commits it as one row:
 *
 *   awake -> decide: gap? deadlines, inputs -> commit -> acknowledge, tell -> asleep, or again
 *                         | the core throws     | the store refuses
 *                         v                     v
 *                   commit the rest ---> state from the store ---> again
 *                                               |
 *                    another writer's row, or too many faults in a row ---> broken, for good
 *
 * While a row is being written further inputs gather and become the next one. The state runs ahead
 * of the journal only between deciding and committing; who looks at it meanwhile waits.
 */
import type { TenantId, TenantState } from '@rufwerk/engine/core';
import {
  type Committed,
  type InputDraft,
  JournalConflict,
  type Log,
  NotAccepted,
  type TenantStore,
} from '@rufwerk/engine/ports';
import { agenda } from './agenda.ts';
import { Alarm } from './alarm.ts';
import { Batch } from './batch.ts';
import type { EngineTime } from './engineTime.ts';
import { InputQueue, type WaitingInput } from './inputQueue.ts';
import type { Commit, FlushTiming } from './options.ts';
import { pause } from './pause.ts';
import { recover, type Recovered } from './recovery.ts';
import { SnapshotKeeper } from './snapshotKeeper.ts';

/** A longer flush would keep its first input waiting, and the process from hearing of others. */
const MOST_IN_A_FLUSH = 1_000;
const MOST_DECIDING_MS = 20;
/** With the pauses between them a quarter of a minute: then a new process may do better. */
const MOST_FAULTS_IN_A_ROW = 10;
const LONGEST_PAUSE_MS = 5_000;
const MOST_LOOKS_WAITING = 10_000;

export interface WriterParts {
  readonly tenantId: TenantId;
  readonly store: TenantStore;
  readonly time: EngineTime;
  readonly log: Log;
  readonly gapAfterMs: number | null;
  readonly mostWaiting: number | undefined;
  readonly effectsInFlight: () => number;
  /** Told of every row once it is written, before its sources are. */
  readonly onCommit: (commit: Commit) => void;
  readonly onBroken: (because: string) => void;
  readonly observeFlush: ((flush: FlushTiming) => void) | undefined;
}

/** An input that the core threw at. */
interface Fault {
  readonly draft: InputDraft;
  readonly source: WaitingInput | null;
  readonly error: Error;
}

export class TenantWriter {
  readonly #parts: WriterParts;
  readonly #queue: InputQueue;
  readonly #alarm: Alarm;
  readonly #snapshots: SnapshotKeeper;
  /** Looks at the state that came while it was ahead of the journal. */
  #looks: (() => void)[] = [];
  #state: TenantState;
  #seq: number;
  #turn: Promise<void> | null = null;
  #isAhead = false;
  #faultsInARow = 0;
  #brokenBecause: string | null = null;

  constructor(parts: WriterParts, recovered: Recovered) {
    this.#parts = parts;
    this.#state = recovered.state;
    this.#seq = recovered.seq;
    this.#queue = new InputQueue(parts.mostWaiting);
    this.#snapshots = new SnapshotKeeper(parts.store, parts.log, recovered);
    const { time, gapAfterMs } = parts;
    this.#alarm = new Alarm({ time, gapAfterMs, wake: () => this.#wake() });
  }

  get seq(): number {
    return this.#seq;
  }

  get waitingInputs(): number {
    return this.#queue.size;
  }

  get brokenBecause(): string | null {
    return this.#brokenBecause;
  }

  get openEffects(): number {
    return this.#state.openEffects.size;
  }

  submit(draft: InputDraft): Promise<Committed> {
    const committed = this.#queue.push(draft);
    this.#wake();
    return committed;
  }

  /** For outcomes of effects: taken while stopping, too. */
  submitOwn(draft: InputDraft): Promise<Committed> {
    const committed = this.#queue.pushOwn(draft);
    this.#wake();
    return committed;
  }

  /** Looks at committed state only: waits for a row that is being written. */
  async read<T>(look: (state: Readonly<TenantState>) => T): Promise<T> {
    if (this.#looks.length >= MOST_LOOKS_WAITING) {
      throw new NotAccepted(`${MOST_LOOKS_WAITING} readers are waiting already`);
    }
    if (this.#isAhead) await new Promise<void>((resolve) => this.#looks.push(resolve));
    // Whoever is broken may be ahead of the journal for good.
    if (this.#brokenBecause !== null) throw new NotAccepted(this.#brokenBecause);
    return look(this.#state);
  }

  /** Takes no more from outside; resolves when everything that waited is committed. */
  async refuseNew(because: string): Promise<void> {
    this.#alarm.close();
    this.#queue.refuseNew(because);
    while (this.#turn !== null) await this.#turn;
  }

  /** Commits what waits and ends with a snapshot. Outcomes are not taken any more, either. */
  async close(because: string): Promise<void> {
    await this.refuseNew(because);
    this.#queue.close(because);
    if (this.#brokenBecause !== null) return;
    await this.#snapshots.save({ state: this.#state, seq: this.#seq });
  }

  #wake(): void {
    if (this.#turn !== null || this.#brokenBecause !== null) return;
    this.#turn = this.#takeTurn().finally(() => {
      this.#turn = null;
      if (this.#queue.size > 0) this.#wake();
      else this.#alarm.arm(this.#state);
    });
  }

  async #takeTurn(): Promise<void> {
    // Inputs that arrive in the same turn of the loop share a row.
    await new Promise((resolve) => setImmediate(resolve));
    this.#isAhead = true;
    try {
      await this.#flush();
    } finally {
      this.#isAhead = false;
      for (const look of this.#looks.splice(0)) look();
    }
  }

  async #flush(): Promise<void> {
    const startedMs = performance.now();
    const inputs = this.#queue.take(MOST_IN_A_FLUSH);
    const batch = new Batch();
    const fault = this.#decide(batch, inputs);
    const decidedMs = performance.now();
    const { length } = batch.entries;
    const isCommitted = length === 0 || (await this.#commit(batch));
    if (fault !== null) this.#refuse(fault);
    if (fault !== null || !isCommitted) return this.#recover();
    if (length === 0) return;
    this.#parts.observeFlush?.({
      inputs: length,
      waitedMs: startedMs - (inputs[0]?.queuedAtMs ?? startedMs),
      decidedMs: decidedMs - startedMs,
      committedMs: performance.now() - decidedMs,
    });
    const inputsWait = this.#queue.size > 0;
    await this.#snapshots.committed(length, inputsWait, { state: this.#state, seq: this.#seq });
  }

  /**
   * Stops when time is up, or at an input that the core throws at: the rest waits for the next
   * turn.
   */
  #decide(batch: Batch, inputs: readonly WaitingInput[]): Fault | null {
    const { time, effectsInFlight } = this.#parts;
    const items = agenda({
      ...{ state: this.#state, now: time.now(), alarm: this.#alarm, inputs },
      effectsInFlight: effectsInFlight(),
    });
    const untilMs = performance.now() + MOST_DECIDING_MS;
    let taken = 0;
    let fault: Fault | null = null;
    for (const { draft, at, source } of items) {
      if (source !== null) taken += 1;
      try {
        batch.decide(this.#state, draft, at, source);
      } catch (error) {
        fault = { draft, source, error: asError(error) };
      }
      if (fault !== null || performance.now() > untilMs) break;
    }
    this.#queue.putBack(inputs.slice(taken));
    return fault;
  }

  async #commit(batch: Batch): Promise<boolean> {
    const { store, tenantId, time, log, onCommit } = this.#parts;
    const { entries } = batch;
    const seq = this.#seq + 1;
    const recordedAt = time.now();
    try {
      await store.append({ tenantId, seq, recordedAt, entries });
    } catch (error) {
      log.error({ err: error, seq }, 'A flush was not committed');
      batch.refuse(new NotAccepted(`Not committed: ${asError(error).message}`));
      this.#countFault(error);
      return false;
    }
    this.#seq = seq;
    this.#faultsInARow = 0;
    onCommit({ seq, at: recordedAt, entries });
    batch.acknowledge(seq);
    return true;
  }

  /** A bug: this input is refused, the others are not. */
  #refuse({ draft, source, error }: Fault): void {
    const { sourceId } = draft;
    this.#parts.log.error({ type: draft.type, sourceId, err: error }, 'Deciding an input threw');
    source?.reject(error);
    if (draft.type === 'TimeReached') this.#alarm.hold();
  }

  /** The state may be ahead of the journal, or half changed: it is read from the store anew. */
  async #recover(): Promise<void> {
    const { store, log } = this.#parts;
    while (this.#brokenBecause === null) {
      if (this.#faultsInARow > 1) await pause(pauseAfterMs(this.#faultsInARow));
      try {
        const { state, seq } = await recover(store);
        this.#state = state;
        await this.#tellUntold();
        this.#seq = seq;
        return;
      } catch (error) {
        log.error({ err: error }, 'The state could not be recovered from the store');
        this.#countFault(error);
      }
    }
  }

  /**
   * A commit that seemed to fail may have been written all the same: its effects are still to do.
   */
  async #tellUntold(): Promise<void> {
    for await (const { seq, recordedAt, entries } of this.#parts.store.readJournal(this.#seq)) {
      this.#seq = seq;
      this.#parts.onCommit({ seq, at: recordedAt, entries });
    }
  }

  #countFault(error: unknown): void {
    this.#faultsInARow += 1;
    const isForGood = error instanceof JournalConflict;
    if (!isForGood && this.#faultsInARow <= MOST_FAULTS_IN_A_ROW) return;
    const because = asError(error).message;
    this.#brokenBecause = because;
    this.#alarm.close();
    this.#queue.close(because);
    this.#parts.onBroken(because);
  }
}

/** Longer and longer: after 50 ms, 100 ms and so on. */
function pauseAfterMs(faultsInARow: number): number {
  return Math.min(LONGEST_PAUSE_MS, 50 * 2 ** (faultsInARow - 2));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
