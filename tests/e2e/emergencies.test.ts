/** Emergency calls of agents through the whole system: signs, protection, contacts, callbacks. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, HELP_DESK, upn } from './control.ts';
import {
  ANNA,
  BEN,
  callsBack,
  DAVID,
  dials112,
  emergencyOf,
  isProtected,
  laterMailed,
  mailsOutside,
  openEmergencyHouse,
  OUTSIDE,
  pressesButton,
  pressesWithMailDown,
  SAM,
  says,
  seenBy,
  shownInTeams,
  SOFIA,
  until,
} from './emergencyHouse.ts';
import type { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openEmergencyHouse();
}, 60_000);
afterAll(() => house.close());

/** Everybody is well again, and nobody is protected any more. */
afterEach(async () => {
  await house.control.remove('/faults');
  for (const emergency of await house.control.get<{ id: string; state: string }[]>(
    '/emergencies',
  )) {
    if (emergency.state !== 'ended') await house.control.post(`/emergencies/${emergency.id}/drop`);
  }
  await house.control.advance(2);
  for (const name of ['anna', 'ben', 'david', 'emma', 'felix', 'greta']) {
    const person = upn(`${name}.agent`);
    await house.control.remove(`/people/${person}/presence`);
    const settings = { callerIdRewrite: false, emergencyPolicy: 'EmergencyPolicy' };
    await house.control.put(`/people/${person}/settings`, settings);
    if (!(await isProtected(house, person))) continue;
    if ((await emergencyOf(house, person))?.call !== 'over') await says(house, person, 'call-over');
    await says(house, person, 'ready');
  }
  // Numbers of the pool are given out again only after their hour.
  await house.control.advance(3_600);
  await house.control.advance(5);
}, 60_000);

async function cardsOf(person: string): Promise<string> {
  const chats = await house.control.get<{ readonly members?: unknown }[]>('/chats');
  return JSON.stringify(chats.filter((chat) => JSON.stringify(chat).includes(person)));
}

describe('the signs', () => {
  test('DEC-8: the button alone protects, shows Do not disturb and tells the contacts', async () => {
    const before = await mailsOutside(house.control);
    await pressesButton(house, ANNA);
    expect(await isProtected(house, ANNA)).toBe(true);
    await until(() => shownInTeams(house.control, ANNA), 'DoNotDisturb');
    await until(() => mailsOutside(house.control), before + 1);
    const [seen] = await seenBy(house, SAM);
    expect(seen?.agent.name).toBe('Anna Müller');
  });

  test('DEC-8: Graph’s event alone protects, and the place is told while it lasts', async () => {
    await dials112(house.control, ANNA);
    await until(() => isProtected(house, ANNA), true);
    const [seen] = await eventually(
      () => seenBy(house, SAM),
      ([first]) => first?.location != null,
    );
    expect(seen?.location).toMatch(/Zürich|Bern|Basel|strasse/i);
    expect((await emergencyOf(house, ANNA))?.location).toBeNull();
  });

  test('DEC-8: button and event are one emergency; calls go to others meanwhile', async () => {
    await pressesButton(house, ANNA);
    await dials112(house.control, ANNA);
    await house.control.advance(1);
    expect(await seenBy(house, SAM)).toHaveLength(1);
    const served: string[] = [];
    for (let call = 0; call < 2; call += 1) {
      const id = await house.control.dial(HELP_DESK);
      const leg = await house.control.ringing(id);
      served.push(leg.upn);
      await house.control.act(leg, 'accept');
      await house.control.until(id, ({ state }) => state === 'connected');
    }
    expect(served.sort()).toEqual([BEN, DAVID]);
    const third = await house.control.dial(HELP_DESK);
    await house.control.advance(20);
    expect((await house.control.call(third)).legs).toEqual([]);
    for (const { id } of (await house.control.get<{ calls: { id: string }[] }>('/world')).calls) {
      await house.control.remove(`/calls/${id}`);
    }
  }, 30_000);

  test('EMG-11: a client that rings stops ringing', async () => {
    const id = await house.control.dial(HELP_DESK);
    const leg = await house.control.ringing(id);
    await pressesButton(house, leg.upn);
    await house.control.advance(3);
    const next = await house.control.ringing(id, [leg.id], 10_000);
    expect(next.upn).not.toBe(leg.upn);
    await house.control.remove(`/calls/${id}`);
  });
});

