/** What cannot be done as things stand is refused with its own reason, not with a general one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type AfterCallWorkSettings, asId, type PlatformCallId } from '@rufwerk/engine/core';
import type { Name } from '../stage/contoso.ts';
import { Stage } from '../stage/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const EXTENDABLE: AfterCallWorkSettings = {
  mode: 'extendable',
  seconds: 10,
  extensionSeconds: 30,
  maximumSeconds: 40,
};

/** Both services with this after-call work, and with call-back. */
async function configure(afterCallWork: Partial<AfterCallWorkSettings>): Promise<void> {
  const { runtime } = stage.parts;
  const current = await runtime.read((state) => state.configuration);
  if (current === null) throw new Error('No configuration.');
  const services = current.services.map((service) => ({
    ...service,
    afterCallWork: { ...service.afterCallWork, ...afterCallWork },
    callBack: { ...service.callBack, offered: true },
  }));
  const configuration = { ...current, services };
  await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
}

async function goOffDuty(name: Name): Promise<void> {
  await stage.ask(name, '/api/v1/my-work/duty', { method: 'PUT', body: { onDuty: false } });
}

/** Anna is in the call with its caller. */
async function talks(): Promise<PlatformCallId> {
  await goOffDuty('ben.agent');
  const platformCallId = await stage.dial('it-helpdesk');
  const personId = stage.personId('anna.agent');
  const participantId = `participant-of-${personId}`;
  const roster = [{ participantId, personId, isApplication: false }];
  await stage.parts.runtime.submit({ type: 'RosterReported', platformCallId, roster });
  return platformCallId;
}

async function extend(language = 'en') {
  const headers = { 'accept-language': language };
  const path = '/api/v1/my-work/after-call-work/extend';
  return stage.ask('anna.agent', path, { method: 'POST', headers });
}

describe('NIM-20: extending after-call work', () => {
  test('is refused where there is none', async () => {
    expect(await extend()).toMatchObject({
      status: 409,
      body: { rule: 'There is no after-call work that could be extended.' },
    });
  });

  test('is refused where the service does not extend it', async () => {
    await configure({ mode: 'fixed', seconds: 60 });
    await stage.report(await talks(), 'terminated');
    expect((await extend()).body).toMatchObject({
      rule: 'The service does not let this after-call work be extended.',
    });
  });

  test('is refused once it lasts as long as it may, in both languages', async () => {
    await configure(EXTENDABLE);
    await stage.report(await talks(), 'terminated');
    expect((await extend()).status).toBe(204);
    expect(await extend()).toMatchObject({
      status: 409,
      body: {
        rule: 'The after-call work lasts as long as the service lets it last already.',
        mend: 'Finish it in time, or take a break.',
      },
    });
    expect((await extend('de')).body).toMatchObject({
      rule: 'Die Nachbearbeitung dauert schon so lange, wie der Service höchstens zulässt.',
    });
  });
});

describe('choosing a state', () => {
  const put = (path: string, body: object) =>
    stage.ask('anna.agent', `/api/v1/my-work/${path}`, { method: 'PUT', body });

  test('NIMx-02: a break is refused to who is off duty', async () => {
    await goOffDuty('anna.agent');
    expect(await put('break', { reasonCode: 100 })).toMatchObject({
      status: 409,
      body: { rule: 'A break is for people on duty.', mend: 'Go on duty first.' },
    });
  });

  test('what follows a call is refused where there is none', async () => {
    expect((await put('next', { next: { kind: 'off-duty' } })).body).toMatchObject({
      rule: 'There is no call and no after-call work that something could follow.',
    });
  });
});

describe('moving a call', () => {
  async function move(serviceId: string, language = 'en') {
    const taskId = await stage.parts.runtime.read((state) => [...state.tasks.keys()][0]);
    const headers = { 'accept-language': language };
    const sent = { method: 'PUT', body: { serviceId }, headers };
    return stage.ask('admin', `/api/v1/calls/${taskId}/service`, sent);
  }

  test('to the service that it is in is refused, in both languages', async () => {
    await stage.dial('it-helpdesk');
    expect(await move('it-helpdesk')).toMatchObject({
      status: 409,
      body: { rule: 'The call is in this service already.', mend: 'Choose another service.' },
    });
    expect((await move('it-helpdesk', 'de')).body).toMatchObject({
      rule: 'Der Anruf ist schon in diesem Service.',
    });
  });

  test('is refused while somebody talks with the caller', async () => {
    await talks();
    expect(await move('sales')).toMatchObject({
      status: 409,
      body: { rule: 'Only a call that waits, or a call-back, can be moved: this one does not.' },
    });
  });

  test('is refused for a call-back where the other service is closed', async () => {
    const { runtime } = stage.parts;
    await configure({});
    for (const name of ['anna.agent', 'ben.agent'] as const) await goOffDuty(name);
    const platformCallId = await stage.dial('it-helpdesk');
    await runtime.submit({ type: 'TonePressed', platformCallId, tone: '1' });
    await stage.report(platformCallId, 'terminated');
    const by = stage.personId('sam.supervisor');
    await runtime.submit({ type: 'EmergencyClosed', serviceId: asId('sales'), by });
    expect((await move('sales')).body).toMatchObject({
      rule: 'The service takes no calls now, and a call-back goes only where it will be served.',
    });
  });
});
