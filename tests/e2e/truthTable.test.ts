/**
 * The truth table of whom to ring (requirements.md), black-box: a person's presence is set in the
 * simulated tenant, callers dial services with different rules, and either it rings or it does not.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  decisionsPageSchema,
  readinessSchema,
  type SeenPresenceView,
  type SignInView,
} from '@rufwerk/engine/api';
import type { z } from 'zod';
import { eventually, HELP_DESK, SALES, upn } from './control.ts';
import { House } from './house.ts';

const ANNA = upn('anna.agent');
const CLAIMS = '+41440000300';

/** Anna alone, under three rules: everything distributed, only Available, and the careful one. */
const configurationText = `
administrators: [${upn('admin')}]
services:
  - id: it-helpdesk
    name: Open
    resourceAccount: ${upn('it-helpdesk')}
    agents: [${ANNA}]
    supervisors: [${upn('sam.supervisor')}]
    presence: { busy: true, away: true, busyWhileDegraded: true }
  - id: sales
    name: Strict
    resourceAccount: ${upn('sales')}
    agents: [${ANNA}]
    supervisors: [${upn('sam.supervisor')}]
  - id: claims
    name: Careful
    resourceAccount: ${upn('claims')}
    agents: [${ANNA}]
    supervisors: [${upn('sam.supervisor')}]
    presence: { busy: true, away: false, blockingActivities: in-a-conversation }
`;

let house: House;

beforeAll(async () => {
  house = await House.open({ configurationText });
}, 60_000);

afterAll(() => house.close());

afterEach(async () => {
  await house.control.remove('/faults');
  await house.control.remove(`/people/${ANNA}/presence`);
  await house.control.advance(30);
});

/** Whether a caller of the service rings at Anna; the caller has hung up afterwards. */
async function rings(serviceId: string, phone: string): Promise<boolean> {
  const before = await newestDecision(serviceId);
  const id = await house.control.dial(phone);
  const decided = await eventually(
    () => newestDecision(serviceId),
    (newest) => newest !== null && newest.id !== before?.id,
  );
  if (decided?.winner != null) await house.control.ringing(id);
  else expect((await house.control.call(id)).legs).toEqual([]);
  await house.control.remove(`/calls/${id}`);
  await house.control.until(id, ({ state }) => state === 'ended');
  await house.control.advance(5);
  return decided?.winner != null;
}

type Decisions = z.output<typeof decisionsPageSchema>;

async function newestDecision(serviceId: string): Promise<Decisions['items'][number] | null> {
  const address = `/api/v1/decisions?service=${serviceId}&limit=1`;
  const page = await house.api(upn('sam.supervisor'), address);
  return decisionsPageSchema.parse(page).items[0] ?? null;
}

async function seenAs(availability: string, activity: string): Promise<void> {
  await house.control.presence(ANNA, availability, activity);
  await house.control.advance(5);
  await knows(activity);
}

/** Waits until that is what is known of Anna. */
async function knows(activity: string): Promise<void> {
  await eventually(
    async () => {
      await house.control.advance(1);
      return house.api<{ presence: { activity: string } | null }>(ANNA, '/api/v1/my-work');
    },
    ({ presence }) => presence?.activity === activity,
    10_000,
  );
}

async function whoRings(): Promise<string> {
  const names: string[] = [];
  if (await rings('it-helpdesk', HELP_DESK)) names.push('open');
  if (await rings('sales', SALES)) names.push('strict');
  if (await rings('claims', CLAIMS)) names.push('careful');
  return names.join(' ') || 'none';
}

describe('a member’s view', () => {
  test.each([
    ['1', 'Available', 'Available', 'open strict careful'],
    ['1', 'available', 'available', 'open strict careful'],
    ['2', 'Available', 'OutOfOffice', 'open strict careful'],
    ['7 10', 'Busy', 'Busy', 'open careful'],
    ['8', 'Busy', 'InACall', 'none'],
    ['8', 'busy', 'inACall', 'none'],
    ['8', 'Busy', 'InACall + OOF', 'none'],
    ['8', 'Busy', 'InAConferenceCall', 'none'],
    ['9', 'Busy', 'InAMeeting', 'open'],
    ['11', 'DoNotDisturb', 'DoNotDisturb', 'none'],
    ['11', 'DoNotDisturb', 'Presenting', 'none'],
    ['11', 'DoNotDisturb', 'Focusing', 'none'],
    ['12', 'Away', 'Away', 'open'],
    ['12', 'Away', 'Inactive', 'open'],
    ['13', 'BeRightBack', 'BeRightBack', 'open'],
    ['14', 'Offline', 'OffWork', 'none'],
    ['14', 'Offline', 'Offline', 'none'],
    ['15', 'PresenceUnknown', 'PresenceUnknown', 'none'],
    ['15', 'OutOfOffice', 'OutOfOffice', 'none'],
    ['15', 'Dreaming', 'Dreaming', 'none'],
    // An activity that is never distributed, whatever availability stands beside it.
    ...['Busy', 'Available', 'Away'].flatMap((availability) => [
      ['11', availability, 'Focusing', 'none'] as const,
      ['11', availability, 'UrgentInterruptionsOnly', 'none'] as const,
      ['11', availability, 'Presenting', 'none'] as const,
      ['11', availability, 'DoNotDisturb', 'none'] as const,
    ]),
    ...['Busy', 'Available'].flatMap((availability) => [
      ['14', availability, 'OffWork', 'none'] as const,
      ['15', availability, 'PresenceUnknown', 'none'] as const,
    ]),
    // Graph shows the Last seen of Teams as Away; it documents no value of that name.
    ['12', 'Away', 'LastSeen', 'none'],
    ['15', 'Available', 'constructor', 'none'],
  ])(
    'NIM-09 NIM-19 NIM-44 row %s: %s, %s rings %s',
    async (_row, availability, activity, expected) => {
      await seenAs(availability, activity);
      expect(await whoRings()).toBe(expected);
    },
  );
});

