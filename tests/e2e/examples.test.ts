/** What the starting configuration shows beside the IT Helpdesk, as somebody tries it out. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type MyWork, myWorkSchema } from '@rufwerk/engine/api';
import { type HoursSettings, validateConfiguration } from '@rufwerk/engine/core';
import { parse } from 'yaml';
import { openingAt } from '../../src/server/hours/openingHours.ts';
import { type PlayedCall, upn } from './control.ts';
import { House } from './house.ts';

const TECHNICAL_SUPPORT = '+41440000500';
const ACCIDENT_REPORTS = '+41440000600';
const RECEPTION = '+41440000700';
const [ANNA, BEN, DAVID] = [upn('anna.agent'), upn('ben.agent'), upn('david.agent')];

let house: House;
beforeAll(async () => {
  house = await House.open();
  await house.control.advance(5);
}, 60_000);
afterAll(() => house.close());
afterEach(async () => {
  const { calls } = await house.control.get<{ calls: PlayedCall[] }>('/world');
  for (const { id, state } of calls) {
    if (state !== 'ended') await house.control.remove(`/calls/${id}`);
  }
  for (const who of [ANNA, BEN, DAVID]) await house.control.remove(`/people/${who}/presence`);
  await house.control.advance(60);
});

async function workOf(person: string): Promise<MyWork> {
  return myWorkSchema.parse(await house.api(person, '/api/v1/my-work'));
}

/** Who has been rung so far, in the order of ringing. */
async function rung(id: string, people: number): Promise<string[]> {
  const call = await house.control.until(id, ({ legs }) => legs.length >= people);
  return call.legs.map((leg) => leg.upn);
}

test('NIMx-04: Technical Support rings whom it asks for first, and others as the call waits', async () => {
  const { control } = house;
  await control.presence(BEN, 'DoNotDisturb', 'DoNotDisturb');
  await control.advance(5);
  const id = await control.dial(TECHNICAL_SUPPORT);
  await control.until(id, ({ state }) => state === 'answered');
  await control.advance(15);
  expect((await control.call(id)).legs).toEqual([]);
  await control.advance(6);
  const david = await control.ringing(id);
  expect(david.upn).toBe(DAVID);
  await control.act(david, 'decline');
  await control.advance(25);
  expect(await rung(id, 2)).toEqual([DAVID, ANNA]);
});

test('NIMx-01: Reception rings everybody at once, and the first to accept takes the call', async () => {
  const { control } = house;
  const id = await control.dial(RECEPTION);
  const all = await control.until(id, ({ legs }) => legs.length === 3);
  expect(all.legs.map((leg) => leg.upn).toSorted()).toEqual(
    ['carla', 'emma', 'felix'].map((name) => upn(`${name}.agent`)),
  );
  const [first] = all.legs;
  if (first === undefined) throw new Error('Nobody rings.');
  await control.act(first, 'accept');
  const call = await control.until(id, ({ state }) => state === 'connected');
  expect(call.connectedTo).toBe(first.upn);
  await control.until(id, ({ legs }) => legs.every(({ state }) => state !== 'ringing'));
  expect((await workOf(first.upn)).state).toBe('in-a-call');
});

test('NIMx-09: Accident Reports is served by its team, or closed, as its hours say', async () => {
  const { control } = house;
  const { now } = await control.get<{ now: string }>('/clock');
  const { open, cause } = openingAt(await hoursInFile('accident-reports'), Date.parse(now));
  const address = '/api/v1/services/accident-reports';
  const tile = await house.api<{ closed: string | null }>(upn('sofia.supervisor'), address);
  expect(tile.closed).toBe(open ? null : cause);
  const id = await control.dial(ACCIDENT_REPORTS);
  if (open) {
    expect([upn('greta.agent'), upn('hugo.agent')]).toContain((await control.ringing(id)).upn);
  } else {
    await control.until(id, ({ state }) => state === 'ended', 10_000);
    expect((await control.call(id)).legs).toEqual([]);
  }
});

test('agents find the profiles and break reasons that Contoso has', async () => {
  const work = await workOf(BEN);
  expect(work.profiles.map(({ name }) => name)).toEqual(['Network only', 'Windows only']);
  expect(work.breakReasons.map(({ name }) => name)).toEqual(['Break', 'Lunch', 'Training']);
  expect(work.services.map(({ id }) => id)).toEqual(['it-helpdesk', 'technical-support']);
});

async function hoursInFile(id: string): Promise<HoursSettings> {
  const file = path.resolve(import.meta.dirname, '../../env/contoso.yaml');
  const read = validateConfiguration(parse(await readFile(file, 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const hours = read.configuration.services.find((service) => service.id === id)?.hours ?? null;
  if (hours === null) throw new Error(`${id} has no hours.`);
  return hours;
}
