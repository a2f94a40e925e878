import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonDetails } from '@rufwerk/engine/ports';
import { buttonsOf, cardIn, textsOf } from './stage/card-text.ts';
import * as contoso from './stage/contoso.ts';
import { openHouse } from './stage/house.ts';
import type { House } from './stage/house.ts';

const { adrian, anna, annaWins, emma, offerTo, sam, ursula, waitingCall } = contoso;

let house: House;

beforeEach(async () => {
  house = await openHouse();
});

afterEach(() => house.close());

function oneDecision(): void {
  house.tables.calls.push(waitingCall);
  house.tables.decisions.push(annaWins);
  house.tables.offers.push(offerTo(anna, annaWins, null));
}

/** Writes to the bot; resolves with the activity that it answered, if any. */
async function write(
  person: PersonDetails,
  text: string,
  fields: object = {},
): Promise<Readonly<Record<string, unknown>> | undefined> {
  house.teams.requests.length = 0;
  const activity = house.teams.activity(person, { type: 'message', text, ...fields });
  expect((await house.deliver(activity)).status).toBe(200);
  return house.teams.requests[0]?.body;
}

/** Presses a button; resolves with the invoke's answer. */
async function press(person: PersonDetails, verb: string, data: object): Promise<unknown> {
  house.teams.requests.length = 0;
  const action = { type: 'Action.Execute', verb, data };
  const value = { action, trigger: 'manual' };
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', value };
  const { status, body } = await house.deliver(house.teams.activity(person, invoke));
  expect(status).toBe(200);
  expect(house.teams.requests).toEqual([]);
  return body;
}

const textsAnswered = async (person: PersonDetails, text: string): Promise<string[]> =>
  textsOf(cardIn(await write(person, text)));

describe('words to the bot', () => {
  test.each(['help', 'Help!', ' hilfe ', '?'])('“%s” says what it can do', async (text) => {
    const answered = cardIn(await write(sam, text));
    expect(textsOf(answered)).toEqual(
      expect.arrayContaining(['status', 'why', 'why and an id', 'help']),
    );
    expect(buttonsOf(answered)).toEqual(['Status', 'Last decision', 'Open in Rufwerk']);
  });

  test.each(['hi', 'Hello', 'Grüezi!', 'guten  Tag'])('“%s” is greeted back', async (text) => {
    expect((await textsAnswered(sam, text))[0]).toBe('Hello! This is what you can ask me.');
  });

  test('what it does not understand is said, with what it can do', async () => {
    const [intro, ...rest] = await textsAnswered(sam, 'make me a **coffee**');
    expect(intro).toContain('make me a **coffee**');
    expect(rest.length).toBeGreaterThan(2);
  });

  test('German is answered to German clients, English to all others', async () => {
    const german = await write(sam, 'status', { locale: 'de-CH' });
    expect(textsOf(cardIn(german))[0]).toBe('Services jetzt');
    const french = await write(sam, 'status', { locale: 'fr-FR' });
    expect(textsOf(cardIn(french))[0]).toBe('Services now');
  });

  test('in a team it asks for a personal chat and remembers nothing', async () => {
    const conversation = { id: '19:team@thread.tacv2', conversationType: 'channel' };
    const answered = await write(sam, 'status', { conversation });
    expect(answered).toMatchObject({ text: expect.stringContaining('personal chat') });
    expect(house.notes.all.size).toBe(0);
  });
});

describe('status', () => {
  test('a supervisor sees waiting calls and who can be offered calls', async () => {
    const texts = await textsAnswered(sam, 'status');
    expect(texts).toEqual([
      'Services now',
      'IT Helpdesk',
      '2 calls are waiting, the longest for 1 min.',
      '2 of 4 can be offered calls',
      'Ready: Anna Müller, Ben Carter.',
      'Not now: 1 in a call, 1 off duty.',
    ]);
  });

  test('an administrator sees every service, an agent only those served', async () => {
    expect(await textsAnswered(adrian, 'status')).toEqual(
      expect.arrayContaining(['IT Helpdesk', 'Sales']),
    );
    const ofAnna = await textsAnswered(anna, 'status');
    expect(ofAnna).toContain('IT Helpdesk');
    expect(ofAnna).not.toContain('Sales');
  });

  test.each([
    ['of no service', emma],
    ['whom nobody knows', ursula],
  ])('a person %s is told why there is nothing', async (_, person) => {
    for (const text of ['status', 'why']) {
      const answered = await write(person, text);
      expect(answered).toMatchObject({ text: expect.stringContaining('not an agent, supervisor') });
    }
  });

  test('its button brings it up to date in place', async () => {
    const answered = await press(sam, 'status', {});
    expect(answered).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect(textsOf(answered)).toContain('IT Helpdesk');
  });
});

