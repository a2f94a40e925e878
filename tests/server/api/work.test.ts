import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decisionsPageSchema, type MyWork, myWorkSchema } from '@rufwerk/engine/api';
import { serviceDetailSchema, serviceTilesSchema } from '@rufwerk/engine/api';
import { Stage } from '../stage/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

async function workOf(name: 'anna.agent' | 'ben.agent'): Promise<MyWork> {
  return myWorkSchema.parse((await stage.ask(name, '/api/v1/my-work')).body);
}

function switchDuty(name: Parameters<Stage['ask']>[0], onDuty: unknown) {
  return stage.ask(name, '/api/v1/my-work/duty', { method: 'PUT', body: { onDuty } });
}

describe('my work', () => {
  test('shows the agent’s state, services and the presence it rests on', async () => {
    expect(await workOf('anna.agent')).toMatchObject({
      agent: { name: 'Anna Müller' },
      onDuty: true,
      state: 'ready',
      presence: { availability: 'Available', ageMs: 0 },
      services: [{ id: 'it-helpdesk', name: 'IT Helpdesk', reason: null, colleaguesAble: 1 }],
      offer: null,
      call: null,
    });
  });

  test('duty is switched by the agent', async () => {
    expect((await switchDuty('anna.agent', false)).status).toBe(204);
    expect(await workOf('anna.agent')).toMatchObject({
      onDuty: false,
      state: 'off-duty',
      services: [{ reason: { code: 'off-duty' } }],
    });
    await switchDuty('anna.agent', true);
    expect(await workOf('anna.agent')).toMatchObject({ state: 'ready' });
  });

  test('NIMx-02: a break is taken with a reason and ended; an unknown reason is refused in words', async () => {
    const put = (path: string, body: object) =>
      stage.ask('anna.agent', `/api/v1/my-work/${path}`, { method: 'PUT', body });
    expect((await put('break', { reasonCode: 100 })).status).toBe(204);
    expect(await workOf('anna.agent')).toMatchObject({
      state: 'on-break',
      break: { reasonCode: 100, name: 'Break' },
    });
    const unknown = await put('break', { reasonCode: 999 });
    expect(unknown.status).toBe(409);
    expect(unknown.body).toMatchObject({ rule: expect.stringContaining('no break') });
    const headers = { 'accept-language': 'de' };
    const address = '/api/v1/my-work/break';
    const sent = { method: 'PUT', body: { reasonCode: 999 }, headers };
    expect((await stage.ask('anna.agent', address, sent)).body).toMatchObject({
      title: 'Das geht im Augenblick nicht',
      rule: 'Es gibt keine Pause mit dieser Nummer.',
      mend: 'Wählen Sie einen der Gründe aus der Konfiguration.',
    });
    expect((await put('break', { reasonCode: null })).status).toBe(204);
    expect((await put('next', { next: { kind: 'off-duty' } })).status).toBe(409);
    expect((await put('profiles', { profiles: ['nobody-knows'] })).status).toBe(409);
  });

  test('NIMx-03: an agent takes part in a service or not, and is told so by why-not', async () => {
    const path = '/api/v1/my-work/services/it-helpdesk';
    const body = { active: false };
    expect((await stage.ask('anna.agent', path, { method: 'PUT', body })).status).toBe(204);
    const { services } = await workOf('anna.agent');
    expect(services[0]).toMatchObject({ active: false, reason: { code: 'service-switched-off' } });
    const { agent } = await workOf('anna.agent');
    const why = await stage.ask('sam.supervisor', `/api/v1/agents/${agent.id}/why-not`);
    expect(why.body).toMatchObject({
      services: [{ id: 'it-helpdesk', reasons: [{ reason: { code: 'service-switched-off' } }] }],
    });
  });

  test('a service is closed for an emergency and opened again by its supervisor alone', async () => {
    const path = '/api/v1/services/it-helpdesk/emergency';
    const put = (who: 'sam.supervisor' | 'anna.agent', closed: boolean) =>
      stage.ask(who, path, { method: 'PUT', body: { closed } });
    expect((await put('anna.agent', true)).status).toBe(403);
    expect((await put('sam.supervisor', true)).status).toBe(204);
    const tile = await stage.ask('sam.supervisor', '/api/v1/services/it-helpdesk');
    expect(tile.body).toMatchObject({ closed: 'emergency' });
    expect((await put('sam.supervisor', false)).status).toBe(204);
  });

  test('shows the ringing offer with the caller’s number and the seconds left', async () => {
    await stage.dial('it-helpdesk');
    const works = await Promise.all([workOf('anna.agent'), workOf('ben.agent')]);
    const ringing = works.filter(({ state }) => state === 'ringing');
    expect(ringing).toHaveLength(1);
    expect(ringing[0]?.offer).toMatchObject({
      serviceName: 'IT Helpdesk',
      callerName: '+41790000001',
      phase: 'ringing',
      until: '2026-11-20T08:00:15.000Z',
    });
    expect(ringing[0]?.today).toMatchObject([{ serviceName: 'IT Helpdesk', outcome: null }]);
  });

  test('is refused to somebody who is no agent, with who can mend it', async () => {
    const { status, body } = await stage.ask('ursula.user', '/api/v1/my-work');
    expect(status).toBe(403);
    expect(body).toMatchObject({ mend: expect.stringContaining('administrator') });
    expect((await switchDuty('ursula.user', true)).status).toBe(403);
  });

  test('after-call work and a pause end only where there is one; asking is no error', async () => {
    for (const path of ['after-call-work/finish', 'ready']) {
      const { status } = await stage.ask('anna.agent', `/api/v1/my-work/${path}`, {
        method: 'POST',
      });
      expect(status).toBe(204);
    }
  });

  test.each([
    ['a field that nobody knows', { onDuty: true, until: 'noon' }, 'body'],
    ['a value of the wrong kind', { onDuty: 'yes' }, 'body.onDuty'],
  ])('a body with %s is refused and names the field', async (_, body, field) => {
    const refused = await stage.ask('anna.agent', '/api/v1/my-work/duty', { method: 'PUT', body });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ field });
  });

  test('a body that is no JSON, or too large, is refused', async () => {
    const send = (body: string) =>
      stage.ask('anna.agent', '/api/v1/my-work/duty', { method: 'PUT', body });
    expect((await send('{"onDuty":')).status).toBe(400);
    expect((await send(`{"onDuty":true${' '.repeat(70_000)}}`)).status).toBe(413);
  });
});

