/** What an agent's own screen is told, computed from the state. Ids only: the edge adds names. */
import { profilesOpenTo } from '../config/people.ts';
import { firstReason } from '../distribution/eligibility.ts';
import { seenPresence } from '../distribution/evaluate.ts';
import type { SeenPresence } from '../explain/decision.ts';
import type { Reason } from '../explain/reasons.ts';
import { type EmergencyView, emergencyViewOf } from './emergencyView.ts';
import type { OfferId, PersonId, ServiceId, TaskId } from '../ids.ts';
import type {
  AgentState,
  NextState,
  ServiceState,
  TaskState,
  TenantState,
} from '../tenant/state.ts';
import { reasonOfCalls, waitingTasks } from './callForAgent.ts';
import { type ShownPhase, shownPhaseOf, shownPhaseSinceAt } from './offerView.ts';

export type RoutingState =
  | 'in-an-emergency'
  | 'off-duty'
  | 'on-break'
  | 'ready'
  | 'not-offered'
  | ShownPhase
  | 'in-a-call'
  | 'after-call-work'
  | 'paused';

export interface AgentServiceView {
  readonly serviceId: ServiceId;
  /**
   * Null: nothing speaks against the calls that wait or, while none does, against a new one. Who of
   * several is rung is the order's choice.
   */
  readonly reason: Reason | null;
  /** The agent's own switch of this service (NIMx-03). */
  readonly active: boolean;
  readonly waiting: number;
  readonly longestWaitSinceAt: number | null;
  readonly colleaguesAble: number;
}

export interface AgentView {
  readonly agentId: PersonId;
  readonly onDuty: boolean;
  readonly state: RoutingState;
  readonly sinceAt: number;
  readonly untilAt: number | null;
  readonly break: { readonly reasonCode: number; readonly sinceAt: number } | null;
  /** What was chosen to follow the call and its after-call work. */
  readonly next: NextState | null;
  /** The responsibility profiles in force. */
  readonly profiles: readonly string[];
  /** Those that can be put in force. */
  readonly profilesOpen: readonly { readonly id: string; readonly name: string }[];
  /** The emergency that protects the agent; null outside one. */
  readonly emergency: EmergencyView | null;
  /** Null outside after-call work; `canExtend` where one more press would add time. */
  readonly afterCallWork: { readonly untilAt: number; readonly canExtend: boolean } | null;
  readonly presence: SeenPresence | null;
  readonly services: readonly AgentServiceView[];
  readonly offer: {
    readonly offerId: OfferId;
    readonly taskId: TaskId;
    readonly serviceId: ServiceId;
    readonly callerId: PersonId;
    readonly phase: ShownPhase;
    readonly offeredAt: number;
    /** Since when the phase lasts, and until when at the latest. */
    readonly sinceAt: number;
    readonly untilAt: number;
  } | null;
  readonly call: {
    readonly taskId: TaskId;
    readonly serviceId: ServiceId;
    readonly callerId: PersonId;
    /** Null: handed over by redirect, and nothing shows yet that the agent has answered. */
    readonly connectedAt: number | null;
    readonly inferred: boolean;
  } | null;
}

/** What to show to the agent; null for someone who serves nothing. */
export function agentView(
  state: Readonly<TenantState>,
  agentId: PersonId,
  at: number,
): AgentView | null {
  const agent = state.agents.get(agentId);
  if (agent === undefined) return null;
  const services = agent.services.map((service) => agentService(state, agent, service, at));
  const canBeOffered = agent.services.some(
    (service) => firstReason(state, agent, service, null, at) === null,
  );
  return {
    agentId,
    onDuty: agent.onDuty,
    ...routingState(state, agent, canBeOffered),
    break: agent.break,
    next: agent.next,
    profiles: agent.profiles,
    profilesOpen: profilesOpenTo(agent.settings, state.configuration?.profiles ?? []),
    emergency: emergencyViewOf(state, agentId),
    afterCallWork: afterCallWorkOf(agent),
    presence: seenPresence(state, agent, at),
    services,
    offer: offerOf(state, agent),
    call: callOf(state, agent),
  };
}

/**
 * The state an agent is in. `canBeOffered` tells ready from "not offered" (presence or age is
 * against it); who serves several services is ready while one of them would ring, and
 * stays ready while the calls that wait are for others first.
 */
