import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, BEN, CALLER, TenantStage } from './tenant-stage.ts';

let stage: TenantStage;
beforeEach(async () => {
  stage = await TenantStage.open();
});
afterEach(() => stage.close());

describe('a call arrives', () => {
  test('the first one in the legacy format, and after a 204 in the format of Graph', async () => {
    const id = await stage.dial();
    const [legacy, graph] = stage.received;
    expect(legacy?.isLegacy).toBe(true);
    expect(graph).toMatchObject({ changeType: 'created', path: '/api/calls' });
    expect(graph?.data).toMatchObject({
      id,
      state: 'incoming',
      direction: 'incoming',
      callRoutes: [],
      source: { identity: { phone: { id: CALLER } } },
      targets: [{ identity: { applicationInstance: { displayName: 'IT Helpdesk' } } }],
    });
    expect(graph?.data.callChainId).toBeTruthy();
    expect(graph?.data.tenantId).toBe(stage.simulated.tenant.tenantId);
  });

  test('a legacy notification that is not answered by 204 is not followed by the real one', async () => {
    stage.answersNext.push(...Array<number>(20).fill(202));
    const id = await stage.dial();
    await stage.pass(16);
    expect(stage.received.some(({ data }) => data.state === 'incoming')).toBe(false);
    expect(await stage.call(id)).toMatchObject({ state: 'ended', endReason: 'notAnswered' });
  });

  test('nobody answering within 15 seconds loses it', async () => {
    const id = await stage.dial();
    await stage.pass(14);
    expect((await stage.call(id)).state).toBe('ringing');
    await stage.pass(1);
    expect(await stage.call(id)).toMatchObject({ state: 'ended', endReason: 'notAnswered' });
    expect(stage.received.at(-1)).toMatchObject({ changeType: 'deleted' });
    expect((await stage.answer(id)).status).toBe(404);
  });

  test('a refused delivery is repeated until it is taken', async () => {
    stage.answersNext.push(503, 503);
    await stage.dial();
    await stage.pass(2);
    expect(stage.received.map(({ isLegacy }) => isLegacy)).toEqual([true, true, true, false]);
  });

  test('the notifications are signed with the key of the calling platform, issuers in turn', async () => {
    await stage.dialAndAnswer();
    const claims = stage.received.map(({ authorization }) =>
      JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString('utf8')),
    );
    expect(new Set(claims.map(({ iss }) => iss))).toEqual(
      new Set(['https://api.botframework.com', 'https://graph.microsoft.com']),
    );
    const { applicationId, tenantId } = stage.simulated.tenant;
    expect(claims[0]).toMatchObject({ aud: applicationId, tid: tenantId });
    const metadata = await stage.get('/calling/v1/.well-known/OpenIdConfiguration');
    const keys = await fetch(metadata.body.jwks_uri).then((reply) => reply.json());
    expect(keys).toMatchObject({ keys: [{ kty: 'RSA', use: 'sig' }] });
  });
});

describe('the product answers', () => {
  test('establishing and established are told to the address it gave', async () => {
    const id = await stage.dial();
    const reply = await stage.answer(id);
    await stage.pass();
    expect(reply.status).toBe(202);
    expect(stage.toldStates()).toEqual(['incoming', 'establishing', 'established']);
    expect(stage.received.at(-1)?.path).toBe('/api/calls?from=answer');
    expect((await stage.call(id)).state).toBe('answered');
  });

  test('a prompt that plays out completes, and the caller heard it', async () => {
    const id = await stage.dialAndAnswer();
    const path = `/communications/calls/${id}`;
    const uri = `${stage.productUrl}/greeting.wav`;
    const prompts = [{ mediaInfo: { uri } }];
    const reply = await stage.graph('POST', `${path}/playPrompt`, { prompts, clientContext: 'g' });
    expect(reply.body).toMatchObject({ status: 'Running', clientContext: 'g' });
    await stage.pass(3);
    expect(stage.toldOperation('playPromptOperation')).toBeUndefined();
    await stage.pass(2);
    expect(stage.toldOperation('playPromptOperation')).toMatchObject({
      id: reply.body.id,
      status: 'completed',
      resultInfo: { code: 200 },
    });
    const heard = (await stage.control('GET', `calls/${id}/heard`)).body;
    expect(heard).toMatchObject([{ what: 'prompt', detail: uri }]);
    expect(Date.parse(heard[0].endedAt) - Date.parse(heard[0].at)).toBe(4000);
  });

  test('a new prompt or a cancellation ends the one that plays', async () => {
    const id = await stage.dialAndAnswer();
    const path = `/communications/calls/${id}`;
    const body = { prompts: [{ mediaInfo: { uri: 'http://127.0.0.1:1/music.wav' } }] };
    const first = await stage.graph('POST', `${path}/playPrompt`, body);
    const second = await stage.graph('POST', `${path}/playPrompt`, body);
    const cancelled = await stage.graph('POST', `${path}/cancelMediaProcessing`, {});
    expect(cancelled.status).toBe(200);
    await stage.pass();
    const ended = stage.received.filter(({ about }) => about === 'operations');
    expect(ended.map(({ data }) => [data.id, data.resultInfo.subcode])).toEqual([
      [first.body.id, 8508],
      [second.body.id, 8508],
    ]);
  });

  test('keys that the caller presses are told once tones are subscribed', async () => {
    const id = await stage.dialAndAnswer();
    await stage.control('POST', `calls/${id}/tones`, { tones: '1' });
    await stage.graph('POST', `/communications/calls/${id}/subscribeToTone`, {});
    await stage.control('POST', `calls/${id}/tones`, { tones: '7#' });
    await stage.pass();
    const tones = stage.received.flatMap(({ data }) => data.toneInfo?.tone ?? []);
    expect(tones).toEqual(['tone7', 'pound']);
  });

  test('without a keep-alive for 45 minutes the call ends; with one it goes on', async () => {
    const id = await stage.dialAndAnswer();
    const keepAlive = `/communications/calls/${id}/keepAlive`;
    await stage.pass(44 * 60);
    await stage.signIn();
    expect((await stage.graph('POST', keepAlive)).status).toBe(200);
    await stage.pass(44 * 60);
    expect((await stage.call(id)).state).toBe('answered');
    await stage.pass(60);
    expect((await stage.call(id)).endReason).toBe('keepAliveMissing');
    await stage.signIn();
    const gone = await stage.graph('POST', keepAlive);
    expect([gone.status, gone.body.error.code]).toEqual([404, '8522']);
  });
});

