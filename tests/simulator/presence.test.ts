import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { effectivePresence, nextPresenceChangeAt } from '../../src/simulator/presence/effective.ts';
import type { PresenceSources } from '../../src/simulator/presence/effective.ts';
import { ANNA, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';

const MINUTE_MS = 60_000;

const atRest: PresenceSources = {
  isSignedIn: true,
  isInCall: false,
  meeting: null,
  preferred: null,
  applicationSessions: new Map(),
};

function shown(sources: Partial<PresenceSources>, nowMs = 0): string {
  const { availability, activity } = effectivePresence({ ...atRest, ...sources }, nowMs);
  return `${availability}/${activity}`;
}

function session(
  availability: string,
  activity: string,
  expiresAt: number,
): Partial<PresenceSources> {
  const one = { availability, activity, setAt: 0, expiresAt };
  return { applicationSessions: new Map([['app', one]]) };
}

const inMeeting = { availability: 'Busy', activity: 'InAMeeting' };
const prefers = (availability: string, setBy: 'person' | 'application' = 'person') =>
  ({ availability, activity: availability, setBy, expiresAt: null }) as const;

describe('what members see', () => {
  test('nobody without a session is anything but offline, whatever was preferred', () => {
    expect(shown({ isSignedIn: false, preferred: prefers('Available') })).toBe('Offline/Offline');
    const away = session('Away', 'Away', MINUTE_MS);
    expect(shown({ isSignedIn: false, ...away })).toBe('Away/Away');
  });

  test('a preference stands above every session, even above a call', () => {
    expect(shown({ preferred: prefers('DoNotDisturb'), isInCall: true })).toBe(
      'DoNotDisturb/DoNotDisturb',
    );
    expect(shown({ preferred: prefers('Available', 'application'), isInCall: true })).toBe(
      'Available/Available',
    );
  });

  test('only the plain switch to Available yields to a call', () => {
    expect(shown({ preferred: prefers('Available'), isInCall: true })).toBe('Busy/InACall');
    expect(shown({ preferred: prefers('Available'), meeting: inMeeting })).toBe(
      'Available/Available',
    );
  });

  test('among sessions Do not disturb beats Busy beats Available beats Away', () => {
    const presenting = session('DoNotDisturb', 'Presenting', MINUTE_MS);
    expect(shown({ ...presenting, isInCall: true })).toBe('DoNotDisturb/Presenting');
    expect(shown({ meeting: inMeeting })).toBe('Busy/InAMeeting');
    expect(shown(session('Away', 'Away', MINUTE_MS))).toBe('Available/Available');
  });

  test('an Available of an application fades after 5 and 10 minutes, whatever its expiry', () => {
    const sources = { isSignedIn: false, ...session('Available', 'Available', 60 * MINUTE_MS) };
    expect(shown(sources, 5 * MINUTE_MS - 1)).toBe('Available/Available');
    expect(shown(sources, 5 * MINUTE_MS)).toBe('Available/AvailableInactive');
    expect(shown(sources, 10 * MINUTE_MS)).toBe('Away/Away');
    expect(shown(sources, 60 * MINUTE_MS)).toBe('Offline/Offline');
    const whole = { ...atRest, ...sources };
    expect(nextPresenceChangeAt(whole, 0)).toBe(5 * MINUTE_MS);
    expect(nextPresenceChangeAt(whole, 10 * MINUTE_MS)).toBe(60 * MINUTE_MS);
    expect(nextPresenceChangeAt(whole, 60 * MINUTE_MS)).toBeUndefined();
  });
});

describe('presence through Graph', () => {
  let stage: TenantStage;
  let anna: string;
  beforeAll(async () => {
    stage = await TenantStage.open();
    anna = await stage.idOf(ANNA);
  });
  beforeEach(() => stage.reset());
  afterAll(() => stage.close());

  const write = (action: string, body: Readonly<Record<string, unknown>>): Promise<Reply> =>
    stage.graph('POST', `/users/${anna}/presence/${action}`, body);
  const mine = { sessionId: 'c0ffee00-1d2e-4f3a-8b4c-5d6e7f8a9b0c' };

  test('the person switches, a meeting begins, and both are taken back', async () => {
    const strange = { availability: 'Focusing', activity: 'Dreaming' };
    await stage.control('PUT', `people/${ANNA}/presence`, { ...inMeeting, source: 'calendar' });
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InAMeeting');
    await stage.control('PUT', `people/${ANNA}/presence`, strange);
    expect(await stage.presenceOf(ANNA)).toBe('Focusing/Dreaming');
    await stage.control('DELETE', `people/${ANNA}/presence`);
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
  });

  test('a session expires and a preference holds for its time', async () => {
    const wish = { availability: 'Busy', activity: 'InACall', expirationDuration: 'PT10M' };
    expect((await write('setPresence', { ...mine, ...wish })).status).toBe(200);
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InACall');
    const preferred = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' };
    await write('setUserPreferredPresence', { ...preferred, expirationDuration: 'PT8M' });
    expect(await stage.presenceOf(ANNA)).toBe('DoNotDisturb/DoNotDisturb');
    await stage.pass(8 * 60);
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InACall');
    await stage.pass(2 * 60);
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
  });

  test('clearing ends a session and a preference', async () => {
    await write('setPresence', { ...mine, availability: 'Busy', activity: 'InAConferenceCall' });
    await write('setUserPreferredPresence', { availability: 'Away', activity: 'Away' });
    await write('clearUserPreferredPresence', {});
    expect(await stage.presenceOf(ANNA)).toBe('Busy/InAConferenceCall');
    await write('clearPresence', mine);
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
  });

  test('unsupported pairs, foreign sessions and wrong durations are refused', async () => {
    const statuses = await Promise.all([
      write('setPresence', { ...mine, availability: 'Busy', activity: 'InAMeeting' }),
      write('setPresence', { ...mine, availability: 'DoNotDisturb', activity: 'DoNotDisturb' }),
      write('setPresence', { sessionId: anna, availability: 'Away', activity: 'Away' }),
      ...['PT4M', 'PT5H', 'soon'].map((expirationDuration) =>
        write('setPresence', {
          ...mine,
          availability: 'Away',
          activity: 'Away',
          expirationDuration,
        }),
      ),
      write('setUserPreferredPresence', { availability: 'Busy', activity: 'InACall' }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual(Array<number>(7).fill(400));
    expect(await stage.presenceOf(ANNA)).toBe('Available/Available');
  });

  test('650 people can be read at once, 651 are answered by a 400 that says nothing', async () => {
    const path = '/communications/getPresencesByUserId';
    const full = await stage.graph('POST', path, { ids: Array<string>(650).fill(anna) });
    expect([full.status, full.body.value.length]).toEqual([200, 650]);
    const tooMany = await stage.graph('POST', path, { ids: Array<string>(651).fill(anna) });
    expect([tooMany.status, tooMany.body.error.message]).toEqual([400, '']);
    const nobody = await stage.graph('POST', path, { ids: [mine.sessionId] });
    expect(nobody.body.value[0]?.availability).toBe('PresenceUnknown');
  });

  test('each change has a greater stamp than the one before', async () => {
    const stamp = async (): Promise<string> =>
      (await stage.graph('GET', `/users/${anna}/presence`)).body.sequenceNumber;
    const before = await stamp();
    await stage.control('PUT', `people/${ANNA}/presence`, inMeeting);
    const after = await stamp();
    expect(after > before).toBe(true);
    expect(await stamp()).toBe(after);
  });
});
