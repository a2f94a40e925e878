import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../../browser/accessibility.ts';
import { SERVICE_PARTS } from '../../../src/tab/shell/routes.ts';
import { setStage, type Stage, STAGE_TIMEOUT_MS, type View } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, STAGE_TIMEOUT_MS);
beforeEach(async () => {
  await stage.begin();
});
afterAll(() => stage.close());

const screens: readonly View[] = [
  { person: 'anna', path: '/tab/my-work' },
  { person: 'sam', path: '/tab/live' },
  { person: 'sam', path: '/tab/live/services/it-helpdesk' },
  { person: 'sam', path: '/tab/live/decisions/d-3' },
  { person: 'admin', path: '/tab/set-up' },
  { person: 'admin', path: '/tab/set-up/services/it-helpdesk' },
  ...SERVICE_PARTS.map((part) => ({
    person: 'admin',
    path: `/tab/set-up/services/it-helpdesk/${part}`,
  })),
  { person: 'admin', path: '/tab/set-up/new-service' },
  { person: 'admin', path: '/tab/set-up/people' },
  { person: 'admin', path: '/tab/set-up/announcements' },
  { person: 'admin', path: '/tab/set-up/organisation' },
  { person: 'admin', path: '/tab/set-up/emergency' },
  { person: 'admin', path: '/tab/set-up/presence-accounts' },
  { person: 'admin', path: '/tab/set-up/readiness' },
  { person: 'ursula', path: '/tab/my-work' },
];

/** Themes and widths in either language, so that each screen is seen in all of them. */
const languages = [
  {
    locale: 'en-gb',
    looks: [
      { theme: 'default', width: 1440 },
      { theme: 'default', width: 320 },
    ],
  },
  {
    locale: 'de-ch',
    looks: [
      { theme: 'dark', width: 720 },
      { theme: 'contrast', width: 320 },
    ],
  },
] as const;

const CLEAN = { faults: [], isTooWide: false };

describe.each(languages)('in $locale, in each theme and width', ({ locale, looks }) => {
  test.each(screens)(
    '$path of $person has no accessibility fault and needs no horizontal scroll',
    async (view) => {
      const [first] = looks;
      const { page, tab } = await stage.open({ ...view, theme: first.theme, locale }, first.width);
      await tab.waitForFunction(() => document.querySelector('.fui-Spinner') === null);
      for (const look of looks) {
        await changeLook(page, look);
        const faults = await accessibilityFaults(tab);
        const overflow = await tab.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect({ look, faults, isTooWide: overflow > 0 }).toEqual({ look, ...CLEAN });
      }
    },
  );
});

interface Look {
  readonly theme: string;
  readonly width: number;
}

/** As Teams does when a person changes its theme or the size of its window. */
async function changeLook(page: Page, { theme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(
    (chosen) => (window as unknown as { changeTheme: (theme: string) => void }).changeTheme(chosen),
    theme,
  );
}

test('every page is reached with the keyboard alone, and the focus can be seen', async () => {
  const { page, tab } = await stage.open({ person: 'sam', path: '/tab/my-work' });
  await tab.getByRole('tab', { name: 'My work' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tab.getByRole('link', { name: 'IT Helpdesk', exact: true }).waitFor();
  await tab.getByRole('heading', { name: 'Live', level: 1 }).waitFor();
  // Above the services a bar says what is wrong outside of Rufwerk, with a link.
  await tab.getByRole('link', { name: 'Open Readiness' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const link = tab.getByRole('link', { name: 'IT Helpdesk', exact: true });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await link.getAttribute('data-fui-focus-visible')).not.toBeNull();
  await page.keyboard.press('Enter');
  await tab.getByRole('heading', { name: 'IT Helpdesk', level: 1 }).waitFor();
});
