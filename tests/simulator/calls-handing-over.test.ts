import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, BEN, CARLA, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

async function redirect(
  id: string,
  upns: readonly string[],
  timeout: number | null = null,
): Promise<Reply> {
  const targets = await Promise.all(
    upns.map(async (upn) => ({ identity: { user: { id: await stage.idOf(upn) } } })),
  );
  const path = `/communications/calls/${id}/redirect`;
  const reply = await stage.graph('POST', path, { targets, timeout });
  await stage.pass();
  return reply;
}

async function transfer(id: string, target: Readonly<Record<string, unknown>>): Promise<Reply> {
  const path = `/communications/calls/${id}/transfer`;
  const reply = await stage.graph('POST', path, { transferTarget: target });
  await stage.pass();
  return reply;
}

describe('a redirected call', () => {
  test('rings all targets; the first to accept has it, the product never learns who', async () => {
    const id = await stage.dial();
    expect((await redirect(id, [ANNA, BEN, CARLA])).status).toBe(202);
    expect(stage.toldStates().slice(-2)).toEqual(['terminated', 'terminated']);
    const toldBefore = stage.received.length;
    expect((await stage.call(id)).legs.map(({ state }: { state: string }) => state)).toEqual([
      'ringing',
      'ringing',
      'ringing',
    ]);
    await stage.act(id, BEN, 'accept');
    expect(await stage.call(id)).toMatchObject({ state: 'connected', connectedTo: BEN });
    await stage.act(id, BEN, 'hangup');
    await stage.pass(120);
    const states = (await stage.call(id)).legs.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['cancelled', 'accepted', 'cancelled']);
    expect(stage.received.length).toBe(toldBefore);
    expect(JSON.stringify(stage.received)).not.toContain('Ben Carter');
  });

  test('is gone for Graph at once', async () => {
    const id = await stage.dial();
    await redirect(id, [ANNA]);
    const reply = await stage.graph('GET', `/communications/calls/${id}`);
    expect([reply.status, reply.body.error.code]).toEqual([404, '8522']);
  });

  test('ends when nobody accepts in time, or when all decline', async () => {
    const settings = { voicemailAfterSeconds: null };
    for (const upn of [ANNA, BEN]) await stage.control('PUT', `people/${upn}/settings`, settings);
    const late = await stage.dial();
    await redirect(late, [ANNA], 15);
    await stage.pass(15);
    expect(await stage.call(late)).toMatchObject({ state: 'ended', endReason: 'noAnswer' });
    const declined = await stage.dial();
    await redirect(declined, [ANNA, BEN]);
    await stage.act(declined, ANNA, 'decline');
    expect((await stage.call(declined)).state).toBe('ringing');
    await stage.act(declined, BEN, 'decline');
    expect((await stage.call(declined)).state).toBe('ended');
  });

  test('to a single person who does not answer ends in that voicemail', async () => {
    const id = await stage.dial();
    await redirect(id, [ANNA], 60);
    await stage.pass(20);
    expect((await stage.call(id)).state).toBe('voicemail');
    await stage.pass(121);
    expect((await stage.call(id)).state).toBe('ended');
  });

  test('stops ringing when the caller hangs up', async () => {
    const id = await stage.dial();
    await redirect(id, [ANNA, BEN]);
    await stage.control('DELETE', `calls/${id}`);
    expect(await stage.call(id)).toMatchObject({
      endReason: 'callerHungUp',
      legs: [{ state: 'cancelled' }, { state: 'cancelled' }],
    });
  });

  test('takes 15 to 90 seconds, up to 25 targets, and only before it was answered', async () => {
    const id = await stage.dial();
    expect((await redirect(id, [ANNA], 14)).status).toBe(400);
    expect((await redirect(id, [ANNA], 91)).status).toBe(400);
    expect((await redirect(id, Array<string>(26).fill(ANNA))).status).toBe(400);
    expect((await redirect(id, [])).status).toBe(400);
    await stage.answer(id);
    expect((await redirect(id, [ANNA])).status).toBe(400);
  });
});

