/** A tenant whose people stand as a case says, with one call that waits for somebody. */
import type { Order, ServiceState, TaskState } from '@rufwerk/engine/core';
import { helpDesk } from '../helpDesk.ts';
import { person, PlayedTenant } from '../playedTenant.ts';
import type { Standing } from './cases.ts';

const MINIMUM_LEVEL = 1;
const SKILL = 'german';

export interface PlayedCase {
  readonly tenant: PlayedTenant;
  readonly service: ServiceState;
  readonly task: TaskState;
  readonly at: number;
}

export function playedCase(order: Order, people: readonly Standing[], call = 'call-1'): PlayedCase {
  const tenant = new PlayedTenant({
    agents: people.map(({ name, skill = MINIMUM_LEVEL }) => ({
      ...{ id: name, skills: [{ skill: SKILL, level: skill }] },
    })),
    services: [
      helpDesk({
        order,
        agents: people.map(({ name }) => name),
        responsibility: { skills: [{ skill: SKILL, minimum: MINIMUM_LEVEL }] },
      }),
    ],
  });
  for (const { name } of people) tenant.duty(name, false);
  tenant.waits(call);
  const task = tenant.task(call);
  const [service] = tenant.state.services.values();
  if (task === undefined || service === undefined) throw new Error('No call of a service waits.');
  tenant.pass(2_000_000, { pollingEveryMs: 60_000 });
  const at = tenant.now;
  for (const standing of people) stand(tenant, service, task, standing, at);
  return { tenant, service, task, at };
}

/** What would take a whole day to play is set as the day would have left it. */
function stand(
  tenant: PlayedTenant,
  service: ServiceState,
  task: TaskState,
  standing: Standing,
  at: number,
): void {
  const { name, idle = 60, calls = 0, talk = 0, busy = 0, onDuty = 1_000 } = standing;
  const agent = tenant.agent(name);
  agent.onDuty = true;
  agent.idleSinceAt = at - idle * 1000;
  agent.dutySinceAt = at - onDuty * 1000;
  agent.dutyMsToday = 0;
  agent.callsToday = calls;
  agent.talkMsToday = talk * 1000;
  agent.busyMsToday = busy * 1000;
  tenant.state.standings.refresh(agent);
  const { lastOffer = 0, offered = 0 } = standing;
  service.lineup.lastOffer[service.lineup.placeOf(agent.index)] = lastOffer;
  if (offered > 0) (task.offersByAgent ??= new Map()).set(person(name), offered);
}
