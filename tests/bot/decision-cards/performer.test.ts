import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { annaWins, anna, offerTo, sam, sofia, task, waitingCall } from '../stage/contoso.ts';
import { cardIn, textsOf } from '../stage/card-text.ts';
import { openHouse, show } from '../stage/house.ts';
import type { House } from '../stage/house.ts';

const CHATS = 'v3/conversations';
const samsChat = `${CHATS}/a%3A${sam.entraId}/activities`;

let house: House;

beforeEach(async () => {
  house = await openHouse();
  house.tables.calls.push(waitingCall);
  house.tables.decisions.push(annaWins);
  house.tables.offers.push(offerTo(anna, annaWins, null));
});

afterEach(() => house.close());

function annaAccepts(): void {
  house.tables.offers[0] = offerTo(anna, annaWins, 'accepted');
  const connectedAt = annaWins.at + 9_000;
  house.tables.calls[0] = { ...waitingCall, agentId: anna.id, connectedAt, offers: 1 };
}

function lastTexts(): string[] {
  return textsOf(cardIn(house.teams.requests.at(-1)?.body));
}

describe('the one card of a call', () => {
  test('is posted once in a chat opened by Entra id, and updated in place afterwards', async () => {
    expect(await house.showCard(sam)).toEqual({ kind: 'done' });
    expect(house.teams.calls).toEqual([`POST ${CHATS}`, `POST ${samsChat}`]);
    expect(lastTexts()).toContain('Offered to Anna Müller');

    annaAccepts();
    expect(await house.showCard(sam)).toEqual({ kind: 'done' });
    expect(house.teams.calls.slice(2)).toEqual([`PUT ${samsChat}/activity-1`]);
    expect(lastTexts()).toContain('Talks with Anna Müller');
  });

  test('is shown to every supervisor, each in the own chat', async () => {
    expect(await house.showCard(sam, sofia)).toEqual({ kind: 'done' });
    const opened = house.teams.requests.filter(({ path }) => path.endsWith(CHATS));
    expect(opened.map(({ body }) => body['members'])).toEqual(
      expect.arrayContaining([[{ id: sam.entraId, name: '' }], [{ id: sofia.entraId, name: '' }]]),
    );
    expect(house.teams.calls.filter((call) => call.endsWith('/activities'))).toHaveLength(2);
  });

  test('goes to the chat that Teams told of, without opening one, in its language', async () => {
    const german = { type: 'message', text: 'hallo', locale: 'de-CH' };
    await house.deliver(house.teams.activity(sam, german));
    house.teams.requests.length = 0;
    await house.showCard(sam);
    expect(house.teams.calls).toEqual([`POST ${samsChat}`]);
    expect(lastTexts()).toContain('Wird Anna Müller zugestellt');
  });

  test('done again after a restart it updates the card: there is never a second', async () => {
    await house.showCard(sam);
    const afterRestart = house.restartedBot();
    expect(await show(afterRestart, [sam], true)).toEqual({ kind: 'done' });
    expect(house.teams.calls.at(-1)).toBe(`PUT ${samsChat}/activity-1`);
  });

  test('is posted anew when Teams no longer knows it', async () => {
    await house.showCard(sam);
    house.teams.faults.push({ status: 404, code: 'ActivityNotFoundInConversation' });
    expect(await house.showCard(sam)).toEqual({ kind: 'done' });
    expect(house.teams.calls.slice(2)).toEqual([`PUT ${samsChat}/activity-1`, `POST ${samsChat}`]);
    await house.showCard(sam);
    expect(house.teams.calls.at(-1)).toBe(`PUT ${samsChat}/activity-2`);
  });

  test('finds the person again when the conversation is gone', async () => {
    await house.deliver(house.teams.activity(sam, { type: 'message', text: 'hi' }));
    house.teams.requests.length = 0;
    house.teams.faults.push({ status: 404, code: 'ConversationNotFound' });
    expect(await house.showCard(sam)).toEqual({ kind: 'done' });
    expect(house.teams.calls).toEqual([`POST ${samsChat}`, `POST ${CHATS}`, `POST ${samsChat}`]);
  });

  test('without the app installed it fails with a cause that names nobody', async () => {
    house.teams.faults.push({ status: 403, code: 'MessageWritesBlocked' });
    const outcome = await house.showCard(sam);
    expect(outcome).toEqual({
      kind: 'failed',
      cause: expect.stringMatching(/^1 of 1 chats: .*403 MessageWritesBlocked.*not installed/),
    });
    expect(JSON.stringify(outcome)).not.toMatch(/Sam|sam/);
    expect(house.teams.calls).toHaveLength(1);
  });

  test('one supervisor without the app does not take the card from the others', async () => {
    await house.deliver(house.teams.activity(sam, { type: 'message', text: 'hi' }));
    house.people.all.splice(house.people.all.indexOf(sofia), 1);
    expect(await house.showCard(sam, sofia)).toMatchObject({ kind: 'failed' });
    expect(lastTexts()).toContain('Offered to Anna Müller');
  });

  test('a call that the tables do not know fails and writes to nobody', async () => {
    house.tables.calls.length = 0;
    expect(await house.showCard(sam)).toEqual({
      kind: 'failed',
      cause: `the read tables know no call ${task}`,
    });
    expect(house.teams.requests).toEqual([]);
  });
});

