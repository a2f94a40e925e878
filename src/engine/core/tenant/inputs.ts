/**
 * What can reach a tenant. An input says what was reported or asked for, not what it means: meaning
 * is what `decide` adds. Inputs are journalled, so they carry internal ids only.
 */
import type { Configuration } from '../config/document.ts';
import type { PresenceReading } from '../presence/reading.ts';
import type { PreferredPresence } from '../presence/written.ts';
import type { EffectOutcome, RosterEntry } from './effects.ts';
import type {
  BlockId,
  EffectId,
  PersonId,
  GroupId,
  PlatformCallId,
  ResourceAccountId,
  ServiceId,
  TaskId,
  TenantId,
} from '../ids.ts';
import type {
  CallbackWindowEnded,
  EmergencyCallGoesOn,
  EmergencyCallOver,
  EmergencyCallSeen,
} from './inputs/emergencies.ts';
import type { Received } from './inputs/received.ts';
import type { NextState } from './agentState.ts';

export * from './inputs/emergencies.ts';
export * from './inputs/received.ts';

export interface TenantOpened extends Received {
  readonly type: 'TenantOpened';
  readonly tenantId: TenantId;
  /** Seeds every tie-break; chosen once at the edge. */
  readonly seed: number;
  /** The numbered rule flags in force, see `flags.ts`. */
  readonly flags: readonly number[];
}

export interface ConfigurationSubmitted extends Received {
  readonly type: 'ConfigurationSubmitted';
  readonly configuration: Configuration;
  readonly by: PersonId | null;
}

export interface DutySwitched extends Received {
  readonly type: 'DutySwitched';
  readonly agentId: PersonId;
  readonly onDuty: boolean;
  readonly by: PersonId;
}

/** Says who is polled together; blocks re-form at most once a minute. */
export interface PresenceBlocksFormed extends Received {
  readonly type: 'PresenceBlocksFormed';
  readonly blocks: readonly { readonly blockId: BlockId; readonly agentIds: readonly PersonId[] }[];
}

/**
 * One answer of getPresencesByUserId. Only people whose values differ from the last answer are
 * listed; everyone else in the block is thereby confirmed.
 */
export interface PresenceBlockPolled extends Received {
  readonly type: 'PresenceBlockPolled';
  readonly blockId: BlockId;
  /**
   * When the request was sent: the answer tells nothing older. Left out, it is as new as its
   * arrival.
   */
  readonly askedAt?: number;
  readonly changes: readonly PresenceReading[];
}

/**
 * Change notifications that proved authentic, in the order of their arrival. They may be late and
 * out of order, and carry no stamp where Graph gives none (platform.md section 1).
 */
export interface PresencePushed extends Received {
  readonly type: 'PresencePushed';
  readonly readings: readonly PresenceReading[];
}

/** The person sets the own Teams presence, or (null) takes the own setting back. No lease. */
export interface TeamsPresenceChosen extends Received {
  readonly type: 'TeamsPresenceChosen';
  readonly agentId: PersonId;
  readonly presence: PreferredPresence | null;
  /** How long it shall hold; null leaves it to Teams' own defaults. */
  readonly forMinutes: number | null;
}

export interface CallArrived extends Received {
  readonly type: 'CallArrived';
  readonly platformCallId: PlatformCallId;
  readonly resourceAccountId: ResourceAccountId;
  /** The caller's id in the person table; equal to an agent's when an agent calls a service. */
  readonly callerId: PersonId;
  /** The number is withheld: nobody can call back. */
  readonly isAnonymous?: true;
}

export type PlatformCallState = 'establishing' | 'established' | 'terminated';

export interface CallStateReported extends Received {
  readonly type: 'CallStateReported';
  readonly platformCallId: PlatformCallId;
  readonly state: PlatformCallState;
  readonly code: number | null;
  readonly subcode: number | null;
}

/** The whole roster of a call, as the platform tells it. */
export interface RosterReported extends Received {
  readonly type: 'RosterReported';
  readonly platformCallId: PlatformCallId;
  readonly roster: readonly RosterEntry[];
}

/** An operation we started has ended; `effectId` is the client context we gave it. */
export interface OperationReported extends Received {
  readonly type: 'OperationReported';
  readonly platformCallId: PlatformCallId;
  readonly effectId: EffectId | null;
  readonly status: 'completed' | 'failed';
  readonly code: number | null;
  readonly subcode: number | null;
}

/** The runtime tells how an effect ended. */
export interface EffectReported extends Received {
  readonly type: 'EffectReported';
  readonly effectId: EffectId;
  readonly outcome: EffectOutcome;
}

export interface AfterCallWorkFinished extends Received {
  readonly type: 'AfterCallWorkFinished';
  readonly agentId: PersonId;
  readonly by: PersonId;
}

