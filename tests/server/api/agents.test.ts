import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { agentsListSchema, holidayPlacesSchema, steeredAgentSchema } from '@rufwerk/engine/api';
import type { Name } from '../stage/contoso.ts';
import { Stage } from '../stage/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

async function found(reader: Name, search = ''): Promise<string[]> {
  const query = new URLSearchParams({ search }).toString();
  const { body } = await stage.ask(reader, `/api/v1/agents?${query}`);
  return agentsListSchema.parse(body).items.map(({ userPrincipalName }) => userPrincipalName);
}

describe('the agents whom one may steer', () => {
  test('are all for an administrator, found by name or address', async () => {
    expect(await found('admin')).toContain('anna.agent@contoso.example');
    expect(await found('admin', 'müller')).toEqual(['anna.agent@contoso.example']);
    expect(await found('admin', 'ANNA.AGENT')).toEqual(['anna.agent@contoso.example']);
    expect(await found('admin', 'nobody at all')).toEqual([]);
  });

  test('are none for who supervises nothing', async () => {
    expect(await found('anna.agent')).toEqual([]);
    const address = `/api/v1/agents/${stage.personId('ben.agent')}`;
    expect((await stage.ask('anna.agent', address)).status).toBe(403);
  });

  test('NIMx-03: each is told with what can be switched, and without calls or callers', async () => {
    const address = `/api/v1/agents/${stage.personId('anna.agent')}`;
    await stage.ask('admin', `${address}/services/it-helpdesk`, {
      method: 'PUT',
      body: { active: false },
    });
    const { body } = await stage.ask('sam.supervisor', address);
    const agent = steeredAgentSchema.parse(body);
    expect(agent.services).toContainEqual({
      id: 'it-helpdesk',
      name: 'IT Helpdesk',
      active: false,
    });
    expect(Object.keys(body as object)).not.toContain('call');
    expect((await stage.ask('admin', '/api/v1/agents/nobody')).status).toBe(404);
  });
});

test('the places whose holidays are known can be chosen from', async () => {
  const { body } = await stage.ask('admin', '/api/v1/holiday-places');
  expect(holidayPlacesSchema.parse(body).places).toEqual(expect.arrayContaining(['CH', 'CH-ZH']));
});
