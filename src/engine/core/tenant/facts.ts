/**
 * What has happened: past tense and final. State is a fold over facts and nothing else. No fact
 * carries personal data: internal ids only (design.md, "The core").
 */
import type { Configuration } from '../config/document.ts';
import type { QueueAction } from '../config/queue.ts';
import type { DecisionSummary } from '../explain/decision.ts';
import type { PauseCause } from '../explain/reasons.ts';
import type { PresenceReading, PresenceSource } from '../presence/reading.ts';
import type { TaskDeadline } from './deadlines.ts';
import type { Effect, EffectOutcome } from './effects.ts';
import type {
  BlockId,
  EffectId,
  GroupId,
  OfferId,
  PersonId,
  PlatformCallId,
  ServiceId,
  TaskId,
  TenantId,
} from './ids.ts';
import type { NextState } from './state.ts';

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
  /** Why, as reports count it: see `DUTY_REASONS`. */
  readonly reasonCode: number;
}
/** Numbered reasons of a change of duty; breaks have the configuration's own from 100 on. */
export const DUTY_REASONS = {
  BY_THE_PERSON: 1,
  BY_A_SUPERVISOR: 2,
  MISSED_OFFERS: 3,
  CHOSEN_FOR_AFTER_THE_CALL: 4,
} as const;
export interface BreakStarted extends At {
  readonly type: 'BreakStarted';
  readonly agentId: PersonId;
  readonly reasonCode: number;
  /** When it ends by itself; null leaves it to the person. */
  readonly untilAt: number | null;
}
export interface BreakEnded extends At {
  readonly type: 'BreakEnded';
  readonly agentId: PersonId;
}
export interface NextStateSet extends At {
  readonly type: 'NextStateSet';
  readonly agentId: PersonId;
  readonly next: NextState | null;
}
export interface ProfilesChanged extends At {
  readonly type: 'ProfilesChanged';
  readonly agentId: PersonId;
  readonly profiles: readonly string[];
  readonly by: PersonId;
}
export interface ServiceActivityChanged extends At {
  readonly type: 'ServiceActivityChanged';
  readonly agentId: PersonId;
  readonly serviceId: ServiceId;
  readonly active: boolean;
  readonly by: PersonId;
}
export interface GroupMembersChanged extends At {
  readonly type: 'GroupMembersChanged';
  readonly groupId: GroupId;
  readonly agentIds: readonly PersonId[];
}
export interface ServiceHoursChanged extends At {
  readonly type: 'ServiceHoursChanged';
  readonly serviceId: ServiceId;
  readonly open: boolean;
  readonly cause: 'hours' | 'holiday' | 'exception';
}
export interface ServiceEmergencyChanged extends At {
  readonly type: 'ServiceEmergencyChanged';
  readonly serviceId: ServiceId;
  readonly closed: boolean;
  readonly by: PersonId;
}
/** The counters of the day begin anew. */
export interface CountersReset extends At {
  readonly type: 'CountersReset';
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
  /** 1 to 5, 1 first. */
  readonly priority: number;
  /** The place in the queue: the instant it was queued, plus the ageing time per priority step. */
  readonly rankAt: number;
  /** Who is rung before all others, and until when. */
  readonly first: {
    readonly agentIds: readonly PersonId[];
    readonly cause: 'preferred' | 'last-agent';
    readonly untilAt: number;
  } | null;
}
/** A deadline of the wait: see the fields of the same names in `TaskState`. */
export interface WaitScheduled extends At {
  readonly type: 'WaitScheduled';
  readonly taskId: TaskId;
  readonly due: {
    readonly kind: 'maximum-wait' | 'level' | 'nobody' | 'comfort';
    readonly at: number;
  };
}
/** A deadline of the task has come and nothing follows it. */
export interface WaitOver extends At {
  readonly type: 'WaitOver';
  readonly taskId: TaskId;
  readonly kind: TaskDeadline;
}
/** Further people qualify from now on, because the call has waited so long (NIMx-04). */
export interface LevelReached extends At {
  readonly type: 'LevelReached';
  readonly taskId: TaskId;
  readonly level: number;
}
/** Others than the preferred may be rung from now on. */
export interface PreferenceEnded extends At {
  readonly type: 'PreferenceEnded';
  readonly taskId: TaskId;
}
export type LeaveCause = 'full' | 'too-long' | 'nobody' | 'closed' | 'emergency';
/** The call stays ours but waits in another service; its place in time stays. */
export interface CallMoved extends At {
  readonly type: 'CallMoved';
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  readonly priority: number;
  readonly rankAt: number;
  readonly cause: LeaveCause | 'by-hand';
  readonly by: PersonId | null;
}
/** The call waits no longer; `action` is under way, and is tried until `actUntilAt`. */
export interface CallLeftQueue extends At {
  readonly type: 'CallLeftQueue';
  readonly taskId: TaskId;
  readonly cause: LeaveCause;
  readonly action: QueueAction;
  readonly actUntilAt: number;
}
/** The action is under way; another one than first decided where that one failed. */
export interface QueueActionBegan extends At {
  readonly type: 'QueueActionBegan';
  readonly taskId: TaskId;
  readonly action: QueueAction;
  readonly actUntilAt: number;
}
/** Whom the action named is in the call; nothing of ours is left to do but to see its end. */
export interface CallSentOn extends At {
  readonly type: 'CallSentOn';
  readonly taskId: TaskId;
}
/** The caller pressed the key: once they have heard the confirmation the call ends. */
export interface CallBackAsked extends At {
  readonly type: 'CallBackAsked';
  readonly taskId: TaskId;
  readonly actUntilAt: number;
}
/** The caller has hung up as agreed; from now on the task has no call until its turn comes. */
export interface CallBackBegan extends At {
  readonly type: 'CallBackBegan';
  readonly taskId: TaskId;
}
/** The pause after an attempt is over. */
export interface CallBackDue extends At {
  readonly type: 'CallBackDue';
  readonly taskId: TaskId;
}
export interface CallerDialled extends At {
  readonly type: 'CallerDialled';
  readonly taskId: TaskId;
  readonly platformCallId: PlatformCallId;
}
/** The caller did not take the call; tried again at `retryAt`. */
export interface CallBackMissed extends At {
  readonly type: 'CallBackMissed';
  readonly taskId: TaskId;
  readonly attempts: number;
  readonly retryAt: number;
}
/** A rule that must always hold did not: the action was stopped, and people are told. */
export interface InvariantBreached extends At {
  readonly type: 'InvariantBreached';
  readonly invariant: string;
  readonly detail: string;
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
  readonly isBroadcast: boolean;
  /** Held: the agent is kept free until the caller has been called back, then rings. */
  readonly held: boolean;
  readonly decision: DecisionSummary;
}
/** The caller of a call-back is there: the held agent rings now. */
export interface HeldOfferRang extends At {
  readonly type: 'HeldOfferRang';
  readonly offerId: OfferId;
  readonly ringUntilAt: number;
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
  /** Under `higher-priority`: the call for which the agent is taken back. */
  readonly forTaskId: TaskId | null;
  readonly checkUntilAt: number;
}
export type RecallCause =
  | 'ring-time'
  | 'presence'
  | 'off-duty'
  | 'on-break'
  | 'not-responsible'
  | 'configuration'
  | 'superseded'
  | 'higher-priority'
  | 'taken-by-another'
  | 'left-queue';