/** Adds one extension to after-call work, where the service allows it. */
export interface AfterCallWorkProlonged extends Received {
  readonly type: 'AfterCallWorkProlonged';
  readonly agentId: PersonId;
  readonly by: PersonId;
}

/** What shall follow the call and its after-call work; null takes the choice back. */
export interface NextStateChosen extends Received {
  readonly type: 'NextStateChosen';
  readonly agentId: PersonId;
  readonly next: NextState | null;
  readonly by: PersonId;
}

/** A break begins now; `reasonCode` is one of the configuration's. */
export interface BreakTaken extends Received {
  readonly type: 'BreakTaken';
  readonly agentId: PersonId;
  readonly reasonCode: number;
  readonly by: PersonId;
}

export interface BreakFinished extends Received {
  readonly type: 'BreakFinished';
  readonly agentId: PersonId;
  readonly by: PersonId;
}

/** Which responsibility profiles hold for the agent; none means all skills (NIMx-05). */
export interface ProfilesSwitched extends Received {
  readonly type: 'ProfilesSwitched';
  readonly agentId: PersonId;
  readonly profiles: readonly string[];
  readonly by: PersonId;
}

/** The per-person switch of one service (NIMx-03). */
export interface ServiceSwitched extends Received {
  readonly type: 'ServiceSwitched';
  readonly agentId: PersonId;
  readonly serviceId: ServiceId;
  readonly active: boolean;
  readonly by: PersonId;
}

/** Who belongs to a Microsoft 365 group now, as the directory tells it. */
export interface GroupMembersReported extends Received {
  readonly type: 'GroupMembersReported';
  readonly groupId: GroupId;
  readonly agentIds: readonly PersonId[];
}

/** Computed at the edge from the service's hours. */
export interface ServiceOpened extends Received {
  readonly type: 'ServiceOpened';
  readonly serviceId: ServiceId;
}

export interface ServiceClosed extends Received {
  readonly type: 'ServiceClosed';
  readonly serviceId: ServiceId;
  readonly cause: 'hours' | 'holiday' | 'exception';
}

/** One action closes a service whatever its hours, until it is opened again. */
export interface EmergencyClosed extends Received {
  readonly type: 'EmergencyClosed';
  readonly serviceId: ServiceId;
  readonly by: PersonId;
}

export interface EmergencyReopened extends Received {
  readonly type: 'EmergencyReopened';
  readonly serviceId: ServiceId;
  readonly by: PersonId;
}

/** Midnight in the tenant's time zone: the counters of the day begin anew. */
export interface DayBegan extends Received {
  readonly type: 'DayBegan';
}

/** The caller pressed a key; `tone` is one of 0 to 9, * and #. */
export interface TonePressed extends Received {
  readonly type: 'TonePressed';
  readonly platformCallId: PlatformCallId;
  readonly tone: string;
}

/** A supervisor moves a waiting call to another service; it keeps its place in time. */
export interface CallMoveAsked extends Received {
  readonly type: 'CallMoveAsked';
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  readonly by: PersonId;
}

/** "Back to ready" after a missed or declined offer. */
export interface ReadyPressed extends Received {
  readonly type: 'ReadyPressed';
  readonly agentId: PersonId;
  readonly by: PersonId;
}

/** The clock reached the next deadline. */
export interface TimeReached extends Received {
  readonly type: 'TimeReached';
}

/**
 * Nothing was heard between `fromAt` and now: a restart, a sleeping machine, a clock jump. Calls
 * are read again before any deadline that fell inside counts against anybody.
 */
export interface GapObserved extends Received {
  readonly type: 'GapObserved';
  readonly fromAt: number;
}

export type Input =
  | TenantOpened
  | ConfigurationSubmitted
  | DutySwitched
  | PresenceBlocksFormed
  | PresenceBlockPolled
  | PresencePushed
  | TeamsPresenceChosen
  | CallArrived
  | CallStateReported
  | RosterReported
  | OperationReported
  | EffectReported
  | AfterCallWorkFinished
  | AfterCallWorkProlonged
  | NextStateChosen
  | BreakTaken
  | BreakFinished
  | ProfilesSwitched
  | ServiceSwitched
  | GroupMembersReported
  | ServiceOpened
  | ServiceClosed
  | EmergencyClosed
  | EmergencyReopened
  | DayBegan
  | TonePressed
  | CallMoveAsked
  | ReadyPressed
  | EmergencyCallSeen
  | EmergencyCallOver
  | EmergencyCallGoesOn
  | CallbackWindowEnded
  | TimeReached
  | GapObserved;

export type InputOf<Type extends Input['type']> = Extract<Input, { readonly type: Type }>;
