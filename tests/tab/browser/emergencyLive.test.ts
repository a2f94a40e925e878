import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accessibilityFaults } from '../../browser/accessibility.ts';
import { bensDrill, seenBySupervisor } from '../contosoEmergency.ts';
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

const live = { person: 'sam', path: '/tab/live' };
const paths = (): string[] => server.world.commands().map(({ path }) => path);

describe('emergencies in Live', () => {
  test('EMG-20: a card appears above the services while one watches, and goes again', async () => {
    const { tab } = await stage.open(live);
    await tab.getByRole('heading', { name: 'Services' }).waitFor();
    expect(await tab.getByRole('heading', { name: 'Emergencies' }).count()).toBe(0);
    await until(() => server.world.streams === 1);
    server.world.alarm([seenBySupervisor]);
    const card = tab.getByRole('article', { name: 'Emergency of Anna Müller' });
    await card.getByRole('alert').getByText('Emergency call of Anna Müller').waitFor();
    await card.getByText('10:08 AM, for 4:00 min').waitFor();
    await card.getByText('Bahnhofstrasse 1, 8001 Zürich, second floor').waitFor();
    await card.getByText('Available in place of Do not disturb.', { exact: false }).waitFor();
    await card.getByText('mail: sent').waitFor();
    const headings = await tab.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings.indexOf('Emergencies')).toBeLessThan(headings.indexOf('Services'));
    server.world.alarm([]);
    await card.waitFor({ state: 'detached' });
  });

  test('a supervisor says that the call goes on, or has ended', async () => {
    server.world.emergencies = [seenBySupervisor];
    const { tab } = await stage.open(live);
    await tab.getByRole('button', { name: 'The call goes on' }).click();
    await until(() => paths().length === 1);
    await tab.getByRole('button', { name: 'The call has ended' }).click();
    await until(() => paths().length === 2);
    expect(paths()).toEqual([
      '/agents/p-anna/emergency/goes-on',
      '/agents/p-anna/emergency/call-over',
    ]);
  });

  test('a drill is marked as one, and after its call nobody is asked of it', async () => {
    server.world.emergencies = [bensDrill];
    const { tab } = await stage.open(live);
    const card = tab.getByRole('article', { name: 'Emergency of Ben Carter' });
    await card.getByRole('heading', { name: 'Drill: emergency call of Ben Carter' }).waitFor();
    await card.getByText('Protected for a callback until 11:08 AM.', { exact: false }).waitFor();
    expect(await card.getByRole('button').count()).toBe(0);
  });

  test('DEC-9: the link of the mail leads a contact without a role to the location', async () => {
    server.world.emergencies = [seenBySupervisor];
    const { tab } = await stage.open({
      person: 'ursula',
      path: '/tab/live',
      sub: 'emergencies/e-1',
    });
    await tab.getByText('Bahnhofstrasse 1', { exact: false }).waitFor();
    expect(await tab.getByRole('button', { name: 'The call has ended' }).count()).toBe(0);
  });

  test('DEC-9: once it has closed the link leads to nothing of it', async () => {
    const { tab } = await stage.open({ ...live, path: '/tab/live/emergencies/e-1' });
    await tab.getByRole('heading', { name: 'This emergency is over' }).waitFor();
    expect(await tab.getByText('Bahnhofstrasse', { exact: false }).count()).toBe(0);
  });

  test('the dialog of an agent begins a drill, once it has been confirmed', async () => {
    const { tab } = await stage.open({ ...live, path: '/tab/live/services/it-helpdesk' });
    await tab.getByRole('button', { name: 'Switch more for Ben Carter' }).click();
    await tab.getByRole('button', { name: 'Start a drill' }).click();
    expect(paths()).toEqual([]);
    await tab.getByRole('button', { name: 'Start now' }).click();
    await tab.getByText('The drill has begun.', { exact: false }).waitFor();
    expect(paths()).toEqual(['/agents/p-ben/emergency-drill']);
  });

  test.each([
    { theme: 'dark', locale: 'de-ch', width: 320 },
    { theme: 'contrast', locale: 'en-gb', width: 1440 },
  ] as const)('in $theme at $width px no fault and no horizontal scroll', async (look) => {
    server.world.emergencies = [seenBySupervisor, bensDrill];
    const { tab } = await stage.open({ ...live, ...look }, look.width);
    await tab.getByRole('article').first().waitFor();
    expect(await accessibilityFaults(tab)).toEqual([]);
    const overflow = await tab.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
