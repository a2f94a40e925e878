import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { accessibilityFaults } from '../../browser/accessibility.ts';
import { setPageStage } from './stage.ts';
import type { Looks, PageStage } from './stage.ts';

const aWhileMs = 60_000;
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

const button = (name: string) => page.getByRole('button', { name, exact: true });
const tabFrame = (): FrameLocator => page.frameLocator('iframe');

/** Waits until an element of the stand-in tab shows a text. */
async function tabShows(id: string, text: string | RegExp): Promise<void> {
  await tabFrame().locator(`#${id}`).filter({ hasText: text }).waitFor();
}

describe('emergency calls', () => {
  test.each([
    ['en', 'Call back: Anna Müller', 'Line drops: Anna Müller', 'Emergency call'],
    ['de', 'Zurückrufen: Anna Müller', 'Leitung bricht ab: Anna Müller', 'Notruf'],
  ] as const)(
    'in %s, from the tab: the service sees a number, and calls it back',
    async (language, callBack, drop, emergencyCall) => {
      await open({ person: 'anna.agent@contoso.example', language });
      await tabShows('token', /^ey/);
      await tabFrame().getByRole('button', { name: 'Call 112' }).click();
      await tabShows('called', 'true');
      await page.getByText(`${emergencyCall} 112`).waitFor();
      const service = page.getByRole('group', { name: 'Anna Müller' });
      await service.getByText('+41 44 000 04 11').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await button(drop).click();
      await page.getByText(`${emergencyCall} 112`).waitFor({ state: 'detached' });
      await button(callBack).click();
      const rings = language === 'en' ? /Accept call from/ : /annehmen$/;
      await page.getByRole('button', { name: rings }).click();
      await page.getByText(/(In a call with|Im Gespräch mit) \+41 44 999 01 12/).waitFor();
    },
  );

  test('a number that the app opens is dialled', async () => {
    await open({ person: 'ben.agent@contoso.example' });
    await tabShows('token', /^ey/);
    await tabFrame().getByRole('button', { name: 'Open tel:144' }).click();
    await page.getByText('Emergency call 144').waitFor();
    await page.getByRole('group', { name: 'Emergency call of Ben Carter' }).waitFor();
  });
});

test('the activity feed shows what was put into it, and leads to the app', async () => {
  await open({ person: 'sam.supervisor@contoso.example' });
  await page.getByRole('tab', { name: 'Activity' }).click();
  await page.getByText('No activity yet.').waitFor();
  const path = '/users/sam.supervisor@contoso.example/teamwork/sendActivityNotification';
  const webUrl = 'https://teams.microsoft.com/l/entity/some-app/live';
  await stage.graph(path, {
    topic: { source: 'text', value: 'Emergency call', webUrl },
    activityType: 'emergencyCall',
    previewText: { content: 'Anna Müller is in an emergency call' },
  });
  await page.getByText('Anna Müller is in an emergency call').waitFor();
  await button('Open').click();
  await tabShows('context', 'sam.supervisor@contoso.example en-us live');
});
