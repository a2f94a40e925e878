import process from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { REFUSALS } from '../../../../src/engine/graph/notifications/refusal.ts';
import { DoorStage } from './doorStage.ts';
import { FuzzedBodies } from './fuzzedBodies.ts';

const BODIES = 100_000;
const AT_A_TIME = 50;
const GENUINE_EVERY = 1_000;
const SEED = 20_261_121;

let stage: DoorStage;
const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeAll(async () => {
  stage = await DoorStage.open();
  process.on('unhandledRejection', note);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await stage.close();
});

test(`${BODIES} fuzzed bodies: none breaks anything, and nothing is accepted that is not authentic`, async () => {
  const bodies = await FuzzedBodies.from(stage.publisher, SEED);
  const door = stage.door();
  const lifecycle = stage.door();
  const statuses = new Map<number, number>();
  const count = (status: number): void => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  for (let done = 0; done < BODIES; done += AT_A_TIME) {
    const batch = Array.from({ length: AT_A_TIME }, () => bodies.next());
    const taken = batch.map((body) => door.take(body, performance.now()));
    const events = batch.slice(0, 5).map((body) => lifecycle.takeLifecycle(body));
    for (const status of await Promise.all([...taken, ...events])) count(status);
    if (done % GENUINE_EVERY === 0) count(await door.take(bodies.genuine(), performance.now()));
  }

  expect([...statuses.keys()]).toEqual([202]);
  expect(unhandled).toEqual([]);
  const told = stage.told();
  expect(told.filter((line) => !/^(anna|ben) (Genuine\d+)\/\2 activity$/.test(line))).toEqual([]);
  const { presence, unknown } = door.figures();
  const { accepted, duplicate } = presence;
  const refused = REFUSALS.map((reason) => [
    reason,
    presence.refused[reason] + unknown.refused[reason],
  ]);
  expect(accepted).toBe(told.length);
  expect(accepted).toBeGreaterThan(20);
  expect(duplicate).toBeGreaterThan(1_000);
  // Every reason came up: the bodies reach every check.
  expect(refused.filter(([, times]) => times === 0)).toEqual([['tenant', 0]]);
  expect(stage.pool.crashes).toBe(0);
  expect(await door.take(bodies.genuine(), performance.now())).toBe(202);
}, 120_000);
