/** What a tenant's runtime is given, and what it tells. */
import type { JournalEntry, TenantId } from '@rufwerk/engine/core';
import type { Clock, AnyEffectPerformer, Log, TenantStore } from '@rufwerk/engine/ports';
import type { EffectTiming } from './effects/effectDriver.ts';

export interface TenantRuntimeOptions {
  readonly tenantId: TenantId;
  readonly store: TenantStore;
  readonly clock: Clock;
  readonly performers: readonly AnyEffectPerformer[];
  readonly log: Log;
  /** Unheard time that counts as a gap; null under a played clock, which leaps on purpose. */
  readonly gapAfterMs: number | null;
  /** Told when the writer has stopped for good: the process should end, loudly. */
  readonly onBroken?: (because: string) => void;
  /** How many inputs may wait; what comes beyond is refused. Default 20,000. */
  readonly mostWaiting?: number;
  /** How long an effect may take before its outcome counts as unknown. Default 20 s. */
  readonly effectTimeoutMs?: number;
  /** For metrics and the benchmark. */
  readonly observeFlush?: (flush: FlushTiming) => void;
  readonly observeEffect?: (effect: EffectTiming) => void;
}

/** Real time, in milliseconds. */
export interface FlushTiming {
  readonly inputs: number;
  /** How long the first input of the flush had waited. */
  readonly waitedMs: number;
  readonly decidedMs: number;
  readonly committedMs: number;
}

/** One committed flush, as screens see it. */
export interface Commit {
  readonly seq: number;
  readonly at: number;
  readonly entries: readonly JournalEntry[];
}

export interface RuntimeHealth {
  readonly seq: number;
  readonly waitingInputs: number;
  readonly effectsUnderWay: number;
  readonly openEffects: number;
  readonly lastCommitAt: number | null;
  readonly brokenBecause: string | null;
  /** Decisions that came out differently when they were explained: each is a fault of ours. */
  readonly decisionsDiffering: number;
}
