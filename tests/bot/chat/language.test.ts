import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { anna, ben, sam } from '../stage/contoso.ts';
import { type House, openHouse } from '../stage/house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

test('EMG-21: mails and activities learn a person’s language from their chat', async () => {
  const says = { type: 'message', text: 'status' };
  await house.deliver(house.teams.activity(sam, { ...says, locale: 'de-CH' }));
  await house.deliver(house.teams.activity(anna, { ...says, locale: 'en-GB' }));
  expect(await house.bot.languageOf(sam.id)).toBe('de');
  expect(await house.bot.languageOf(anna.id)).toBe('en');
  expect(await house.bot.languageOf(ben.id)).toBeNull();
  expect(await house.restartedBot().languageOf(sam.id)).toBe('de');
});