test('DEC-1: a value that nobody knows is a finding, also one that every object has', async () => {
  await seenAs('Available', 'constructor');
  expect(await whoRings()).toBe('none');
  const address = '/api/readiness';
  const { checks } = readinessSchema.parse(await house.api(upn('sam.supervisor'), address));
  const found = checks.find(({ id }) => id === 'presence.unknown-values');
  expect(found?.state).toBe('advice');
  expect(found?.cause).toContain('constructor');
});

test('NIM-08: what a person sets by hand decides, whatever the calendar says, until it is reset', async () => {
  const meeting = { availability: 'Busy', activity: 'InAMeeting', source: 'calendar' };
  await house.control.put(`/people/${ANNA}/presence`, meeting);
  await seenAs('DoNotDisturb', 'DoNotDisturb');
  expect(await whoRings()).toBe('none');
  await seenAs('Busy', 'Busy');
  expect(await whoRings()).toBe('open careful');
  await seenAs('Available', 'Available');
  expect(await whoRings()).toBe('open strict careful');
  await house.control.remove(`/people/${ANNA}/presence?source=person`);
  await knows('InAMeeting');
  expect(await whoRings()).toBe('open');
});

/** How often something was written to anybody in Teams. */
async function written(words: RegExp): Promise<number> {
  const chats = JSON.stringify(await house.control.get('/chats'));
  return [...chats.matchAll(words)].length;
}

describe('a view that is lost at run time', () => {
  test.each([
    ['9 then 3', 'InAMeeting'],
    ['8 then 5', 'InACall'],
  ])(
    'DEC-3 NIM-40 NIM-41 row 16, %s: Busy, %s is what a stranger sees, and supervisors are told',
    async (_row, activity) => {
      const [lost, found] = [
        /Presence is known only in part|nur zum Teil/g,
        /Presence is known again|wieder bekannt/g,
      ];
      const before = [await written(lost), await written(found)] as const;
      await seenAs('Busy', activity);
      const fault = { status: 503, share: 1, path: '/communications/getPresencesByUserId' };
      await house.control.put('/faults', { graph: fault });
      await house.control.advance(75);
      expect(await whoRings()).toBe('open');
      await eventually(
        () => written(lost),
        (times) => times > before[0],
      );
      expect(JSON.stringify(await house.control.get('/chats'))).toContain('Open');
      await house.control.remove('/faults');
      await eventually(
        async () => {
          await house.control.advance(10);
          return written(found);
        },
        (times) => times > before[1],
        15_000,
      );
    },
  );
});

/** At home in another directory: it sees what any stranger sees (NIM-24). */
const STRANGER = 'presence.guest@fabrikam.example';
const FABRIKAM = 'a94de2c8-6b0f-4f13-97d5-e2810c3b6f7a';

/** Either lets the application read presence. */
const READING = (isGranted: boolean) => ({
  'Presence.Read.All': isGranted,
  'Presence.ReadWrite.All': isGranted,
});

describe('a stranger’s view', () => {
  beforeAll(async () => {
    await signInStranger();
    await house.control.put('/consents', READING(false));
  }, 60_000);

  afterAll(async () => {
    await house.control.put('/consents', READING(true));
  });

  test.each([
    ['1', 'Available', 'Available', 'open strict careful'],
    ['3 4', 'Busy', 'Busy', 'open'],
    ['5 6', 'Busy', 'InACall', 'open'],
    ['11', 'DoNotDisturb', 'Presenting', 'none'],
    ['12', 'Away', 'Away', 'open'],
    ['12', 'Away', 'Inactive', 'open'],
    ['14', 'Offline', 'OffWork', 'none'],
    ['14', 'Offline', 'Offline', 'none'],
    ['15', 'PresenceUnknown', 'PresenceUnknown', 'none'],
    ['15', 'OutOfOffice', 'OutOfOffice', 'none'],
    ['15', 'Dreaming', 'Dreaming', 'none'],
  ])('NIM-24 NIM-40 row %s: %s, %s rings %s', async (_row, availability, activity, expected) => {
    await house.control.presence(ANNA, availability, activity);
    await eventually(
      async () => {
        await house.control.advance(2);
        return presenceOf(ANNA);
      },
      (presence) => presence?.availability === availability && presence.activity === availability,
      8_000,
    );
    expect(await whoRings()).toBe(expected);
  });
});

async function signInStranger(): Promise<void> {
  const address = '/api/v1/presence-accounts/sign-ins';
  const order = { way: 'device-code', tenantId: FABRIKAM };
  const begun = await house.send<SignInView>(upn('admin'), 'POST', address, order);
  const act = { code: begun.userCode ?? '', upn: STRANGER, act: 'sign-in' };
  await fetch(`${house.tenant.url}/login/device`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(act),
  });
  await eventually(
    async () => {
      await house.control.advance(5);
      return house.api<SignInView>(upn('admin'), `${address}/${begun.id}`);
    },
    ({ state }) => state === 'signed-in',
    20_000,
  );
}

async function presenceOf(person: string): Promise<SeenPresenceView | null> {
  const work = await house.api<{ presence: SeenPresenceView | null }>(person, '/api/v1/my-work');
  return work.presence;
}
