import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';

const NUMBER = '+41435000000';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

const inviteNumber = async (id: string): Promise<Reply> => {
  const reply = await stage.graph('POST', `/communications/calls/${id}/participants/invite`, {
    participants: [{ identity: { phone: { id: NUMBER } } }],
  });
  await stage.pass(2);
  return reply;
};

describe('the product invites a telephone outside', () => {
  test('which answers: the caller talks to it until it is removed', async () => {
    const id = await stage.dialAndAnswer();
    await inviteNumber(id);
    expect(stage.toldRoster()).toContain(NUMBER);
    expect(await stage.call(id)).toMatchObject({
      state: 'connected',
      connectedTo: null,
      hears: { what: 'person', from: NUMBER },
    });
    const telephone = stage.lastRoster().find(({ info }) => info.identity.phone?.id === NUMBER);
    const path = `/communications/calls/${id}/participants/${telephone?.id}`;
    expect((await stage.graph('DELETE', path)).status).toBe(204);
    await stage.pass();
    expect(await stage.call(id)).toMatchObject({ state: 'answered', hears: { what: 'silence' } });
  });

  test('which does not answer: the caller is with the product all the time', async () => {
    await stage.control('PUT', `telephones/${NUMBER}/behaviour`, { answers: 'never' });
    const id = await stage.dialAndAnswer();
    await inviteNumber(id);
    expect((await stage.call(id)).state).toBe('answered');
    await stage.pass(60);
    expect((await stage.call(id)).state).toBe('answered');
    expect(stage.toldOperation('inviteParticipantsOperation')?.status).toBe('failed');
  });

  test('beside a person: whoever stays talks on', async () => {
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    await stage.act(id, ANNA, 'accept');
    await inviteNumber(id);
    expect(await stage.call(id)).toMatchObject({ state: 'connected', connectedTo: ANNA });
    await stage.act(id, ANNA, 'hangup');
    expect(await stage.call(id)).toMatchObject({ state: 'connected', hears: { from: NUMBER } });
  });
});

describe('EMG-32: Do not disturb sends an invited person to voicemail, wherever it is from', () => {
  const preferred = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' };
  const sources: Readonly<Record<string, (id: string) => Promise<Reply>>> = {
    'the person’s own switch': () => stage.control('PUT', `people/${ANNA}/presence`, preferred),
    'the calendar': () =>
      stage.control('PUT', `people/${ANNA}/presence`, { ...preferred, source: 'calendar' }),
    'an application’s preference': (id) =>
      stage.graph('POST', `/users/${id}/presence/setUserPreferredPresence`, preferred),
    'an application’s session': (id) =>
      stage.graph('POST', `/users/${id}/presence/setPresence`, {
        sessionId: stage.simulated.tenant.applicationId,
        availability: 'DoNotDisturb',
        activity: 'Presenting',
      }),
  };

  test.each(Object.entries(sources))('%s', async (_source, disturb) => {
    const { status } = await disturb(await stage.idOf(ANNA));
    expect(status).toBe(200);
    const id = await stage.dialAndAnswer();
    await stage.invite(id, ANNA);
    expect((await stage.call(id)).legs).toMatchObject([{ upn: ANNA, answeredBy: 'voicemail' }]);
    const [, , voicemail] = stage.lastRoster();
    expect(voicemail?.info).toMatchObject({ endpointType: 'voicemail' });
  });
});