describe('a transferred call', () => {
  test('that is accepted ends for the product with 7015, and the two talk', async () => {
    const id = await stage.dialAndAnswer();
    const reply = await transfer(id, { identity: { user: { id: await stage.idOf(ANNA) } } });
    expect(reply.status).toBe(202);
    expect(stage.toldStates().at(-1)).toBe('transferring');
    await stage.act(id, ANNA, 'accept');
    expect(stage.received.at(-1)).toMatchObject({
      changeType: 'deleted',
      data: { state: 'terminated', resultInfo: { code: 0, subcode: 7015 } },
    });
    expect(await stage.call(id)).toMatchObject({ state: 'connected', connectedTo: ANNA });
  });

  test('that is declined falls back to established with 7700', async () => {
    const id = await stage.dialAndAnswer();
    await transfer(id, { identity: { user: { id: await stage.idOf(ANNA) } } });
    await stage.act(id, ANNA, 'decline');
    expect(stage.received.at(-1)?.data).toMatchObject({
      state: 'established',
      resultInfo: { code: 500, subcode: 7700 },
    });
    expect((await stage.call(id)).state).toBe('answered');
  });

  test('to another resource account falls back with 7505', async () => {
    const id = await stage.dialAndAnswer();
    const { services } = (await stage.control('GET', 'world')).body;
    const instance = { id: services[1]?.applicationInstanceId };
    await transfer(id, { identity: { applicationInstance: instance } });
    await stage.pass(3);
    expect(stage.received.at(-1)?.data.resultInfo.subcode).toBe(7505);
  });

  test('consultatively is refused for a caller from outside, and so is a group call', async () => {
    const id = await stage.dialAndAnswer();
    const target = { identity: { user: { id: await stage.idOf(ANNA) } } };
    expect((await transfer(id, { ...target, replacesCallId: id })).status).toBe(400);
    await stage.invite(id, BEN);
    expect((await transfer(id, target)).status).toBe(400);
  });
});

describe('a rejected call', () => {
  test('ends for the caller', async () => {
    const id = await stage.dial();
    const path = `/communications/calls/${id}/reject`;
    expect((await stage.graph('POST', path, { reason: 'busy' })).status).toBe(202);
    expect((await stage.call(id)).endReason).toBe('rejected: busy');
  });
});

describe('a call that the product makes', () => {
  const create = async (target: Readonly<Record<string, unknown>>): Promise<Reply> => {
    const reply = await stage.graph('POST', '/communications/calls', {
      callbackUri: `${stage.productUrl}/api/calls`,
      targets: [{ identity: target }],
      requestedModalities: ['audio'],
      mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
    });
    await stage.pass();
    return reply;
  };

  test('is established when the person accepts and ends when they hang up', async () => {
    const reply = await create({ user: { id: await stage.idOf(ANNA) } });
    expect([reply.status, reply.body.state, reply.body.direction]).toEqual([
      201,
      'establishing',
      'outgoing',
    ]);
    await stage.act(reply.body.id, ANNA, 'accept');
    expect(stage.toldStates()).toEqual(['establishing', 'established']);
    await stage.act(reply.body.id, ANNA, 'hangup');
    expect(stage.toldStates().at(-1)).toBe('terminated');
  });

  test('is terminated with 603 when the person declines', async () => {
    const reply = await create({ user: { id: await stage.idOf(ANNA) } });
    await stage.act(reply.body.id, ANNA, 'decline');
    expect(stage.received.at(-1)?.data).toMatchObject({
      state: 'terminated',
      resultInfo: { code: 603 },
    });
  });

  test('to a number outside needs a resource account as its source', async () => {
    expect((await create({ phone: { id: '+41791234567' } })).status).toBe(400);
  });

  test('cannot be found by listing calls, which the platform does not serve', async () => {
    expect((await stage.graph('GET', '/communications/calls')).status).toBe(404);
  });
});

describe('a person dials from the Teams client', () => {
  test('a number outside: they are in a call until they hang up, and nobody is told', async () => {
    const reply = await stage.control('POST', `people/${ANNA}/calls`, { to: '+41791112233' });
    expect(reply.status).toBe(201);
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InACall');
    await stage.control('POST', `people/${ANNA}/calls/${reply.body.id}/hangup`);
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
    expect(stage.received).toEqual([]);
  });

  test('a service: the product is told of a caller who is a user of the tenant', async () => {
    await stage.control('POST', `people/${ANNA}/calls`, { to: '+41440000100' });
    await stage.pass();
    const { data } = stage.received.at(-1) ?? {};
    expect(data?.source.identity.user).toMatchObject({ id: await stage.idOf(ANNA) });
  });

  test('a colleague: that client rings', async () => {
    const { id } = (await stage.control('POST', `people/${ANNA}/calls`, { to: BEN })).body;
    await stage.pass();
    await stage.act(id, BEN, 'accept');
    expect(await stage.call(id)).toMatchObject({ state: 'connected', connectedTo: BEN });
    await stage.act(id, BEN, 'hangup');
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
  });
});
