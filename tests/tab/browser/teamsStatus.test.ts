import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accessibilityFaults } from '../../browser/accessibility.ts';
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

const myWork = { person: 'anna', path: '/tab/my-work', locale: 'en-gb' };

describe('the own Teams status', () => {
  test('says what Teams shows, what Rufwerk shows and why, and what was chosen', async () => {
    const { tab } = await stage.open(myWork);
    const panel = tab.getByRole('region', { name: 'Teams status' });
    await panel.getByText('seen 4 s ago by Microsoft Graph').waitFor();
    await panel
      .getByText('Busy (in a call) because of a call of IT Helpdesk; until 10:21')
      .waitFor();
    await panel.getByText('Nothing in Rufwerk.', { exact: false }).waitFor();
    expect(await panel.getByText('The person chose').count()).toBe(0);
    await panel.getByRole('button', { name: 'Who set the status, and when' }).click();
    await panel.getByText('The person chose Do not disturb for 30 minutes').waitFor();
    expect(await accessibilityFaults(tab)).toEqual([]);
  });

  test('NIM-19: is set with a duration, and reset', async () => {
    const { tab } = await stage.open(myWork);
    await tab.getByLabel('Set my status to').selectOption('BeRightBack');
    await tab.getByLabel('How long').selectOption('1 hour');
    await tab.getByRole('button', { name: 'Set in Teams' }).click();
    await tab
      .getByText('Be right back, since 10:12 until 11:12 unless it is reset', { exact: false })
      .waitFor();
    await tab.getByText('Teams has taken it.', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'Reset' }).click();
    await tab.getByText('It is reset.', { exact: false }).waitFor();
    expect(server.world.commands()).toMatchObject([
      { method: 'PUT', body: { availability: 'BeRightBack', forMinutes: 60 } },
      { method: 'DELETE', path: '/my-work/teams-presence' },
    ]);
  });

  test('without a time says until when Teams lets it, by what is chosen', async () => {
    const { tab } = await stage.open(myWork);
    await tab.getByLabel('Set my status to').selectOption('DoNotDisturb');
    await tab.getByLabel('How long').selectOption('Until I reset it, 1 day at most');
    await tab.getByLabel('Set my status to').selectOption('Away');
    expect(await tab.getByLabel('How long').inputValue()).toBe('reset');
    await tab.getByText('Until I reset it, 7 days at most').waitFor({ state: 'attached' });
    await tab.getByRole('button', { name: 'Set in Teams' }).click();
    await tab.getByText('unless it is reset before.', { exact: false }).waitFor();
    expect(server.world.commands()).toMatchObject([{ body: { forMinutes: null } }]);
  });

  test.each([
    ['en-gb', 'not-seen-yet', 'Teams does not show it yet'],
    ['en-gb', 'other-seen', 'meant until 11:12. Teams shows something else'],
    ['de-ch', 'not-seen-yet', 'Teams zeigt es noch nicht'],
    ['de-ch', 'other-seen', 'gedacht bis 11:12 Uhr. Teams zeigt etwas anderes'],
  ] as const)(
    'DEC-5: in %s a choice that is %s is not said to win',
    async (locale, standing, words) => {
      server.world.choose({ availability: 'DoNotDisturb', forMinutes: 60 }, standing);
      const { tab } = await stage.open({ ...myWork, locale });
      await tab.getByText(words, { exact: false }).waitFor();
      expect(await tab.getByText('It wins over').count()).toBe(0);
      expect(await tab.getByText('geht dem vor').count()).toBe(0);
    },
  );

  test('a refusal stands there with its cause and its mend', async () => {
    const { tab } = await stage.open(myWork);
    const rule = 'The consent is missing.';
    const body = { title: 'Teams has not taken the presence', rule, mend: 'See Readiness.' };
    server.world.nextProblem = { status: 409, body };
    await tab.getByRole('button', { name: 'Set in Teams' }).click();
    await tab.getByText('Teams has not taken the presence').waitFor();
    await tab.getByText('The consent is missing. See Readiness.').waitFor();
  });

  test('is asked anew when news of the work may have changed it, and not otherwise', async () => {
    const asked = (): number =>
      server.world.asked.filter(({ path }) => path === '/my-work/teams-presence').length;
    const { tab } = await stage.open(myWork);
    await tab.getByRole('button', { name: 'Set in Teams' }).waitFor();
    await until(() => server.world.streams === 1);
    const before = asked();
    server.world.become({ today: [] });
    await tab.getByText('No call has been offered to you today').waitFor();
    expect(asked()).toBe(before);
    server.world.become({ state: 'in-a-call' });
    await until(() => asked() > before);
  });

  test('a supervisor reads of an agent who made the status so', async () => {
    const { tab } = await stage.open({ person: 'sam', path: '/tab/live/services/it-helpdesk' });
    await tab.getByRole('button', { name: 'Switch more for Anna Müller' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('because of a call of IT Helpdesk', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Who set the status, and when' }).click();
    await dialog.getByText('The person chose Do not disturb for 30 minutes').waitFor();
    expect(await dialog.getByRole('button', { name: 'Set in Teams' }).count()).toBe(0);
    expect(await accessibilityFaults(tab)).toEqual([]);
  });
});
