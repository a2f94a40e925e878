import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MockServer } from '../mockServer.ts';
import { setStage, type Stage, STAGE_TIMEOUT_MS } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let server: MockServer;

beforeAll(async () => {
  stage = await setStage();
}, STAGE_TIMEOUT_MS);
beforeEach(async () => {
  server = await stage.begin();
});
afterAll(() => stage.close());

describe('the tab', () => {
  test('tells Teams when it is shown', async () => {
    const { page } = await stage.open();
    const notified = await page.evaluate(
      () => (window as unknown as { notified: string[] }).notified,
    );
    expect(notified).toContain('appInitialization.appLoaded');
    expect(notified).toContain('appInitialization.success');
  });

  test('outside Teams it says where to open it, and asks the server nothing', async () => {
    const page = await stage.browser.newPage();
    await page.goto(server.bareAddress);
    await page.getByRole('heading', { name: 'Open Rufwerk in Microsoft Teams' }).waitFor();
    expect(server.world.asked).toEqual([]);
    await page.close();
  });

  test('asks for consent in words, and goes on once it is granted', async () => {
    const { tab } = await stage.open({ consent: 'needed' });
    await tab.getByRole('heading', { name: 'Rufwerk needs your agreement' }).waitFor();
    expect(server.world.asked).toEqual([]);
    await tab.getByRole('button', { name: 'Grant access' }).click();
    await tab.getByRole('heading', { name: 'My work', level: 1 }).waitFor();
  });

  test('says when access was not granted, and can be asked again', async () => {
    const { tab } = await stage.open({ consent: 'refused' });
    await tab.getByRole('button', { name: 'Grant access' }).click();
    await tab.getByText('Access was not granted').waitFor();
    await tab.getByRole('button', { name: 'Grant access' }).waitFor();
    expect(server.world.asked).toEqual([]);
  });

  test('renews a token that the server does not take any more', async () => {
    const { tab } = await stage.open();
    await until(() => server.world.streams === 1);
    const [first] = server.world.asked;
    const token = String(first?.headers.authorization).replace('Bearer ', '');
    server.world.refusedTokens.add(token);
    await tab.getByRole('switch', { name: 'On duty' }).click();
    await tab.getByRole('heading', { name: 'Off duty' }).waitFor();
    const tokens = new Set(server.world.commands().map(({ headers }) => headers.authorization));
    expect(tokens.size).toBe(2);
  });

  test('changes its theme while it is open', async () => {
    const { page, tab } = await stage.open();
    const background = (): Promise<string> =>
      tab.getByRole('navigation').evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background()).toBe('rgb(255, 255, 255)');
    await page.evaluate(() =>
      (window as unknown as { changeTheme: (theme: string) => void }).changeTheme('contrast'),
    );
    await tab.waitForFunction(
      () =>
        getComputedStyle(document.querySelector('nav') as Element).backgroundColor ===
        'rgb(0, 0, 0)',
    );
    expect(await background()).toBe('rgb(0, 0, 0)');
  });

  test('lets the browser paint its own parts by Teams’ theme, not by the system’s', async () => {
    const { page, tab } = await stage.open({ theme: 'dark' });
    const scheme = (): Promise<string> =>
      tab.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await scheme()).toBe('dark');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() =>
      (window as unknown as { changeTheme: (theme: string) => void }).changeTheme('default'),
    );
    await tab.waitForFunction(
      () => getComputedStyle(document.documentElement).colorScheme === 'light',
    );
    expect(await scheme()).toBe('light');
  });

  test('says from when the shown data is while the connection is lost, and resumes', async () => {
    const { tab } = await stage.open();
    await until(() => server.world.streams === 1);
    server.world.isDown = true;
    server.dropStreams();
    await tab.getByText('The connection is lost. What you see is from 10:12 AM.').waitFor();
    await tab.getByRole('heading', { name: 'Not ready' }).waitFor();
    server.world.isDown = false;
    server.world.myWork = { ...server.world.myWork, state: 'ready' };
    await tab.getByText('The connection is lost.', { exact: false }).waitFor({ state: 'detached' });
    await tab.getByRole('heading', { name: 'Ready', exact: true }).waitFor();
  });

  test('never polls: while nothing happens it asks the server nothing', async () => {
    const { page, tab } = await stage.open({ person: 'sam', path: '/tab/live' });
    await tab.getByRole('heading', { name: 'Latest decisions' }).waitFor();
    await until(() => server.world.streams === 1);
    const before = server.world.asked.length;
    // Real time, but only as long as an eager tab would need to give itself away.
    await page.waitForTimeout(2_500);
    expect(server.world.asked.length).toBe(before);
  });

  test('a server that is down is told with a way to try again', async () => {
    server.world.isDown = true;
    const context = await stage.browser.newContext();
    const page = await context.newPage();
    await page.goto(server.address());
    const tab = page.frameLocator('iframe');
    await tab.getByText('Rufwerk cannot be reached').waitFor();
    server.world.isDown = false;
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('heading', { name: 'My work', level: 1 }).waitFor();
    await context.close();
  });
});
