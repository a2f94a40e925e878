/** What concerns the tenant as a whole: its founding, effects, and inputs that meant nothing. */
import type { Configuration } from '../../config/document.ts';
import type { Effect, EffectOutcome } from '../effects.ts';
import type { BlockId, EffectId, PersonId, TenantId } from '../../ids.ts';
import type { At } from './at.ts';

export interface TenantFounded extends At {
  readonly type: 'TenantFounded';
  readonly tenantId: TenantId;
  readonly seed: number;
  readonly flags: readonly number[];
}

export interface ConfigurationChanged extends At {
  readonly type: 'ConfigurationChanged';
  readonly version: number;
  readonly configuration: Configuration;
  readonly by: PersonId | null;
}

export interface BlockFormed extends At {
  readonly type: 'BlockFormed';
  readonly blockId: BlockId;
  readonly agentIds: readonly PersonId[];
}

/** Freshness decides, so it is a fact: one per block of people, not per person. */
export interface BlockConfirmed extends At {
  readonly type: 'BlockConfirmed';
  readonly blockId: BlockId;
  /** When it was asked for: nothing older than this is confirmed. */
  readonly askedAt?: number;
}

/** Told once per value, so that someone can teach us the value (DEC-1). */
export interface UnknownPresenceValueSeen extends At {
  readonly type: 'UnknownPresenceValueSeen';
  readonly value: string;
}

export interface EffectRequested extends At {
  readonly type: 'EffectRequested';
  readonly effectId: EffectId;
  readonly effect: Effect;
}

export interface EffectSettled extends At {
  readonly type: 'EffectSettled';
  readonly effectId: EffectId;
  readonly outcome: EffectOutcome['kind'];
}

export interface GapRecorded extends At {
  readonly type: 'GapRecorded';
  readonly fromAt: number;
}

/** The source gave this input an id: a repeat of it changes nothing. */
export interface SourceNoted extends At {
  readonly type: 'SourceNoted';
  readonly sourceId: string;
}

/**
 * A rule that must always hold did not: found before somebody would have been rung, which was
 * stopped, or at the end of a step, which had happened by then.
 */
export interface InvariantBreached extends At {
  readonly type: 'InvariantBreached';
  readonly invariant: string;
  readonly detail: string;
  /** Whether the people who can act are told of this one. */
  readonly isTold: boolean;
}

export interface InputIgnored extends At {
  readonly type: 'InputIgnored';
  readonly reason:
    | 'repeat'
    | 'unknown-call'
    | 'unknown-service'
    | 'unknown-reason'
    | 'unknown-profile'
    | 'unknown-key'
    | 'not-allowed'
    | 'unknown-agent'
    | 'unknown-effect'
    | 'already-so'
    | 'out-of-order'
    | 'already-open';
}
