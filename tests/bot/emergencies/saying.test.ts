import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { EmergencyId } from '@rufwerk/engine/core';
import { NotAccepted } from '@rufwerk/engine/ports';
import type { PersonDetails } from '@rufwerk/engine/ports';
import { buttonsOf, cardIn, textsOf } from '../stage/card-text.ts';
import { adrian, anna, ben, carla, emma, sam, ursula } from '../stage/contoso.ts';
import { annaCalls, callOver, emergencyId, ended, showEmergency } from '../stage/emergency.ts';
import { openHouse } from '../stage/house.ts';
import type { House } from '../stage/house.ts';

const NOTICE = 'application/vnd.microsoft.activity.message';
const CARD = 'application/vnd.microsoft.card.adaptive';

let house: House;

beforeEach(async () => {
  house = await openHouse();
});

afterEach(() => house.close());

/** Presses a button of the card; resolves with the invoke's answer. */
async function press(person: PersonDetails, verb: string, isKept = true): Promise<unknown> {
  const action = { type: 'Action.Execute', verb, data: { emergencyId, isKept } };
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: { action } };
  const { status, body } = await house.deliver(house.teams.activity(person, invoke));
  expect(status).toBe(200);
  return body;
}

const inWords = (value: unknown): object => ({ statusCode: 200, type: NOTICE, value });

/** Writes to the bot; resolves with the activity that it answered. */
async function write(person: PersonDetails, text: string, locale = 'en-GB'): Promise<object> {
  house.teams.requests.length = 0;
  await house.deliver(house.teams.activity(person, { type: 'message', text, locale }));
  const [request] = house.teams.requests;
  if (request === undefined) throw new Error('The bot kept silent');
  return request.body;
}

describe('“The call has ended”', () => {
  test.each([
    ['the agent', anna],
    ['a supervisor of the agent', sam],
    ['an administrator', adrian],
  ])('%s may say it, and it is known who did', async (_, person) => {
    const said =
      'You said that the call has ended. No calls are offered while a callback may come.';
    expect(await press(person, 'emergency-over')).toEqual(inWords(said));
    expect(house.desk.submitted).toEqual([
      { type: 'EmergencyCallOver', agentId: anna.id, by: person.id, endedAt: null },
    ]);
    await showEmergency(house.bot, [sam]);
    const texts = house.teams.requests.flatMap(({ body }) =>
      'attachments' in body ? textsOf(cardIn(body)) : [],
    );
    expect(texts).toContain(
      `${person.displayName} said at {{TIME(2026-11-21T09:01:00Z)}} that the call has ended.`,
    );
  });

  test.each([
    ['a contact, who decides nothing', carla],
    ['an agent of the same service', ben],
    ['somebody of no service', emma],
  ])('%s is told no more than that there may be none', async (_, person) => {
    const answered = await press(person, 'emergency-over');
    expect(answered).toEqual(
      inWords('This emergency is over, or it is not yours to decide about.'),
    );
    house.desk.views.length = 0;
    expect(await press(person, 'emergency-over')).toEqual(answered);
    expect(house.desk.submitted).toEqual([]);
  });

  test('whom nobody knows is told nothing', async () => {
    expect(await press(ursula, 'emergency-over')).toEqual(
      inWords(expect.stringContaining('not an agent, supervisor')),
    );
  });

  test('said twice, the second is told that it is known', async () => {
    await press(anna, 'emergency-over');
    expect(await press(sam, 'emergency-over')).toEqual(
      inWords('That the call has ended is known already.'),
    );
  });

  test('an answer in the chat, which nobody keeps current, is answered with another', async () => {
    const answered = await press(anna, 'emergency-over', false);
    expect(answered).toMatchObject({ statusCode: 200, type: CARD });
    const { value } = answered as { readonly value: object };
    expect(textsOf(value)).toContain('The call is over');
    expect(buttonsOf(value)).toEqual(['I am ready', 'Open in Rufwerk']);
  });

  test('older clients send the fallback as a message, and are answered in the chat', async () => {
    const value = { verb: 'emergency-over', emergencyId, isKept: true };
    await house.deliver(house.teams.activity(sam, { type: 'message', text: undefined, value }));
    expect(house.teams.requests[0]?.body).toMatchObject({
      text: expect.stringContaining('You said that the call has ended'),
    });
  });
});

describe('“The call goes on”', () => {
  test('asks for another while of Do not disturb', async () => {
    expect(await press(sam, 'emergency-goes-on')).toEqual(
      inWords('You said that the call goes on. Do not disturb is shown for another while.'),
    );
    expect(house.desk.submitted).toEqual([
      { type: 'EmergencyCallGoesOn', agentId: anna.id, by: sam.id },
    ]);
  });

  test('after the call is too late', async () => {
    house.desk.stands(callOver);
    expect(await press(anna, 'emergency-goes-on')).toEqual(
      inWords('The call has ended already. Dialling anew protects anew.'),
    );
  });
});

