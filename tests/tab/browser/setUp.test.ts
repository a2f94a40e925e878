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

const rule = { person: 'admin', path: '/tab/set-up/services/it-helpdesk' };
const BUSY = 'Offer calls to agents who are Busy';
const AWAY = 'Offer calls to agents who are Away';

describe('Set-up', () => {
  test('NIM-22: Busy and Away are switches; the others are fixed and say why', async () => {
    const { tab } = await stage.open(rule);
    const matrix = tab.getByRole('table', { name: 'By Teams status' });
    expect(await matrix.getByRole('switch').count()).toBe(2);
    await matrix.getByRole('row', { name: 'Available' }).getByText('Always').waitFor();
    const disturb = matrix.getByRole('row', { name: 'Do not disturb' });
    await disturb.getByText('Never', { exact: true }).waitFor();
    await disturb.getByText('Teams would send the call to voicemail.').waitFor();
  });

  test('the preview shows whom a change would ring before it is saved', async () => {
    const { tab } = await stage.open(rule);
    await tab.getByText('0 of 4 would be offered calls').waitFor();
    await tab.getByRole('switch', { name: BUSY }).click();
    await tab.getByText('1 of 4 would be offered calls, now 0').waitFor();
    const preview = tab.getByRole('table', { name: 'Preview over today' });
    await preview
      .getByRole('row', { name: 'Anna Müller' })
      .getByText('Offered calls', { exact: true })
      .waitFor();
    await preview
      .getByRole('row', { name: 'Ben Carter' })
      .getByText('In a call in Teams (InACall).')
      .waitFor();
    expect(server.world.commands()).toEqual([]);
  });

  test('Save sends the rule under the version that was read', async () => {
    const { tab } = await stage.open(rule);
    await tab.getByRole('switch', { name: AWAY }).click();
    await tab.getByRole('radio', { name: 'Calls and meetings' }).click();
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText('Saved. The rule is in force.').waitFor();
    const [saved] = server.world.commands();
    expect(saved?.headers['if-match']).toBe('"1"');
    expect(server.world.rule).toMatchObject({
      away: true,
      blockingActivities: 'in-a-conversation',
    });
  });

  test('a wrong age names the rule and the mend, and cannot be saved', async () => {
    const { tab } = await stage.open(rule);
    const age = tab.getByRole('textbox', { name: 'Seconds' });
    await age.fill('5');
    await tab.getByText('A whole number from 10 to 3600 is needed. For example 120.').waitFor();
    await tab.getByText('Correct what is marked before you save.').waitFor();
    expect(await tab.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    expect(await age.getAttribute('aria-invalid')).toBe('true');
  });

  test('what the server refuses stands beside its field, and nothing typed is lost', async () => {
    const { tab } = await stage.open(rule);
    server.world.nextProblem = {
      status: 422,
      body: {
        title: 'Not valid',
        problems: [
          { field: 'rule.notOlderThanSeconds', rule: 'Odd today.', mend: 'Use an even number.' },
        ],
      },
    };
    const age = tab.getByRole('textbox', { name: 'Seconds' });
    await age.fill('77');
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText('Odd today. Use an even number.', { exact: true }).waitFor();
    expect(await age.inputValue()).toBe('77');
  });

  test('unsaved changes outlive leaving the page', async () => {
    const { tab } = await stage.open(rule);
    await tab.getByRole('switch', { name: AWAY }).click();
    await tab.getByText('You have unsaved changes.', { exact: false }).waitFor();
    await tab.getByRole('link', { name: 'Back to Set-up' }).click();
    await tab.getByText('unsaved changes', { exact: true }).waitFor();
    await tab.getByRole('link', { name: 'IT Helpdesk' }).click();
    await tab.getByRole('switch', { name: AWAY, checked: true }).waitFor();
    await tab.getByRole('button', { name: 'Discard changes' }).click();
    await tab.getByRole('switch', { name: AWAY, checked: false }).waitFor();
  });

  test('somebody else’s change is shown beside one’s own, and one chooses', async () => {
    const { tab } = await stage.open(rule);
    await tab.getByRole('switch', { name: BUSY }).click();
    server.world.rule = { ...server.world.rule, away: true };
    server.world.ruleVersion = 2;
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    const both = tab.getByRole('table', { name: 'Somebody else changed this rule meanwhile' });
    const away = both.getByRole('row', { name: 'Away' });
    await away.getByRole('cell').first().getByText('not offered calls').waitFor();
    await away.getByRole('cell').last().getByText('offered calls', { exact: true }).waitFor();
    expect(server.world.rule).toMatchObject({ busy: false, away: true });
    await tab.getByRole('button', { name: 'Save mine over it' }).click();
    await tab.getByText('Saved. The rule is in force.').waitFor();
    expect(server.world.rule).toMatchObject({ busy: true, away: false });
  });

  test('news of the service’s people renew the preview', async () => {
    const { tab } = await stage.open(rule);
    await tab.getByText('0 of 4 would be offered calls').waitFor();
    await until(() => server.world.streams === 1);
    const team = server.world.helpdesk.team.map((member) => ({
      ...member,
      presence: member.presence && {
        ...member.presence,
        availability: 'Available',
        activity: 'Available',
      },
    }));
    server.world.helpdesk = { ...server.world.helpdesk, team };
    server.world.tell({ event: 'service', data: server.world.helpdesk });
    await tab.getByText('4 of 4 would be offered calls').waitFor();
  });

  test('who is no administrator reads why there is nothing to change', async () => {
    const { tab } = await stage.open({ person: 'sam', path: '/tab/set-up' });
    await tab.getByRole('heading', { name: 'Set-up is for administrators' }).waitFor();
  });
});
