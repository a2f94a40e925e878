import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';
import { listOf } from './wire.ts';

const OUTSIDE = '+41435000000';
const TEAM = '62f71da5-6619-421a-ad5f-b6846140abc8';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

async function transfer(id: string, target: object): Promise<Reply> {
  const path = `/communications/calls/${id}/transfer`;
  const reply = await stage.graph('POST', path, { transferTarget: target });
  await stage.pass();
  return reply;
}

const toPhone = { identity: { phone: { id: OUTSIDE } } };
const toTeam = { identity: { user: { id: TEAM } }, endpointType: 'voicemail' };

async function toAnna(more: object = {}): Promise<object> {
  return { identity: { user: { id: await stage.idOf(ANNA) } }, ...more };
}

function telephone(answers: 'auto' | 'never' | 'manual'): Promise<Reply> {
  return stage.control('PUT', `telephones/${OUTSIDE}/behaviour`, { answers });
}

/** How the product was told that a transfer worked: twice the end, with 7015. */
function expectTransferred(): void {
  const told = stage.received.slice(-2).map(({ changeType, data }) => ({ changeType, ...data }));
  const ended = { state: 'terminated', resultInfo: { code: 0, subcode: 7015 } };
  expect(told).toMatchObject([
    { changeType: 'updated', ...ended },
    { changeType: 'deleted', ...ended },
  ]);
}

/** ... and that it did not: established again, with a code. */
function expectFallenBack(subcode = 7700): void {
  expect(stage.toldStates().slice(-2)).toEqual(['transferring', 'established']);
  expect(stage.received.at(-1)?.data.resultInfo).toMatchObject({ code: 500, subcode });
}

describe('a transfer to a number', () => {
  test('rings the telephone there, and is done when it answers', async () => {
    const id = await stage.dialAndAnswer();
    expect((await transfer(id, toPhone)).status).toBe(202);
    expect(await stage.call(id)).toMatchObject({ ringsAt: [OUTSIDE], hears: { what: 'ringing' } });
    await stage.pass(2);
    expectTransferred();
    expect(await stage.call(id)).toMatchObject({ state: 'connected', ringsAt: [] });
  });

  test('that is declined falls back to established', async () => {
    await telephone('manual');
    const id = await stage.dialAndAnswer();
    await transfer(id, toPhone);
    await stage.control('POST', `calls/${id}/decline`);
    await stage.pass();
    expectFallenBack();
    expect(await stage.call(id)).toMatchObject({ state: 'answered', ringsAt: [] });
  });

  test('that nobody answers falls back after a minute, and can be transferred again', async () => {
    await telephone('never');
    const id = await stage.dialAndAnswer();
    await transfer(id, toPhone);
    expect((await transfer(id, toPhone)).status).toBe(400);
    await stage.pass(60);
    expectFallenBack();
    expect((await transfer(id, toTeam)).status).toBe(202);
  });

  test('stops ringing there when the caller hangs up', async () => {
    await telephone('manual');
    const id = await stage.dialAndAnswer();
    await transfer(id, toPhone);
    await stage.control('DELETE', `calls/${id}`);
    await stage.pass();
    expect(await stage.call(id)).toMatchObject({ endReason: 'callerHungUp', ringsAt: [] });
    expect(stage.received.at(-1)?.data).toMatchObject({ state: 'terminated' });
    expect((await stage.control('POST', `calls/${id}/accept`)).status).toBe(400);
  });
});

describe('a transfer to a voicemail', () => {
  test('of a person rings nobody, and a message could be left for two minutes', async () => {
    const id = await stage.dialAndAnswer();
    expect((await transfer(id, await toAnna({ endpointType: 'voicemail' }))).status).toBe(202);
    await stage.pass(1);
    expectTransferred();
    expect(await stage.call(id)).toMatchObject({
      state: 'voicemail',
      legs: [],
      hears: { what: 'voicemail', from: ANNA },
    });
    const [open] = listOf((await stage.control('GET', 'voicemails')).body);
    expect(open).toMatchObject({ callId: id, of: 'person', name: ANNA, endedAt: null });
    await stage.pass(120);
    const [over] = listOf((await stage.control('GET', 'voicemails')).body);
    expect(Date.parse(over?.endedAt ?? '') - Date.parse(over?.at ?? '')).toBe(120_000);
    expect(await stage.call(id)).toMatchObject({ state: 'ended', endReason: 'voicemailOver' });
  });

  test('of a group is named by the object id of the group', async () => {
    const id = await stage.dialAndAnswer();
    expect((await transfer(id, toTeam)).status).toBe(202);
    await stage.pass(1);
    expectTransferred();
    const voicemails = listOf((await stage.control('GET', 'voicemails')).body);
    expect(voicemails).toMatchObject([{ callId: id, of: 'group', name: 'IT Helpdesk team' }]);
  });

  test('of a group is nobody’s telephone, and an unknown id is refused', async () => {
    const id = await stage.dialAndAnswer();
    expect((await transfer(id, { identity: { user: { id: TEAM } } })).status).toBe(400);
    const nobody = { user: { id: '00000000-0000-4000-8000-000000000000' } };
    const unknown = { identity: nobody, endpointType: 'voicemail' };
    expect((await transfer(id, unknown)).status).toBe(400);
  });

  test('that is switched off falls back', async () => {
    await stage.control('PUT', `people/${ANNA}/settings`, { voicemailAfterSeconds: null });
    const id = await stage.dialAndAnswer();
    await transfer(id, await toAnna({ endpointType: 'voicemail' }));
    await stage.pass(1);
    expectFallenBack();
    expect(listOf((await stage.control('GET', 'voicemails')).body)).toEqual([]);
  });
});

describe('a voicemail is noted', () => {
  test('when a person does not answer a transfer', async () => {
    const id = await stage.dialAndAnswer();
    await transfer(id, await toAnna());
    await stage.pass(20);
    expectTransferred();
    const voicemails = listOf((await stage.control('GET', 'voicemails')).body);
    expect(voicemails).toMatchObject([{ callId: id, name: ANNA }]);
  });

  test('when it answers in place of an invited agent, until it is taken out', async () => {
    const id = await stage.dialAndAnswer();
    const { body } = await stage.invite(id, ANNA);
    await stage.pass(20);
    expect((await stage.call(id)).hears).toMatchObject({ what: 'voicemail', from: ANNA });
    const participant = body.participants[0]?.participantId ?? '';
    await stage.graph('DELETE', `/communications/calls/${id}/participants/${participant}`);
    expect((await stage.call(id)).hears).toMatchObject({ what: 'silence' });
    const [noted] = listOf((await stage.control('GET', 'voicemails')).body);
    expect(noted?.endedAt).toEqual(expect.any(String));
  });
});

describe('a fault of transfers', () => {
  test.each([7000, 7700])('lets each fall back with %i, until it is healed', async (subcode) => {
    await stage.control('PUT', 'faults', { transfers: { subcode } });
    const id = await stage.dialAndAnswer();
    expect((await transfer(id, await toAnna())).status).toBe(202);
    await stage.pass(1);
    expectFallenBack(subcode);
    expect((await stage.call(id)).legs).toEqual([]);
    await stage.control('DELETE', 'faults');
    await transfer(id, await toAnna());
    await stage.act(id, ANNA, 'accept');
    expectTransferred();
  });
});
