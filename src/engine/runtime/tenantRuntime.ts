/**
 * A tenant at work.
 *
 *   submit -> writer: decide, commit -> listeners, effects -> performers
 *               ^                                                 |
 *               +------------------- outcomes --------------------+
 *
 * Nothing is visible before its commit: screens and effects see committed facts only.
 */
import type { DecisionId, TenantState } from '@rufwerk/engine/core';
import type { Committed, InputDraft, InputSink } from '@rufwerk/engine/ports';
import { EffectDriver } from './effects/effectDriver.ts';
import { EngineTime } from './engineTime.ts';
import { Explainer, type Explanation } from './explain/explainer.ts';
import { PastStates } from './explain/pastStates.ts';
import { whyNot, type WhyNotAnswer, type WhyNotQuestion } from './explain/whyNot.ts';
import type { Commit, RuntimeHealth, TenantRuntimeOptions } from './options.ts';
import type { Recovered } from './recovery.ts';
import { TenantWriter } from './tenantWriter.ts';

const EFFECTS_AT_STOP_MS = 5_000;

export class TenantRuntime implements InputSink {
  readonly #options: TenantRuntimeOptions;
  readonly #time: EngineTime;
  readonly #effects: EffectDriver;
  readonly #writer: TenantWriter;
  readonly #listeners = new Set<(commit: Commit) => void>();
  readonly #past: PastStates;
  readonly #explainer: Explainer;
  #lastCommitAt: number | null = null;

  constructor(options: TenantRuntimeOptions, recovered: Recovered) {
    const { tenantId, store, clock, log, gapAfterMs, performers } = options;
    this.#options = options;
    this.#past = new PastStates(store);
    this.#explainer = new Explainer(store, this.#past, log);
    this.#time = new EngineTime(clock, recovered.state.lastAt, log);
    this.#effects = new EffectDriver({
      performers,
      report: (input) => this.#writer.submitOwn(input),
      timeoutMs: options.effectTimeoutMs,
      log,
      observe: options.observeEffect,
    });
    const parts = { tenantId, store, time: this.#time, log, gapAfterMs };
    this.#writer = new TenantWriter(
      {
        ...parts,
        mostWaiting: options.mostWaiting,
        effectsInFlight: () => this.#effects.inFlight,
        onCommit: (commit) => this.#afterCommit(commit),
        onBroken: (because) => this.#broken(because),
        observeFlush: options.observeFlush,
      },
      recovered,
    );
  }

  /** The tenant's time, which never goes back. */
  now(): number {
    return this.#time.now();
  }

  submit(draft: InputDraft): Promise<Committed> {
    return this.#writer.submit(draft);
  }

  /** Looks at committed state only, and at once; what it is given must not be kept. */
  read<T>(look: (state: Readonly<TenantState>, at: number) => T): Promise<T> {
    return this.#writer.read((state) => look(state, this.now()));
  }

  /** The full record of a decision, made again from the journal. */
  explain(decisionId: DecisionId): Promise<Explanation> {
    return this.#explainer.explain(decisionId);
  }

  /** Why an agent is not offered calls, now or at a past moment. */
  whyNot(question: WhyNotQuestion): Promise<WhyNotAnswer> {
    const { store } = this.#options;
    const readNow: TenantRuntime['read'] = (look) => this.read(look);
    return whyNot({ store, past: this.#past, explainer: this.#explainer, readNow }, question);
  }

  /** Told after every commit; returns how to stop listening. */
  onCommitted(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  health(): RuntimeHealth {
    return {
      seq: this.#writer.seq,
      waitingInputs: this.#writer.waitingInputs,
      effectsUnderWay: this.#effects.inFlight,
      openEffects: this.#writer.openEffects,
      lastCommitAt: this.#lastCommitAt,
      brokenBecause: this.#writer.brokenBecause,
      decisionsDiffering: this.#explainer.differing,
    };
  }

  /** Drives what a restart found open. Called once, before the first input. */
  driveOpenEffects(state: Readonly<TenantState>): void {
    for (const { id, effect } of state.openEffects.values()) {
      this.#effects.drive({ effectId: id, effect, mayHaveHappened: true });
    }
  }

  /** Stops accepting, commits what waits, lets effects end, writes a snapshot: within 10 s. */
  async stop(): Promise<void> {
    await this.#writer.refuseNew('Rufwerk is stopping');
    await this.#effects.stop(EFFECTS_AT_STOP_MS);
    await this.#writer.close('Rufwerk is stopping');
  }

  #afterCommit(commit: Commit): void {
    this.#lastCommitAt = commit.at;
    for (const { facts } of commit.entries) {
      for (const fact of facts) {
        if (fact.type !== 'EffectRequested') continue;
        const { effectId, effect } = fact;
        this.#effects.drive({ effectId, effect, mayHaveHappened: false });
      }
    }
    for (const listener of this.#listeners) this.#tell(listener, commit);
  }

  #tell(listener: (commit: Commit) => void, commit: Commit): void {
    try {
      listener(commit);
    } catch (error) {
      // A screen's fault must not stop the writer.
      this.#options.log.error({ err: error, seq: commit.seq }, 'A listener to commits threw');
    }
  }

  #broken(because: string): void {
    const { log, onBroken } = this.#options;
    log.error({ because }, 'The writer has stopped for good');
    this.#effects.close();
    onBroken?.(because);
  }
}
