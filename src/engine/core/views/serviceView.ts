/** What a supervisor's screen is told of a service, computed from the state. Ids only. */
import type { Order, PresenceRule } from '../config/offering.ts';
import { firstReason } from '../distribution/eligibility.ts';
import { seenPresence } from '../distribution/evaluate.ts';
import { type ExpectedWait, expectedWait } from '../distribution/expectedWait.ts';
import type { SeenPresence } from '../explain/decision.ts';
import type { Reason, ReasonCode } from '../explain/reasons.ts';
import { effectivePresence } from '../tenant/effectivePresence.ts';
import { presenceReason } from '../presence/rule.ts';
import type { Category } from '../presence/values.ts';
import { costOf } from '../observing/views.ts';
import type { DegradedCost } from '../tenant/effects.ts';
import type { PersonId, ServiceId, TaskId } from '../ids.ts';
import type {
  AgentState,
  ServiceState,
  TaskPhase,
  TaskState,
  TenantState,
} from '../tenant/state.ts';
import { peopleOf, type RoutingState, routingState } from './agentView.ts';
import { reasonOfCalls, waitingTasks } from './callForAgent.ts';
import { type ShownPhase, shownPhaseOf } from './offerView.ts';

export interface QueueEntryView {
  readonly taskId: TaskId;
  readonly callerId: PersonId;
  readonly queuedAt: number;
  readonly phase: Exclude<TaskPhase, 'ended'>;
  readonly priority: number;
  /** Whom the call is offered to; several under broadcast. */
  readonly offers: readonly { readonly agentId: PersonId; readonly phase: ShownPhase }[];
  readonly talkingId: PersonId | null;
  /** In four of five cases the wait ends between the two; null while too little is known. */
  readonly expectedWait: ExpectedWait | null;
}

export interface TeamMemberView {
  readonly agentId: PersonId;
  readonly onDuty: boolean;
  readonly state: RoutingState;
  readonly sinceAt: number;
  readonly presence: SeenPresence | null;
  readonly reason: Reason | null;
}

/**
 * How many agents one kind of reason holds for; `category` where presence is the reason. Whoever
 * has a live offer is counted by what the offer does: not all of them ring.
 */
export interface CountedReason {
  readonly code: ReasonCode | ShownPhase;
  readonly category: Category | null;
  readonly count: number;
}

export interface ServiceView {
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly delivery: 'conference' | 'redirect';
  readonly order: Order;
  /** Null while calls are taken. */
  readonly closed: 'hours' | 'holiday' | 'exception' | 'emergency' | null;
  /** Since when little is known of most of its people, and what that costs (DEC-3). */
  readonly degraded: { readonly sinceAt: number; readonly cost: DegradedCost } | null;
  readonly waiting: number;
  readonly longestWaitSinceAt: number | null;
  readonly connected: number;
  readonly able: number;
  /** First reasons of the others with how many they hold for, most frequent first. */
  readonly notAble: readonly CountedReason[];
  /** Arriving and waiting calls in order, then those in conversation. */
  readonly calls: readonly QueueEntryView[];
  readonly team: readonly TeamMemberView[];
}

export interface RulePreviewEntry {
  readonly agentId: PersonId;
  readonly presence: SeenPresence | null;
  readonly now: Reason | null;
  readonly then: Reason | null;
}

/** What to show of a service; null when there is none of that id. */
export function serviceView(
  state: Readonly<TenantState>,
  serviceId: ServiceId,
  at: number,
): ServiceView | null {
  const service = state.services.get(serviceId);
  if (service === undefined) return null;
  const { settings } = service;
  const waiting = waitingTasks(state, service);
  const talking = [...state.tasks.values()].filter(
    (task) =>
      task.serviceId === serviceId && (task.phase === 'connected' || task.phase === 'handed-over'),
  );
  const team = peopleOf(state, service).map((agent) =>
    teamMember(state, agent, service, waiting, at),
  );
  const degradedSinceAt = state.degradedViews.get(serviceId);
  return {
    serviceId,
    name: settings.name,
    delivery: settings.delivery,
    order: settings.order,
    closed: service.emergency === null ? service.closedBy : 'emergency',
    degraded:
      degradedSinceAt === undefined ? null : { sinceAt: degradedSinceAt, cost: costOf(service) },
    waiting: waiting.length,
    longestWaitSinceAt: waiting[0]?.queuedAt ?? null,
    connected: talking.length,
    able: team.filter((member) => member.reason === null).length,
    notAble: countReasons(team),
    calls: [...waiting, ...talking].flatMap((task) => queueEntry(state, task)),
    team,
  };
}

/** What another presence rule would mean for each agent of the service, by presence alone. */
export function previewRule(
  state: Readonly<TenantState>,
  serviceId: ServiceId,
  rule: PresenceRule,
  at: number,
): readonly RulePreviewEntry[] {
  const service = state.services.get(serviceId);
  if (service === undefined) return [];
  return peopleOf(state, service).map((agent) => {
    const effective = effectivePresence(state, agent, at);
    return {
      agentId: agent.id,
      presence: seenPresence(state, agent, at),
      now: presenceReason(effective, service.settings.presence),
      then: presenceReason(effective, rule),
    };
  });
}

function teamMember(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  waiting: readonly TaskState[],
  at: number,
): TeamMemberView {
  const own = firstReason(state, agent, service, null, at);
  return {
    agentId: agent.id,
    onDuty: agent.onDuty,
    ...routingState(state, agent, own === null),
    presence: seenPresence(state, agent, at),
    reason: own ?? reasonOfCalls(state, agent, service, waiting, at),
  };
}

function countReasons(team: readonly TeamMemberView[]): CountedReason[] {
  const counted = new Map<string, CountedReason>();
  for (const { reason, state } of team) {
    if (reason === null) continue;
    const code = reason.code === 'ringing' ? offerPhaseOf(state) : reason.code;
    const category = reason.code === 'not-distributed' ? reason.category : null;
    const key = `${code} ${category ?? ''}`;
    counted.set(key, { code, category, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted]
    .sort(([left, { count: l }], [right, { count: r }]) => r - l || (left < right ? -1 : 1))
    .map(([, reason]) => reason);
}

/** The state of who has a live offer is the offer's phase. */
function offerPhaseOf(state: RoutingState): ShownPhase {
  return state === 'held' || state === 'confirming' ? state : 'ringing';
}

function queueEntry(state: Readonly<TenantState>, task: Readonly<TaskState>): QueueEntryView[] {
  const { phase } = task;
  if (phase === 'ended') return [];
  const service = state.services.get(task.serviceId);
  const offers = task.offerIds.flatMap((id) => {
    const offer = state.offers.get(id);
    return offer === undefined ? [] : [{ agentId: offer.agentId, phase: shownPhaseOf(offer) }];
  });
  return [
    {
      taskId: task.id,
      callerId: task.callerId,
      queuedAt: task.queuedAt,
      phase,
      priority: task.priority,
      offers,
      talkingId: task.agentId,
      expectedWait: service === undefined ? null : expectedWait(state, service, task),
    },
  ];
}