describe('the product invites a person', () => {
  test('who accepts: the operation completes, the roster names them, the caller is connected', async () => {
    const id = await stage.dialAndAnswer();
    const reply = await stage.invite(id, ANNA);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ status: 'Running', clientContext: `offer to ${ANNA}` });
    expect(reply.body.participants[0].participantId).toBeTruthy();
    expect((await stage.call(id)).legs).toMatchObject([{ upn: ANNA, state: 'ringing' }]);

    await stage.act(id, ANNA, 'accept');
    expect(await stage.call(id)).toMatchObject({ state: 'connected', connectedTo: ANNA });
    expect(stage.toldOperation('inviteParticipantsOperation')).toMatchObject({
      id: reply.body.id,
      status: 'completed',
    });
    expect(stage.toldRoster()).toEqual([CALLER, 'Rufwerk', 'Anna Müller']);
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InACall');
  });

  test('who declines: the operation fails with 603 and the caller stays', async () => {
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.act(id, ANNA, 'decline');
    expect(stage.toldOperation('inviteParticipantsOperation')).toMatchObject({
      status: 'failed',
      resultInfo: { code: 603 },
    });
    expect(await stage.call(id)).toMatchObject({
      state: 'answered',
      legs: [{ state: 'declined' }],
    });
  });

  test('who is in a call and busy on busy is refused at once, without ringing on', async () => {
    await stage.control('POST', `people/${ANNA}/calls`, { to: '+41791112233' });
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    expect(stage.toldOperation('inviteParticipantsOperation').resultInfo.code).toBe(486);
    expect((await stage.call(id)).legs).toMatchObject([{ state: 'declined' }]);
  });

  test('whose ringing the product cancels by removing the participant', async () => {
    const id = await stage.dialAndAnswer();
    const { participants } = (await stage.invite(id, ANNA)).body;
    const path = `/communications/calls/${id}/participants/${participants[0].participantId}`;
    expect((await stage.graph('DELETE', path)).status).toBe(204);
    await stage.pass();
    expect((await stage.call(id)).legs).toMatchObject([{ state: 'cancelled' }]);
    expect(stage.toldOperation('inviteParticipantsOperation')).toMatchObject({
      status: 'failed',
      resultInfo: { code: 487 },
    });
    expect((await stage.act(id, ANNA, 'accept')).status).toBe(400);
  });

  test('who does not answer: the voicemail does after 20 seconds, as a participant of its own', async () => {
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.pass(20);
    expect(await stage.call(id)).toMatchObject({
      state: 'voicemail',
      connectedTo: null,
      legs: [{ state: 'missed', answeredBy: 'voicemail' }],
    });
    const roster = stage.received.findLast(({ about }) => about === 'participants')?.data;
    expect(roster[2].info).toMatchObject({ endpointType: 'voicemail' });
    const path = `/communications/calls/${id}/participants/${roster[2].id}`;
    await stage.graph('DELETE', path);
    expect((await stage.call(id)).state).toBe('answered');
  });

  test('in Do not disturb the voicemail answers at once; without one nobody does', async () => {
    for (const upn of [ANNA, BEN]) {
      const presence = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' };
      await stage.control('PUT', `people/${upn}/presence`, presence);
    }
    await stage.control('PUT', `people/${BEN}/settings`, { voicemailAfterSeconds: null });
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.invite(id, BEN);
    expect((await stage.call(id)).legs).toMatchObject([
      { upn: ANNA, answeredBy: 'voicemail' },
      { upn: BEN, state: 'declined' },
    ]);
  });

  test('without voicemail the platform stops ringing after a minute', async () => {
    await stage.control('PUT', `people/${ANNA}/settings`, { voicemailAfterSeconds: null });
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.pass(59);
    expect((await stage.call(id)).legs[0].state).toBe('ringing');
    await stage.pass(2);
    expect((await stage.call(id)).legs[0].state).toBe('missed');
    expect(stage.toldOperation('inviteParticipantsOperation').resultInfo).toMatchObject({
      code: 487,
      subcode: 10004,
    });
  });

  test('whose settings forward to a colleague: the colleague rings', async () => {
    await stage.control('PUT', `people/${ANNA}/settings`, { forwardTo: BEN });
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    expect((await stage.call(id)).legs).toMatchObject([{ upn: BEN, state: 'ringing' }]);
  });

  test('who answers by themselves and hangs up by themselves', async () => {
    const behaviour = { answers: 'auto', afterSeconds: 2, talksForSeconds: 60 };
    await stage.control('PUT', `people/${ANNA}/behaviour`, behaviour);
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.pass(2);
    expect((await stage.call(id)).state).toBe('connected');
    await stage.pass(60);
    expect(await stage.call(id)).toMatchObject({ state: 'answered', connectedTo: null });
    expect(stage.toldRoster()).toEqual([CALLER, 'Rufwerk']);
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
  });

  test('more than one at a time only once the call is a group call', async () => {
    const id = await stage.dialAndAnswer();
    const participants = await Promise.all(
      [ANNA, BEN].map(async (upn) => ({ identity: { user: { id: await stage.idOf(upn) } } })),
    );
    const path = `/communications/calls/${id}/participants/invite`;
    expect((await stage.graph('POST', path, { participants })).status).toBe(400);
    expect((await stage.call(id)).legs).toEqual([]);
  });
});