describe('why', () => {
  test.each(['why', 'Why?', 'warum ?'])('“%s” explains the last decision in full', async (text) => {
    oneDecision();
    const texts = await textsAnswered(sam, text);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Why? IT Helpdesk',
        'Call from +41790000001',
        expect.stringMatching(/^Anna Müller was chosen: idle longest .* of 2 who/),
        'Carla Schröder',
        'in a call in Teams (InACall)',
        'Teams: Busy (InACall), seen 3 s before',
        'David Lefèvre',
        expect.stringMatching(/^off duty, since \{\{TIME\(.*\)\}\}$/),
      ]),
    );
  });

  test('with an id it explains that decision', async () => {
    oneDecision();
    house.tables.decisions.push(contoso.benWins);
    expect(await textsAnswered(sam, 'why d-1')).toContain('Anna Müller');
    expect((await textsAnswered(sam, 'why'))[2]).toContain('Ben Carter was chosen');
  });

  test('an agent is told names and reasons, no caller and no presence', async () => {
    oneDecision();
    const texts = await textsAnswered(anna, 'why');
    expect(texts).toContain('Carla Schröder');
    expect(texts.join()).not.toContain('+41790000001');
    expect(texts.join()).not.toContain('seen 3 s before');
  });

  test('a decision of another service is as unknown as one that never was', async () => {
    oneDecision();
    house.tables.decisions[0] = { ...annaWins, serviceId: contoso.sales };
    const foreign = await write(sam, 'why d-1');
    const invented = await write(sam, 'why d-99');
    expect(foreign).toMatchObject({ text: 'I find no such decision in your services.' });
    expect(invented?.['text']).toBe(foreign?.['text']);
  });

  test('before the first call it says that there is none', async () => {
    expect(await write(sam, 'why')).toMatchObject({
      text: 'No call has been decided in your services yet.',
    });
  });
});

describe('buttons of a decision card', () => {
  test('“Why?” answers with the full decision, whose “Less” leads back', async () => {
    oneDecision();
    const full = (await press(sam, 'why', { taskId: 't-1', decisionId: 'd-1' })) as {
      readonly value: object;
    };
    expect(full).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
    });
    expect(buttonsOf(full.value)).toEqual(['Less', 'Open in Rufwerk']);
    const short = await press(sam, 'decision', { taskId: 't-1' });
    expect(textsOf(short)).toContain('Offered to Anna Müller');
  });

  test('older clients send the fallback as a message, and get the card as one', async () => {
    oneDecision();
    const value = { verb: 'why', taskId: 't-1', decisionId: 'd-1' };
    const answered = await write(sam, '', { text: undefined, value });
    expect(textsOf(cardIn(answered))).toContain('Why? IT Helpdesk');
  });

  test('a card that was passed on tells its new reader nothing', async () => {
    oneDecision();
    for (const [verb, data] of [
      ['why', { taskId: 't-1', decisionId: 'd-1' }],
      ['decision', { taskId: 't-1' }],
    ] as const) {
      expect(await press(emma, verb, data)).toEqual({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: 'I find no such decision in your services.',
      });
    }
  });

  test.each([
    ['an unknown verb', 'explode', {}],
    ['no decision', 'why', {}],
    ['a decision that is no id', 'why', { decisionId: { $ne: null } }],
    ['a task that is no id', 'decision', { taskId: '../../etc' }],
  ])('a button with %s is answered in words', async (_, verb, data) => {
    expect(await press(sam, verb, data)).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
    });
  });
});

describe('installation', () => {
  const install = (): object => ({
    ...house.teams.activity(sam, { type: 'installationUpdate', action: 'add', locale: 'de-DE' }),
  });
  const join = (): object => ({
    ...house.teams.activity(sam, { type: 'conversationUpdate', locale: 'de-DE' }),
    membersAdded: [{ id: `28:${contoso.appId}` }],
  });

  test('is welcomed once, however often Teams tells of it', async () => {
    await Promise.all([house.deliver(install()), house.deliver(join())]);
    await house.deliver(install());
    expect(house.teams.requests).toHaveLength(1);
    expect(textsOf(cardIn(house.teams.requests[0]?.body))[0]).toContain('Hallo, ich bin Rufwerk');
  });

  test('removed and installed again, it says hello again', async () => {
    await house.deliver(install());
    await house.deliver({ ...install(), action: 'remove' });
    await house.deliver(install());
    expect(house.teams.requests).toHaveLength(2);
  });

  test('somebody else joining is no installation', async () => {
    await house.deliver({ ...join(), membersAdded: [{ id: '29:somebody' }] });
    expect(house.teams.requests).toEqual([]);
  });
});

test('a store that fails is an apology to the person and an error in the log', async () => {
  house.tables.listDecisions = () => Promise.reject(new Error('disk is gone'));
  expect(await write(sam, 'why')).toMatchObject({ text: expect.stringContaining('did not work') });
  expect(house.logged).toEqual([expect.stringContaining('The bot failed at a question')]);
});
