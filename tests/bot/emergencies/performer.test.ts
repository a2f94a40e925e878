import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonDetails } from '@rufwerk/engine/ports';
import { cardIn, textsOf } from '../stage/card-text.ts';
import { anna, carla, sam, sofia } from '../stage/contoso.ts';
import { annaCalls, callOver, ended, PLACE, showEmergency } from '../stage/emergency.ts';
import { openHouse } from '../stage/house.ts';
import type { House } from '../stage/house.ts';

const WHERE = `Where, as Teams tells it: ${PLACE}`;

let house: House;

beforeEach(async () => {
  house = await openHouse();
});

afterEach(() => house.close());

/** Posts and updates in the chat of a person, in order. */
function inChatOf({
  entraId,
}: PersonDetails): { readonly method: string; readonly texts: string[] }[] {
  return house.teams.requests
    .filter(({ path }) => path.includes(`${entraId}/activities`))
    .map(({ method, body }) => ({ method, texts: textsOf(cardIn(body)) }));
}

const methods = (person: PersonDetails): string[] => inChatOf(person).map(({ method }) => method);
const lastTexts = (person: PersonDetails): string[] => inChatOf(person).at(-1)?.texts ?? [];

describe('the card of an emergency', () => {
  test('EMG-20: reaches the supervisor and the agent, each in the own chat and words', async () => {
    expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'done' });
    expect(lastTexts(sam)[0]).toBe('Emergency call: Anna Müller');
    expect(lastTexts(anna)[0]).toBe('Your emergency call: you are protected');
  });

  test('speaks the language of its reader', async () => {
    const german = { type: 'message', text: 'hallo', locale: 'de-CH' };
    await house.deliver(house.teams.activity(sam, german));
    await showEmergency(house.bot, [sam]);
    expect(lastTexts(sam)[0]).toBe('Notruf: Anna Müller');
  });

  test('DEC-9: is posted without the place, which follows once the card can be found', async () => {
    await showEmergency(house.bot, [sam]);
    const [posted, updated, ...rest] = inChatOf(sam);
    expect(posted).toMatchObject({ method: 'POST', texts: expect.not.arrayContaining([WHERE]) });
    expect(updated).toMatchObject({ method: 'PUT', texts: expect.arrayContaining([WHERE]) });
    expect(rest).toEqual([]);
    expect(methods(anna)).toEqual(['POST']);
  });

  test('is updated in place ever after, also after a restart', async () => {
    await showEmergency(house.bot, [sam]);
    house.desk.stands(callOver);
    await showEmergency(house.bot, [sam]);
    await showEmergency(house.restartedBot(), [sam], true);
    expect(methods(sam)).toEqual(['POST', 'PUT', 'PUT', 'PUT']);
    expect(lastTexts(sam)).toContain('The call is over');
  });

  test('a repeat posts only to those who have none yet', async () => {
    house.teams.faultsOf.set(sofia.entraId ?? '', [{ status: 400 }]);
    expect(await showEmergency(house.bot, [sam, sofia])).toMatchObject({
      kind: 'failed',
      cause: '1 of 3 chats: Teams answered 400 ServiceError',
      cards: expect.arrayContaining([{ personId: sofia.id, result: 'failed' }]),
    });
    expect(await showEmergency(house.bot, [sam, sofia])).toMatchObject({ kind: 'done' });
    expect(methods(sam).filter((method) => method === 'POST')).toHaveLength(1);
    expect(methods(sofia).filter((method) => method === 'POST')).toHaveLength(1);
  });

  test('two showings at once, as after one that took too long, make one card', async () => {
    const both = [showEmergency(house.bot, [sam]), showEmergency(house.bot, [sam])];
    expect(await Promise.all(both)).toMatchObject([{ kind: 'done' }, { kind: 'done' }]);
    expect(methods(sam)).toEqual(['POST', 'PUT', 'PUT']);
  });

  test('EMG-20: names who has no Teams account, and who has no app or blocks the bot', async () => {
    const { entraId: _, ...outside } = carla;
    house.people.all[house.people.all.indexOf(carla)] = { ...outside, entraId: null };
    house.teams.faultsOf.set(sofia.entraId ?? '', [{ status: 403, code: 'MessageWritesBlocked' }]);
    expect(await showEmergency(house.bot, [carla, sofia, sam])).toEqual({
      kind: 'done',
      cards: expect.arrayContaining([
        { personId: carla.id, result: 'outside' },
        { personId: sofia.id, result: 'no-app' },
        { personId: sam.id, result: 'sent' },
        { personId: anna.id, result: 'sent' },
      ]),
    });
    expect(lastTexts(sam)).toContain('The call stands');
    expect(house.logged.join()).not.toMatch(/Sofia|Hauptstrasse/);
  });

  test('a post whose answer is lost is unknown, and the card that may be there has no place', async () => {
    await house.deliver(house.teams.activity(sam, { type: 'message', text: 'hi' }));
    house.teams.requests.length = 0;
    house.teams.faultsOf.set(sam.entraId ?? '', ['cut']);
    expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'unknown' });
    expect(inChatOf(sam).map(({ texts }) => texts.includes(WHERE))).toEqual([false]);
  });

  test('one that there is nothing of any more fails and writes to nobody', async () => {
    house.desk.views.length = 0;
    expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'failed' });
    expect(house.teams.requests).toEqual([]);
  });

  test('one chat whose note cannot be read does not keep the card from the others', async () => {
    house.notes.all.set(`bot/chat/${sofia.id}`, 'no JSON');
    expect(await showEmergency(house.bot, [sofia, sam])).toMatchObject({ kind: 'failed' });
    expect(lastTexts(sam)).toContain('The call stands');
  });
});

