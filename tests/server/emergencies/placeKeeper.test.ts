/** Locations are forgotten with their emergency, whatever happens. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { asId, type PersonId } from '@rufwerk/engine/core';
import { PlaceKeeper } from '../../../src/server/emergencies/placeKeeper.ts';
import { PlayedClock, settled } from '../../engine/graph/playedClock.ts';
import { silentLog } from '../log.ts';
import { CoreRuntime } from '../stage/coreRuntime.ts';

const HOUR_MS = 3_600_000;
const anna = asId<PersonId>('anna');
const ben = asId<PersonId>('ben');

let clock: PlayedClock;
let runtime: CoreRuntime;
let keeper: PlaceKeeper | null;
let known: Set<PersonId>;
let failures: number;

beforeEach(() => {
  clock = new PlayedClock(Date.parse('2026-11-23T08:00:00Z'));
  runtime = new CoreRuntime(clock);
  runtime.configure({
    services: [{ id: 'desk', name: 'Desk', resourceAccount: 'account', agents: ['anna', 'ben'] }],
  });
  known = new Set();
  failures = 0;
  keeper = null;
});
afterEach(() => keeper?.stop());

async function start(): Promise<void> {
  keeper = new PlaceKeeper({
    ...{ runtime, clock, log: silentLog },
    places: {
      held: () => Promise.resolve([...known]),
      forget: (agentId) => {
        if (failures > 0) {
          failures -= 1;
          return Promise.reject(new Error('The disk is full.'));
        }
        known.delete(agentId);
        return Promise.resolve();
      },
    },
  });
  await settled();
}

async function call(agentId: PersonId): Promise<void> {
  await runtime.submit({
    ...{ type: 'EmergencyCallSeen', agentId, sign: 'event', dialledAt: null },
    ...{ isDrill: false, by: null },
  });
}

async function end(agentId: PersonId): Promise<void> {
  await runtime.submit({ type: 'EmergencyCallOver', agentId, by: null, endedAt: null });
  await runtime.submit({ type: 'CallbackWindowEnded', agentId, by: agentId });
  await settled();
}

test('DEC-9: the location goes with the end of the emergency, and only its own', async () => {
  await start();
  for (const agentId of [anna, ben]) {
    known.add(agentId);
    await call(agentId);
  }
  await clock.advance(HOUR_MS / 4);
  await end(anna);
  expect([...known]).toEqual([ben]);
});

test('what ended while Rufwerk was away is forgotten at the start', async () => {
  known.add(anna).add(ben);
  await call(ben);
  await start();
  expect([...known]).toEqual([ben]);
});

test('a location that comes before its emergency waits for it, but not for long', async () => {
  await start();
  known.add(anna).add(ben);
  await clock.advance(10 * 60_000);
  await call(ben);
  await clock.advance(60_000);
  expect([...known]).toEqual([ben]);
});

test('after a day it is forgotten, although the emergency stands', async () => {
  known.add(anna);
  await call(anna);
  await start();
  for (let hours = 0; hours < 23; hours += 1) {
    await clock.advance(HOUR_MS);
    await runtime.submit({ type: 'EmergencyCallGoesOn', agentId: anna, by: anna });
  }
  expect(known.has(anna)).toBe(true);
  await clock.advance(2 * HOUR_MS);
  expect(known.has(anna)).toBe(false);
});

test('a disk that fails is tried again', async () => {
  await start();
  known.add(anna);
  await call(anna);
  failures = 1;
  await end(anna);
  expect(known.has(anna)).toBe(true);
  await clock.advance(5 * 60_000);
  expect(known.has(anna)).toBe(false);
});
