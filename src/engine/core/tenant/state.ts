/**
 * The one aggregate: everything the engine knows of a tenant. Only `evolve` changes it. All of it
 * is plain data behind maps, so that a snapshot is a matter of writing it down.
 */
import type { Configuration, ServiceSettings } from '../config/document.ts';
import type { AgentSettings } from '../config/people.ts';
import type { QueueAction } from '../config/queue.ts';
import type { Pace } from '../distribution/pace.ts';
import type { PauseCause } from '../explain/reasons.ts';
import type { Fidelity, PresenceSource } from '../presence/reading.ts';
import { DeadlineHeap } from './deadlines.ts';
import type { Effect } from './effects.ts';
import type { FactOf, LeaveCause, RecallCause } from './facts.ts';
import type {
  BlockId,
  EffectId,
  GroupId,
  OfferId,
  PersonId,
  PlatformCallId,
  ResourceAccountId,
  ServiceId,
  TaskId,
  TenantId,
} from './ids.ts';
import type { Lineup } from './indexes/lineup.ts';
import { SkilledPeople } from './indexes/skilled.ts';
import { Standings } from './indexes/standings.ts';
import type { WaitingLine } from './indexes/waitingLine.ts';
import { RecentSources } from './recentSources.ts';

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

/** What an agent chose to follow the call and its after-call work. */
export type NextState =
  { readonly kind: 'off-duty' } | { readonly kind: 'break'; readonly reasonCode: number };

export interface AgentState {
  readonly id: PersonId;
  /** The agent's row in the standings. */
  index: number;
  /** False for someone who no longer serves any service but is still in a call. */
  serves: boolean;
  onDuty: boolean;
  dutySinceAt: number;
  break: BreakState | null;
  /** What shall follow the call and its after-call work. */
  next: NextState | null;
  /** Responsibility profiles in force; none means all skills. */
  profiles: readonly string[];
  evidence: Evidence | null;
  blockId: BlockId | null;
  /** The live offer: held, ringing, or being recalled. At most one (DEC-4). */
  offerId: OfferId | null;
  /** The call of ours the agent talks in, or is believed to. */
  taskId: TaskId | null;
  connectedAt: number | null;
  afterCallWork: AfterCallWorkState | null;
  pause: Pause | null;
  missesInARow: number;
  /** Since when free of our calls; the longest idle is rung first. */
  idleSinceAt: number;
  /** Counters of the day; `busyMs` is talk and after-call work, `dutyMs` leaves out the time now. */
  callsToday: number;
  talkMsToday: number;
  busyMsToday: number;
  dutyMsToday: number;
  /** The person's entry in the configuration; an index. */
  settings: AgentSettings | null;
  /** The services the person is responsible for, switched off or not; an index. */
  services: readonly ServiceState[];
}

export interface BreakState {
  readonly reasonCode: number;
  readonly sinceAt: number;
  readonly untilAt: number | null;
}

export interface AfterCallWorkState {
  readonly sinceAt: number;
  readonly untilAt: number;
  readonly extensionMs: number;
  readonly maximumAt: number;
}

/** What is done with a call that leaves the queue. */
export interface LeavingState {
  readonly cause: LeaveCause;
  readonly action: QueueAction;
  readonly isUnderWay: boolean;
  /** Whom the action named is in the call. */
  readonly isSentOn: boolean;
  /** The invitation of whom the action names, where the call is a conference. */
  readonly effectId: EffectId | null;
}

/**
 * The life of a task.
 *
 *   arriving --answer--> waiting --offer accepted--> connected --> ended
 *     |    |              |   |                          ^
 *     |    |              |   +--key--> confirming --> call-back <--> dialling --> waiting
 *     |    +--------------+--> leaving --> ended
 *     +--redirect--> handed-over --inferred------------> ended
 *
 * `arriving`: known, not yet answered. `leaving`: sent on, or told why not, and then hung up.
 * `confirming`: the caller asked to be called back and hears that they will be. `call-back`: no call
 * stands, the place is kept. `dialling`: an agent is held and the caller is being called.
 * `handed-over`: redirected, only presence tells the rest. `ended`: over, kept only until its card
 * has been sent. Every phase can end at once when the caller hangs up, but for a call-back.
 */
export type TaskPhase =
  | 'arriving'
  | 'waiting'
  | 'confirming'
  | 'call-back'
  | 'dialling'
  | 'leaving'
  | 'connected'
  | 'handed-over'
  | 'ended';