describe('a bot that Teams throttles', () => {
  test('waits as it is told, and the card is there', async () => {
    house.teams.faultsOf.set(sam.entraId ?? '', [{ status: 429, retryAfter: '2' }]);
    expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'done' });
    expect(house.clock.waitsMs).toEqual([2_000]);
  });

  test('leaves a longer wait to the engine, which asks again', async () => {
    house.teams.faultsOf.set(sam.entraId ?? '', [{ status: 429, retryAfter: '60' }]);
    expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'failed' });
    expect(house.clock.waitsMs).toEqual([]);
  });
});

describe('the place', () => {
  test('DEC-9: told later, it is brought onto the cards that stand', async () => {
    house.desk.place = null;
    await showEmergency(house.bot, [sam]);
    expect(lastTexts(sam)).toContain('Where: Teams has not told.');
    house.desk.place = PLACE;
    await house.bot.emergencyCards.placeTold(anna.id);
    expect(lastTexts(sam)).toContain(WHERE);
    expect(lastTexts(anna)).not.toContain(WHERE);
    expect(methods(sam)).toEqual(['POST', 'PUT']);
  });

  test('told before anybody has the card, it posts none: that is the engine’s to ask', async () => {
    await house.bot.emergencyCards.placeTold(anna.id);
    expect(house.teams.requests).toEqual([]);
  });

  test('that cannot be read keeps no card from anybody', async () => {
    house.desk.placeOf = () => Promise.reject(new Error('the table is locked'));
    expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'done' });
    expect(lastTexts(sam)).toContain('Where: Teams has not told.');
  });

  test('of somebody without an emergency is nobody’s business', async () => {
    await showEmergency(house.bot, [sam]);
    house.teams.requests.length = 0;
    await house.bot.emergencyCards.placeTold(carla.id);
    expect(house.teams.requests).toEqual([]);
  });

  test('DEC-9: leaves every card when the emergency ends, and was never in a note or log', async () => {
    await showEmergency(house.bot, [sam, carla]);
    await house.bot.emergencyCards.placeTold(anna.id);
    expect(JSON.stringify([...house.notes.all])).not.toContain('Hauptstrasse');
    house.desk.stands(ended);
    house.teams.requests.length = 0;
    expect(await showEmergency(house.bot, [sam, carla])).toMatchObject({ kind: 'done' });
    // Whoever keeps the location may be slow to forget it, and tells so when that has been done.
    expect(house.desk.place).toBe(PLACE);
    await house.bot.emergencyCards.placeTold(anna.id);
    expect(house.teams.requests.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'PUT']);
    const [told, noted] = [house.teams.requests, [...house.notes.all]].map((all) =>
      JSON.stringify(all),
    );
    expect(`${told} ${noted} ${house.logged.join()}`).not.toContain('Hauptstrasse');
  });

  test('DEC-9: leaves the card of whoever is no longer told, at once', async () => {
    await showEmergency(house.bot, [sam, carla]);
    await showEmergency(house.bot, [sam]);
    expect(lastTexts(carla).join()).not.toContain('Hauptstrasse');
    await house.bot.emergencyCards.placeTold(anna.id);
    expect(lastTexts(carla).join()).not.toContain('Hauptstrasse');
    house.desk.stands(ended);
    await showEmergency(house.bot, [sam]);
    expect(lastTexts(carla)).toContain('Over');
  });

  test('DEC-9: a card that could not be updated at the end is tried again, one deleted is not', async () => {
    await showEmergency(house.bot, [sam]);
    house.desk.stands(ended);
    house.teams.faultsOf.set(sam.entraId ?? '', [
      { status: 404, code: 'ConversationNotFound' },
      { status: 404, code: 'ActivityNotFoundInConversation' },
    ]);
    expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'failed' });
    expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'done' });
    expect(methods(sam)).toEqual(['POST', 'PUT', 'PUT', 'PUT']);
  });

  test('a card that was deleted in the middle is posted anew, again without the place first', async () => {
    await showEmergency(house.bot, [sam]);
    house.desk.stands({ ...annaCalls, isDrill: false });
    house.teams.faultsOf.set(sam.entraId ?? '', [
      { status: 404, code: 'ActivityNotFoundInConversation' },
    ]);
    expect(await showEmergency(house.bot, [sam])).toMatchObject({ kind: 'done' });
    expect(methods(sam)).toEqual(['POST', 'PUT', 'PUT', 'POST', 'PUT']);
    expect(inChatOf(sam)[3]?.texts).not.toContain(WHERE);
  });
});