describe('troubles at the start', () => {
  test('Graph down: the block and the card do not wait for it, and the rest follows', async () => {
    const before = await mailsOutside(house.control);
    await house.control.put('/faults', { graph: { status: 503 } });
    await pressesButton(house, ANNA);
    expect(await isProtected(house, ANNA)).toBe(true);
    await until(async () => (await cardsOf(SAM)).includes('Anna'), true);
    expect(await shownInTeams(house.control, ANNA)).toBe('Available');
    await house.control.remove('/faults');
    await eventually(
      async () => {
        // Only the button tells of this call: Do not disturb is shown for its first minute.
        await house.control.advance(3);
        await pause(300);
        return shownInTeams(house.control, ANNA);
      },
      (shown) => shown === 'DoNotDisturb',
      15_000,
    );
    await laterMailed(house.control, before);
  }, 40_000);

  test('mail down: it is tried again, and the screen says so', async () => {
    const before = await mailsOutside(house.control);
    const { notices } = await pressesWithMailDown(house, ANNA);
    const mails = notices.filter(({ channel }) => channel === 'mail');
    expect(mails.map(({ contact }) => contact)).toContain(OUTSIDE);
    await house.control.remove('/faults');
    await laterMailed(house.control, before);
  }, 40_000);
});

describe('the callback', () => {
  test('EMG-13: on the own number rings in Teams once the call has ended, and no voicemail', async () => {
    const emergency = await dials112(house.control, ANNA);
    await until(() => shownInTeams(house.control, ANNA), 'DoNotDisturb');
    await house.control.post(`/emergencies/${emergency.id}/drop`);
    await until(() => shownInTeams(house.control, ANNA), 'Available');
    const id = await callsBack(house.control, emergency);
    const leg = await house.control.ringing(id);
    expect(leg.upn).toBe(ANNA);
    await house.control.act(leg, 'accept');
    expect((await house.control.until(id, ({ state }) => state === 'connected')).connectedTo).toBe(
      ANNA,
    );
    await house.control.remove(`/calls/${id}`);
  });

  test('EMG-14: on a number of the pool rings its agent past everything', async () => {
    await house.control.put(`/people/${DAVID}/settings`, { callerIdRewrite: true });
    const emergency = await dials112(house.control, DAVID);
    expect(emergency.callerIdSeen).toMatch(/^\+4144000090[123]$/);
    await house.control.post(`/emergencies/${emergency.id}/drop`);
    await house.send(DAVID, 'POST', '/api/v1/my-work/duty', { onDuty: false }).catch(() => null);
    const id = await callsBack(house.control, emergency);
    const leg = await house.control.ringing(id, [], 10_000);
    expect(leg.upn).toBe(DAVID);
    await house.control.act(leg, 'accept');
    await house.control.until(id, ({ state }) => state === 'connected');
    await house.control.remove(`/calls/${id}`);
  });

  test('DEC-6: a callback while Do not disturb still shows reaches the agent', async () => {
    const settings = { callerIdRewrite: true, emergencyPolicy: null };
    await house.control.put(`/people/${DAVID}/settings`, settings);
    const emergency = await dials112(house.control, DAVID);
    await until(() => shownInTeams(house.control, DAVID), 'DoNotDisturb');
    await house.control.post(`/emergencies/${emergency.id}/drop`);
    const id = await callsBack(house.control, emergency);
    const leg = await house.control.ringing(id, [], 10_000);
    expect(leg.upn).toBe(DAVID);
    await house.control.remove(`/calls/${id}`);
  });

  test('DEC-7: Do not disturb of their own: the contacts ring at once, and one of them answers', async () => {
    await house.control.put(`/people/${DAVID}/settings`, { callerIdRewrite: true });
    const emergency = await dials112(house.control, DAVID);
    await house.control.post(`/emergencies/${emergency.id}/drop`);
    await until(() => shownInTeams(house.control, DAVID), 'Available');
    await house.control.presence(DAVID, 'DoNotDisturb', 'DoNotDisturb');
    const id = await callsBack(house.control, emergency);
    const leg = await house.control.ringing(id, [], 10_000);
    expect(leg.upn).toBe(SOFIA);
    await house.control.act(leg, 'accept');
    const call = await house.control.until(id, ({ state }) => state === 'connected');
    expect(call.connectedTo).toBe(SOFIA);
    expect(call.timeline.map(({ what }) => what).join()).not.toContain('voicemail');
    await house.control.remove(`/calls/${id}`);
  });

  test('DEC-7: an agent who is offline: the contacts ring after ten seconds', async () => {
    await house.control.put(`/people/${DAVID}/settings`, { callerIdRewrite: true });
    const emergency = await dials112(house.control, DAVID);
    await house.control.post(`/emergencies/${emergency.id}/drop`);
    await house.control.presence(DAVID, 'Offline', 'OffWork');
    const id = await callsBack(house.control, emergency);
    const rung = await eventually(
      async () => {
        await house.control.advance(1);
        return (await house.control.call(id)).legs.map((leg) => leg.upn);
      },
      (people) => people.includes(SOFIA),
      20_000,
    );
    expect(rung).toContain(SOFIA);
    expect((await house.control.call(id)).state).not.toBe('voicemail');
    await house.control.remove(`/calls/${id}`);
  }, 40_000);

  test('EMG-30: a callback rings the agent at 59:59, and the contacts at 60:00', async () => {
    await house.control.put(`/people/${DAVID}/settings`, { callerIdRewrite: true });
    const emergency = await dials112(house.control, DAVID);
    await house.control.post(`/emergencies/${emergency.id}/drop`);
    await until(async () => (await emergencyOf(house, DAVID))?.call, 'over');
    const until60 = Date.parse((await emergencyOf(house, DAVID))?.until ?? '');
    const now = Date.parse((await house.control.get<{ now: string }>('/clock')).now);
    await house.control.advance(Math.floor((until60 - now) / 1000) - 1);
    const inTime = await callsBack(house.control, emergency);
    expect((await house.control.ringing(inTime, [], 10_000)).upn).toBe(DAVID);
    await house.control.remove(`/calls/${inTime}`);
    await house.control.advance(2);
    await until(() => isProtected(house, DAVID), false);
    const late = await callsBack(house.control, emergency);
    expect((await house.control.ringing(late, [], 10_000)).upn).toBe(SOFIA);
    await house.control.remove(`/calls/${late}`);
  }, 40_000);

  test('DEC-7: four people, three numbers: nobody shares one, everybody is protected', async () => {
    const people = ['david', 'emma', 'felix', 'greta'].map((name) => upn(`${name}.agent`));
    for (const person of people) {
      await house.control.put(`/people/${person}/settings`, { callerIdRewrite: true });
    }
    const seen = [];
    for (const person of people) seen.push(await dials112(house.control, person));
    const numbers = seen.map(({ callerIdSeen }) => callerIdSeen);
    expect(new Set(numbers.slice(0, 3)).size).toBe(3);
    expect(numbers[3]).toBeNull();
    for (const person of people) expect(await isProtected(house, person)).toBe(true);
    await until(async () => (await cardsOf(SAM)).includes('callback number'), true);
  }, 40_000);
});
