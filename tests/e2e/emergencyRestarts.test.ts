/** A power cut in each phase of an emergency: nobody is left unprotected, or without help. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from './control.ts';
import {
  ANNA,
  callsBack,
  DAVID,
  dials112,
  emergencyOf,
  isProtected,
  laterMailed,
  mailsOutside,
  openEmergencyHouse,
  pressesWithMailDown,
  says,
  shownInTeams,
  until,
} from './emergencyHouse.ts';
import type { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openEmergencyHouse();
}, 60_000);
afterAll(() => house.close());

async function powerCut(): Promise<void> {
  await house.kill();
  await house.start();
}

test('while the call stands: protected at once, and Do not disturb ends with the call', async () => {
  const emergency = await dials112(house.control, ANNA);
  await until(() => shownInTeams(house.control, ANNA), 'DoNotDisturb');
  await powerCut();
  expect(await isProtected(house, ANNA)).toBe(true);
  await house.control.post(`/emergencies/${emergency.id}/drop`);
  await until(async () => (await emergencyOf(house, ANNA))?.call, 'over', 15_000);
  await until(() => shownInTeams(house.control, ANNA), 'Available', 15_000);
}, 60_000);

test('in the callback window: the hour ends at its own instant', async () => {
  const before = (await emergencyOf(house, ANNA))?.until;
  await powerCut();
  expect((await emergencyOf(house, ANNA))?.until).toBe(before);
  await house.control.advance(3_600);
  await until(() => isProtected(house, ANNA), false);
}, 60_000);

test('while a callback rings: it rings on, and reaches its agent', async () => {
  await house.control.put(`/people/${DAVID}/settings`, { callerIdRewrite: true });
  const emergency = await dials112(house.control, DAVID);
  await house.control.post(`/emergencies/${emergency.id}/drop`);
  await until(() => shownInTeams(house.control, DAVID), 'Available', 15_000);
  const id = await callsBack(house.control, emergency);
  const first = await house.control.ringing(id, [], 10_000);
  await powerCut();
  const leg = await eventually(
    async () => {
      await house.control.advance(1);
      const { legs } = await house.control.call(id);
      return legs.find((one) => one.state === 'ringing' && one.upn === DAVID);
    },
    (rings) => rings !== undefined,
    30_000,
  );
  expect(first.upn).toBe(DAVID);
  if (leg !== undefined) await house.control.act(leg, 'accept');
  const call = await house.control.until(id, ({ state }) => state === 'connected', 15_000);
  expect(call.connectedTo).toBe(DAVID);
  await powerCut();
  expect((await house.control.call(id)).connectedTo).toBe(DAVID);
  await house.control.remove(`/calls/${id}`);
  await house.control.advance(3_605);
  await until(() => isProtected(house, DAVID), false);
}, 90_000);

test('while a mail waits to be tried again: it is sent', async () => {
  const before = await mailsOutside(house.control);
  await pressesWithMailDown(house, ANNA);
  await house.kill();
  await house.control.remove('/faults');
  await house.start();
  await laterMailed(house.control, before);
  await says(house, ANNA, 'call-over');
  await says(house, ANNA, 'ready');
}, 60_000);
