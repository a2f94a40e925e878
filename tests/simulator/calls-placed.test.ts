import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, BEN, CALLER, SERVICE, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

/** The product calls somebody in the name of the helpdesk. */
async function place(target: object): Promise<Reply> {
  const { services } = (await stage.control('GET', 'world')).body;
  const account = { id: services[0]?.applicationInstanceId };
  const reply = await stage.graph('POST', '/communications/calls', {
    callbackUri: `${stage.productUrl}/api/calls?effect=effect-7&placed=true`,
    source: { identity: { applicationInstance: account } },
    targets: [{ identity: target }],
    requestedModalities: ['audio'],
    mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
  });
  await stage.pass();
  return reply;
}

const placeOutside = (): Promise<Reply> => place({ phone: { id: CALLER } });

function telephone(answers: 'auto' | 'never' | 'manual', afterSeconds = 2): Promise<Reply> {
  return stage.control('PUT', `telephones/${CALLER}/behaviour`, { answers, afterSeconds });
}

describe('a caller who is called back', () => {
  test('sees the service’s number, answers, and the product is told at its address', async () => {
    await telephone('manual');
    const { status, body } = await placeOutside();
    expect([status, body.state, body.direction]).toEqual([201, 'establishing', 'outgoing']);
    expect(await stage.call(body.id)).toMatchObject({
      from: SERVICE,
      to: CALLER,
      direction: 'outgoing',
      state: 'ringing',
      ringsAt: [CALLER],
    });
    await stage.control('POST', `calls/${body.id}/accept`);
    await stage.pass();
    expect(stage.toldStates()).toEqual(['establishing', 'established']);
    expect(new Set(stage.received.map(({ path }) => path))).toEqual(
      new Set(['/api/calls?effect=effect-7&placed=true']),
    );
    expect((await stage.call(body.id)).state).toBe('answered');
  });

  test('answers by itself after as long as it was told', async () => {
    await telephone('auto', 10);
    const { body } = await placeOutside();
    await stage.pass(9);
    expect((await stage.call(body.id)).state).toBe('ringing');
    await stage.pass(1);
    expect(stage.toldStates().at(-1)).toBe('established');
  });

  test('declines: the call ends with 603', async () => {
    await telephone('manual');
    const { body } = await placeOutside();
    await stage.control('POST', `calls/${body.id}/decline`);
    await stage.pass();
    expect(stage.received.at(-1)).toMatchObject({
      changeType: 'deleted',
      data: { state: 'terminated', resultInfo: { code: 603 } },
    });
    expect((await stage.call(body.id)).endReason).toBe('declined');
  });

  test('does not answer: the call ends with 487 after a minute', async () => {
    await telephone('never');
    const { body } = await placeOutside();
    await stage.pass(60);
    expect(stage.received.at(-1)?.data).toMatchObject({ resultInfo: { code: 487 } });
    expect((await stage.call(body.id)).endReason).toBe('noAnswer');
  });

  test('is not called any more once the product hangs up', async () => {
    await telephone('manual');
    const { body } = await placeOutside();
    const path = `/communications/calls/${body.id}`;
    expect((await stage.graph('DELETE', path)).status).toBe(204);
    expect(await stage.call(body.id)).toMatchObject({ state: 'ended', ringsAt: [] });
    expect((await stage.graph('DELETE', path)).status).toBe(404);
  });

  test('talks with the agent who is invited then, hangs up, and leaves the agent alone', async () => {
    const { body } = await placeOutside();
    await stage.pass(2);
    await stage.invite(body.id, ANNA);
    await stage.act(body.id, ANNA, 'accept');
    expect(await stage.call(body.id)).toMatchObject({ state: 'connected', connectedTo: ANNA });
    await stage.control('DELETE', `calls/${body.id}`);
    await stage.pass();
    expect(stage.toldRoster()).toEqual(expect.not.arrayContaining([CALLER]));
    expect(stage.toldRoster()).toContain('Anna Müller');
    expect((await stage.call(body.id)).endReason).toBe('callerHungUp');
  });

  test('is heard and presses keys like any caller', async () => {
    const { body } = await placeOutside();
    await stage.pass(2);
    const path = `/communications/calls/${body.id}`;
    await stage.graph('POST', `${path}/subscribeToTone`, { clientContext: 'effect-8' });
    await stage.control('POST', `calls/${body.id}/tones`, { tones: '*' });
    await stage.pass();
    expect(stage.received.at(-1)?.data.toneInfo).toMatchObject({ tone: 'star', sequenceId: 1 });
  });
});

describe('a colleague who is called back', () => {
  test('is rung in Teams and is in a call once accepted', async () => {
    const { body } = await place({ user: { id: await stage.idOf(BEN) } });
    expect((await stage.call(body.id)).legs).toMatchObject([{ upn: BEN, state: 'ringing' }]);
    await stage.act(body.id, BEN, 'accept');
    expect(stage.toldStates()).toEqual(['establishing', 'established']);
    expect(await stage.presenceOf(BEN)).toBe('Busy/InACall');
    await stage.act(body.id, BEN, 'hangup');
    expect(stage.toldStates().at(-1)).toBe('terminated');
  });

  test('is busy on busy: the call ends with 486', async () => {
    await stage.control('POST', `people/${BEN}/calls`, { to: '+41791112233' });
    await place({ user: { id: await stage.idOf(BEN) } });
    expect(stage.received.at(-1)?.data.resultInfo.code).toBe(486);
  });
});

describe('a number that is invited into a call', () => {
  test('rings until it is removed, and the invitation has failed', async () => {
    await telephone('manual');
    const id = await stage.dialAndAnswer();
    const path = `/communications/calls/${id}/participants`;
    const participants = [{ identity: { phone: { id: CALLER } } }];
    const { body } = await stage.graph('POST', `${path}/invite`, { participants });
    expect((await stage.call(id)).ringsAt).toEqual([CALLER]);
    const participant = body.participants[0]?.participantId ?? '';
    expect((await stage.graph('DELETE', `${path}/${participant}`)).status).toBe(204);
    await stage.pass();
    expect(stage.toldOperation('inviteParticipantsOperation')).toMatchObject({ status: 'failed' });
    expect((await stage.call(id)).ringsAt).toEqual([]);
  });
});

describe('the control of telephones', () => {
  test('refuses what is no number and no behaviour', async () => {
    expect((await stage.control('PUT', 'telephones/110/behaviour', {})).status).toBe(400);
    const path = `telephones/${CALLER}/behaviour`;
    expect((await stage.control('PUT', path, { answers: 'maybe' })).status).toBe(400);
    expect((await stage.control('PUT', path, { afterSeconds: -1 })).status).toBe(400);
    const id = await stage.dialAndAnswer();
    expect((await stage.control('POST', `calls/${id}/accept`)).status).toBe(400);
    expect((await stage.control('POST', 'calls/nowhere/accept')).status).toBe(404);
  });
});