export interface TaskState {
  readonly id: TaskId;
  readonly number: number;
  serviceId: ServiceId;
  /** Null while a call-back waits for its turn. */
  platformCallId: PlatformCallId | null;
  readonly callerId: PersonId;
  /** Of the caller's id; an index. */
  readonly callerHash: number;
  readonly queuedAt: number;
  delivery: 'conference' | 'redirect';
  phase: TaskPhase;
  priority: number;
  /** The place: see `CallQueued`. */
  rankAt: number;
  /** The widest level of the service that the call's wait has opened. */
  level: number;
  first: FactOf<'CallQueued'>['first'];
  /** The live offers, in the order of the decision; more than one only under broadcast. */
  offerIds: readonly OfferId[];
  agentId: PersonId | null;
  connectedAt: number | null;
  /** How often each agent has been offered this call; null until somebody was. */
  offersByAgent: Map<PersonId, number> | null;
  /** Whether "nobody" was told since the last offer, and which reasons it named. */
  nobodyDigest: string | null;
  /** An offer of lower priority that is being recalled so that this call can have its agent. */
  awaitedOfferId: OfferId | null;
  leaving: LeavingState | null;
  callBackAttempts: number;
  checkAt: number | null;
  keepAliveAt: number | null;
  /** Under redirect: when silence is taken as an end. */
  inferUntilAt: number | null;
  /** When the call leaves the queue at the latest. */
  maximumWaitAt: number | null;
  /** When the next level opens. */
  levelAt: number | null;
  /** When it is next asked whether anybody is on duty at all. */
  nobodyAt: number | null;
  /** When a comfort message is due. */
  comfortAt: number | null;
  /** Of what is under way beside an offer: leaving, confirming, or the pause of a call-back. */
  actAt: number | null;
  /** The prompt that plays now, and since when; null when none does. */
  prompt: { readonly effectId: EffectId; readonly startedAt: number } | null;
  /** The attempt to call the caller back that is under way. */
  dialEffectId: EffectId | null;
  /** The reading of the call under way. */
  readEffectId: EffectId | null;
  cardEffectId: EffectId | null;
  cardOutdated: boolean;
  /** Whether it stands in its service's waiting line; an index. */
  isInLine: boolean;
}

/**
 * The life of an offer: (held ->) ringing -> checking (ring time over, the call is read) ->
 * recalling -> ended; it can end from each of them, and an acceptance wins over a recall under way.
 */
export type OfferPhase = 'held' | 'ringing' | 'checking' | 'recalling';

export interface OfferState {
  readonly id: OfferId;
  readonly taskId: TaskId;
  readonly agentId: PersonId;
  readonly offeredAt: number;
  /** Rung beside others: a miss is nobody's (NIMx-01). */
  readonly isBroadcast: boolean;
  phase: OfferPhase;
  /** Ring time, check or confirmation of the recall, whichever phase it is in. */
  dueAt: number;
  /** Null until the platform took the invitation. */
  participantId: string | null;
  placed: boolean;
  recallCause: RecallCause | null;
  /** The call of higher priority for which the agent is taken back. */
  recalledFor: TaskId | null;
  /** The effect that invites the agent; the platform's later news name it. */
  effectId: EffectId | null;
  /** A gap fell into the ring time: whatever comes, it is not the agent's miss. */
  excused: boolean;
}

export interface ServiceState {
  settings: ServiceSettings;
  /** Every call that nobody talks in: arriving, waiting, ringing, leaving, to be called back. */
  readonly queue: Set<TaskId>;
  /** Null while the hours say open. */
  closedBy: 'hours' | 'holiday' | 'exception' | null;
  /** Closed in one action, whatever the hours. */
  emergency: { readonly by: PersonId; readonly sinceAt: number } | null;
  /** People who switched this service off for themselves. */
  readonly switchedOff: Set<PersonId>;
  /** Number of the last offer of this service to each, where the order asks for it. */
  readonly lastOfferOf: Map<PersonId, number>;
  readonly pace: Pace;
  /** Indexes. */
  lineup: Lineup;
  readonly waiting: WaitingLine;
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
  readonly blocks: Map<BlockId, BlockState>;
  /** Who belongs to the Microsoft 365 groups that serve. */
  readonly groups: Map<GroupId, readonly PersonId[]>;
  /** With whom a caller last talked; bounded by `REMEMBERED_CALLERS`. */
  readonly lastAgentOf: Map<PersonId, PersonId>;
  /** When each breach of an invariant was last told, so that it is not told at every step. */
  readonly breachToldAt: Map<string, number>;
  readonly openEffects: Map<EffectId, OpenEffect>;
  readonly unknownPresenceValues: Set<string>;
  /** The last source ids. */
  readonly sources: RecentSources;
  /** An index over the instants above; not part of a snapshot. */
  readonly deadlines: DeadlineHeap;
  /** An index over the agents. */
  readonly standings: Standings;
  /** Indexes: how many calls stand in waiting lines; the least `notOlderThanSeconds`. */
  callsInLine: number;
  shortestAgeLimitMs: number;
  /** An index over the configuration. */
  skilled: SkilledPeople;
}

/** People whose presence is polled together. */
export interface BlockState {
  readonly agentIds: readonly PersonId[];
  confirmedAt: number | null;
}

export const REMEMBERED_CALLERS = 20_000;

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
    blocks: new Map(),
    groups: new Map(),
    lastAgentOf: new Map(),
    breachToldAt: new Map(),
    openEffects: new Map(),
    unknownPresenceValues: new Set(),
    sources: new RecentSources(),
    deadlines: new DeadlineHeap(),
    standings: new Standings(),
    callsInLine: 0,
    shortestAgeLimitMs: Infinity,
    skilled: new SkilledPeople(),
  };
}
