/** Presence that Rufwerk shows ends by itself, whatever becomes of Rufwerk (DEC-5). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { teamsPresenceSchema } from '@rufwerk/engine/api';
import { eventually, HELP_DESK, type Leg, SALES, upn } from './control.ts';
import { House } from './house.ts';

const ANNA = upn('anna.agent');
const BEN = upn('ben.agent');
const LEASE_SECONDS = 600;

const configurationText = `
administrators: [${upn('admin')}]
services:
  - id: it-helpdesk
    name: IT Helpdesk
    resourceAccount: ${upn('it-helpdesk')}
    agents: [${ANNA}]
    supervisors: [${upn('sam.supervisor')}]
    showWorkInTeams: true
    afterCallWork: { mode: fixed, seconds: 300 }
  - id: sales
    name: Sales
    resourceAccount: ${upn('sales')}
    agents: [${BEN}]
    supervisors: [${upn('sam.supervisor')}]
    afterCallWork: { mode: fixed, seconds: 300 }
`;

let house: House;

beforeAll(async () => {
  house = await House.open({ configurationText });
}, 60_000);

afterAll(() => house.close());

interface World {
  readonly people: readonly {
    readonly upn: string;
    readonly presence: { readonly availability: string; readonly activity: string };
  }[];
}

/** What everybody in the tenant sees of a person. */
async function seenOf(wanted: string): Promise<string> {
  const { people } = await house.control.get<World>('/world');
  const presence = people.find((person) => person.upn === wanted)?.presence;
  return `${presence?.availability}/${presence?.activity}`;
}

const seenOfAnna = (): Promise<string> => seenOf(ANNA);

/** The service's agent talks with a caller. */
async function talks(service = HELP_DESK): Promise<{ readonly id: string; readonly leg: Leg }> {
  const id = await house.control.dial(service);
  const leg = await house.control.ringing(id);
  await house.control.act(leg, 'accept');
  await house.control.until(id, ({ state }) => state === 'connected');
  await house.control.advance(2);
  return { id, leg };
}

function shownByUs() {
  return eventually(
    async () => teamsPresenceSchema.parse(await house.api(ANNA, '/api/v1/my-work/teams-presence')),
    ({ shown }) => shown !== null,
  );
}

describe('work that shows in Teams', () => {
  test('DEC-5, XPH-35, XPH-36: stays Busy through after-call work, says why, and is released with it', async () => {
    const { id } = await talks();
    expect((await shownByUs()).leases).toMatchObject([
      { owner: 'service', because: 'a call of IT Helpdesk' },
    ]);
    await house.control.remove(`/calls/${id}`);
    await house.control.until(id, ({ state }) => state === 'ended');
    await house.control.advance(60);
    expect(await seenOfAnna()).toBe('Busy/InACall');
    expect((await shownByUs()).leases[0]?.because).toBe('after-call work for IT Helpdesk');
    const seen = await eventually(
      async () => {
        await house.control.advance(20);
        return seenOfAnna();
      },
      (shown) => shown === 'Available/Available',
      20_000,
    );
    expect(seen).toBe('Available/Available');
  });

  test('DEC-5: a competing choice by hand stands above it, and it is not written over', async () => {
    const { id } = await talks();
    await shownByUs();
    await house.control.presence(ANNA, 'DoNotDisturb', 'DoNotDisturb');
    await house.control.advance(30);
    expect(await seenOfAnna()).toBe('DoNotDisturb/DoNotDisturb');
    await house.control.remove(`/people/${ANNA}/presence`);
    await house.control.remove(`/calls/${id}`);
    await house.control.advance(400);
  });

  test('DEC-5: after kill -9 nobody is shown by us for longer than the lease', async () => {
    const { id, leg } = await talks();
    await shownByUs();
    await house.kill();
    await house.control.act(leg, 'hangup');
    await house.control.remove(`/calls/${id}`);
    expect(await seenOfAnna()).toBe('Busy/InACall');
    await house.control.advance(LEASE_SECONDS);
    expect(await seenOfAnna()).toBe('Available/Available');
    await house.start();
    const next = await house.control.dial(HELP_DESK);
    // The after-call work of the call that was cut off is done first: it is never skipped.
    const rung = await eventually(
      async () => {
        await house.control.advance(30);
        return (await house.control.call(next)).legs;
      },
      (legs) => legs.length > 0,
      15_000,
    );
    expect(rung[0]?.upn).toBe(ANNA);
  });
});

describe('between Teams and Rufwerk', () => {
  test('XPH-35, XPH-36: a call in Teams shows in Rufwerk, and nobody is rung meanwhile', async () => {
    const { control } = house;
    const own = (await (
      await control.post(`/people/${BEN}/calls`, { to: '+41790000002' })
    ).json()) as { id: string };
    await knows(BEN, 'InACall');
    const id = await control.dial(SALES);
    await control.advance(30);
    expect((await control.call(id)).legs).toEqual([]);
    await control.post(`/people/${BEN}/calls/${own.id}/hangup`);
    await knows(BEN, 'Available');
    expect((await control.ringing(id)).upn).toBe(BEN);
    await control.remove(`/calls/${id}`);
    await control.until(id, ({ state }) => state === 'ended');
    await control.advance(400);
  });

  test('XPH-37: a service that does not switch it on shows nothing of its work in Teams', async () => {
    const { id } = await talks(SALES);
    await house.control.remove(`/calls/${id}`);
    await house.control.until(id, ({ state }) => state === 'ended');
    await house.control.advance(60);
    expect(await seenOf(BEN)).toBe('Available/Available');
    const told = await house.api(BEN, '/api/v1/my-work/teams-presence');
    expect(teamsPresenceSchema.parse(told)).toMatchObject({ shown: null, leases: [] });
  });
});

/** Waits until that is what is known of the person. */
function knows(person: string, activity: string) {
  return eventually(
    async () => {
      await house.control.advance(2);
      return house.api<{ presence: { activity: string } | null }>(person, '/api/v1/my-work');
    },
    ({ presence }) => presence?.activity === activity,
    20_000,
  );
}
