import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { sam, startsAt } from './stage/contoso.ts';
import { openHouse } from './stage/house.ts';
import type { House } from './stage/house.ts';
import type { TokenChanges } from './stage/teams.ts';

const HOUR_MS = 3_600_000;

let house: House;

beforeEach(async () => {
  house = await openHouse();
});

afterEach(() => house.close());

/** Nothing was stored and nobody was written to. */
function expectNothingHappened(): void {
  expect(house.notes.all.size).toBe(0);
  expect(house.teams.requests).toEqual([]);
}

const help = (): object => house.teams.activity(sam, { type: 'message', text: 'help' });

describe('who may call the bot', () => {
  test('the Bot Connector may: its activity is answered in the chat, with our token', async () => {
    expect(await house.deliver(help())).toEqual({ status: 200, body: null });
    expect(house.teams.calls).toEqual([
      `POST v3/conversations/a%3A${sam.entraId}/activities/f%3A1`,
    ]);
    expect(house.teams.requests[0]?.authorization).toBe(
      'Bearer token for https://api.botframework.com/.default',
    );
  });

  test.each([
    ['no authorization', undefined],
    ['an empty bearer token', 'Bearer '],
    ['garbage', 'Bearer garbage'],
    ['another scheme', 'Basic c2FtOnNlY3JldA=='],
  ])('a request with %s is 401 and changes nothing', async (_, authorization) => {
    const { status } = await house.request(JSON.stringify(help()), authorization);
    expect(status).toBe(401);
    expectNothingHappened();
  });

  test.each<[string, TokenChanges]>([
    ['that has expired', { expiresAt: startsAt - HOUR_MS }],
    ['for another application', { audience: 'another-application' }],
    ['of another issuer', { issuer: 'https://sts.windows.net/' }],
    ['for another service URL', { serviceUrl: 'https://smba.example/' }],
  ])('a token %s is 401 and changes nothing', async (_, changes) => {
    expect((await house.deliver(help(), changes)).status).toBe(401);
    expectNothingHappened();
  });

  test('a token signed by another key is 401, not 500, and the refusal is logged', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect((await house.deliver(help(), { key: privateKey })).status).toBe(401);
    expectNothingHappened();
    expect(house.logged).toEqual([expect.stringContaining('signature verification failed')]);
  });

  test('a key endorsed for another channel may not speak for Teams', async () => {
    house.teams.endorsements = ['webchat'];
    expect((await house.deliver(help())).status).toBe(401);
    expectNothingHappened();
  });

  test('a good token with an activity of another tenant is 403 and changes nothing', async () => {
    const foreign = { channelData: { tenant: { id: '00000000-0000-0000-0000-000000000000' } } };
    const activity = house.teams.activity(sam, { type: 'message', text: 'help', ...foreign });
    expect((await house.deliver(activity)).status).toBe(403);
    expectNothingHappened();
  });

  test("a token's lifetime is judged by the tenant's clock, not by the machine's", async () => {
    const token = await house.teams.token(startsAt);
    house.clock.moveTo(startsAt + 30 * 60_000);
    expect((await house.request(JSON.stringify(help()), `Bearer ${token}`)).status).toBe(200);
    house.clock.moveTo(startsAt + 2 * HOUR_MS);
    expect((await house.request(JSON.stringify(help()), `Bearer ${token}`)).status).toBe(401);
  });

  test('while the keys cannot be had nobody is believed: 503 lets Teams try again', async () => {
    const cut = await openHouse({ openIdUrl: 'http://127.0.0.1:9/openid' });
    expect((await cut.deliver(help())).status).toBe(503);
    expect(cut.teams.requests).toEqual([]);
    await cut.close();
  });

  test.each(['', 'not json', '[]', '{}', '{"type":7}'])('the body %j is 400', async (body) => {
    const token = await house.teams.token(startsAt);
    expect((await house.request(body, `Bearer ${token}`)).status).toBe(400);
    expectNothingHappened();
  });
});
