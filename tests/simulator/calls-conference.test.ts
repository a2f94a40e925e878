import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { ANNA, CALLER, TenantStage } from './tenant-stage.ts';
import { listOf } from './wire.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

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

  test('a caller who withholds the number has none in any notification', async () => {
    await stage.dial('withheld');
    const [, graph] = stage.received;
    expect(graph?.data).toMatchObject({ source: { identity: { phone: { id: null } } } });
    expect(JSON.stringify(stage.received)).not.toContain(CALLER);
  });

  test('a legacy notification not answered by 204 is not followed by the real one', async () => {
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

  test("notifications are signed with the calling platform's key, issuers in turn", async () => {
    await stage.dialAndAnswer();
    const claims = stage.received.map(({ authorization }) =>
      decodeJwt(authorization.replace('Bearer ', '')),
    );
    expect(new Set(claims.map(({ iss }) => iss))).toEqual(
      new Set(['https://api.botframework.com', 'https://graph.microsoft.com']),
    );
    const { applicationId, tenantId } = stage.simulated.tenant;
    expect(claims[0]).toMatchObject({ aud: applicationId, tid: tenantId });
    const metadata = await stage.get('/calling/v1/.well-known/OpenIdConfiguration');
    const published = createRemoteJWKSet(new URL(metadata.body.jwks_uri));
    for (const { authorization } of stage.received) {
      await jwtVerify(authorization.replace('Bearer ', ''), published);
    }
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
    const heard = listOf((await stage.control('GET', `calls/${id}/heard`)).body);
    expect(heard).toMatchObject([{ what: 'prompt', detail: uri }]);
    const [prompt] = heard.map(({ at, endedAt }) => Date.parse(endedAt) - Date.parse(at));
    expect(prompt).toBe(4000);
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

  test('the caller while talking: the roster says so, the person stays in the call', async () => {
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

  test('the product out of a group call: the two go on, and it hears no more of them', async () => {
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
