import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../../browser/accessibility.ts';
import { presence } from '../contoso.ts';
import { annasEmergency, annasWindow, bensDrill } from '../contosoEmergency.ts';
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

/** What the tab asked of the Teams client around it. */
function askedOfTeams(page: Page, name: string): Promise<unknown[]> {
  return page.evaluate((func) => {
    const { asked } = window as unknown as { asked: { func: string; args: unknown[] }[] };
    return asked.filter((each) => each.func === func).map(({ args }) => args[0]);
  }, name);
}

const paths = (): string[] => server.world.commands().map(({ path }) => path);

describe('the emergency button', () => {
  test('EMG-10: Enter and Enter call the first number, and Rufwerk is told at once', async () => {
    const { page, tab } = await stage.open();
    await tab.getByRole('button', { name: 'Emergency call' }).focus();
    await page.keyboard.press('Enter');
    await tab.getByRole('button', { name: 'Call 112 now' }).waitFor();
    await tab.locator('button:focus', { hasText: '112' }).waitFor();
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Emergency call in progress' }).waitFor();
    await tab.locator('h2:focus', { hasText: 'Emergency call in progress' }).waitFor();
    await page.keyboard.press('Tab');
    await tab.locator('button:focus', { hasText: 'Open the call in Teams' }).waitFor();
    expect(await askedOfTeams(page, 'call.startCall')).toEqual([{ targets: ['4:112'] }]);
    expect(server.world.commands()).toMatchObject([
      { method: 'POST', path: '/my-work/emergency', body: { isDrill: false } },
    ]);
  });

  test('is the first thing below the navigation that the keyboard reaches', async () => {
    const { page, tab } = await stage.open();
    await tab.getByRole('tab', { name: 'My work' }).focus();
    await page.keyboard.press('Tab');
    await tab.locator('button:focus', { hasText: 'Emergency call' }).waitFor();
  });

  test.each([320, 1200])('stays in sight at %i px when the page is scrolled', async (width) => {
    const { tab } = await stage.open({}, width);
    await tab.getByRole('heading', { name: 'Today' }).waitFor();
    await tab.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const box = await tab.getByRole('button', { name: 'Emergency call' }).evaluate((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return { top, bottom, left, right };
    });
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(900);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(width);
  });

  test('DEC-8: where Teams places no calls for tabs its call link is opened', async () => {
    const { page, tab } = await stage.open({ calls: 'none' });
    await tab.getByRole('button', { name: 'Emergency call' }).click();
    await tab.getByRole('button', { name: 'Call 144 now' }).click();
    await tab.getByRole('heading', { name: 'Emergency call in progress' }).waitFor();
    expect(await askedOfTeams(page, 'executeDeepLink')).toEqual([
      'https://teams.microsoft.com/l/call/0/0?users=4:144',
    ]);
  });

  test('a call that Teams refuses leaves the number to dial by hand', async () => {
    const { tab } = await stage.open({ calls: 'refused' });
    await tab.getByRole('button', { name: 'Emergency call' }).click();
    await tab.getByRole('button', { name: 'Call 112 now' }).click();
    await tab.getByText('Teams did not start the call to 112').waitFor();
    const link = tab.getByRole('link', { name: '112' }).first();
    expect(await link.getAttribute('href')).toBe('tel:112');
  });

  test('a server that is down does not stand in the way of the call, and it is told', async () => {
    const { page, tab } = await stage.open();
    await tab.getByRole('button', { name: 'Emergency call' }).click();
    await tab.getByRole('button', { name: 'Call 112 now' }).waitFor();
    server.world.isDown = true;
    await tab.getByRole('button', { name: 'Call 112 now' }).click();
    await tab.getByText('Rufwerk could not be told of the emergency', { exact: false }).waitFor();
    await tab.getByText('Teams calls 112', { exact: false }).waitFor();
    expect(await askedOfTeams(page, 'call.startCall')).toEqual([{ targets: ['4:112'] }]);
    server.world.isDown = false;
    await tab.getByRole('button', { name: 'Tell Rufwerk again' }).click();
    await tab.getByRole('heading', { name: 'Emergency call in progress' }).waitFor();
    expect(await askedOfTeams(page, 'call.startCall')).toHaveLength(1);
    expect(await tab.getByText('Teams calls 112', { exact: false }).count()).toBe(0);
  });

  test('without numbers from the server those of the country of the person’s Teams', async () => {
    server.world.emergencyNumbers = [];
    const { tab } = await stage.open({ locale: 'en-gb' });
    await tab.getByRole('button', { name: 'Emergency call' }).click();
    await tab.getByRole('button', { name: 'Call 999 now' }).waitFor();
  });
});

