/**
 * Where a service asks for it, its work shows in Teams: an agent is Busy, in a call, from the
 * connection of a call of ours to the end of its after-call work. A lease like any other: while the
 * work stands it is renewed, and it ends with it.
 */
import type { Fact } from '../tenant/facts.ts';
import type { PersonId } from '../ids.ts';
import type { LeaseReason } from '../tenant/leaseState.ts';
import type { AgentState, TenantState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { releaseLease, takeLease } from './leases.ts';
import type { SessionPresence } from '../presence/written.ts';

const SHOWN: SessionPresence = { availability: 'Busy', activity: 'InACall' };
/** How far ahead a call's lease is taken; calls that last longer have it renewed. */
const CALL_LEASE_MS = 60 * 60_000;

/** Brings the leases of everybody whose work began or ended in this step in line with it. */
export function showWork(turn: Turn): void {
  const { showsWork, sessions, agents } = turn.state;
  if (!showsWork && sessions.size === 0) return;
  // What is taken and released here is appended meanwhile, and is no work.
  const decided = turn.facts.length;
  for (let index = 0; index < decided; index += 1) {
    const fact = turn.facts[index];
    const agentId = fact === undefined ? null : whoseWork(fact);
    if (agentId !== null) showWorkOf(turn, agentId);
    if (fact?.type !== 'ConfigurationChanged') continue;
    for (const id of [...sessions.keys(), ...agents.keys()]) showWorkOf(turn, id);
  }
}

/** A lease of work that has come to its end is taken again if the work still stands. */
export function renewWork(turn: Turn, agentId: PersonId): void {
  const leases = turn.state.sessions.get(agentId)?.leases ?? [];
  const isDue = leases.some(({ owner, untilAt }) => owner === 'service' && untilAt <= turn.at);
  if (isDue) showWorkOf(turn, agentId);
}

function whoseWork(fact: Fact): PersonId | null {
  switch (fact.type) {
    case 'CallConnected':
    case 'CallEnded':
    case 'AfterCallWorkStarted':
    case 'AfterCallWorkExtended':
    case 'AfterCallWorkEnded':
      return fact.agentId;
    default:
      return null;
  }
}

function showWorkOf(turn: Turn, agentId: PersonId): void {
  const agent = turn.state.agents.get(agentId);
  const work = agent === undefined ? null : workOf(turn.state, agent, turn.at);
  if (work === null) return releaseLease(turn, agentId, 'service', 'reason-ended');
  takeLease(turn, agentId, { owner: 'service', presence: SHOWN, ...work });
}

/** What the agent does for a service that shows its work, and until when at least. */
function workOf(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  at: number,
): { readonly reason: LeaseReason; readonly untilAt: number } | null {
  const task = agent.taskId === null ? undefined : state.tasks.get(agent.taskId);
  if (task !== undefined) {
    const { id: taskId, serviceId } = task;
    const isShown = state.services.get(serviceId)?.settings.showWorkInTeams === true;
    if (!isShown) return null;
    return { reason: { kind: 'call', taskId, serviceId }, untilAt: at + CALL_LEASE_MS };
  }
  const { afterCallWork } = agent;
  const serviceId = afterCallWork?.serviceId ?? null;
  if (afterCallWork === null || serviceId === null) return null;
  if (state.services.get(serviceId)?.settings.showWorkInTeams !== true) return null;
  return { reason: { kind: 'after-call-work', serviceId }, untilAt: afterCallWork.untilAt };
}
