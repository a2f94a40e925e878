/**
 * Takes the pictures of the documents from the running system: `npm run screenshots`. A house of
 * its own is started (the simulated tenant and Rufwerk), so that the pictures show what is, not
 * what was.
 */
import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { House } from '../tests/e2e/house.ts';
import { launchChromium } from './browser/chromium.ts';
import { createCamera, FOLDER } from './screenshots/camera.ts';
import { takeEmergencies } from './screenshots/emergencies.ts';
import { takeEveryday } from './screenshots/everyday.ts';

await mkdir(FOLDER, { recursive: true });
const house = await House.open();
const browser = await launchChromium();
const camera = createCamera(house, browser);
await takeEveryday(house, camera);
await takeEmergencies(house, camera);
await browser.close();
await house.close();
process.exit(0);
