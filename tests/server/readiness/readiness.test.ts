/** Each finding appears with its effect, cause and mend, and vanishes when it is mended. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readinessSchema } from '@rufwerk/engine/api';
import { asId, type BlockId, type PresenceReading } from '@rufwerk/engine/core';
import { Stage } from '../stage/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

async function told(language = 'en') {
  const headers = { 'accept-language': language };
  const { body } = await stage.ask('sam.supervisor', '/api/readiness', { headers });
  return readinessSchema.parse(body).checks;
}

async function check(id: string, language = 'en') {
  const found = (await told(language)).find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no check ${id}.`);
  return found;
}

async function checkAgain(): Promise<void> {
  const sent = { method: 'POST', body: {} };
  expect((await stage.ask('sam.supervisor', '/api/readiness/check', sent)).status).toBe(200);
}

function reading(availability: string, activity: string): PresenceReading {
  const agentId = stage.personId('anna.agent');
  return {
    ...{ agentId, availability, activity, fidelity: 'activity' },
    ...{ outOfOffice: false, sequenceNumber: null },
  };
}

async function polled(availability: string, activity = availability): Promise<void> {
  const { runtime } = stage.parts;
  const blockId = asId<BlockId>('block-1');
  const changes = [reading(availability, activity)];
  await runtime.submit({ type: 'PresenceBlockPolled', blockId, changes });
}

async function advance(ms: number): Promise<void> {
  stage.parts.clock.follow({ nowMs: stage.parts.clock.now() + ms, rate: 0 });
  await new Promise((resolve) => setImmediate(resolve));
}

describe('readiness', () => {
  test('is for administrators and supervisors; an agent is sent to them', async () => {
    expect((await stage.ask('anna.agent', '/api/readiness')).status).toBe(403);
    expect((await stage.ask('admin', '/api/readiness')).status).toBe(200);
  });

  test('a sign-in that fails is the first fault, and nothing is said of permissions', async () => {
    stage.parts.login.problem = 'The secret has expired: make another one';
    const checks = await told();
    expect(checks[0]).toMatchObject({
      id: 'sign-in',
      state: 'fault',
      cause: 'The secret has expired: make another one',
    });
    expect(checks.filter(({ area }) => area === 'permissions')).toEqual([]);
    stage.parts.login.problem = null;
    expect(await check('sign-in')).toMatchObject({ state: 'good', effect: null });
  });

  test.each([
    ['Calls.InitiateGroupCall.All', 'fault'],
    ['Presence.Read.All', 'warning'],
    ['Presence.ReadWrite.All', 'warning'],
  ])('AHB-31 DEC-17: consent to %s that is withdrawn is a %s', async (permission, state) => {
    const { login } = stage.parts;
    const all = login.granted;
    login.granted = all.filter((name) => name !== permission);
    const found = await check(`permission.${permission}`);
    expect(found).toMatchObject({ state });
    for (const text of [found.effect, found.cause, found.mend]) expect(text).toMatch(/\w{4}/);
    login.granted = all;
    expect(await check(`permission.${permission}`)).toMatchObject({ state: 'good' });
  });

  test('NIM-34: without any permission to read presence it is a fault', async () => {
    const { login } = stage.parts;
    login.granted = login.granted.filter((name) => !name.startsWith('Presence.'));
    expect(await check('permission.Presence.Read.All')).toMatchObject({ state: 'fault' });
  });

  test.each([
    ['poll', 'fault'],
    ['read', 'warning'],
    ['write', 'warning'],
  ] as const)(
    'AHB-102 AHB-103: presence that cannot be used (%s) is a %s with the cause told by Graph',
    async (source, state) => {
      stage.parts.presence.fail(source, 'Microsoft Graph answered 403');
      expect(await check(`presence.${source}`)).toMatchObject({
        state,
        cause: 'Microsoft Graph answered 403',
      });
      stage.parts.presence.fail(source, null);
      expect(await check(`presence.${source}`)).toMatchObject({ state: 'good' });
    },
  );

  test('AHB-31: what a kept token says is not trusted for longer than a minute', async () => {
    const { login } = stage.parts;
    const all = login.granted;
    login.keepsTokens = true;
    const writing = 'permission.Presence.ReadWrite.All';
    expect(await check(writing)).toMatchObject({ state: 'good' });
    login.granted = all.filter((name) => name !== 'Presence.ReadWrite.All');
    await advance(61_000);
    expect(await check(writing)).toMatchObject({ state: 'warning' });
    login.granted = all;
    await checkAgain();
    expect(await check(writing)).toMatchObject({ state: 'good' });
  });

  test('a login that is down is told while a token at hand still works', async () => {
    const { login } = stage.parts;
    login.keepsTokens = true;
    expect(await check('sign-in')).toMatchObject({ state: 'good' });
    login.problem = 'Microsoft’s login gives no token';
    await advance(61_000);
    expect(await check('sign-in')).toMatchObject({
      state: 'warning',
      effect: expect.stringContaining('still good for up to an hour'),
      cause: 'Microsoft’s login gives no token',
    });
    expect(await check('permission.Presence.Read.All')).toMatchObject({ state: 'good' });
    login.problem = null;
    await advance(11_000);
    expect(await check('sign-in')).toMatchObject({ state: 'good' });
  });

  test('AHB-102: a write that lacked a permission is good again with the token that has it', async () => {
    const { login, presence } = stage.parts;
    const all = login.granted;
    const lacks = 'Presence.ReadWrite.All';
    login.keepsTokens = true;
    login.granted = all.filter((name) => name !== lacks);
    presence.fail('write', 'Microsoft Graph answered 403', { lacks });
    await advance(61_000);
    expect(await check('presence.write')).toMatchObject({ state: 'warning' });
    login.granted = all;
    await checkAgain();
    expect(await check('presence.write')).toMatchObject({ state: 'good' });
  });

  test('AHB-102: a write that failed otherwise is told for as long as it has an effect', async () => {
    stage.parts.presence.fail('write', 'Microsoft Graph answered 503');
    await advance(9 * 60_000);
    expect(await check('presence.write')).toMatchObject({ state: 'warning' });
    await advance(2 * 60_000);
    expect(await check('presence.write')).toMatchObject({ state: 'good' });
  });

  test('a source that was not tried since the start says so, until it was', async () => {
    const { presence } = stage.parts;
    const title = async (language?: string) => (await check('presence.write', language)).title;
    expect(await title()).toBe('Showing presence: not tried since the start');
    expect(await title('de')).toBe('Präsenz zeigen: seit dem Start nicht versucht');
    const { sources } = presence.health();
    const write = { ...sources.write, lastSuccessAt: stage.parts.clock.now() };
    presence.tell({ sources: { ...sources, write } });
    expect(await title()).toBe('Showing presence');
  });

  test('a single read that failed is good again as soon as polling reads', async () => {
    const { presence } = stage.parts;
    presence.fail('read', 'Microsoft Graph answered 503');
    expect(await check('presence.read')).toMatchObject({ state: 'warning' });
    const { sources } = presence.health();
    const poll = { ...sources.poll, lastSuccessAt: stage.parts.clock.now() + 1 };
    presence.tell({ sources: { ...sources, poll } });
    expect(await check('presence.read')).toMatchObject({ state: 'good' });
  });

  test('a clock that is five minutes off is a fault that says by how much', async () => {
    stage.parts.presence.tell({ clockDifferenceMs: 300_000, isClockOff: true });
    expect(await check('clock')).toMatchObject({
      state: 'fault',
      cause: 'The clock is 300 seconds behind Microsoft’s.',
    });
    stage.parts.presence.tell({ clockDifferenceMs: 100, isClockOff: false });
    expect(await check('clock')).toMatchObject({ state: 'good' });
  });

  test('throttling and people who are read too late are warnings', async () => {
    const { presence } = stage.parts;
    presence.tell({ pausedUntilAt: 5, people: 10, notRefreshed: 3, lastSuccessAt: 1 });
    expect(await check('presence.throttling')).toMatchObject({ state: 'warning' });
    expect(await check('presence.age')).toMatchObject({
      state: 'warning',
      effect: 'Of 3 of 10 people the presence is older than it should be.',
    });
    presence.tell({ pausedUntilAt: null, notRefreshed: 0 });
    expect(await check('presence.age')).toMatchObject({ state: 'good' });
  });

  test('AHB-106: who is on duty but in Do not disturb for hours is named, until it is over', async () => {
    await polled('DoNotDisturb');
    expect(await check('presence.stuck-do-not-disturb')).toMatchObject({ state: 'good' });
    await advance(5 * 60 * 60_000);
    expect(await check('presence.stuck-do-not-disturb')).toMatchObject({
      state: 'warning',
      effect: expect.stringContaining('Anna Müller'),
    });
    await polled('Available');
    expect(await check('presence.stuck-do-not-disturb')).toMatchObject({ state: 'good' });
  });

  test('AHB-101: a call that rang at somebody in a call makes busy on busy more than advice', async () => {
    expect(await check('calls.busy-on-busy')).toMatchObject({ state: 'advice' });
    await stage.dial('it-helpdesk');
    const { runtime } = stage.parts;
    const rung = await runtime.read((state) => [...state.offers.values()][0]?.agentId);
    const blockId = asId<BlockId>('block-1');
    const inCall = { ...reading('Busy', 'InACall'), agentId: rung ?? stage.personId('anna.agent') };
    await runtime.submit({ type: 'PresenceBlockPolled', blockId, changes: [inCall] });
    expect(await check('calls.busy-on-busy')).toMatchObject({ state: 'warning' });
    await checkAgain();
    expect(await check('calls.busy-on-busy')).toMatchObject({ state: 'advice' });
  });

  test('DEC-1: a value of presence that nobody knows is told as advice', async () => {
    expect(await check('presence.unknown-values')).toMatchObject({ state: 'good' });
    await polled('Dreaming', 'Flying');
    expect(await check('presence.unknown-values')).toMatchObject({
      state: 'advice',
      cause:
        'In the last hour Teams told values that this Rufwerk does not know: dreaming, flying.',
    });
  });

  test('AHB-104: notifications that come minutes after a poll are a delay; a new check forgets', async () => {
    for (let time = 0; time < 5; time += 1) {
      const availability = time % 2 === 0 ? 'Busy' : 'Available';
      await polled(availability);
      await advance(120_000);
      const readings = [reading(availability, availability)];
      await stage.parts.runtime.submit({ type: 'PresencePushed', readings });
    }
    expect(await check('presence.delay')).toMatchObject({
      state: 'warning',
      title: 'Delay of presence: of 5 late notifications 0 ≤ 1 s, 0 ≤ 10 s, 0 ≤ 60 s, 5 ≤ 300 s',
      effect: 'Of 5 notifications that a poll had overtaken, 5 were over a minute late.',
    });
    await checkAgain();
    expect(await check('presence.delay')).toMatchObject({ state: 'good' });
  });

  test('is told in German', async () => {
    expect(await check('calls.voicemail', 'de-CH')).toMatchObject({
      title: 'Persönlicher Anrufbeantworter',
    });
  });
});

test('NIMx-03: a team that the directory does not have is a fault, until it has it', async () => {
  const team = '0f0e0d0c-0b0a-4908-8706-050403020100';
  const { runtime, directory } = stage.parts;
  directory.lostGroups.add(team);
  const current = await runtime.read((state) => state.configuration);
  if (current === null) throw new Error('No configuration.');
  const [first, ...others] = current.services;
  if (first === undefined) throw new Error('No service.');
  const responsibility = { ...first.responsibility, team: asId<never>(team) };
  const configuration = { ...current, services: [{ ...first, responsibility }, ...others] };
  expect(await check('calls.groups')).toMatchObject({ state: 'good', effect: null });
  await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
  await checkAgain();
  expect(await check('calls.groups')).toMatchObject({
    state: 'fault',
    effect: `Nobody of the team ${team} serves IT Helpdesk.`,
    cause: expect.stringContaining('no group with this object id'),
    mend: expect.stringContaining('Set-up'),
  });
  expect((await check('calls.groups', 'de')).effect).toMatch(/^Niemand aus dem Team/);
  directory.lostGroups.clear();
  await checkAgain();
  expect(await check('calls.groups')).toMatchObject({ state: 'good', effect: null });
});
