/** `npm run icons`: draws the app package's icons from their SVG, in the sizes Teams asks for. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium } from './browser/chromium.ts';

const folder = path.resolve(import.meta.dirname, '../appPackage');
const icons = [
  { name: 'color', sizePx: 192 },
  { name: 'outline', sizePx: 32 },
];

const browser = await launchChromium();
try {
  for (const { name, sizePx } of icons) {
    const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
    const svg = await readFile(path.join(folder, `${name}.svg`), 'utf8');
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await page.screenshot({ path: path.join(folder, `${name}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}