/** An offer being recalled is live until the platform has confirmed (DEC-4). */
export interface OfferRecalled extends At {
  readonly type: 'OfferRecalled';
  readonly offerId: OfferId;
  readonly cause: RecallCause;
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
  | 'taken-by-another'
  | 'caller-not-reached'
  | 'unknown';
export interface OfferEnded extends At {
  readonly type: 'OfferEnded';
  readonly offerId: OfferId;
  readonly outcome: OfferOutcome;
  /** Set when the agent is not offered calls for a while because of this outcome. */
  readonly pause: { readonly cause: PauseCause; readonly untilAt: number } | null;
  /** The agent's own miss: counts towards going off duty. */
  readonly isMiss: boolean;
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
  | 'service-removed'
  | 'sent-on'
  | 'announced'
  | 'caller-not-reached';
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
  /** What one press adds; 0 where it cannot be extended. */
  readonly extensionMs: number;
  /** Extensions never reach beyond. */
  readonly maximumAt: number;
}
export interface AfterCallWorkExtended extends At {
  readonly type: 'AfterCallWorkExtended';
  readonly agentId: PersonId;
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
/** A call that is over and whose card nobody is shown any more. */
export interface TaskForgotten extends At {
  readonly type: 'TaskForgotten';
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

export type Fact =
  | TenantFounded
  | ConfigurationChanged
  | DutyChanged
  | BreakStarted
  | BreakEnded
  | NextStateSet
  | ProfilesChanged
  | ServiceActivityChanged
  | GroupMembersChanged
  | ServiceHoursChanged
  | ServiceEmergencyChanged
  | CountersReset
  | BlockFormed
  | BlockConfirmed
  | PresenceChanged
  | UnknownPresenceValueSeen
  | CallQueued
  | WaitScheduled
  | WaitOver
  | LevelReached
  | PreferenceEnded
  | CallMoved
  | CallLeftQueue
  | QueueActionBegan
  | CallSentOn
  | CallBackAsked
  | CallBackBegan
  | CallBackDue
  | CallerDialled
  | CallBackMissed
  | CallAnswered
  | DeliveryFellBack
  | CallOffered
  | HeldOfferRang
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
  | AfterCallWorkExtended
  | AfterCallWorkEnded
  | PauseEnded
  | CallCheckScheduled
  | KeepAliveScheduled
  | EffectRequested
  | EffectSettled
  | CardOutdated
  | TaskForgotten
  | GapRecorded
  | SourceNoted
  | InvariantBreached
  | InputIgnored;

export type FactOf<Type extends Fact['type']> = Extract<Fact, { readonly type: Type }>;
