/**
 * What has happened: past tense and final. State is a fold over facts and nothing else. No fact
 * carries personal data: internal ids only (design.md, "The core").
 */
import type { Configuration } from '../config/document.ts';
import type { DecisionSummary } from '../explain/decision.ts';
import type { PauseCause } from '../explain/reasons.ts';
import type { PresenceReading, PresenceSource } from '../presence/reading.ts';
import type { Effect, EffectOutcome } from './effects.ts';
import type {
  BlockId,
  EffectId,
  OfferId,
  PersonId,
  PlatformCallId,
  ServiceId,
  TaskId,
  TenantId,
} from './ids.ts';

interface At {
  readonly at: number;
}

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
export interface DutyChanged extends At {
  readonly type: 'DutyChanged';
  readonly agentId: PersonId;
  readonly onDuty: boolean;
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
}
export interface PresenceChanged extends At, PresenceReading {
  readonly type: 'PresenceChanged';
  readonly source: PresenceSource;
}
/** Told once per value, so that someone can teach us the value (DEC-1). */
export interface UnknownPresenceValueSeen extends At {
  readonly type: 'UnknownPresenceValueSeen';
  readonly value: string;
}
export interface CallQueued extends At {
  readonly type: 'CallQueued';
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  readonly platformCallId: PlatformCallId;
  readonly callerId: PersonId;
  readonly delivery: 'conference' | 'redirect';
}
/** The caller hears us from now on. */
export interface CallAnswered extends At {
  readonly type: 'CallAnswered';
  readonly taskId: TaskId;
}
/**
 * Under redirect nobody could be offered the call: it is answered and waits like under conference.
 */
export interface DeliveryFellBack extends At {
  readonly type: 'DeliveryFellBack';
  readonly taskId: TaskId;
}
export interface CallOffered extends At {
  readonly type: 'CallOffered';
  readonly offerId: OfferId;
  readonly taskId: TaskId;
  readonly agentId: PersonId;
  readonly ringUntilAt: number;
  readonly decision: DecisionSummary;
}
/** Told when nobody can be offered a waiting call, and again when the reasons change. */
export interface NobodyEligible extends At {
  readonly type: 'NobodyEligible';
  readonly taskId: TaskId;
  readonly decision: DecisionSummary;
}
/** The platform took the invitation; `participantId` is what a recall names. */
export interface OfferPlaced extends At {
  readonly type: 'OfferPlaced';
  readonly offerId: OfferId;
  readonly participantId: string | null;
}
/**
 * The offer should be recalled, but news may be missing or crossing: the call is read first,
 * because Teams' word is final and an acceptance wins.
 */
export interface OfferChecked extends At {
  readonly type: 'OfferChecked';
  readonly offerId: OfferId;
  readonly cause: RecallCause;
  readonly checkUntilAt: number;
}
export type RecallCause = 'ring-time' | 'presence' | 'off-duty' | 'configuration' | 'superseded';
/** An offer being recalled is live until the platform has confirmed (DEC-4). */
export interface OfferRecalled extends At {
  readonly type: 'OfferRecalled';
  readonly offerId: OfferId;
  readonly confirmUntilAt: number;
}
/** A deadline that fell into a gap is nobody's miss: the offer gets new time and is not charged. */
export interface OfferExcused extends At {
  readonly type: 'OfferExcused';
  readonly offerId: OfferId;
  readonly ringUntilAt: number;
}
export type OfferOutcome =
  | 'accepted'
  | 'declined'
  | 'missed'
  | 'unreachable'
  | 'recalled'
  | 'call-ended'
  | 'handed-over'
  | 'unknown';
export interface OfferEnded extends At {
  readonly type: 'OfferEnded';
  readonly offerId: OfferId;
  readonly outcome: OfferOutcome;
  /** Set when the agent is not offered calls for a while because of this outcome. */
  readonly pause: { readonly cause: PauseCause; readonly untilAt: number } | null;
}
/** How an end or a connection is known (design.md, "Distribution"). */
export type Seen = 'reported' | 'read' | 'inferred';
export interface CallConnected extends At {
  readonly type: 'CallConnected';
  readonly taskId: TaskId;
  readonly agentId: PersonId;
  readonly seen: Seen;
}
/** Under redirect: the call was handed over, and nothing more will be told about it. */
export interface CallHandedOver extends At {
  readonly type: 'CallHandedOver';
  readonly taskId: TaskId;
  readonly agentId: PersonId;
  readonly inferUntilAt: number;
}
export type EndReason =
  | 'caller-hung-up'
  | 'agent-hung-up'
  | 'not-answered-by-us'
  | 'no-answer-after-hand-over'
  | 'presence-left-the-call'
  | 'call-gone'
  | 'maximum-reached'
  | 'service-removed';
export interface CallEnded extends At {
  readonly type: 'CallEnded';
  readonly taskId: TaskId;
  readonly reason: EndReason;
  readonly seen: Seen;
  readonly agentId: PersonId | null;
}
export interface AfterCallWorkStarted extends At {
  readonly type: 'AfterCallWorkStarted';
  readonly agentId: PersonId;
  readonly taskId: TaskId;
  readonly untilAt: number;
}
/** The agent is free again, and idle from now. */
export interface AfterCallWorkEnded extends At {
  readonly type: 'AfterCallWorkEnded';
  readonly agentId: PersonId;
}
export interface PauseEnded extends At {
  readonly type: 'PauseEnded';
  readonly agentId: PersonId;
}
/** When the task's call is next read, and next kept alive. */
export interface CallCheckScheduled extends At {
  readonly type: 'CallCheckScheduled';
  readonly taskId: TaskId;
  readonly checkAt: number;
}
export interface KeepAliveScheduled extends At {
  readonly type: 'KeepAliveScheduled';
  readonly taskId: TaskId;
  readonly keepAliveAt: number;
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
/** The card of a task no longer shows what is true, and is sent again once the open one is out. */
export interface CardOutdated extends At {
  readonly type: 'CardOutdated';
  readonly taskId: TaskId;
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
export interface InputIgnored extends At {
  readonly type: 'InputIgnored';
  readonly reason:
    | 'repeat'
    | 'unknown-call'
    | 'unknown-service'
    | 'unknown-agent'
    | 'unknown-effect'
    | 'already-so'
    | 'out-of-order'
    | 'already-open';
}

export type Fact =
  | TenantFounded
  | ConfigurationChanged
  | DutyChanged
  | BlockFormed
  | BlockConfirmed
  | PresenceChanged
  | UnknownPresenceValueSeen
  | CallQueued
  | CallAnswered
  | DeliveryFellBack
  | CallOffered
  | NobodyEligible
  | OfferPlaced
  | OfferChecked
  | OfferRecalled
  | OfferExcused
  | OfferEnded
  | CallConnected
  | CallHandedOver
  | CallEnded
  | AfterCallWorkStarted
  | AfterCallWorkEnded
  | PauseEnded
  | CallCheckScheduled
  | KeepAliveScheduled
  | EffectRequested
  | EffectSettled
  | CardOutdated
  | GapRecorded
  | SourceNoted
  | InputIgnored;

export type FactOf<Type extends Fact['type']> = Extract<Fact, { readonly type: Type }>;