describe('what Teams refuses for the moment', () => {
  beforeEach(async () => {
    await house.deliver(house.teams.activity(sam, { type: 'message', text: 'hi' }));
    house.teams.requests.length = 0;
  });

  test.each([412, 429, 502, 503, 504])(
    '%i is tried again, and then the card is there',
    async (status) => {
      house.teams.faults.push({ status }, { status });
      expect(await house.showCard(sam)).toEqual({ kind: 'done' });
      expect(house.teams.calls).toEqual([
        `POST ${samsChat}`,
        `POST ${samsChat}`,
        `POST ${samsChat}`,
      ]);
      expect(house.clock.waitsMs).toEqual([1_000, 2_000]);
    },
  );

  test('Retry-After is obeyed', async () => {
    house.teams.faults.push({ status: 429, retryAfter: '7' });
    expect(await house.showCard(sam)).toEqual({ kind: 'done' });
    expect(house.clock.waitsMs).toEqual([7_000]);
  });

  test('four attempts are enough: then the effect fails', async () => {
    house.teams.faults.push(...Array.from({ length: 9 }, () => ({ status: 429 })));
    expect(await house.showCard(sam)).toMatchObject({ kind: 'failed' });
    expect(house.teams.calls).toHaveLength(4);
  });

  test('whoever is asked to wait for minutes gives up at once', async () => {
    house.teams.faults.push({ status: 429, retryAfter: '600' });
    expect(await house.showCard(sam)).toMatchObject({ kind: 'failed' });
    expect(house.clock.waitsMs).toEqual([]);
  });

  test('a post whose answer is lost may have happened: it is not repeated blindly', async () => {
    house.teams.faults.push('cut');
    expect(await house.showCard(sam)).toMatchObject({ kind: 'unknown' });
    expect(house.teams.calls).toEqual([`POST ${samsChat}`]);
  });

  test('an update whose answer is lost is repeated, since that does no harm', async () => {
    await house.showCard(sam);
    house.teams.faults.push('cut');
    expect(await house.showCard(sam)).toEqual({ kind: 'done' });
    expect(house.teams.calls.slice(1)).toEqual([
      `PUT ${samsChat}/activity-2`,
      `PUT ${samsChat}/activity-2`,
    ]);
  });

  test('other refusals are final', async () => {
    house.teams.faults.push({ status: 400, code: 'BadSyntax' });
    expect(await house.showCard(sam)).toEqual({
      kind: 'failed',
      cause: '1 of 1 chats: Teams answered 400 BadSyntax',
    });
    expect(house.teams.calls).toHaveLength(1);
  });
});

test('without a token nothing is sent and the cause is what the token source says', async () => {
  const tokens = { accessToken: () => Promise.reject(new Error('the secret has expired')) };
  const tokenless = await openHouse({ tokens });
  tokenless.tables.calls.push(waitingCall);
  expect(await tokenless.showCard(sam)).toEqual({
    kind: 'failed',
    cause: '1 of 1 chats: the secret has expired',
  });
  expect(tokenless.teams.requests).toEqual([]);
  await tokenless.close();
});
