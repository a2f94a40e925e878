import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, CALLER, SERVICE, TenantStage } from './tenant-stage.ts';
import { listOf } from './wire.ts';
import type { Wire } from './wire.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

describe('the control interface', () => {
  test('shows the world', async () => {
    const id = await stage.dial();
    const { body } = await stage.control('GET', 'world');
    expect(body.people).toHaveLength(12);
    expect(body.people[0]).toMatchObject({
      upn: 'admin@contoso.example',
      roles: ['Administrator'],
      presence: { availability: 'Available', activity: 'Available' },
    });
    expect(body.services).toHaveLength(6);
    expect(body.calls).toMatchObject([{ id, from: CALLER, to: SERVICE, state: 'ringing' }]);
    expect(body.subscriptions).toEqual([]);
  });

  test('answers unknown names by 404 and wrong bodies by 400 with a message', async () => {
    const replies = [
      await stage.control('POST', 'calls', { from: CALLER, to: '+41999999999' }),
      await stage.control('GET', 'calls/none'),
      await stage.control('PUT', 'people/nobody@contoso.example/presence', {}),
      await stage.control('POST', `people/${ANNA}/calls/none/accept`),
      await stage.control('POST', 'calls', { from: 'me', to: SERVICE }),
      await stage.control('PUT', `people/${ANNA}/behaviour`, { answers: 'sometimes' }),
      await stage.control('PUT', `people/${ANNA}/settings`, { forwardTo: 'nobody' }),
      await stage.control('PUT', 'clock', {}),
      await stage.control('PUT', 'faults', { graph: { status: 200 } }),
      await stage.control('PUT', 'faults', { notifications: { delayMs: [5, 1] } }),
      await stage.control('PUT', 'traffic', { callsPerMinute: 0 }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([
      ...Array<number>(4).fill(404),
      ...Array<number>(7).fill(400),
    ]);
    expect(replies.every(({ body }) => body.message.length > 10)).toBe(true);
  });

  test('goes back to the start', async () => {
    const id = await stage.dial();
    await stage.control('PUT', `people/${ANNA}/behaviour`, { answers: 'never' });
    await stage.control('PUT', 'faults', { graph: { status: 503 } });
    await stage.control('PUT', 'consents', { 'User.Read.All': false });
    expect((await stage.control('POST', 'reset')).status).toBe(204);
    const { body } = await stage.control('GET', 'world');
    expect(body.calls).toEqual([]);
    expect(body.people[3]?.behaviour.answers).toBe('manual');
    expect((await stage.control('GET', `calls/${id}`)).status).toBe(404);
    await stage.signIn();
    expect((await stage.graph('GET', '/users')).status).toBe(200);
  });

  test('lists every request of the product without what opens doors', async () => {
    await stage.graph('GET', `/users/${ANNA}?$select=id`);
    const body = listOf((await stage.control('GET', 'requests')).body);
    expect(body.map(({ n, path, status }) => [n, path.split('/')[1], status])).toEqual([
      [1, 'login', 200],
      [2, 'graph', 200],
    ]);
    expect(body[1]).toMatchObject({ method: 'GET', query: { $select: 'id' } });
    const { applicationSecret } = stage.simulated.tenant;
    expect(JSON.stringify(body)).not.toContain(applicationSecret);
    expect(JSON.stringify(body)).not.toContain('Bearer');
    expect((await stage.control('GET', 'requests?since=1')).body).toHaveLength(1);
    expect(stage.simulated.recordedRequests()[1]?.answer).toMatchObject({ id: expect.any(String) });
  });

  test('lets outside callers come by themselves, the same for the same seed', async () => {
    const arrivals = async (): Promise<string[]> => {
      await stage.control('PUT', 'traffic', { callsPerMinute: 6, seed: 3 });
      await stage.pass(60);
      await stage.control('DELETE', 'traffic');
      const { calls } = (await stage.control('GET', 'world')).body;
      return calls.map(({ from, to }) => `${from} ${to}`);
    };
    const first = await arrivals();
    expect(first.length).toBeGreaterThan(1);
    await stage.control('POST', 'reset');
    expect(await arrivals()).toEqual(first);
  });
});

describe('the played clock', () => {
  test('is told at connection, at changes and each second', async () => {
    const response = await fetch(`${stage.simulated.url}/time`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (): Promise<Wire> => {
      const { value } = (await reader?.read()) ?? {};
      return JSON.parse(String(value).split('data: ').at(-1) ?? '') as Wire;
    };
    const first = await next();
    expect(first).toMatchObject({ rate: 1 });
    await stage.control('PUT', 'clock', { rate: 60 });
    expect(await next()).toMatchObject({ rate: 60 });
    await reader?.cancel();
  });

  test('reaches every deadline inside an advance, and the product acts inside it', async () => {
    await stage.control('PUT', `people/${ANNA}/behaviour`, {
      answers: 'auto',
      afterSeconds: 5,
      talksForSeconds: 600,
    });
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.pass(3600);
    const { timeline } = await stage.call(id);
    const at = (what: string): number =>
      Date.parse(timeline.findLast((line) => line.what.endsWith(what))?.at ?? '');
    expect(Math.round((at('accepted') - at('rings')) / 1000)).toBe(5);
    expect(Math.round((at('left') - at('accepted')) / 1000)).toBe(600);
  });

  test('may stand still', async () => {
    await stage.control('PUT', 'clock', { rate: 0 });
    const first = (await stage.control('GET', 'clock')).body.now;
    expect((await stage.control('GET', 'clock')).body.now).toBe(first);
  });
});
