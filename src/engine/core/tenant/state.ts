/**
 * The one aggregate: everything the engine knows of a tenant. Only `evolve` changes it. All of it
 * is plain data behind maps, so that a snapshot is a matter of writing it down.
 */
import type { Configuration } from '../config/document.ts';
import type { AgentState } from './agentState.ts';
import { DeadlineHeap } from './deadlines.ts';
import { Directory } from './directory.ts';
import type { Effect } from './effects.ts';
import type {
  BlockId,
  EffectId,
  EmergencyId,
  GroupId,
  OfferId,
  PersonId,
  PlatformCallId,
  ResourceAccountId,
  ServiceId,
  TaskId,
  TenantId,
} from '../ids.ts';
import type { CallbackNumberState, CallbackState, EmergencyState } from './emergencyState.ts';
import type { PresenceSession } from './leaseState.ts';
import { SkilledPeople } from '../config/skilled.ts';
import { Standings } from './indexes/standings.ts';
import { RecentSources } from './recentSources.ts';
import type { ServiceState } from './serviceState.ts';
import type { OfferState, TaskState } from './taskState.ts';

export * from './agentState.ts';
export * from './emergencyState.ts';
export * from './serviceState.ts';
export * from './taskState.ts';

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
  nextEmergency: number;
  readonly agents: Directory<PersonId, AgentState>;
  readonly services: Directory<ServiceId, ServiceState>;
  readonly serviceOfAccount: Map<ResourceAccountId, ServiceId>;
  readonly tasks: Directory<TaskId, TaskState>;
  readonly taskOfCall: Map<PlatformCallId, TaskId>;
  readonly offers: Directory<OfferId, OfferState>;
  readonly blocks: Directory<BlockId, BlockState>;
  /** What we show of people in Teams. */
  readonly sessions: Directory<PersonId, PresenceSession>;
  /** Emergencies under way, and those whose last card has yet to be sent. */
  readonly emergencies: Directory<EmergencyId, EmergencyState>;
  /** When each agent's last emergency was dialled and ended: a late sign begins no new one. */
  readonly pastEmergencies: Map<PersonId, { readonly dialledAt: number; readonly endedAt: number }>;
  /** Ends of emergency calls of which no beginning was known, by agent. */
  readonly emergencyEnds: Map<PersonId, number>;
  /** Who had each number of the pool last. */
  readonly callbackNumbers: Map<ResourceAccountId, CallbackNumberState>;
  /** Calls to numbers of the pool. */
  readonly callbacks: Directory<TaskId, CallbackState>;
  readonly callbackOfCall: Map<PlatformCallId, TaskId>;
  /** Services whose people are seen as a stranger sees them, since when (DEC-3). */
  readonly degradedViews: Map<ServiceId, number>;
  /** When the views are looked at next. */
  viewsDueAt: number | null;
  /** Who belongs to the Microsoft 365 groups that serve. */
  readonly groups: Map<GroupId, readonly PersonId[]>;
  /** With whom a caller last talked; bounded by `REMEMBERED_CALLERS`. */
  readonly lastAgentOf: Map<PersonId, PersonId>;
  /** When breaches of each invariant were last told, so that it is not done at every step. */
  readonly breachToldAt: Map<string, number>;
  /** When each breach was last recorded, by what is broken and of whom or what. */
  readonly breachRecordedAt: Map<string, number>;
  readonly openEffects: Directory<EffectId, OpenEffect>;
  readonly unknownPresenceValues: Set<string>;
  /** The last source ids. */
  readonly sources: RecentSources;
  /** An index over the instants above; not part of a snapshot. */
  readonly deadlines: DeadlineHeap;
  /** An index over the agents. */
  readonly standings: Standings;
  /** An index: tasks whose callers are to be called back, or are being dialled. */
  readonly toCallBack: Set<TaskId>;
  /** Indexes: how many calls stand in waiting lines; the least `notOlderThanSeconds`. */
  callsInLine: number;
  shortestAgeLimitMs: number;
  /** An index: whether any service shows its work in Teams. */
  showsWork: boolean;
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
    nextEmergency: 1,
    agents: new Directory(),
    services: new Directory(),
    serviceOfAccount: new Map(),
    tasks: new Directory(),
    taskOfCall: new Map(),
    toCallBack: new Set(),
    offers: new Directory(),
    blocks: new Directory(),
    sessions: new Directory(),
    emergencies: new Directory(),
    pastEmergencies: new Map(),
    emergencyEnds: new Map(),
    callbackNumbers: new Map(),
    callbacks: new Directory(),
    callbackOfCall: new Map(),
    degradedViews: new Map(),
    viewsDueAt: null,
    groups: new Map(),
    lastAgentOf: new Map(),
    breachToldAt: new Map(),
    breachRecordedAt: new Map(),
    openEffects: new Directory(),
    unknownPresenceValues: new Set(),
    sources: new RecentSources(),
    deadlines: new DeadlineHeap(),
    standings: new Standings(),
    callsInLine: 0,
    shortestAgeLimitMs: Infinity,
    showsWork: false,
    skilled: new SkilledPeople(),
  };
}
