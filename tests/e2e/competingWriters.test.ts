/**
 * Another application that writes presence after ours, black-box through the simulated tenant: each
 * way in which it shows is found, says the mend, and is found no more once it is over (AHB-105).
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readinessSchema } from '@rufwerk/engine/api';
import { eventually, HELP_DESK, upn } from './control.ts';
import { House } from './house.ts';

const ANNA = upn('anna.agent');
const SAM = upn('sam.supervisor');
/** Real time, on a machine that does much else. */
const WITHIN_MS = 60_000;
const A_TEST_MS = 240_000;
const MINUTE_S = 60;
/** The same as before our write is looked at again after a minute: it may only be shown late. */
const TALK_S = 2 * MINUTE_S;

const configurationText = `
administrators: [${upn('admin')}]
services:
  - id: it-helpdesk
    name: IT Helpdesk
    resourceAccount: ${upn('it-helpdesk')}
    agents: [${ANNA}]
    supervisors: [${SAM}]
    showWorkInTeams: true
    afterCallWork: { mode: none }
`;

let house: House;

beforeAll(async () => {
  house = await House.open({ configurationText });
}, 60_000);
afterAll(() => house.close());

/** The other application is switched off, and Anna resets her status. */
async function mend(): Promise<void> {
  await house.control.remove(`/people/${ANNA}/competing-writer`);
  await house.control.remove(`/people/${ANNA}/presence`);
}

afterEach(async () => {
  await mend();
  await house.send(SAM, 'POST', '/api/readiness/check');
}, A_TEST_MS);

/** Another application says this of Anna, right after whatever we say of her. */
function competes(availability: string, activity = availability): Promise<Response> {
  const writes = { availability, activity, afterSeconds: 1 };
  return house.control.put(`/people/${ANNA}/competing-writer`, writes);
}

/** In steps so short that presence is read in between, as in life. */
async function pass(seconds: number, stepSeconds = 5): Promise<void> {
  for (let left = seconds; left > 0; left -= stepSeconds) {
    await house.control.advance(Math.min(stepSeconds, left));
  }
}

function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  const stepAndLook = async (): Promise<T> => {
    await house.control.advance(2);
    return look();
  };
  return eventually(stepAndLook, isSo, WITHIN_MS);
}

/** Anna, who is free, talks for two minutes, and it shows. */
async function talks(): Promise<void> {
  const { control } = house;
  await control.remove(`/people/${ANNA}/presence`);
  const id = await control.dial(HELP_DESK);
  const rung = await until(
    () => control.call(id),
    ({ legs }) => legs.some(({ state }) => state === 'ringing'),
  );
  const leg = rung.legs.find(({ state }) => state === 'ringing');
  if (leg === undefined) throw new Error('The leg that was seen ringing is gone.');
  await control.act(leg, 'accept');
  await until(
    () => control.call(id),
    ({ state }) => state === 'connected',
  );
  await pass(TALK_S);
  await control.remove(`/calls/${id}`);
  await until(
    () => control.call(id),
    ({ state }) => state === 'ended',
  );
  await pass(10);
}

async function check(id: string) {
  const told = readinessSchema.parse(await house.api(SAM, '/api/readiness'));
  const found = told.checks.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no check ${id}.`);
  return found;
}

/** Waits until it is found of Anna, with its cause and mend. */
async function finds(id: string): Promise<void> {
  const found = await until(
    () => check(id),
    ({ state }) => state === 'warning',
  );
  expect(found.effect).toContain('Anna');
  for (const text of [found.cause, found.mend]) expect(text).toMatch(/\w{4}/);
}

async function findsNoMore(id: string): Promise<void> {
  await until(
    () => check(id),
    ({ state }) => state === 'good',
  );
}

describe('another application that writes presence', () => {
  test.each(['Available', 'Away', 'Busy', 'DoNotDisturb'])(
    'AHB-105: %s in place of what we show is found the second time, until somebody mends it',
    async (availability) => {
      const finding = 'presence.competing-writer';
      await competes(availability);
      await talks();
      expect(await check(finding)).toMatchObject({ state: 'good' });
      await talks();
      await finds(finding);
      await mend();
      await house.send(SAM, 'POST', '/api/readiness/check');
      await talks();
      await talks();
      expect(await check(finding)).toMatchObject({ state: 'good' });
    },
    A_TEST_MS,
  );

  test(
    'AHB-105: what was found is found after a kill -9 as well, until somebody mends it',
    async () => {
      const finding = 'presence.competing-writer';
      await competes('Available');
      await talks();
      await talks();
      await finds(finding);
      await mend();
      await pass(2 * MINUTE_S);
      await house.kill();
      await house.start();
      await finds(finding);
      await house.send(SAM, 'POST', '/api/readiness/check');
      await findsNoMore(finding);
    },
    A_TEST_MS,
  );

  test.each([
    ['Busy', 'Busy'],
    ['Busy', 'InACall'],
  ])(
    'AHB-105: %s/%s that stays after the call is found, until something else is seen',
    async (availability, activity) => {
      const finding = 'presence.stays';
      await competes(availability, activity);
      await talks();
      expect(await check(finding)).toMatchObject({ state: 'good' });
      await pass(16 * MINUTE_S, 20);
      await finds(finding);
      await mend();
      await findsNoMore(finding);
    },
    A_TEST_MS,
  );

  test(
    'AHB-102, AHB-106: Do not disturb over ours is found, and its being stuck hours later',
    async () => {
      await competes('DoNotDisturb');
      const talking = talks();
      await finds('presence.not-shown');
      await talking;
      expect(await check('presence.stuck-do-not-disturb')).toMatchObject({ state: 'good' });
      await pass(4 * 60 * MINUTE_S + 10 * MINUTE_S, 5 * MINUTE_S);
      await finds('presence.stuck-do-not-disturb');
      await mend();
      await findsNoMore('presence.stuck-do-not-disturb');
      await findsNoMore('presence.not-shown');
    },
    A_TEST_MS,
  );
});
