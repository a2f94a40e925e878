/**
 * The end of a world: everybody is at work, callers hang up, the platform does what it is asked,
 * and time passes. Every call must come to its end, and nobody may be left alone in a call.
 */
import type { TaskState } from '@rufwerk/engine/core';
import { person } from '../../engine/core/playedTenant.ts';
import { allRuns } from './play.ts';
import { Broken } from './watch.ts';
import type { World } from './world.ts';

const STEP_MS = 30_000;
/** Longer than two attempts of a call-back, a redirect's stated maximum and an announcement. */
const ROUNDS = 80;

export function endAll(world: World): void {
  const { tenant, platform } = world;
  openAll(world);
  for (let round = 0; round < ROUNDS && !isOver(world); round += 1) {
    allRuns(world);
    for (const call of platform.live()) platform.end(call, 'terminated');
    allRuns(world);
    tenant.pass(STEP_MS, { pollingEveryMs: STEP_MS });
  }
  const left = [...tenant.state.tasks.values()]
    .filter((task) => !waitsForItsCaller(world, task))
    .map(({ id, phase }) => `${id} is ${phase}`);
  const alone = platform.live().map(({ id }) => `${id} stands on the platform, and nobody has it`);
  const busy = [...tenant.state.agents.values()]
    .filter(({ offerId, taskId }) => offerId !== null || taskId !== null)
    .map(({ id }) => `${id} is never free again`);
  const { emergencies, callbacks } = tenant.state;
  const kept = [...emergencies.keys(), ...callbacks.keys()].map((id) => `${id} is kept for ever`);
  const wrong = [...left, ...alone, ...busy, ...kept];
  if (wrong.length > 0) throw new Broken(`every-wait-ends: ${wrong.join('; ')}`);
}

function openAll({ tenant }: World): void {
  for (const serviceId of tenant.state.services.keys()) {
    tenant.give({ type: 'ServiceOpened', serviceId });
    tenant.give({ type: 'EmergencyReopened', serviceId, by: person('s') });
  }
  tenant.formBlocks(1);
  for (const { id, onDuty, break: onBreak, next } of [...tenant.state.agents.values()]) {
    // Who chose to go home after the call does not, or nobody might be left.
    if (next !== null) tenant.give({ type: 'NextStateChosen', agentId: id, next: null, by: id });
    tenant.give({ type: 'EmergencyCallOver', agentId: id, by: id, endedAt: null });
    tenant.give({ type: 'CallbackWindowEnded', agentId: id, by: id });
    if (!onDuty) tenant.duty(id, true);
    if (onBreak !== null) tenant.give({ type: 'BreakFinished', agentId: id, by: id });
    tenant.give({ type: 'ProfilesSwitched', agentId: id, profiles: [], by: id });
    for (const { settings } of tenant.state.agents.get(id)?.services ?? []) {
      const switched = { serviceId: settings.id, active: true };
      tenant.give({ type: 'ServiceSwitched', agentId: id, ...switched, by: id });
    }
    tenant.presence(id, 'Available', 'Available');
  }
}

/** A call-back to the only person of the service: nobody is offered a call of their own. */
function waitsForItsCaller({ tenant }: World, { phase, callerId, serviceId }: TaskState): boolean {
  const { state } = tenant;
  const people = [...(state.services.get(serviceId)?.lineup.members ?? [])];
  const others = people.filter((row) => state.standings.agents[row]?.id !== callerId);
  return phase === 'call-back' && others.length === 0;
}

function isOver(world: World): boolean {
  const { tenant, platform } = world;
  const { tasks, offers, openEffects } = tenant.state;
  if (offers.size + openEffects.size > 0) return false;
  if (![...tasks.values()].every((task) => waitsForItsCaller(world, task))) return false;
  return platform.live().length === 0 && platform.news.length === 0;
}
