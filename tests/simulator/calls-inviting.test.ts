import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, BEN, CALLER, TenantStage } from './tenant-stage.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

describe('the product invites a person', () => {
  test('who accepts: operation completed, roster names them, caller connected', async () => {
    const id = await stage.dialAndAnswer();
    const reply = await stage.invite(id, ANNA);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ status: 'Running', clientContext: `offer to ${ANNA}` });
    expect(reply.body.participants[0]?.participantId).toBeTruthy();
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
    expect(stage.toldOperation('inviteParticipantsOperation')?.resultInfo.code).toBe(486);
    expect((await stage.call(id)).legs).toMatchObject([{ state: 'declined' }]);
  });

  test('whose ringing the product cancels by removing the participant', async () => {
    const id = await stage.dialAndAnswer();
    const { participants } = (await stage.invite(id, ANNA)).body;
    const path = `/communications/calls/${id}/participants/${participants[0]?.participantId}`;
    expect((await stage.graph('DELETE', path)).status).toBe(204);
    await stage.pass();
    expect((await stage.call(id)).legs).toMatchObject([{ state: 'cancelled' }]);
    expect(stage.toldOperation('inviteParticipantsOperation')).toMatchObject({
      status: 'failed',
      resultInfo: { code: 487 },
    });
    expect((await stage.act(id, ANNA, 'accept')).status).toBe(400);
  });

  test('who does not answer: voicemail does after 20 seconds, as a participant', async () => {
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.pass(20);
    expect(await stage.call(id)).toMatchObject({
      state: 'voicemail',
      connectedTo: null,
      legs: [{ state: 'missed', answeredBy: 'voicemail' }],
    });
    const [, , voicemail] = stage.lastRoster();
    expect(voicemail?.info).toMatchObject({ endpointType: 'voicemail' });
    const path = `/communications/calls/${id}/participants/${voicemail?.id}`;
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
    expect((await stage.call(id)).legs[0]?.state).toBe('ringing');
    await stage.pass(2);
    expect((await stage.call(id)).legs[0]?.state).toBe('missed');
    expect(stage.toldOperation('inviteParticipantsOperation')?.resultInfo).toMatchObject({
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
