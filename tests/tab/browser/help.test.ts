/** The way to help when Rufwerk itself is in trouble. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { accessibilityFaults } from '../../browser/accessibility.ts';
import type { MockServer } from '../mockServer.ts';
import { setStage, type Stage, STAGE_TIMEOUT_MS, type View } from './stage.ts';

let stage: Stage;
let server: MockServer;
let context: BrowserContext;
let page: Page;
let tab: FrameLocator;

beforeAll(async () => {
  stage = await setStage();
}, STAGE_TIMEOUT_MS);
beforeEach(async () => {
  server = await stage.begin();
  context = await stage.browser.newContext({ locale: 'de-CH' });
  page = await context.newPage();
  tab = page.frameLocator('iframe');
});
afterEach(() => context.close());
afterAll(() => stage.close());

const open = (view: View = {}): Promise<unknown> => page.goto(server.address({ ...view }));

/** The numbers that the tab asked the Teams client around it to call. */
function called(): Promise<unknown[]> {
  return page.evaluate(() => {
    const { asked } = window as unknown as { asked: { func: string; args: unknown[] }[] };
    return asked.filter(({ func }) => func === 'call.startCall').map(({ args }) => args[0]);
  });
}

async function callForHelp(number: string): Promise<void> {
  await tab.getByRole('button', { name: 'Emergency call' }).click();
  await tab.getByRole('button', { name: `Call ${number} now` }).click();
}

test('EMG-10, DEC-8: Teams calls for help while the server is down from the start', async () => {
  server.world.isDown = true;
  await open({ locale: 'en-gb' });
  await callForHelp('999');
  await tab.getByText('Teams calls 999', { exact: false }).waitFor();
  expect(await called()).toEqual([{ targets: ['4:999'] }]);
  await tab.getByText('Rufwerk could not be told of the emergency', { exact: false }).waitFor();
  await tab.getByText('Rufwerk cannot be reached', { exact: true }).waitFor();
  // What was dialled stays in sight however often the page tries again.
  await tab.getByText('Teams calls 999', { exact: false }).waitFor();
  const frame = page.frames().at(-1) ?? page;
  expect(await accessibilityFaults(frame)).toEqual([]);
});

test('once Rufwerk can be told again the screen of the emergency is there by itself', async () => {
  server.world.isDown = true;
  await open({ locale: 'en-gb' });
  await callForHelp('999');
  await tab.getByText('Rufwerk cannot be reached', { exact: true }).waitFor();
  server.world.isDown = false;
  await tab.getByRole('button', { name: 'Tell Rufwerk again' }).click();
  await tab.getByRole('heading', { name: 'Emergency call in progress' }).waitFor();
  expect(await called()).toHaveLength(1);
});

test('the numbers that the server told last are offered without it', async () => {
  server.world.emergencyNumbers = ['118'];
  await open();
  await tab.getByRole('button', { name: 'Emergency call' }).click();
  await tab.getByRole('button', { name: 'Call 118 now' }).waitFor();
  server.world.isDown = true;
  await page.reload();
  await callForHelp('118');
  expect(await called()).toEqual([{ targets: ['4:118'] }]);
});

test('DEC-8: who cannot be signed in can call for help all the same', async () => {
  await open({ consent: 'refused', locale: 'en-us' });
  await tab.getByRole('heading', { name: 'Rufwerk needs your agreement' }).waitFor();
  await callForHelp('911');
  await tab.getByText('Teams calls 911', { exact: false }).waitFor();
  expect(await called()).toEqual([{ targets: ['4:911'] }]);
  expect(server.world.asked).toEqual([]);
});

test('a tab that could not even begin gives the numbers of the browser’s country', async () => {
  await page.route('**/tab/config.json', (route) => route.abort());
  await open();
  await tab.getByRole('heading', { name: 'Rufwerk konnte nicht starten' }).waitFor();
  await tab.getByRole('button', { name: 'Notruf' }).click();
  await tab.getByRole('button', { name: '144 jetzt anrufen' }).click();
  const link = tab.getByRole('link', { name: '144' });
  expect(await link.getAttribute('href')).toBe('tel:144');
});

describe('in a plain browser, outside Teams', () => {
  const LINK = 'https://teams.microsoft.com/l/call/0/0?users=4:144';

  test('DEC-8: Teams is opened for the call, and the number can be dialled by hand', async () => {
    await context.route('https://teams.microsoft.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: 'Teams' }),
    );
    await page.goto(server.bareAddress);
    await page.getByRole('heading', { name: 'Öffnen Sie Rufwerk in Microsoft Teams' }).waitFor();
    await page.getByRole('button', { name: 'Notruf' }).click();
    await page.getByText('benachrichtigt niemanden', { exact: false }).waitFor();
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: '144 jetzt anrufen' }).click();
    expect((await opened).url()).toBe(LINK);
    await page.getByText('Teams ruft 144 an', { exact: false }).waitFor();
    const link = page.getByRole('link', { name: '144' });
    expect(await link.getAttribute('href')).toBe('tel:144');
    expect(server.world.asked).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('a window that the browser does not open leaves the number to dial by hand', async () => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.goto(server.bareAddress);
    await page.getByRole('button', { name: 'Notruf' }).click();
    await page.getByRole('button', { name: '144 jetzt anrufen' }).click();
    await page.getByText('Teams hat den Anruf an 144 nicht begonnen').waitFor();
    await page.getByRole('link', { name: '144' }).waitFor();
  });
});
