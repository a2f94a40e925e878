import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Alert, asId, type EffectId, type EffectOutcome } from '@rufwerk/engine/core';
import { eventually, PlayedClock } from '../../engine/graph/playedClock.ts';
import { cardIn, textsOf } from '../stage/card-text.ts';
import { caller, helpdesk, sam, startsAt } from '../stage/contoso.ts';
import { type House, openHouse } from '../stage/house.ts';

const MINUTE_MS = 60_000;
const degraded: Alert = {
  kind: 'view-degraded',
  services: [{ serviceId: helpdesk, onDuty: 3, asStranger: 2, cost: 'busy-not-rung' }],
};
const restored: Alert = { kind: 'view-restored', serviceIds: [helpdesk] };

let house: House;
let clock: PlayedClock;
let isLoginDown: boolean;

beforeEach(async () => {
  clock = new PlayedClock(startsAt);
  isLoginDown = false;
  house = await openHouse({
    clock,
    tokens: {
      accessToken: () =>
        isLoginDown ? Promise.reject(new Error('the login is down')) : Promise.resolve('token'),
    },
  });
});
afterEach(async () => {
  house.bot.alerts.stop();
  await house.close();
});

function raise(id: string, alert: Alert, mayHaveHappened = false): Promise<EffectOutcome> {
  return house.bot.alerts.perform({
    effectId: asId<EffectId>(id),
    effect: { kind: 'raise-alert', alert, recipientIds: [sam.id] },
    mayHaveHappened,
  });
}

const cards = (): string[][] =>
  house.teams.requests
    .filter(({ path }) => path.includes(`${sam.entraId}/activities`))
    .map(({ body }) => textsOf(cardIn(body)));

test('NIM-40: a supervisor is told at once, with no word of being late', async () => {
  expect(await raise('e-1', degraded)).toEqual({ kind: 'done' });
  expect(cards()).toHaveLength(1);
  expect(cards()[0]?.[0]).toBe('Presence is known only in part');
  expect(cards()[0]?.join(' ')).not.toContain('until now');
});

test('NIM-40: what a login that was down kept back is told as one card afterwards', async () => {
  isLoginDown = true;
  expect(await raise('e-1', degraded)).toMatchObject({
    kind: 'failed',
    cause: expect.stringContaining('the login is down'),
  });
  await clock.advance(10 * MINUTE_MS);
  await raise('e-2', restored);
  expect(cards()).toEqual([]);
  isLoginDown = false;
  await clock.advance(2 * MINUTE_MS);
  await eventually('Sam was told', () => cards().length > 0);
  const [title, text = ''] = cards()[0] ?? [];
  expect(title).toBe('Presence is known again');
  expect(text).toMatch(/only in part from {{TIME\(2026-11-21T09:00.*2026-11-21T09:10/);
  expect(cards()).toHaveLength(1);
  // What a notification shows are words, and no function of cards.
  const shown = house.teams.requests.map(({ body }) => JSON.stringify(body['summary'] ?? ''));
  expect(shown.join('')).not.toContain('{{');
});

test('an alert that is told late says when it was', async () => {
  isLoginDown = true;
  await raise('e-1', degraded);
  await clock.advance(10 * MINUTE_MS);
  isLoginDown = false;
  await clock.advance(2 * MINUTE_MS);
  await eventually('Sam was told', () => cards().length > 0);
  expect(cards()[0]?.at(-1)).toMatch(/^This was {{TIME\(2026-11-21T09:00:00Z\)}}; .*until now/);
});

test('an alert that a restart left in doubt is told: never is worse than twice', async () => {
  expect(await raise('e-1', degraded, true)).toEqual({ kind: 'done' });
  expect(cards()).toHaveLength(1);
});

test('somebody who is not in Teams is not tried again', async () => {
  const effect = { kind: 'raise-alert', alert: degraded, recipientIds: [caller.id] } as const;
  const request = { effectId: asId<EffectId>('e-1'), effect, mayHaveHappened: false };
  expect(await house.bot.alerts.perform(request)).toMatchObject({ kind: 'failed' });
  expect(clock.timers).toBe(0);
});
