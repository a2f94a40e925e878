/**
 * Agent and call together: what keeps a call that waits from an agent against whom nothing speaks.
 * Screens and "why not me?" say it, so that nobody reads "can be offered calls" beside a call that
 * they are not offered.
 */
import { isServed } from '../distribution/distribute.ts';
import { reasonsAgainst } from '../distribution/eligibility.ts';
import type { Reason } from '../explain/reasons.ts';
import type { PersonId, TaskId } from '../ids.ts';
import { comesBefore } from '../tenant/indexes/waitingLine.ts';
import type {
  AgentState,
  OfferState,
  ServiceState,
  TaskState,
  TenantState,
} from '../tenant/state.ts';
import type { CallStanding } from '../words/whyNot.ts';
import { shownPhaseOf } from './offerView.ts';

/** Calls further behind are not looked at: the first are the ones an agent asks about. */
const CALLS_TOLD_MAX = 5;
const CALLS_ASKED_MAX = 20;

export interface CallForAgent {
  readonly taskId: TaskId;
  readonly callerId: PersonId;
  /** 1 is the first of the service's queue. */
  readonly place: number;
  readonly priority: number;
  readonly queuedAt: number;
  readonly standing: CallStanding;
}

/** The first calls of the service's queue, and how each stands to the agent. */
export function callsForAgent(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  at: number,
): readonly CallForAgent[] {
  return waitingTasks(state, service)
    .slice(0, CALLS_TOLD_MAX)
    .map((task, index) => ({
      taskId: task.id,
      callerId: task.callerId,
      place: index + 1,
      priority: task.priority,
      queuedAt: task.queuedAt,
      standing: standingOf(state, agent, service, task, at),
    }));
}

function standingOf(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
): CallStanding {
  const { phase, offerIds } = task;
  const ringing = ringingOffers(state, task);
  // Somebody is held for the caller, who does not wait on the line.
  if (phase === 'dialling' && ringing.length === 0) return { is: 'wants-nobody', phase };
  if (agent.offerId !== null && offerIds.includes(agent.offerId)) {
    return { is: ringing.some(({ id }) => id === agent.offerId) ? 'rings-here' : 'open' };
  }
  if (offerIds.length === 0 && !wantsSomebody(service, task)) return { is: 'wants-nobody', phase };
  const reasons = reasonsAgainst(state, agent, service, task, at);
  if (reasons.length > 0) return { is: 'against', reasons };
  if (ringing.length === 0) return { is: 'open' };
  return { is: 'rings-others', agentIds: ringing.map(({ agentId }) => agentId) };
}

/** Of whom a client rings: who is held for the call or being confirmed hears nothing yet. */
function ringingOffers(
  state: Readonly<TenantState>,
  { offerIds }: Readonly<TaskState>,
): readonly OfferState[] {
  const offers = offerIds.flatMap((id) => state.offers.get(id) ?? []);
  return offers.filter((offer) => shownPhaseOf(offer) === 'ringing');
}

function wantsSomebody(service: Readonly<ServiceState>, task: Readonly<TaskState>): boolean {
  return task.isInLine && isServed(service, task);
}

/**
 * What keeps the service's calls from an agent against whom nothing else speaks: a level that is
 * not open yet, others who are rung first, or that the agent is the caller. Asked of the calls that
 * wait; while none does, of a new one. Null when one of them could be offered.
 *
 * @param waiting the service's calls by their place
 */
export function reasonOfCalls(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  waiting: readonly TaskState[],
  at: number,
): Reason | null {
  let first: Reason | null = null;
  let asked = 0;
  for (const task of waiting) {
    if (asked === CALLS_ASKED_MAX) break;
    if (task.offerIds.length === 0 && !wantsSomebody(service, task)) continue;
    asked += 1;
    const isPlain = task.first === null && task.callerId !== agent.id && !hasLevels(service);
    const [reason] = isPlain ? [] : reasonsAgainst(state, agent, service, task, at);
    if (reason === undefined) return null;
    first ??= reason;
  }
  return asked === 0 ? reasonOfNewCall(agent, service) : first;
}

/** Whoever is rung from a later level on is not offered a call as soon as it comes. */
export function reasonOfNewCall(
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
): Reason | null {
  if (!hasLevels(service)) return null;
  const { lineup } = service;
  const level = lineup.level[lineup.placeOf(agent.index)] ?? 0;
  const isLater = level > 0 && level <= service.settings.responsibility.levels.length;
  return isLater ? { code: 'level-not-reached', level, fromAt: null } : null;
}

function hasLevels({ settings }: Readonly<ServiceState>): boolean {
  return settings.responsibility.levels.length > 0;
}

/** Calls of a service that nobody talks in, by their place. */
export function waitingTasks(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
): readonly TaskState[] {
  return [...service.queue]
    .flatMap((taskId) => state.tasks.get(taskId) ?? [])
    .sort((left, right) => (comesBefore(left, right) ? -1 : 1));
}
