/**
 * A Chromium for tests: the machine's own where there is one, else the one inside an npm package,
 * so that `npm test` needs nothing but npm.
 */
import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const OWN = '/usr/bin/chromium';

/** It never goes out into the net by itself, and needs neither sandbox nor graphics card. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whoever launches it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = existsSync(OWN) ? OWN : await sparticuz.executablePath();
  return chromium.launch({ executablePath, args: FLAGS });
}