export function routingState(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  canBeOffered: boolean,
): { readonly state: RoutingState; readonly sinceAt: number; readonly untilAt: number | null } {
  if (agent.emergencyId !== null) {
    const emergency = state.emergencies.get(agent.emergencyId);
    const sinceAt = emergency?.startedAt ?? state.lastAt;
    return { state: 'in-an-emergency', sinceAt, untilAt: emergency?.untilAt ?? null };
  }
  const offer = agent.offerId === null ? undefined : state.offers.get(agent.offerId);
  if (offer !== undefined) {
    return {
      state: shownPhaseOf(offer),
      sinceAt: shownPhaseSinceAt(state, offer),
      untilAt: offer.dueAt,
    };
  }
  if (agent.taskId !== null) {
    const sinceAt = agent.connectedAt ?? state.tasks.get(agent.taskId)?.queuedAt ?? state.lastAt;
    return { state: 'in-a-call', sinceAt, untilAt: null };
  }
  if (agent.afterCallWork !== null) {
    const { sinceAt, untilAt } = agent.afterCallWork;
    return { state: 'after-call-work', sinceAt, untilAt };
  }
  if (!agent.onDuty) return { state: 'off-duty', sinceAt: agent.dutySinceAt, untilAt: null };
  if (agent.break !== null) {
    const { sinceAt, untilAt } = agent.break;
    return { state: 'on-break', sinceAt, untilAt };
  }
  if (agent.pause !== null) {
    return { state: 'paused', sinceAt: agent.pause.sinceAt, untilAt: agent.pause.untilAt };
  }
  const presenceAt = agent.evidence?.changedAt ?? agent.dutySinceAt;
  return canBeOffered
    ? { state: 'ready', sinceAt: Math.max(agent.idleSinceAt, agent.dutySinceAt), untilAt: null }
    : { state: 'not-offered', sinceAt: presenceAt, untilAt: null };
}

function afterCallWorkOf({ afterCallWork }: Readonly<AgentState>): AgentView['afterCallWork'] {
  if (afterCallWork === null) return null;
  const { untilAt, extensionMs, maximumAt } = afterCallWork;
  return { untilAt, canExtend: extensionMs > 0 && untilAt < maximumAt };
}

function agentService(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  at: number,
): AgentServiceView {
  const { settings } = service;
  const waiting = waitingTasks(state, service);
  return {
    serviceId: settings.id,
    reason: reasonNow(state, agent, service, waiting, at),
    active: !service.switchedOff.has(agent.id) && !service.notYetOn.has(agent.id),
    waiting: waiting.length,
    longestWaitSinceAt: waiting[0]?.queuedAt ?? null,
    colleaguesAble: peopleOf(state, service).filter(
      (colleague) =>
        colleague !== agent && reasonNow(state, colleague, service, waiting, at) === null,
    ).length,
  };
}

/** What speaks against the agent or, where nothing does, keeps the service's calls from them. */
export function reasonNow(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  waiting: readonly TaskState[],
  at: number,
): Reason | null {
  const own = firstReason(state, agent, service, null, at);
  return own ?? reasonOfCalls(state, agent, service, waiting, at);
}

/** Everybody who is responsible for the service, in the configured order. */
export function peopleOf(
  state: Readonly<TenantState>,
  { lineup }: Readonly<ServiceState>,
): AgentState[] {
  return [...lineup.members].flatMap((row) => state.standings.agents[row] ?? []);
}

function offerOf(state: Readonly<TenantState>, agent: Readonly<AgentState>): AgentView['offer'] {
  const offer = agent.offerId === null ? undefined : state.offers.get(agent.offerId);
  const task = offer && state.tasks.get(offer.taskId);
  if (offer === undefined || task === undefined) return null;
  const { id: taskId, serviceId, callerId } = task;
  const { id: offerId, offeredAt, dueAt: untilAt } = offer;
  const lasts = {
    phase: shownPhaseOf(offer),
    offeredAt,
    sinceAt: shownPhaseSinceAt(state, offer),
    untilAt,
  };
  return { offerId, taskId, serviceId, callerId, ...lasts };
}

function callOf(state: Readonly<TenantState>, agent: Readonly<AgentState>): AgentView['call'] {
  const task = agent.taskId === null ? undefined : state.tasks.get(agent.taskId);
  if (task === undefined) return null;
  const { id: taskId, serviceId, callerId, phase } = task;
  const { connectedAt } = task;
  return { taskId, serviceId, callerId, connectedAt, inferred: phase === 'handed-over' };
}