describe('an agent’s duty', () => {
  const dutyOfAnna = () => `/api/v1/agents/${stage.personId('anna.agent')}/duty`;
  const off = { method: 'PUT', body: { onDuty: false } };

  test('is switched by a supervisor of a common service, and by an administrator', async () => {
    expect((await stage.ask('sam.supervisor', dutyOfAnna(), off)).status).toBe(204);
    expect((await workOf('anna.agent')).onDuty).toBe(false);
    const on = { method: 'PUT', body: { onDuty: true } };
    expect((await stage.ask('admin', dutyOfAnna(), on)).status).toBe(204);
    expect((await workOf('anna.agent')).onDuty).toBe(true);
  });

  test('is not switched by a supervisor of other services, nor by a colleague', async () => {
    expect((await stage.ask('sofia.supervisor', dutyOfAnna(), off)).status).toBe(403);
    expect((await stage.ask('ben.agent', dutyOfAnna(), off)).status).toBe(403);
    expect((await workOf('anna.agent')).onDuty).toBe(true);
  });

  test('of somebody who is no agent is not known, in either language', async () => {
    const address = '/api/v1/agents/person-0/duty';
    expect((await stage.ask('admin', address, off)).status).toBe(404);
    const headers = { 'accept-language': 'de' };
    expect((await stage.ask('admin', address, { ...off, headers })).body).toMatchObject({
      title: 'Die Person ist nicht bekannt',
      mend: 'Prüfen Sie die Adresse.',
    });
  });
});

