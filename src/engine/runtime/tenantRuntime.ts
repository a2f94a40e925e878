/**
 * The one writer of a tenant.
 *
 *   submit -> queue -> step (facts) -> one transaction -> acknowledge, show, drive effects, arm the timer
 *                ^                                              |
 *                +------------- outcomes, deadlines ------------+
 *
 * Nothing is visible before its commit. While a flush is being written further inputs gather and become
 * the next one. A commit that fails discards the state and recovers it from the store.
 */
import {
  type DecisionRecord,
  type JournalEntry,
  nextDeadlineAt,
  SNAPSHOT_SCHEMA_VERSION,
  step,
  type TenantState,
  writeSnapshot,
} from '@rufwerk/engine/core';
import {
  type Clock,
  type Committed,
  type InputDraft,
  type InputSink,
  JournalConflict,
  NotAccepted,
} from '@rufwerk/engine/ports';
import { DeadlineTimer } from './deadlineTimer.ts';
import { EffectDriver } from './effectDriver.ts';
import { InputQueue, stamped, type WaitingInput } from './inputQueue.ts';
import type { Commit, RuntimeHealth, TenantRuntimeOptions } from './options.ts';
import { recover } from './recovery.ts';

/** Inputs in one flush at most: a longer one would keep the first waiting. */
const MOST_IN_A_FLUSH = 1_000;
const SNAPSHOT_EVERY_ENTRIES = 20_000;
const RECOVERIES_IN_A_ROW = 5;
const EFFECTS_AT_STOP_MS = 5_000;

export class TenantRuntime implements InputSink {
  readonly #options: TenantRuntimeOptions;
  readonly #queue = new InputQueue();
  readonly #effects: EffectDriver;
  readonly #timer: DeadlineTimer;
  readonly #listeners = new Set<(commit: Commit) => void>();
  #state: TenantState;
  #seq: number;
  #writing: Promise<void> | null = null;
  #entriesSinceSnapshot = 0;
  #failedFlushes = 0;
  #brokenBecause: string | null = null;
  #lastCommitAt: number | null = null;

