/**
 * The view that a service has of its people (DEC-3): a member's, or degraded when of more than half
 * of those on duty only the availability is known, or nothing fresh at all. Looked at every ten
 * seconds while presence is read; entering and leaving is a fact, and told to the supervisors once.
 *
 *   member --more than half are seen as a stranger sees them--> degraded
 *   degraded --at most a quarter are--> member
 */
import type { Alert, DegradedCost, DegradedService } from '../tenant/effects.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { PersonId } from '../ids.ts';
import { STANDING } from '../tenant/indexes/standings.ts';
import type { ServiceState, TenantState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { isStrangersClass } from '../presence/presenceClass.ts';

const LOOK_EVERY_MS = 10_000;

/** Presence is being read, so from now on the views are watched. */
export function watchViews(turn: Turn): void {
  const { state, at } = turn;
  if (state.viewsDueAt !== null || !state.flags.includes(RULE_FLAGS.WATCHED_VIEWS)) return;
  turn.emit({ type: 'ViewsDue', at, dueAt: at + LOOK_EVERY_MS });
}

/** Looks at every service and tells what changed; whoever comes on duty later counts too. */
export function viewsDue(turn: Turn): void {
  const { state, at } = turn;
  const degraded: DegradedService[] = [];
  const restored: DegradedService[] = [];
  for (const service of state.services.values()) {
    const { onDuty, asStranger } = seenOf(state, service, at);
    const { id: serviceId } = service.settings;
    // Nobody is there to be seen, so nothing can be said of the view: it stays what it was.
    if (onDuty === 0 && state.flags.includes(RULE_FLAGS.WHOLE_PRESENCE)) continue;
    const wasDegraded = state.degradedViews.has(serviceId);
    const isDegraded = wasDegraded ? asStranger * 4 > onDuty : asStranger * 2 > onDuty;
    if (isDegraded === wasDegraded) continue;
    const view = isDegraded ? 'degraded' : 'member';
    turn.emit({ type: 'ViewChanged', at, serviceId, view, onDuty, asStranger });
    const changed = { serviceId, onDuty, asStranger, cost: costOf(service) };
    (isDegraded ? degraded : restored).push(changed);
  }
  tell(turn, degraded, (services) => ({ kind: 'view-degraded', services }));
  tell(turn, restored, (services) => ({
    kind: 'view-restored',
    serviceIds: services.map(({ serviceId }) => serviceId),
  }));
  turn.emit({ type: 'ViewsDue', at, dueAt: at + LOOK_EVERY_MS });
}

/** How many are on duty, and of how many of them the activity is not, or no longer, known. */
function seenOf(
  { standings, sessions, flags }: Readonly<TenantState>,
  { lineup, settings, closedBy, emergency }: Readonly<ServiceState>,
  at: number,
): { readonly onDuty: number; readonly asStranger: number } {
  // Whom no open service asks for is read rarely: that is no trouble.
  if (closedBy !== null || emergency !== null) return { onDuty: 0, asStranger: 0 };
  const trustedMs = settings.presence.activityTrustedForSeconds * 1000;
  // What we show ourselves hides the person: that is no trouble of any source.
  const hides = sessions.size > 0 && flags.includes(RULE_FLAGS.DOUBTED_ECHO);
  let onDuty = 0;
  let asStranger = 0;
  for (const row of lineup.members) {
    if (standings.standing(row) === STANDING.OFF_DUTY) continue;
    if (hides && standings.agents[row]?.isMasked === true) continue;
    onDuty += 1;
    const isOld = at - standings.confirmedAt(row) > trustedMs;
    if (isOld || isStrangersClass(standings.presenceClass(row))) asStranger += 1;
  }
  return { onDuty, asStranger };
}

/** What the degraded view costs under the service's rule. */
export function costOf({ settings }: ServiceState): DegradedCost {
  const { busy, busyWhileDegraded } = settings.presence;
  if (!busy) return 'only-fresh-available-rung';
  return busyWhileDegraded ? 'busy-rung-blindly' : 'busy-not-rung';
}

/** One alert for each circle of supervisors, whichever services they share. */
function tell(
  turn: Turn,
  changed: readonly DegradedService[],
  alertOf: (services: readonly DegradedService[]) => Alert,
): void {
  const circles = new Map<string, { to: readonly PersonId[]; services: DegradedService[] }>();
  for (const service of changed) {
    const to = turn.state.services.get(service.serviceId)?.settings.supervisors ?? [];
    const circle = circles.get(to.join(' ')) ?? { to, services: [] };
    circle.services.push(service);
    circles.set(to.join(' '), circle);
  }
  for (const { to, services } of circles.values()) {
    if (to.length === 0) continue;
    requestEffect(turn, { kind: 'raise-alert', alert: alertOf(services), recipientIds: to });
  }
}
