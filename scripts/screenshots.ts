/**
 * Takes the pictures of the README from the running system: `npm run screenshots`. A house of its
 * own is started (the simulated tenant and Rufwerk), so that the pictures show what is, not what
 * was.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { HELP_DESK, upn } from '../tests/e2e/control.ts';
import { House } from '../tests/e2e/house.ts';
import { launchChromium } from './browser/chromium.ts';

const FOLDER = path.resolve(import.meta.dirname, '../docs/screenshots');

interface Picture {
  readonly name: string;
  readonly person: string;
  readonly theme?: string;
  readonly language?: string;
  /** The tab's page to open, by its name on screen. */
  readonly page: string;
  readonly chat?: boolean;
}

const PICTURES: readonly Picture[] = [
  { name: 'my-work', person: 'anna.agent', page: 'My work' },
  { name: 'live', person: 'sam.supervisor', page: 'Live' },
  { name: 'set-up', person: 'admin', page: 'Set-up' },
  { name: 'chat', person: 'sam.supervisor', page: 'Live', chat: true },
  { name: 'dark-german', person: 'sam.supervisor', theme: 'dark', language: 'de', page: 'Live' },
];

await mkdir(FOLDER, { recursive: true });
const house = await House.open();
const browser = await launchChromium();
for (const agent of ['ben', 'carla', 'david']) {
  await house.control.presence(upn(`${agent}.agent`), 'Busy', agent === 'ben' ? 'InACall' : 'Busy');
}
await house.control.advance(5);
const id = await house.control.dial(HELP_DESK);
await house.control.ringing(id);
for (const picture of PICTURES) await take(browser, picture);
await browser.close();
await house.close();
process.exit(0);

async function take(chromium: Browser, picture: Picture): Promise<void> {
  const viewport = { width: 1440, height: 900 };
  const page = await chromium.newPage({ viewport, locale: picture.language ?? 'en' });
  const address = new URL(house.tenant.url);
  address.search = new URLSearchParams({
    person: upn(picture.person),
    theme: picture.theme ?? 'default',
    language: picture.language ?? 'en',
  }).toString();
  await page.goto(address.href);
  const tab = page.frameLocator('iframe');
  await tab.getByRole('tab', { name: picture.page }).click();
  if (picture.page === 'Set-up') await tab.getByRole('link', { name: /IT Helpdesk/ }).click();
  if (picture.chat === true) await page.getByRole('tab', { name: /^Chat/ }).click();
  // Fonts, frames and the live stream have settled by then.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: path.join(FOLDER, `${picture.name}.png`) });
  await page.close();
}
