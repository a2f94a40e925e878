import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseFilter } from '../../src/simulator/graph/filter.ts';
import { readWorld } from '../../src/simulator/world/description.ts';
import { ANNA, TenantStage } from './tenant-stage.ts';
import type { Wire } from './wire.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
afterAll(() => stage.close());

const namesOf = (body: Wire): string[] => body.value.map(({ displayName }) => displayName);

describe('the world at the start', () => {
  test('Contoso has twelve people, six services and a pool of three numbers', async () => {
    const world = await readWorld('contoso', 1);
    const counts = new Map<string, number>();
    for (const { role } of world.people) counts.set(role, (counts.get(role) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      administrator: 1,
      supervisor: 2,
      agent: 8,
      user: 1,
    });
    expect(world.services.map(({ phone }) => phone)).toEqual([
      '+41440000100',
      '+41440000200',
      '+41440000300',
      '+41440000500',
      '+41440000600',
      '+41440000700',
    ]);
    expect(world.emergencyCallbackAccounts).toHaveLength(3);
  });

  test('a generated world has its size, Contoso in it, and is the same for a seed', async () => {
    const world = await readWorld('generated:1000', 7);
    expect(world.people).toHaveLength(1000);
    expect(world.people.some(({ upn }) => upn === ANNA)).toBe(true);
    expect(await readWorld('generated:1000', 7)).toEqual(world);
    expect(await readWorld('generated:1000', 8)).not.toEqual(world);
  });

  test('an unknown world says what to give', async () => {
    await expect(readWorld('../contoso', 1)).rejects.toThrow('generated:1000');
    await expect(readWorld('mars', 1)).rejects.toThrow('no world file mars.yaml');
  });
});

describe('users through Graph', () => {
  test('are found by id, by name and by filter', async () => {
    const { body } = await stage.graph('GET', `/users/${ANNA}?$select=displayName,mail`);
    expect(body).toMatchObject({ displayName: 'Anna Müller', mail: ANNA });
    expect(body.userPrincipalName).toBeUndefined();
    expect((await stage.graph('GET', `/users/${body.id}`)).body.userPrincipalName).toBe(ANNA);
    const filter = encodeURIComponent("startswith(displayName,'anna') or mail eq 'x'");
    expect(namesOf((await stage.graph('GET', `/users?$filter=${filter}`)).body)).toEqual([
      'Anna Müller',
    ]);
  });

  test('come in pages that link to the next', async () => {
    const names: string[] = [];
    let path: string | undefined = '/users?$top=5&$select=displayName&$count=true';
    while (path !== undefined) {
      const { body } = await stage.graph('GET', path);
      names.push(...namesOf(body));
      path = body['@odata.nextLink']?.split('/graph/v1.0')[1];
    }
    expect(names).toHaveLength(22);
    expect(new Set(names).size).toBe(22);
  });

  test('resource accounts are among them', async () => {
    const { body } = await stage.graph('GET', '/users/it-helpdesk@contoso.example');
    expect(body).toMatchObject({ displayName: 'IT Helpdesk', businessPhones: ['+41440000100'] });
  });

  test('nobody is 404, a filter that is not understood and a wrong $top are 400', async () => {
    expect((await stage.graph('GET', '/users/nobody@contoso.example')).status).toBe(404);
    expect((await stage.graph('GET', '/users?$filter=length(mail) gt 3')).status).toBe(400);
    expect((await stage.graph('GET', '/users?$top=1000')).status).toBe(400);
    expect((await stage.graph('GET', '/planner/plans')).body.error.code).toBe('UnknownError');
  });

  test('members of a group', async () => {
    const { groups } = await readWorld('contoso', 1);
    const { body } = await stage.graph('GET', `/groups/${groups[1]?.id}/members`);
    expect(namesOf(body)).toEqual(['Emma Wilson', 'Félix Girard']);
    expect((await stage.graph('GET', `/groups/${body.value[0]?.id}/members`)).status).toBe(404);
  });
});

describe('a filter', () => {
  const anna = { mail: "o'hara@x.example", accountEnabled: true, jobTitle: null };

  test.each([
    ["mail eq 'O''Hara@x.example'", true],
    ["mail eq 'a and b' or accountEnabled eq true", true],
    ["accountEnabled eq true and mail eq 'nobody'", false],
    ["mail in ('a', 'o''hara@x.example')", true],
    ["endswith(mail,'.example') and jobTitle eq null", true],
    ["mail ne 'x'", true],
  ])('%s is %s', (filter, expected) => {
    expect(parseFilter(filter)?.(anna)).toBe(expected);
  });

  test('that is cut off is not understood', () => {
    expect(parseFilter("mail eq 'x' and")).toBeUndefined();
  });
});