describe('services', () => {
  const namesFor = async (name: Parameters<Stage['ask']>[0]) => {
    const { body } = await stage.ask(name, '/api/v1/services');
    return serviceTilesSchema.parse(body).items.map((tile) => tile.name);
  };

  test('are those that the reader supervises; administrators see all, agents none', async () => {
    expect(await namesFor('sam.supervisor')).toEqual(['IT Helpdesk']);
    expect(await namesFor('admin')).toEqual(['IT Helpdesk', 'Sales']);
    expect(await namesFor('anna.agent')).toEqual([]);
  });

  test('a service tells its queue and its agents, with who rings', async () => {
    await stage.dial('it-helpdesk');
    const { body } = await stage.ask('sam.supervisor', '/api/v1/services/it-helpdesk');
    const detail = serviceDetailSchema.parse(body);
    expect(detail).toMatchObject({ name: 'IT Helpdesk', waiting: 1, agents: 2, able: 1 });
    expect(detail.queue).toMatchObject([{ position: 1, callerName: '+41790000001' }]);
    expect(detail.team.map(({ agent }) => agent.name)).toContain(
      detail.queue[0]?.offers[0]?.agent.name,
    );
    expect(detail.queue[0]?.offers).toMatchObject([{ phase: 'ringing' }]);
  });

  test('a foreign service is forbidden, and one that does not exist is not known', async () => {
    expect((await stage.ask('sam.supervisor', '/api/v1/services/sales')).status).toBe(403);
    expect((await stage.ask('admin', '/api/v1/services/pizza')).status).toBe(404);
  });
});

describe('decisions', () => {
  const decisionsFor = async (name: Parameters<Stage['ask']>[0], query = '') =>
    decisionsPageSchema.parse((await stage.ask(name, `/api/v1/decisions${query}`)).body);

  test('tell the winner and the first reason of everyone else', async () => {
    await switchDuty('ben.agent', false);
    await stage.dial('it-helpdesk');
    const { items } = await decisionsFor('sam.supervisor');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      serviceName: 'IT Helpdesk',
      callerName: '+41790000001',
      winner: { name: 'Anna Müller' },
      considered: 2,
      outcome: null,
      callEnd: null,
    });
    const one = await stage.ask('anna.agent', `/api/v1/decisions/${items[0]?.id}`);
    expect(one.body).toMatchObject({
      ...items[0],
      candidates: [{ agent: { name: 'Anna Müller' } }],
      notChosen: [{ agent: { name: 'Ben Carter' }, reason: { code: 'off-duty' } }],
    });
  });

  test('are seen by agents and supervisors of the service only', async () => {
    await stage.dial('sales');
    const [decision] = (await decisionsFor('emma.agent')).items;
    expect(decision?.winner).toMatchObject({ name: 'Emma Wilson' });
    expect((await decisionsFor('sam.supervisor')).items).toEqual([]);
    const { status } = await stage.ask('anna.agent', `/api/v1/decisions/${decision?.id}`);
    expect(status).toBe(403);
  });

  test('come in pages, newest first', async () => {
    for (const phone of ['+41790000001', '+41790000002', '+41790000003']) {
      await stage.dial('sales', phone);
    }
    const first = await decisionsFor('admin', '?limit=2&service=sales');
    const second = await decisionsFor('admin', `?limit=2&service=sales&cursor=${first.next}`);
    const seen = [...first.items, ...second.items];
    expect(first.items).toHaveLength(2);
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const instants = seen.map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted().toReversed());
  });

  test('a query that nobody knows is refused', async () => {
    expect((await stage.ask('admin', '/api/v1/decisions?colour=red')).status).toBe(400);
    expect((await stage.ask('admin', '/api/v1/decisions?limit=1000')).status).toBe(400);
    expect((await stage.ask('admin', '/api/v1/decisions/d-999')).status).toBe(404);
  });

  test('a cursor that no page gave out is refused with the way back to the first page', async () => {
    const { status, body } = await stage.ask('admin', '/api/v1/decisions?cursor=elsewhere');
    expect(status).toBe(400);
    expect(body).toMatchObject({ field: 'query.cursor', mend: expect.stringContaining('first') });
  });
});