  constructor(
    options: TenantRuntimeOptions,
    recovered: { readonly state: TenantState; readonly seq: number },
  ) {
    this.#options = options;
    this.#state = recovered.state;
    this.#seq = recovered.seq;
    this.#timer = new DeadlineTimer(options.clock, (dueAt) => this.#deadlineReached(dueAt));
    this.#effects = new EffectDriver({
      performers: options.performers,
      log: options.log,
      settle: (effectId, outcome) =>
        this.#submitOwn({ type: 'EffectReported', effectId, outcome }, null),
      ...(options.observeEffect === undefined ? {} : { observe: options.observeEffect }),
    });
  }

  /** The tenant's time, see `laterClock.ts`. */
  get clock(): Clock {
    return this.#options.clock;
  }

  /** Never before what has been decided already. */
  now(): number {
    return Math.max(this.#options.clock.now(), this.#state.lastAt);
  }

  submit(draft: InputDraft): Promise<Committed> {
    const committed = this.#queue.push(draft, null, false);
    this.#wake();
    return committed;
  }

  /** Looks at committed state only: waits for a flush that is being written. */
  async read<T>(look: (state: Readonly<TenantState>, at: number) => T): Promise<T> {
    while (this.#writing !== null) await this.#writing;
    return look(this.#state, this.now());
  }

  /** Told after every commit; returns how to stop listening. */
  onCommitted(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  health(): RuntimeHealth {
    return {
      seq: this.#seq,
      waitingInputs: this.#queue.size,
      effectsUnderWay: this.#effects.underWay,
      openEffects: this.#state.openEffects.size,
      lastCommitAt: this.#lastCommitAt,
      brokenBecause: this.#brokenBecause,
    };
  }

  /** Drives what a restart found open. Called once, before the first input. */
  driveOpenEffects(): void {
    for (const { id, effect } of this.#state.openEffects.values()) {
      this.#effects.drive(id, effect, true);
    }
  }

  /** Stops accepting, commits what waits, lets effects end, writes a snapshot. */
  async stop(): Promise<void> {
    this.#timer.cancel();
    await this.#effects.stop(EFFECTS_AT_STOP_MS);
    this.#queue.refuseNew('Rufwerk is stopping');
    while (this.#writing !== null) await this.#writing;
    this.#timer.cancel();
    if (this.#brokenBecause === null) await this.#saveSnapshot();
  }

  #submitOwn(draft: InputDraft, at: number | null): void {
    this.#queue.push(draft, at, true).catch((error: unknown) => {
      // Not lost: an effect stays open and a deadline stays due, and both come again after a restart.
      this.#options.log.warn({ type: draft.type, err: error }, 'An own input was not committed');
    });
    this.#wake();
  }

  #deadlineReached(dueAt: number): void {
    const { gapAfterMs, clock } = this.#options;
    if (gapAfterMs !== null && clock.now() - dueAt > gapAfterMs) {
      this.#submitOwn({ type: 'GapObserved', fromAt: this.#state.lastAt }, null);
    }
    this.#submitOwn({ type: 'TimeReached' }, dueAt);
  }

  #wake(): void {
    if (this.#writing !== null) return;
    this.#writing = this.#write().finally(() => {
      this.#writing = null;
      if (this.#queue.size > 0) this.#wake();
    });
  }

  async #write(): Promise<void> {
    // Inputs that arrive in the same turn of the loop share a flush.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.size > 0) await this.#flush(this.#queue.take(MOST_IN_A_FLUSH));
  }

  async #flush(inputs: WaitingInput[]): Promise<void> {
    const startedAtMs = performance.now();
    const decisions: DecisionRecord[] = [];
    const entries: JournalEntry[] = [];
    const decided: WaitingInput[] = [];
    let thrown: { readonly input: WaitingInput; readonly error: Error } | null = null;
    for (const waiting of inputs) {
      const input = stamped(waiting.draft, waiting.at ?? this.now());
      try {
        entries.push({
          input,
          facts: step(this.#state, input, (record) => decisions.push(record)),
        });
        decided.push(waiting);
      } catch (error) {
        thrown = {
          input: waiting,
          error: error instanceof Error ? error : new Error(String(error)),
        };
        this.#queue.putBack(inputs.slice(decided.length + 1));
        break;
      }
    }
    const decidedAtMs = performance.now();
    if (entries.length > 0) await this.#commit(decided, entries, decisions);
    if (thrown !== null) await this.#afterBug(thrown.input, thrown.error);
    const firstWaitedMs = startedAtMs - (inputs[0]?.queuedAtMs ?? startedAtMs);
    this.#options.observeFlush?.({
      inputs: entries.length,
      waitedMs: firstWaitedMs,
      decidedMs: decidedAtMs - startedAtMs,
      committedMs: performance.now() - decidedAtMs,
    });
  }

  async #commit(
    decided: readonly WaitingInput[],
    entries: readonly JournalEntry[],
    decisions: readonly DecisionRecord[],
  ): Promise<void> {
    const { store, tenantId, clock } = this.#options;
    const recordedAt = clock.now();
    const seq = this.#seq + 1;
    try {
      await store.append({ tenantId, seq, recordedAt, entries, decisions });
    } catch (error) {
      return this.#notCommitted(decided, error);
    }
    this.#seq = seq;
    this.#failedFlushes = 0;
    this.#lastCommitAt = recordedAt;
    this.#entriesSinceSnapshot += entries.length;
    for (const [index, waiting] of decided.entries()) {
      waiting.resolve({ seq, facts: entries[index]?.facts ?? [] });
    }
    this.#afterCommit({ seq, at: recordedAt, entries, decisions });
  }

  #afterCommit(commit: Commit): void {
    for (const { facts } of commit.entries) {
      for (const fact of facts) {
        if (fact.type !== 'EffectRequested') continue;
        this.#effects.drive(fact.effectId, fact.effect, false);
      }
    }
    this.#arm();
    for (const listener of this.#listeners) this.#tell(listener, commit);
    if (this.#entriesSinceSnapshot >= SNAPSHOT_EVERY_ENTRIES) {
      this.#entriesSinceSnapshot = 0;
      void this.#saveSnapshot();
    }
  }

  #tell(listener: (commit: Commit) => void, commit: Commit): void {
    try {
      listener(commit);
    } catch (error) {
      // A screen's fault must not stop the writer.
      this.#options.log.error({ err: error, seq: commit.seq }, 'A listener to commits threw');
    }
  }

  #arm(): void {
    if (this.#brokenBecause === null) this.#timer.arm(nextDeadlineAt(this.#state));
  }

  /** Nothing was recorded: the sources repeat. Another writer's row ends this one for good. */
  async #notCommitted(decided: readonly WaitingInput[], error: unknown): Promise<void> {
    const cause = error instanceof Error ? error.message : String(error);
    for (const waiting of decided) waiting.reject(new NotAccepted(`Not committed: ${cause}`));
    this.#options.log.error({ err: error, seq: this.#seq + 1 }, 'A flush was not committed');
    this.#failedFlushes += 1;
    if (error instanceof JournalConflict) return this.#break(cause);
    if (this.#failedFlushes > RECOVERIES_IN_A_ROW) return this.#break(cause);
    await this.#recover();
  }

  /** A bug: the input is refused, and the state it may have half changed is read anew. */
  async #afterBug(waiting: WaitingInput, error: Error): Promise<void> {
    const { type } = waiting.draft;
    this.#options.log.error({ type, err: error }, 'Deciding an input threw');
    waiting.reject(error);
    await this.#recover();
  }

  async #recover(): Promise<void> {
    try {
      const { state, seq } = await recover(this.#options.store);
      this.#state = state;
      this.#seq = seq;
      this.#arm();
    } catch (error) {
      this.#options.log.error({ err: error }, 'The state could not be recovered from the store');
      this.#break(error instanceof Error ? error.message : String(error));
    }
  }

  #break(because: string): void {
    this.#brokenBecause = because;
    this.#timer.cancel();
    this.#queue.close(because);
    this.#options.onBroken?.(because);
  }

  async #saveSnapshot(): Promise<void> {
    const { store, log } = this.#options;
    const snapshot = { seq: this.#seq, schemaVersion: SNAPSHOT_SCHEMA_VERSION };
    try {
      await store.saveSnapshot({ ...snapshot, state: writeSnapshot(this.#state) });
    } catch (error) {
      // The journal has everything: a missing snapshot only makes the next start slower.
      log.warn({ err: error, seq: snapshot.seq }, 'A snapshot was not saved');
    }
  }
}