describe('during an emergency call', () => {
  const inCall = (part: Partial<typeof annasEmergency> = {}): void =>
    server.world.become({
      state: 'in-an-emergency',
      emergency: { ...annasEmergency, ...part },
    });

  test('EMG-15, EMG-16: the warning, the call in Teams and its end are all there is', async () => {
    inCall();
    const { page, tab } = await stage.open();
    const screen = tab.getByRole('region', { name: 'Emergency call in progress' });
    await screen.getByRole('alert').getByText('No calls are offered to you').waitFor();
    await screen.getByText('4:00 min').waitFor();
    for (const gone of ['Your state', 'My services', 'Teams status', 'Today', 'Choices']) {
      expect(await tab.getByRole('region', { name: gone }).count()).toBe(0);
    }
    expect(await tab.getByRole('switch').count()).toBe(0);
    expect(await tab.getByRole('button', { name: 'The call goes on' }).count()).toBe(0);
    await screen.getByRole('button', { name: 'Open the call in Teams' }).click();
    await page.waitForFunction(() => {
      const { notified } = window as unknown as { notified: string[] };
      return notified.includes('executeDeepLink');
    });
    expect(await askedOfTeams(page, 'call.startCall')).toEqual([]);
  });

  test('EMG-18: who has been told, in which way, and what failed', async () => {
    inCall();
    const { tab } = await stage.open();
    await tab.getByText('mail: sent').waitFor();
    await tab.getByText('Teams: on its way').waitFor();
    await tab.getByText('mail: failed, tried again at 10:13').waitFor();
    await tab.getByText('Teams: given up, tell them yourself').waitFor();
    await tab.getByText('card: impossible, Rufwerk is not installed in their Teams').waitFor();
  });

  test('EMG-20: without contacts nothing is said of supervisors being told nothing', async () => {
    inCall({ notices: [] });
    const { tab } = await stage.open();
    await tab
      .getByText('Supervisors, or without any the administrators, see it under Live.')
      .waitFor();
    expect(await tab.getByText('nobody has been told').count()).toBe(0);
  });

  const pool = annasWindow.callback;
  test.each([
    { way: 'own number', callback: annasEmergency.callback, call: 'shown', isAsked: true },
    { way: 'own number', callback: annasEmergency.callback, call: 'watched', isAsked: false },
    { way: 'pool', callback: { ...pool, wasAskedFor: true }, call: 'shown', isAsked: false },
    {
      way: 'pool unasked',
      callback: { ...pool, wasAskedFor: false },
      call: 'shown',
      isAsked: true,
    },
  ] as const)(
    'DEC-6: while $call, with the callback to the $way, to say its end is asked for: $isAsked',
    async ({ callback, call, isAsked }) => {
      inCall({ callback: { ...callback, rung: [] }, call });
      const { tab } = await stage.open();
      await tab.getByRole('button', { name: 'The call has ended' }).waitFor();
      const asked = tab.getByText('Say so as soon as the call has ended');
      expect(await asked.count()).toBe(isAsked ? 1 : 0);
    },
  );

  test('in the last three minutes it asks whether the call goes on', async () => {
    inCall({ shownUntil: new Date(Date.parse(annasEmergency.shownUntil) - 8 * 60_000).toJSON() });
    const { tab } = await stage.open();
    await tab.getByText('At 10:15 AM Rufwerk takes its Do not disturb away').waitFor();
    await tab.getByRole('button', { name: 'The call goes on' }).click();
    await until(() => paths().includes('/my-work/emergency/goes-on'));
  });

  test('an exhausted pool is told while one can still say another number', async () => {
    inCall({ callback: { path: 'none', number: null, rung: [] } });
    const { tab } = await stage.open();
    await tab.getByRole('alert').getByText('No callback number was free.').waitFor();
  });

  test('when only Teams’ own presence tells of the call, it can be renewed', async () => {
    inCall({ call: 'watched' });
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'The call goes on' }).waitFor();
    await tab.getByText('Rufwerk has taken its Do not disturb away', { exact: false }).waitFor();
  });

  test('its end leads to the callback window above the normal screen', async () => {
    inCall();
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'The call has ended' }).click();
    await tab.getByRole('heading', { name: 'Callback window' }).waitFor();
    await tab.getByRole('heading', { name: 'My services' }).waitFor();
    expect(paths()).toEqual(['/my-work/emergency/call-over']);
  });

  test('a drill says that it is one, and shows no number to dial', async () => {
    inCall({ isDrill: true });
    const { tab } = await stage.open();
    await tab.getByRole('heading', { name: 'Drill: emergency call in progress' }).waitFor();
    await tab.getByText('Do not dial an emergency number.', { exact: false }).waitFor();
    expect(await tab.getByRole('link', { name: '112' }).count()).toBe(0);
  });
});

