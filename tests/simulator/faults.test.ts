import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, TenantStage } from './tenant-stage.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

describe('faults of Graph', () => {
  test('answer a 429 with Retry-After for the paths they name', async () => {
    const fault = { status: 429, retryAfterSeconds: 2, path: '/communications' };
    await stage.control('PUT', 'faults', { graph: fault });
    const reply = await stage.graph('POST', '/communications/getPresencesByUserId', { ids: [] });
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '2']);
    expect(reply.body.error.code).toBe('TooManyRequests');
    expect((await stage.graph('GET', '/users')).status).toBe(200);
    await stage.control('DELETE', 'faults');
    const healed = await stage.graph('POST', '/communications/getPresencesByUserId', { ids: [] });
    expect(healed.status).toBe(200);
  });

  test('meet only their share of the requests', async () => {
    await stage.control('PUT', 'faults', { graph: { status: 503, share: 0.5 } });
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) statuses.push((await stage.graph('GET', '/users')).status);
    const failed = statuses.filter((status) => status === 503).length;
    expect(failed).toBeGreaterThan(8);
    expect(failed).toBeLessThan(32);
  });

  test('"after" lets the request take effect and then loses its answer', async () => {
    const id = await stage.dialAndAnswer();
    await stage.control('PUT', 'faults', { graph: { status: 504, after: true } });
    expect((await stage.invite(id, ANNA)).status).toBe(504);
    expect((await stage.call(id)).legs).toMatchObject([{ upn: ANNA, state: 'ringing' }]);
  });
});

describe('faults of notifications', () => {
  const plague = (notifications: Readonly<Record<string, unknown>>): Promise<unknown> =>
    stage.control('PUT', 'faults', { notifications });

  test('dropped ones never come', async () => {
    await plague({ dropShare: 1 });
    await stage.dialAndAnswer();
    await stage.pass(60);
    expect(stage.received).toEqual([]);
  });

  test('duplicated ones come twice', async () => {
    await stage.dial();
    stage.received.length = 0;
    await plague({ duplicateShare: 1 });
    await stage.dial();
    expect(stage.toldStates()).toEqual(['incoming', 'incoming']);
  });

  test('delayed ones come late, but in their order', async () => {
    const id = await stage.dial();
    stage.received.length = 0;
    await plague({ delayMs: [2000, 5000] });
    await stage.answer(id);
    await stage.pass(1);
    expect(stage.received).toEqual([]);
    await stage.pass(10);
    expect(stage.toldStates()).toEqual(['establishing', 'established']);
  });

  test('reordered ones come in another order', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await stage.dial());
    stage.received.length = 0;
    await plague({ delayMs: [0, 5000], reorder: true });
    for (const id of ids) await stage.answer(id);
    await stage.pass(10);
    const told = ids.map((id) =>
      stage.received.filter(({ data }) => data.id === id).map(({ data }) => data.state),
    );
    expect(told).toContainEqual(['established', 'establishing']);
  });
});
