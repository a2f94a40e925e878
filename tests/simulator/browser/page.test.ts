import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { startSimulatedTenant } from '../../../src/simulator/index.ts';
import { accessibilityFaults } from '../../browser/accessibility.ts';
import { setPageStage } from './stage.ts';
import type { Looks, PageStage } from './stage.ts';

const aWhileMs = 60_000;
const HELPDESK = '3ff98735-e762-461b-b61d-0561367b55b8';
let stage: PageStage;
let page: Page;

beforeAll(async () => {
  stage = await setPageStage();
}, aWhileMs);

afterAll(() => stage.close(), aWhileMs);

afterEach(async () => {
  await page.context().close();
  await stage.control('POST', '/reset');
});

async function open(looks: Looks = {}): Promise<void> {
  page = await stage.open(looks);
}

const region = (name: string) => page.getByRole('region', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const tabFrame = (): FrameLocator => page.frameLocator('iframe');

/** Waits until an element of the stand-in tab shows a text. */
async function tabShows(id: string, text: string | RegExp): Promise<void> {
  await tabFrame().locator(`#${id}`).filter({ hasText: text }).waitFor();
}

describe('the tab in its frame', () => {
  test('learns person, language, page and theme from the host, and gets a token', async () => {
    await open({ person: 'anna.agent@contoso.example', theme: 'dark', language: 'de' });
    await tabShows('context', 'anna.agent@contoso.example de-ch my-work');
    await tabShows('theme', 'dark');
    await tabShows('token', /^ey/);
  });

  test('hears of another theme without being loaded again', async () => {
    await open();
    await tabShows('context', 'sam.supervisor@contoso.example');
    const loaded = await tabFrame().locator('#loaded').textContent();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('High contrast');
    await tabShows('theme', 'contrast');
    expect(await tabFrame().locator('#loaded').textContent()).toBe(loaded);
  });

  test('is loaded for another person', async () => {
    await open();
    await tabShows('context', 'sam.supervisor@contoso.example');
    await page.getByRole('combobox', { name: 'You are' }).click();
    await page.getByRole('option', { name: /Ben Carter/ }).click();
    await tabShows('context', 'ben.agent@contoso.example');
  });

  test('leads to another page of the app', async () => {
    await open();
    await tabShows('token', /^ey/);
    await tabFrame().getByRole('button', { name: 'Open live' }).click();
    await tabShows('context', 'sam.supervisor@contoso.example en-us live decision-7');
    const live = page.getByRole('tab', { name: 'Live' });
    expect(await live.getAttribute('aria-selected')).toBe('true');
  });
});

describe('Teams clients', () => {
  test('a call rings at its person, is accepted, and is hung up', async () => {
    await open();
    await stage.control('POST', '/people/ben.agent@contoso.example/calls', {
      to: 'anna.agent@contoso.example',
    });
    await button('Accept call from Ben Carter for Anna Müller').click();
    await region('Teams clients').getByText('In a call with Ben Carter').waitFor();
    await button('Presence of Anna Müller: In a call').waitFor();
    await button('Hang up for Anna Müller').click();
    await button('Presence of Anna Müller: Available').waitFor();
  });

  test('a declined call stops ringing', async () => {
    await open({ language: 'de' });
    await stage.control('POST', '/people/ben.agent@contoso.example/calls', {
      to: 'anna.agent@contoso.example',
    });
    const decline = button('Anruf von Ben Carter für Anna Müller ablehnen');
    await decline.click();
    await decline.waitFor({ state: 'detached' });
  });

  test('presence is switched and reset, and seen at once', async () => {
    await open();
    await button('Presence of Carla Schröder: Available').click();
    await page.getByRole('menuitemradio', { name: 'Do not disturb' }).click();
    await button('Presence of Carla Schröder: Do not disturb').click();
    await page.getByRole('menuitem', { name: 'Reset' }).click();
    await button('Presence of Carla Schröder: Available').waitFor();
  });

  test('a client answers by itself when told to, and dials', async () => {
    await open();
    await button('More of the client of Anna Müller').click();
    const incoming = page.getByRole('combobox', { name: 'Incoming calls of Anna Müller' });
    await incoming.selectOption('Answered by itself');
    await button('More of the client of Ben Carter').click();
    await page
      .getByRole('textbox', { name: 'Number to dial for Ben Carter' })
      .fill('anna.agent@contoso.example');
    await button('Dial as Ben Carter').click();
    await button('+10 s: advance the played time').click();
    await region('Teams clients').getByText('In a call with Ben Carter').waitFor();
  });

  test('a search that finds nobody says what to do', async () => {
    await open();
    await page.getByRole('searchbox', { name: 'Find a person' }).fill('nobody at all');
    await page.getByText('Clear the search to see everyone.').waitFor();
  });
});

describe('the telephone', () => {
  test('dials a service by keyboard alone, presses keys and hangs up', async () => {
    await open();
    await page.getByRole('textbox', { name: 'Your number' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const telephone = region('Telephone');
    await telephone.getByRole('status').filter({ hasText: 'Ringing' }).waitFor();
    await telephone.getByText('Sales').first().waitFor();
    await telephone.getByRole('button', { name: '2 ABC' }).click();
    await telephone.getByText('Key 2').waitFor();
    await button('Hang up').click();
    await telephone.getByRole('status').filter({ hasText: 'Call ended' }).waitFor();
    await button('Dial').waitFor();
  });

  test('keeps the story of every call', async () => {
    await open();
    await page.getByText('Choose a service above and press Dial.').waitFor();
    await stage.control('POST', '/calls', { from: '+41790000042', to: '+41440000300' });
    await page.getByRole('button', { name: /Claims \+41 79 000 00 42/ }).click();
    const story = page.getByRole('list', { name: 'What happened' });
    await story.getByText('+41790000042 dialled Claims').waitFor();
    await button('Show on the telephone').click();
    await button('Hang up').waitFor();
  });

  test.each([
    ['en', 'Telephone', /Pick up: IT Helpdesk is calling/, 'plays: Waiting music', 'Key *'],
    ['de', 'Telefon', /Abheben: IT Helpdesk ruft/, 'es läuft: Wartemusik', 'Taste *'],
  ] as const)(
    'in %s, is called back, hears, and presses keys',
    async (language, title, pickUp, hears, pressed) => {
      await open({ language });
      const telephone = region(title);
      const number = '+41790000077';
      await stage.control('PUT', `/telephones/${number}/behaviour`, { answers: 'manual' });
      const { id } = await stage.graph('/communications/calls', {
        callbackUri: 'http://127.0.0.1:1/api/calls',
        source: { identity: { applicationInstance: { id: HELPDESK } } },
        targets: [{ identity: { phone: { id: number } } }],
      });
      await telephone.getByRole('button', { name: pickUp }).click();
      const prompts = [{ mediaInfo: { uri: 'http://127.0.0.1:1/media/waiting-music.wav' } }];
      await telephone
        .getByRole('status')
        .filter({ hasText: /silence|Stille/ })
        .waitFor();
      await stage.graph(`/communications/calls/${id}/playPrompt`, { prompts });
      await telephone.getByRole('status').filter({ hasText: hears }).waitFor();
      await telephone.getByRole('button', { name: language === 'en' ? 'star' : 'Stern' }).click();
      await telephone.getByText(pressed).waitFor();
      await stage.control('DELETE', `/calls/${id}`);
    },
  );

  test('a wrong number is explained and not dialled', async () => {
    await open();
    await page.getByRole('textbox', { name: 'Your number' }).fill('12');
    await page.getByText('An international number, such as +41790000001').waitFor();
    await button('Dial').click();
    await region('Telephone').getByText('No calls yet.').waitFor();
  });
});

describe('the chat', () => {
  test('shows what the bot answers, and another card once its button is pressed', async () => {
    await open();
    await page.getByRole('tab', { name: 'Chat' }).click();
    await page.getByText('No messages yet.').waitFor();
    await page.getByRole('textbox', { name: 'Message to Rufwerk' }).fill('help');
    await button('Send').click();
    await page.getByText('Anna Müller rang first').waitFor();
    await button('Why?').click();
    await page.getByText('Idle longest, 12 minutes').waitFor();
    await page.getByText('Anna Müller rang first').waitFor({ state: 'detached' });
    await page.getByText(/^Updated/).waitFor();
  });

  test('a card leads to a page of the app', async () => {
    await open();
    await page.getByRole('tab', { name: 'Chat' }).click();
    await page.getByRole('textbox', { name: 'Message to Rufwerk' }).fill('help');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Open in the app' }).click();
    await tabShows('context', 'sam.supervisor@contoso.example en-us live');
  });

  test('says that the app is not there for somebody without it', async () => {
    await open({ person: 'ursula.user@contoso.example' });
    await page.getByRole('tab', { name: 'Chat' }).click();
    await page.getByText(/Rufwerk is not installed for/).waitFor();
  });
});

test('says when the played world cannot be heard, and goes on once it can', async () => {
  const { pageDirectory } = stage;
  const first = await startSimulatedTenant({ pageDirectory });
  await open({ url: first.url });
  await button('Dial').waitFor();
  await first.close();
  const alert = page.getByRole('alert').filter({ hasText: 'simulated tenant' });
  await alert.waitFor();
  const second = await startSimulatedTenant({ pageDirectory, port: first.port });
  await alert.waitFor({ state: 'detached' });
  await second.close();
});

describe('everybody can use the page', () => {
  const looks: readonly (Looks & { readonly name: string })[] = [
    { name: 'light, English, wide', theme: 'default', language: 'en' },
    { name: 'dark, German, medium', theme: 'dark', language: 'de', width: 900 },
    { name: 'high contrast, German, 320 px', theme: 'contrast', language: 'de', width: 320 },
    { name: 'dark, English, 320 px', theme: 'dark', language: 'en', width: 320 },
  ];

  test.each(looks)('axe finds nothing and nothing sticks out: $name', async (each) => {
    await stage.control('POST', '/people/ben.agent@contoso.example/calls', {
      to: 'anna.agent@contoso.example',
    });
    await stage.control('POST', '/calls', { from: '+41790000001', to: '+41440000100' });
    await open(each);
    await page.getByRole('tab', { name: 'Chat' }).click();
    await page.getByRole('textbox', { name: /Rufwerk/ }).fill('help');
    await page.keyboard.press('Enter');
    await page.getByText('Anna Müller rang first').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(each.width ?? 1440);
  });
});
