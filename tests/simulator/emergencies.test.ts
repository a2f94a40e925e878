import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isEmergencyNumber } from '../../src/simulator/emergencies/numbers.ts';
import { LendingProduct } from './lending-product.ts';
import { ANNA, BEN, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';
import { listOf } from './wire.ts';
import type { Wire } from './wire.ts';

const GRETA = 'greta.agent@contoso.example';
const ANNAS_NUMBER = '+41440000411';
const POOL_NUMBER = '+41440000901';

let stage: TenantStage;
let lender: LendingProduct;
beforeAll(async () => {
  stage = await TenantStage.open();
  lender = await LendingProduct.open();
});
beforeEach(async () => {
  await stage.reset();
  lender.reset();
  stage.simulated.setProduct(stage.productUrl);
});
afterAll(async () => {
  await stage.close();
  await lender.close();
});

const settings = (upn: string, fields: Readonly<Record<string, unknown>>): Promise<Reply> =>
  stage.control('PUT', `people/${upn}/settings`, fields);

async function dials(upn: string, to = '112'): Promise<Wire> {
  return (await stage.control('POST', `people/${upn}/calls`, { to })).body;
}

async function emergency(id: string): Promise<Wire> {
  return (await stage.control('GET', `emergencies/${id}`)).body;
}

/** Resolves once the carrier has its answer, or has given up. */
async function connected(id: string): Promise<Wire> {
  for (;;) {
    const now = await emergency(id);
    if (now.state !== 'dialling') return now;
    await stage.pass();
  }
}

describe('emergency numbers', () => {
  test('911 and those of common countries are known, however they are written', () => {
    const dialled = ['911', '112', '117', '118', '144', '999', '000', '110', '1 1 2'];
    expect(dialled.filter((number) => !isEmergencyNumber(number))).toEqual([]);
  });

  test('nothing else is', () => {
    const others = ['+41440000112', '113112', '1120', ANNA, ''];
    expect(others.filter(isEmergencyNumber)).toEqual([]);
  });
});

describe('a person dials an emergency number', () => {
  test('is in a call like any other, and an emergency stands', async () => {
    const { id, emergencyId } = await dials(ANNA);
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InACall');
    const { now } = (await stage.control('GET', 'clock')).body;
    const [listed, ...others] = listOf((await stage.control('GET', 'emergencies')).body);
    expect(others).toEqual([]);
    expect(listed).toMatchObject({
      id: emergencyId,
      upn: ANNA,
      callId: id,
      dialled: '112',
      callerIdSeen: ANNAS_NUMBER,
      state: 'connected',
      endedAt: null,
    });
    expect(Date.parse(listed?.dialledAt ?? '')).toBeLessThanOrEqual(Date.parse(now));
    expect(await stage.call(id)).toMatchObject({ from: ANNA, to: '112', state: 'connected' });
  });

  test('another number outside is no emergency', async () => {
    await dials(ANNA, '+41790000001');
    expect((await stage.control('GET', 'emergencies')).body).toEqual([]);
  });

  test('the person hangs up: the emergency ends, and presence is as before', async () => {
    const { id, emergencyId } = await dials(ANNA);
    await stage.pass(30);
    await stage.control('POST', `people/${ANNA}/calls/${id}/hangup`);
    expect(await emergency(emergencyId)).toMatchObject({
      state: 'ended',
      endReason: 'callerHungUp',
    });
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
  });

  test.each([
    ['hangs up', 'DELETE', '', 'hungUpByEmergencyService'],
    ['loses the line', 'POST', '/drop', 'dropped'],
  ])('the emergency service %s', async (_what, method, below, endReason) => {
    const { id, emergencyId } = await dials(ANNA);
    const path = `emergencies/${emergencyId}${below}`;
    expect((await stage.control(method, path)).status).toBe(204);
    expect(await emergency(emergencyId)).toMatchObject({ state: 'ended', endReason });
    expect((await stage.call(id)).state).toBe('ended');
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
    expect((await stage.control(method, path)).status).toBe(400);
  });

  test('an emergency that nobody knows is 404', async () => {
    expect((await stage.control('GET', 'emergencies/nobody')).status).toBe(404);
    expect((await stage.control('POST', 'emergencies/nobody/callback')).status).toBe(404);
  });

  test('a reset forgets them', async () => {
    await dials(ANNA);
    await stage.reset();
    expect((await stage.control('GET', 'emergencies')).body).toEqual([]);
  });
});

describe('the number that the emergency service sees', () => {
  beforeEach(() => stage.simulated.setProduct(lender.url));

  test('is the own one without asking anybody', async () => {
    expect((await emergency((await dials(ANNA)).emergencyId)).callerIdSeen).toBe(ANNAS_NUMBER);
    await settings(ANNA, { ownNumber: '+41440000499' });
    expect((await emergency((await dials(ANNA)).emergencyId)).callerIdSeen).toBe('+41440000499');
    expect(lender.asked).toEqual([]);
  });

  test('EMG-12: is lent by the product to a person who has none', async () => {
    const seen = await connected((await dials(GRETA)).emergencyId);
    expect(seen).toMatchObject({ state: 'connected', callerIdSeen: POOL_NUMBER });
    expect(lender.asked).toEqual([
      {
        path: '/api/emergency/caller-id',
        authorization: 'Bearer simulated-carrier-asks-for-the-caller-id',
        body: { person: GRETA },
      },
    ]);
  });

  test('EMG-12: is lent where the carrier rewrites it', async () => {
    await settings(ANNA, { callerIdRewrite: true });
    expect((await connected((await dials(ANNA)).emergencyId)).callerIdSeen).toBe(POOL_NUMBER);
  });

  test.each([
    ['a refusal', { status: 404, body: { title: 'The pool is exhausted.' } }],
    ['an answer without a number', { status: 200, body: {} }],
    ['a number that is none', { status: 200, body: { number: 'anna' } }],
    ['silence for 3 seconds', null],
  ])('is none after %s; the call goes out all the same', async (_what, answer) => {
    lender.answer = answer;
    const { id, emergencyId } = await dials(GRETA);
    expect((await stage.call(id)).state).toBe('ringing');
    const seen = await connected(emergencyId);
    expect(seen).toMatchObject({ state: 'connected', callerIdSeen: null });
    const back = await stage.control('POST', `emergencies/${emergencyId}/callback`);
    expect(back.status).toBe(400);
  });
});

describe('the responder calls back', () => {
  async function callsBack(upn = ANNA): Promise<string> {
    const { id, emergencyId } = await dials(upn);
    await stage.control('POST', `people/${upn}/calls/${id}/hangup`);
    const reply = await stage.control('POST', `emergencies/${emergencyId}/callback`);
    expect(reply.status).toBe(201);
    expect((await emergency(emergencyId)).callbacks).toEqual([reply.body.id]);
    await stage.pass();
    return reply.body.id;
  }

  test('EMG-13: an own number rings the client itself; nothing is told to the product', async () => {
    const call = await callsBack();
    expect(await stage.call(call)).toMatchObject({
      to: ANNAS_NUMBER,
      state: 'ringing',
      legs: [{ upn: ANNA, state: 'ringing' }],
    });
    await stage.act(call, ANNA, 'accept');
    expect(await stage.call(call)).toMatchObject({ state: 'connected', connectedTo: ANNA });
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InACall');
    await stage.act(call, ANNA, 'hangup');
    expect((await stage.call(call)).state).toBe('ended');
    expect(stage.received).toEqual([]);
  });

  test('who declines ends it', async () => {
    const call = await callsBack();
    await stage.act(call, ANNA, 'decline');
    expect(await stage.call(call)).toMatchObject({ state: 'ended', endReason: 'declined' });
  });

  test('who does not answer has the voicemail answer after its time', async () => {
    await settings(ANNA, { voicemailAfterSeconds: 12 });
    const call = await callsBack();
    await stage.pass(11);
    expect((await stage.call(call)).state).toBe('ringing');
    await stage.pass(1);
    expect((await stage.call(call)).state).toBe('voicemail');
  });

  test('Do not disturb sends it to voicemail at once', async () => {
    const presence = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' };
    await stage.control('PUT', `people/${ANNA}/presence`, presence);
    expect((await stage.call(await callsBack())).state).toBe('voicemail');
  });

  test('who is signed out has no client to answer: voicemail', async () => {
    await stage.control('PUT', `people/${ANNA}/behaviour`, { answers: 'auto', afterSeconds: 1 });
    const presence = { availability: 'Offline', activity: 'Offline' };
    await stage.control('PUT', `people/${ANNA}/presence`, presence);
    const call = await callsBack();
    await stage.pass(20);
    expect((await stage.call(call)).state).toBe('voicemail');
  });

  test('who talks and is busy on busy is not reached', async () => {
    const { emergencyId } = await dials(ANNA);
    const reply = await stage.control('POST', `emergencies/${emergencyId}/callback`);
    await stage.pass();
    expect(await stage.call(reply.body.id)).toMatchObject({ state: 'ended', endReason: 'busy' });
  });

  test('EMG-13: a lent number is a call to the product, which has 15 seconds', async () => {
    stage.simulated.setProduct(lender.url);
    const { emergencyId } = await dials(GRETA);
    await connected(emergencyId);
    stage.simulated.setProduct(stage.productUrl);
    const { body } = await stage.control('POST', `emergencies/${emergencyId}/callback`);
    await stage.pass();
    const incoming = stage.received.find(({ data }) => data.state === 'incoming');
    expect(incoming?.data).toMatchObject({
      id: body.id,
      source: { identity: { phone: { id: '+41449990112' } } },
      targets: [{ identity: { applicationInstance: { displayName: 'Emergency callback 1' } } }],
    });
    await stage.pass(14);
    expect((await stage.call(body.id)).state).toBe('ringing');
    await stage.pass(1);
    expect(await stage.call(body.id)).toMatchObject({ state: 'ended', endReason: 'notAnswered' });
  });

  test('the product answers a lent number and puts the person through', async () => {
    const reply = await stage.control('POST', 'calls', { from: 'withheld', to: POOL_NUMBER });
    await stage.pass();
    await stage.answer(reply.body.id);
    await stage.pass();
    await stage.invite(reply.body.id, BEN);
    await stage.act(reply.body.id, BEN, 'accept');
    expect(await stage.call(reply.body.id)).toMatchObject({ state: 'connected', connectedTo: BEN });
  });
});

describe('the pool of callback numbers', () => {
  test('its accounts are users of the directory, and no services', async () => {
    const { body } = await stage.graph('GET', '/users/emergency-callback-1@contoso.example');
    expect(body).toMatchObject({ businessPhones: [POOL_NUMBER] });
    expect((await stage.graph('GET', `/users/${body.id}`)).status).toBe(200);
    const world = (await stage.control('GET', 'world')).body;
    expect(world.services).toHaveLength(6);
    expect(world.emergencyCallbackNumbers).toEqual([901, 902, 903].map((n) => `+41440000${n}`));
  });
});
