/**
 * The one aggregate: everything the engine knows of a tenant. Only `evolve` changes it. All of it
 * is plain data behind maps, so that a snapshot is a matter of writing it down.
 */
import type { Configuration, ServiceSettings } from '../config/document.ts';
import type { PauseCause } from '../explain/reasons.ts';
import type { Fidelity, PresenceSource } from '../presence/reading.ts';
import { DeadlineHeap } from './deadlines.ts';
import type { Effect } from './effects.ts';
import type { RecallCause } from './facts.ts';
import type {
  BlockId,
  EffectId,
  OfferId,
  PersonId,
  PlatformCallId,
  ResourceAccountId,
  ServiceId,
  TaskId,
  TenantId,
} from './ids.ts';

/** What one source last told about a person. */
export interface Evidence {
  source: PresenceSource;
  fidelity: Fidelity;
  availability: string;
  activity: string;
  outOfOffice: boolean;
  sequenceNumber: string | null;
  /** When this value was first seen. */
  changedAt: number;
}

/** A time without offers after one that was not accepted. */
export interface Pause {
  readonly cause: PauseCause;
  readonly sinceAt: number;
  readonly untilAt: number;
}

export interface AgentState {
  readonly id: PersonId;
  /** False for someone who no longer serves any service but is still in a call. */
  serves: boolean;
  onDuty: boolean;
  dutySinceAt: number;
  evidence: Evidence | null;
  blockId: BlockId | null;
  /** The live offer: ringing, or being recalled. At most one (DEC-4). */
  offerId: OfferId | null;
  /** The call of ours the agent talks in, or is believed to. */
  taskId: TaskId | null;
  connectedAt: number | null;
  afterCallWorkUntilAt: number | null;
  pause: Pause | null;
  /** Since when free of our calls; the longest idle is rung first. */
  idleSinceAt: number;
  readonly serviceIds: Set<ServiceId>;
}

/**
 * The life of a task.
 *
 *   arriving --answer--> waiting --offer accepted--> connected --> ended
 *      |                   ^  |                          ^
 *      |                   |  +-- offers come and go     |
 *      +--redirect--> handed-over --inferred-------------+
 *
 * `arriving`: known, not yet answered. `handed-over`: redirected, only presence tells the rest.
 * `ended`: over, kept only until its card has been sent. Every phase can end at once when the
 * caller hangs up.
 */
export type TaskPhase = 'arriving' | 'waiting' | 'connected' | 'handed-over' | 'ended';

export interface TaskState {
  readonly id: TaskId;
  readonly serviceId: ServiceId;
  readonly platformCallId: PlatformCallId;
  readonly callerId: PersonId;
  readonly queuedAt: number;
  delivery: 'conference' | 'redirect';
  phase: TaskPhase;
  offerId: OfferId | null;
  agentId: PersonId | null;
  connectedAt: number | null;
  /** How often each agent has been offered this call. */
  readonly offersByAgent: Map<PersonId, number>;
  /** Digest of the last "nobody", so that it is told again only when it changes. */
  nobodyDigest: string | null;
  checkAt: number | null;
  keepAliveAt: number | null;
  /** Under redirect: when silence is taken as an end. */
  inferUntilAt: number | null;
  /** The prompt that plays now, and since when; null when none does. */
  prompt: { readonly effectId: EffectId; readonly startedAt: number } | null;
  /** The reading of the call under way. */
  readEffectId: EffectId | null;
  cardEffectId: EffectId | null;
  cardOutdated: boolean;
}

/**
 * The life of an offer: ringing -> checking (ring time over, the call is read) -> recalling ->
 * ended; it can end from each of them, and an acceptance wins over a recall under way.
 */
export type OfferPhase = 'ringing' | 'checking' | 'recalling';

export interface OfferState {
  readonly id: OfferId;
  readonly taskId: TaskId;
  readonly agentId: PersonId;
  readonly offeredAt: number;
  phase: OfferPhase;
  /** Ring time, check or confirmation of the recall, whichever phase it is in. */
  dueAt: number;
  /** Null until the platform took the invitation. */
  participantId: string | null;
  placed: boolean;
  recallCause: RecallCause | null;
  /** The effect that invites the agent; the platform's later news name it. */
  effectId: EffectId | null;
  /** A gap fell into the ring time: whatever comes, it is not the agent's miss. */
  excused: boolean;
}

export interface ServiceState {
  settings: ServiceSettings;
  /** First come, first served. */
  readonly queue: Set<TaskId>;
}

export interface OpenEffect {
  readonly id: EffectId;
  readonly effect: Effect;
  readonly requestedAt: number;
}

export interface TenantState {
  tenantId: TenantId | null;
  seed: number;
  flags: readonly number[];
  configuration: Configuration | null;
  configurationVersion: number;
  /** The instant of the last input; inputs never go back before it. */
  lastAt: number;
  nextTask: number;
  nextOffer: number;
  nextEffect: number;
  nextDecision: number;
  readonly agents: Map<PersonId, AgentState>;
  readonly services: Map<ServiceId, ServiceState>;
  readonly serviceOfAccount: Map<ResourceAccountId, ServiceId>;
  readonly tasks: Map<TaskId, TaskState>;
  readonly taskOfCall: Map<PlatformCallId, TaskId>;
  readonly offers: Map<OfferId, OfferState>;
  readonly blockConfirmedAt: Map<BlockId, number>;
  readonly openEffects: Map<EffectId, OpenEffect>;
  readonly unknownPresenceValues: Set<string>;
  /** The last source ids, oldest first; bounded by `REMEMBERED_SOURCES`. */
  readonly sources: Set<string>;
  /** An index over the instants above; not part of a snapshot. */
  readonly deadlines: DeadlineHeap;
}

export const REMEMBERED_SOURCES = 4_096;

/** A tenant of which nothing is known yet. */
export function emptyState(): TenantState {
  return {
    tenantId: null,
    seed: 0,
    flags: [],
    configuration: null,
    configurationVersion: 0,
    lastAt: 0,
    nextTask: 1,
    nextOffer: 1,
    nextEffect: 1,
    nextDecision: 1,
    agents: new Map(),
    services: new Map(),
    serviceOfAccount: new Map(),
    tasks: new Map(),
    taskOfCall: new Map(),
    offers: new Map(),
    blockConfirmedAt: new Map(),
    openEffects: new Map(),
    unknownPresenceValues: new Set(),
    sources: new Set(),
    deadlines: new DeadlineHeap(),
  };
}