describe('“I am ready”', () => {
  test('EMG-12: ends the callback window of the agent', async () => {
    house.desk.stands(callOver);
    expect(await press(anna, 'emergency-ready')).toEqual(
      inWords('You are ready: calls are offered again.'),
    );
    expect(house.desk.submitted).toEqual([
      { type: 'CallbackWindowEnded', agentId: anna.id, by: anna.id },
    ]);
  });

  test('is for nobody else to say', async () => {
    house.desk.stands(callOver);
    expect(await press(sam, 'emergency-ready')).toEqual(
      inWords('Only the person who called can say that.'),
    );
    expect(house.desk.submitted).toEqual([]);
  });

  test('during the call is too early', async () => {
    expect(await press(anna, 'emergency-ready')).toEqual(
      inWords(expect.stringContaining('Say first that it has ended')),
    );
  });
});

describe('a press that comes late, or from nowhere', () => {
  test.each(['emergency-over', 'emergency-goes-on', 'emergency-ready'])(
    '%s after the end is answered in words and changes nothing',
    async (verb) => {
      house.desk.stands(ended);
      expect(await press(anna, verb)).toEqual(
        inWords('This emergency is over; nothing is left to do.'),
      );
      house.desk.views.length = 0;
      expect(await press(anna, verb)).toEqual(inWords(expect.stringContaining('is over, or')));
      expect(house.desk.submitted).toEqual([]);
    },
  );

  test.each([{}, { emergencyId: { $ne: null } }, { emergencyId: '../../etc' }])(
    'one that names no emergency is answered in words',
    async (data) => {
      const action = { type: 'Action.Execute', verb: 'emergency-over', data };
      const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: { action } };
      const { body } = await house.deliver(house.teams.activity(anna, invoke));
      expect(body).toEqual(inWords(expect.stringContaining('older card')));
    },
  );

  test('while the engine takes nothing, the person is asked to try again', async () => {
    house.desk.takes = () => {
      throw new NotAccepted('full');
    };
    expect(await press(anna, 'emergency-over')).toEqual(
      inWords('That did not work just now. Please try again in a moment.'),
    );
  });
});

describe('the commands', () => {
  const another = {
    ...annaCalls,
    emergencyId: asId<EmergencyId>('emergency-2'),
    agentId: ben.id,
  };

  test.each([
    ['emergency', 'en-GB'],
    ['911', 'en-GB'],
    ['1 1 2', 'en-GB'],
    ['Notruf', 'de-CH'],
  ])('DEC-9: “%s” shows the agent the own one, without the place', async (text, locale) => {
    const card = cardIn(await write(anna, text, locale));
    expect(buttonsOf(card)).toHaveLength(3);
    expect(textsOf(card)[0]).toMatch(/^Your emergency call|^Ihr Notruf/);
    expect(JSON.stringify(card)).not.toContain('Hauptstrasse');
  });

  test('“emergency” shows a supervisor the one there is, and several as a list', async () => {
    const one = cardIn(await write(sam, 'emergency'));
    expect(textsOf(one)[0]).toBe('Emergency call: Anna Müller');
    expect(JSON.stringify(one)).not.toContain('Hauptstrasse');
    house.desk.views.push(another);
    expect(textsOf(cardIn(await write(sam, 'emergency')))).toEqual(
      expect.arrayContaining([
        'Emergency calls now',
        'Emergency call: Anna Müller',
        'Emergency call: Ben Carter',
      ]),
    );
  });

  test.each([
    ['a supervisor', sam, 'No emergency call is under way in your services.'],
    ['an agent', ben, 'No emergency call of yours is under way.'],
    ['somebody of no service', emma, expect.stringContaining('not an agent, supervisor')],
  ])('“emergency” tells %s that there is nothing', async (_, person, text) => {
    house.desk.views.length = 0;
    expect(await write(person, 'emergency')).toMatchObject({ text });
  });

  test.each(['call over', 'Anruf beendet!'])('“%s” ends the call of the writer', async (text) => {
    house.desk.views.push(another);
    await write(ben, text);
    expect(house.desk.submitted).toMatchObject([{ agentId: ben.id, by: ben.id }]);
  });

  test('“call over” of a supervisor means the only call that stands', async () => {
    house.desk.views.push({ ...another, call: 'over' });
    await write(sam, 'call over');
    expect(house.desk.submitted).toMatchObject([{ agentId: anna.id, by: sam.id }]);
  });

  test('“call over” with several asks which one, and changes nothing', async () => {
    house.desk.views.push(another);
    expect(textsOf(cardIn(await write(sam, 'call over')))).toContain(
      'Several are under way. Press the button on the card of the one you mean.',
    );
    expect(house.desk.submitted).toEqual([]);
  });

  test.each(['ready', 'bereit'])(
    '“%s” is the agent’s own, whoever else has a call',
    async (text) => {
      house.desk.stands(callOver);
      expect(await write(sam, text)).toMatchObject({
        text: 'No emergency call of yours is under way.',
      });
      expect(await write(anna, text)).toMatchObject({
        text: 'You are ready: calls are offered again.',
      });
    },
  );

  test('help names them in both languages', async () => {
    expect(textsOf(cardIn(await write(sam, 'help')))).toEqual(
      expect.arrayContaining(['emergency', 'call over', 'ready']),
    );
    expect(textsOf(cardIn(await write(sam, 'hilfe', 'de-CH')))).toEqual(
      expect.arrayContaining(['notruf', 'anruf beendet', 'bereit']),
    );
  });
});
