/**
 * How soon a person's presence may decide something, computed from the state: what polling asks for
 * most often. Whoever cannot be offered a call whatever presence says may be asked for rarely.
 */
import type { PersonId } from '../ids.ts';
import type { AgentState, ServiceState, TenantState } from '../tenant/state.ts';

/**
 * - `awaited`: could be offered a call that waits now, or is being offered one: late news would
 *   ring somebody who talks.
 * - `next`: could be offered a call as soon as one comes.
 * - `soon`: on duty, but held back by something that may end any moment: a call, after-call work, a
 *   pause or break, or a service that was closed in one action; and whoever is in an emergency.
 * - `asleep`: off duty, or none of the services is open.
 */
export type PresenceUrgency = 'awaited' | 'next' | 'soon' | 'asleep';

/**
 * Asked of everybody every few seconds, so it looks at no more than it takes. Whom the engine does
 * not know is asleep.
 */
export function presenceUrgency(
  { callsInLine }: Readonly<TenantState>,
  agent: Readonly<AgentState> | undefined,
): PresenceUrgency {
  if (agent === undefined) return 'asleep';
  // The end of the call may have to be told from presence.
  if (agent.emergencyId !== null) return 'soon';
  if (!agent.onDuty) return 'asleep';
  if (agent.offerId !== null) return 'awaited';
  const byServices = urgencyByServices(agent, callsInLine > 0);
  if (byServices === 'asleep') return 'asleep';
  return isHeldBack(agent) ? 'soon' : byServices;
}

function isHeldBack(agent: Readonly<AgentState>): boolean {
  const { break: taken, taskId, afterCallWork, pause } = agent;
  return taken !== null || taskId !== null || afterCallWork !== null || pause !== null;
}

/** Switched off by the person, or not switched on yet. */
function isOff({ switchedOff, notYetOn }: Readonly<ServiceState>, id: PersonId): boolean {
  return switchedOff.has(id) || notYetOn.has(id);
}

/** The most urgent of the services that the person has not switched off. */
function urgencyByServices(
  { id, services }: Readonly<AgentState>,
  mayBeAwaited: boolean,
): PresenceUrgency {
  let urgency: PresenceUrgency = 'asleep';
  for (const service of services) {
    if (service.closedBy !== null || isOff(service, id)) continue;
    if (service.emergency !== null) {
      // Reopened in one action, too: there is no hour at which to expect it.
      if (urgency === 'asleep') urgency = 'soon';
      continue;
    }
    if (!mayBeAwaited) return 'next';
    if (service.waiting.size > 0) return 'awaited';
    urgency = 'next';
  }
  return urgency;
}