describe('the callback window', () => {
  test('DEC-7: counts down and says on which number help calls back, and who is rung', async () => {
    server.world.become({ state: 'in-an-emergency', emergency: annasWindow });
    const { tab } = await stage.open();
    const window = tab.getByRole('region', { name: 'Callback window' });
    await window.getByText('56:00 min left').waitFor();
    await window
      .getByText('On +41440000901. It rings you at once, and Sam Taylor and Adrian Weber as well')
      .waitFor();
    // The state below does not count as well.
    expect(await tab.getByText('56:00 min left').count()).toBe(1);
  });

  test('DEC-7: says of a number that no carrier has asked for that another may be seen', async () => {
    const callback = { ...annasWindow.callback, wasAskedFor: false };
    server.world.become({ emergency: { ...annasWindow, callback } });
    const { tab } = await stage.open();
    await tab.getByText('No carrier or border controller has ever asked').waitFor();
  });

  test('EMG-32: an own Do not disturb is warned of, and one press takes it back', async () => {
    const callback = annasEmergency.callback;
    server.world.become({
      state: 'in-an-emergency',
      presence: presence('DoNotDisturb'),
      emergency: { ...annasWindow, callback, ownDoNotDisturb: true },
    });
    const { tab } = await stage.open();
    await tab.getByText('Teams would send a callback', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'Take back my Do not disturb' }).click();
    await until(() => paths().includes('/my-work/teams-presence'));
    expect(server.world.commands()).toMatchObject([{ method: 'DELETE' }]);
  });

  test.each([
    { callback: annasEmergency.callback, words: 'A callback still rings your own number' },
    {
      callback: annasWindow.callback,
      words: 'no longer rings you; it rings Sam Taylor and Adrian Weber.',
    },
  ])('DEC-7: "I am ready" says what it means on the path $callback.path', async (path) => {
    const emergency = { ...annasWindow, callback: path.callback };
    server.world.become({ state: 'in-an-emergency', emergency });
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'I am ready' }).click();
    await tab.getByRole('alertdialog').getByText(path.words, { exact: false }).waitFor();
  });

  test('"I am ready" asks back once, then ends it', async () => {
    server.world.become({ state: 'in-an-emergency', emergency: annasWindow });
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'I am ready' }).click();
    expect(paths()).toEqual([]);
    await tab.getByRole('button', { name: 'End the window now' }).click();
    await tab.getByRole('heading', { name: 'Ready' }).waitFor();
    expect(paths()).toEqual(['/my-work/emergency/ready']);
  });
});

describe.each([
  { theme: 'dark', locale: 'de-ch', width: 320 },
  { theme: 'contrast', locale: 'en-gb', width: 720 },
  { theme: 'default', locale: 'de-ch', width: 1440 },
] as const)('in $theme, $locale, $width px', ({ theme, locale, width }) => {
  test.each([
    ['the call', { emergency: { ...annasEmergency, call: 'watched' as const } }],
    ['the window', { emergency: { ...annasWindow, ownDoNotDisturb: true } }],
    ['a drill', { emergency: { ...bensDrill, call: 'shown' as const } }],
  ])('%s has no accessibility fault and needs no horizontal scroll', async (_, work) => {
    server.world.become({ state: 'in-an-emergency', ...work });
    const { tab } = await stage.open({ theme, locale }, width);
    await tab.getByRole('button', { name: /Emergency call|Notruf/ }).click();
    await tab.getByRole('button', { name: /112/ }).waitFor();
    expect(await accessibilityFaults(tab)).toEqual([]);
    const overflow = await tab.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