describe('somebody hangs up', () => {
  test('the caller while a client rings: the ringing stops and the product is told', async () => {
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.control('DELETE', `calls/${id}`);
    await stage.pass();
    expect(await stage.call(id)).toMatchObject({
      state: 'ended',
      endReason: 'callerHungUp',
      legs: [{ state: 'cancelled' }],
    });
    expect(stage.toldRoster()).toEqual(['Rufwerk']);
    expect(stage.toldStates().slice(-2)).toEqual(['terminated', 'terminated']);
    expect(stage.received.at(-1)?.changeType).toBe('deleted');
  });

  test('the caller while talking: the roster says so, and the person is still in the call', async () => {
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.act(id, ANNA, 'accept');
    await stage.control('DELETE', `calls/${id}`);
    await stage.pass();
    expect(stage.toldRoster()).toEqual(['Rufwerk', 'Anna Müller']);
    expect(stage.toldStates().at(-1)).toBe('established');
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InACall');
    await stage.graph('DELETE', `/communications/calls/${id}`);
    await stage.pass();
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
    expect(stage.toldStates().at(-1)).toBe('terminated');
  });

  test('the person: the caller stays with the product until it hangs up', async () => {
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.act(id, ANNA, 'accept');
    await stage.act(id, ANNA, 'hangup');
    expect(stage.toldRoster()).toEqual([CALLER, 'Rufwerk']);
    expect((await stage.call(id)).state).toBe('answered');
    expect((await stage.graph('DELETE', `/communications/calls/${id}`)).status).toBe(204);
    await stage.pass();
    expect(await stage.call(id)).toMatchObject({ state: 'ended', endReason: 'hungUpByProduct' });
    expect(stage.toldStates().at(-1)).toBe('terminated');
  });

  test('the product while ringing: everything stops', async () => {
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.graph('DELETE', `/communications/calls/${id}`);
    await stage.pass();
    expect((await stage.call(id)).legs).toMatchObject([{ state: 'cancelled' }]);
  });

  test('the product out of a group call: the two who talk go on, and it hears no more of them', async () => {
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.act(id, ANNA, 'accept');
    await stage.graph('DELETE', `/communications/calls/${id}`);
    await stage.pass();
    const toldBefore = stage.received.length;
    expect((await stage.call(id)).state).toBe('connected');
    await stage.act(id, ANNA, 'hangup');
    expect(await stage.call(id)).toMatchObject({ state: 'ended', endReason: 'hungUpByPerson' });
    expect(stage.received.length).toBe(toldBefore);
  });
});
