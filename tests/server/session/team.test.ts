/** People who serve only because a Microsoft 365 group that serves has them as members. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { myWorkSchema } from '@rufwerk/engine/api';
import {
  asId,
  type Configuration,
  type GroupId,
  type PersonId,
  validateConfiguration,
} from '@rufwerk/engine/core';
import {
  type ConfigurationInForce,
  watchConfiguration,
} from '../../../src/server/configuration/inForce.ts';
import { agentsOf, responsibilityOf } from '../../../src/server/session/responsibility.ts';
import { type Name, user } from '../stage/contoso.ts';
import { Stage } from '../stage/stage.ts';

const TEAM = asId<GroupId>('5fd17350-6988-4395-9c56-2a3d48fff02f');
const OTHER_TEAM = asId<GroupId>('10213700-03fe-46b7-98fc-4dae193ead9f');

let stage: Stage;
let configuration: ConfigurationInForce;
let ids: Readonly<Record<'anna' | 'ben' | 'emma' | 'sam' | 'ursula', PersonId>>;

beforeEach(async () => {
  stage = await Stage.openEmpty();
  configuration = await watchConfiguration(stage.parts.runtime);
  const idOf = (name: Name) => stage.parts.tenant.people.ensureEntraPerson(user(name));
  ids = {
    anna: await idOf('anna.agent'),
    ben: await idOf('ben.agent'),
    emma: await idOf('emma.agent'),
    sam: await idOf('sam.supervisor'),
    ursula: await idOf('ursula.user'),
  };
});
afterEach(async () => {
  configuration.stop();
  await stage.close();
});

/** Claims by a team, Repairs by skill and later by whoever has any of it, Sales by list. */
async function bringIntoForce(): Promise<void> {
  const supervisors = [ids.sam];
  const repairs = {
    by: 'skills',
    skills: [{ skill: 'repairs', minimum: 50 }],
    levels: [{ afterSeconds: 30, skills: [{ skill: 'repairs' }] }],
  };
  const result = validateConfiguration({
    agents: [
      { id: ids.ben, skills: [{ skill: 'repairs', level: 20 }] },
      { id: ids.ursula, skills: [{ skill: 'knitting', level: 100 }] },
    ],
    services: [
      { id: 'claims', responsibility: { team: TEAM } },
      { id: 'repairs', responsibility: repairs },
      { id: 'sales', agents: [ids.emma] },
      { id: 'news', responsibility: { by: 'nobody' } },
    ].map((each) => ({ ...each, name: each.id, resourceAccount: each.id, supervisors })),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  await submit(result.configuration);
}

function submit(next: Configuration) {
  const { runtime } = stage.parts;
  return runtime.submit({ type: 'ConfigurationSubmitted', configuration: next, by: null });
}

function teamIs(agentIds: readonly PersonId[], groupId = TEAM) {
  return stage.parts.runtime.submit({ type: 'GroupMembersReported', groupId, agentIds });
}

/** Whom the engine itself lines up, service by service. */
function engineSays(): Promise<Record<string, readonly PersonId[]>> {
  return stage.parts.runtime.read((state) =>
    Object.fromEntries(
      [...state.services.keys()].map((id) => [
        id,
        [...state.agents.values()]
          .filter(({ services }) => services.some(({ settings }) => settings.id === id))
          .map((agent) => agent.id)
          .toSorted(),
      ]),
    ),
  );
}

function serverSays(): Record<string, readonly PersonId[]> {
  const current = configuration.current();
  const people = Object.values(ids);
  return Object.fromEntries(
    (current.configuration?.services ?? []).map(({ id }) => [
      id,
      people.filter((person) => responsibilityOf(current, person).serves.has(id)).toSorted(),
    ]),
  );
}

describe('who serves', () => {
  test('is the same to the server as to the engine, by list, team, skill and nobody', async () => {
    await bringIntoForce();
    await teamIs([ids.anna, ids.emma]);
    expect(serverSays()).toEqual(await engineSays());
    expect(serverSays()).toMatchObject({ claims: [ids.anna, ids.emma].toSorted(), news: [] });
    await teamIs([ids.ursula]);
    expect(serverSays()).toEqual(await engineSays());
    expect(serverSays()).toMatchObject({ claims: [ids.ursula], repairs: [ids.ben] });
  });

  test('NIMx-03: team members have their presence read as soon as the engine knows them', async () => {
    await bringIntoForce();
    expect([...agentsOf(configuration.current())].toSorted()).toEqual([ids.ben, ids.emma].sort());
    await teamIs([ids.anna]);
    expect([...agentsOf(configuration.current())]).toContain(ids.anna);
    await teamIs([]);
    expect([...agentsOf(configuration.current())]).not.toContain(ids.anna);
  });

  test('is asked anew of the engine by a server that starts later', async () => {
    await bringIntoForce();
    await teamIs([ids.anna]);
    await teamIs([ids.sam], OTHER_TEAM);
    const later = await watchConfiguration(stage.parts.runtime);
    expect(later.current()).toEqual(configuration.current());
    expect(responsibilityOf(later.current(), ids.anna).serves.has(asId('claims'))).toBe(true);
    later.stop();
  });

  test('nobody is polled before the first configuration, whatever groups were told', async () => {
    await teamIs([ids.anna]);
    expect(agentsOf(configuration.current())).toEqual([]);
    await bringIntoForce();
    expect(agentsOf(configuration.current())).toContain(ids.anna);
  });
});

describe('somebody who is in the team only', () => {
  const duty = (onDuty: boolean) => ({ method: 'PUT', body: { onDuty } });
  beforeEach(async () => {
    await bringIntoForce();
    await teamIs([ids.anna]);
  });

  test('NIMx-03: is an agent to the tab, and sees the own work', async () => {
    expect((await stage.ask('anna.agent', '/api/v1/me')).body).toMatchObject({ roles: ['agent'] });
    const work = await stage.ask('anna.agent', '/api/v1/my-work');
    expect(myWorkSchema.parse(work.body).services).toMatchObject([{ id: 'claims' }]);
  });

  test('switches the own duty, and nobody else’s', async () => {
    const own = await stage.ask('anna.agent', '/api/v1/my-work/duty', duty(false));
    expect(own.status).toBe(204);
    const { body } = await stage.ask('anna.agent', '/api/v1/my-work');
    expect(myWorkSchema.parse(body).onDuty).toBe(false);
    const other = await stage.ask('anna.agent', `/api/v1/agents/${ids.emma}/duty`, duty(false));
    expect(other.status).toBe(403);
  });

  test('takes no part in what only supervisors may', async () => {
    const emergency = { method: 'PUT', body: { closed: true } };
    const path = '/api/v1/services/claims/emergency';
    expect((await stage.ask('anna.agent', path, emergency)).status).toBe(403);
    const everywhere = await stage.ask('anna.agent', '/api/v1/services');
    expect(everywhere.body).toMatchObject({ items: [] });
  });

  test('is no agent any more as soon as the team has lost the person', async () => {
    await teamIs([]);
    expect((await stage.ask('anna.agent', '/api/v1/me')).body).toMatchObject({ roles: [] });
    expect((await stage.ask('anna.agent', '/api/v1/my-work/duty', duty(false))).status).toBe(403);
  });
});
