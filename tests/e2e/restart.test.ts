/** `kill -9` while one call talks, one rings and one waits. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HELP_DESK, HELP_DESK_AGENTS, upn } from './control.ts';
import { House } from './house.ts';

let house: House;

beforeAll(async () => {
  house = await House.open();
  for (const agent of HELP_DESK_AGENTS.slice(2)) {
    await house.control.presence(agent, 'DoNotDisturb', 'DoNotDisturb');
  }
  await house.control.advance(5);
}, 60_000);

afterAll(async () => {
  await house.close();
});

test('DEC-4: after kill -9 nothing is lost, nobody is rung twice, and the waiting caller is served', async () => {
  const { control } = house;
  const talks = await control.dial(HELP_DESK, '+41790000011');
  const talking = await control.ringing(talks);
  await control.act(talking, 'accept');
  await control.until(talks, ({ state }) => state === 'connected');
  const rings = await control.dial(HELP_DESK, '+41790000012');
  const ringing = await control.ringing(rings);
  const waits = await control.dial(HELP_DESK, '+41790000013');
  await control.until(waits, ({ state }) => state === 'answered');

  await house.kill();
  await house.start();

  expect((await control.call(talks)).state).toBe('connected');
  expect((await control.call(rings)).legs).toHaveLength(1);
  expect((await control.call(waits)).legs).toEqual([]);

  await control.act(ringing, 'accept');
  await control.until(rings, ({ state }) => state === 'connected', 2_000);
  expect((await control.call(rings)).connectedTo).toBe(ringing.upn);

  await control.act(talking, 'hangup');
  await control.until(talks, ({ state }) => state === 'ended');
  await control.advance(15);
  const served = await control.ringing(waits);
  expect(served.upn).toBe(talking.upn);
  await control.act(served, 'accept');
  await control.until(waits, ({ state }) => state === 'connected', 2_000);
  expect([upn('anna.agent'), upn('ben.agent')]).toContain(served.upn);
});
