import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { annasWindow } from '../contosoEmergency.ts';
import { accessibilityFaults } from '../../browser/accessibility.ts';
import type { MockServer } from '../mockServer.ts';
import { setStage, type Stage, STAGE_TIMEOUT_MS } from './stage.ts';

let stage: Stage;
let server: MockServer;

beforeAll(async () => {
  stage = await setStage();
}, STAGE_TIMEOUT_MS);
beforeEach(async () => {
  server = await stage.begin();
});
afterAll(() => stage.close());

const emergency = { person: 'admin', path: '/tab/set-up/emergency' };
const SAVED = 'Saved. It is in force.';

describe('Set-up of emergencies', () => {
  test('EMG-22: contacts are taken with semicolons between them, and saved', async () => {
    const { tab } = await stage.open(emergency);
    const contacts = tab.getByRole('combobox', { name: 'Emergency contacts' });
    await contacts.fill('sam.supervisor@contoso.example; door@fabrikam.example;');
    await contacts.press('Enter');
    await tab.getByRole('button', { name: 'Remove door@fabrikam.example' }).waitFor();
    await tab.getByRole('heading', { name: 'What saving will change' }).waitFor();
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText(SAVED).waitFor();
    expect(server.world.configuration.emergency.contacts).toEqual([
      'sam.supervisor@contoso.example',
      'door@fabrikam.example',
    ]);
  });

  test('DEC-10: a country of one’s own stands beside the table that is built in', async () => {
    const { tab } = await stage.open(emergency);
    await tab.getByRole('button', { name: 'Add a country' }).click();
    await tab.getByRole('textbox', { name: 'Country code' }).fill('fj');
    const numbers = tab.getByRole('combobox', { name: 'Emergency numbers' });
    await numbers.fill('911; 917');
    await numbers.press('Enter');
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText(SAVED).waitFor();
    expect(server.world.configuration.emergency.numbers).toEqual([
      { country: 'FJ', numbers: ['911', '917'] },
    ]);
    await tab.getByRole('button', { name: 'Built-in numbers' }).click();
    const builtIn = tab.getByRole('table', { name: 'Built-in numbers' });
    await builtIn.getByRole('row', { name: 'United Kingdom (GB)' }).getByText('999, 112').waitFor();
  });

  test('DEC-7: the pool says who holds a number until when', async () => {
    const { configuration } = server.world;
    const callbackNumbers = [
      { resourceAccount: 'pool-1@contoso.example', number: '+41440000901' },
    ] as unknown as typeof configuration.emergency.callbackNumbers;
    const changed = { ...configuration.emergency, callbackNumbers };
    server.world.configuration = { ...configuration, emergency: changed };
    const { agent, until } = annasWindow;
    const annas = { number: '+41440000901', agent, until, isDrill: false };
    server.world.heldNumbers = [annas];
    const { tab } = await stage.open(emergency);
    await tab.getByText('Held by Anna Müller until 11:08 AM').waitFor();
    // Ready before the hour is over: it is hers still, until there is news.
    server.world.alarm([]);
    await tab.getByText('Held by Anna Müller until 11:08 AM').waitFor();
    server.world.heldNumbers = [{ ...annas, until: null }];
    server.world.alarm([]);
    await tab.getByText('Held by Anna Müller while the emergency call goes on').waitFor();
    server.world.heldNumbers = [];
    server.world.alarm([]);
    await tab.getByText('Held by Anna Müller', { exact: false }).waitFor({ state: 'detached' });
  });

  test('EMG-21: the mail is written with variables, seen as it will be, and saved', async () => {
    const { tab } = await stage.open(emergency);
    await tab.getByText('Emergency call of Anna Müller', { exact: true }).waitFor();
    await tab.getByRole('switch', { name: 'As in a drill' }).click();
    await tab.getByText('DRILL: Nobody has called', { exact: false }).waitFor();
    await tab.getByRole('switch', { name: 'As in a drill' }).click();
    await tab.getByRole('switch', { name: 'In our own words' }).click();
    await tab.getByRole('textbox', { name: 'Subject' }).fill('Help for ');
    await tab.getByRole('button', { name: 'Who calls' }).click();
    await tab.getByText('Help for Anna Müller', { exact: true }).waitFor();
    await tab.getByRole('textbox', { name: 'Text' }).fill('Go and look. {{nobody}}');
    await tab.getByText('There is no variable {{nobody}}.', { exact: false }).waitFor();
    await tab.getByRole('textbox', { name: 'Text' }).fill('{{drill}}Go and look.');
    await tab.getByRole('switch', { name: 'As in a drill' }).click();
    await tab.getByText('DRILL: Go and look.').waitFor();
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText(SAVED).waitFor();
    expect(server.world.configuration.emergency.mailTemplates).toEqual([
      { language: 'en', subject: 'Help for {{agent}}', body: '{{drill}}Go and look.' },
    ]);
  });

  test('what is written of the mail outlives leaving the page', async () => {
    const { tab } = await stage.open(emergency);
    await tab.getByRole('switch', { name: 'In our own words' }).click();
    await tab.getByRole('textbox', { name: 'Subject' }).fill('Not saved');
    await tab.getByRole('link', { name: 'Back to Set-up' }).click();
    await tab.getByText('unsaved changes', { exact: true }).waitFor();
    await tab.getByRole('link', { name: 'Emergency' }).click();
    const subject = tab.getByRole('textbox', { name: 'Subject' });
    await subject.waitFor();
    expect(await subject.inputValue()).toBe('Not saved');
  });

  test('the steps of a drill: what failed, and what there was no way or need to do', async () => {
    const { page, tab } = await stage.open(emergency);
    await tab.getByRole('button', { name: 'Steps of the drill of Ben Carter' }).click();
    const steps = tab.getByRole('dialog').getByRole('listitem');
    expect(
      (await steps.allTextContents()).map((text) => text.replace(/^[\d:]+ ([AP]M)?/, '')),
    ).toEqual([
      'Begun by Anna Müller',
      'From here on Ben Carter was offered no calls',
      'Mail to Adrian Weber: sent',
      expect.stringContaining('Teams activity to Adrian Weber: not needed here, because'),
      'Teams activity to Anna Müller: failed',
      'The callback window ended',
    ]);
    expect(await accessibilityFaults(page.frames().at(-1) ?? page)).toEqual([]);
  });

  test('the signed report of a drill is downloaded as a file', async () => {
    const { page, tab } = await stage.open(emergency);
    const drills = tab.getByRole('table', { name: 'Drills' });
    await drills.getByText('A callback reached the agent.').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      drills.getByRole('button', { name: 'Download the report of Ben Carter' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^drill-2026-11-20-d-1\.json$/);
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual({ report: 'signed' });
  });

  test('a person has contacts, a way of callback and a country of their own', async () => {
    const { tab } = await stage.open({ person: 'admin', path: '/tab/set-up/people' });
    await tab.getByRole('button', { name: 'Anna Müller' }).click();
    const panel = tab.getByRole('region', { name: 'Emergency calls' });
    const contacts = panel.getByRole('combobox', { name: 'Contacts of this person' });
    await contacts.fill('porter@contoso.example');
    await contacts.press('Enter');
    await panel.getByRole('combobox', { name: 'Country' }).selectOption('GB');
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText(SAVED).waitFor();
    expect(server.world.configuration.agents[0]?.emergency).toMatchObject({
      contacts: ['porter@contoso.example'],
      country: 'GB',
    });
  });

  test('a service has contacts of its own', async () => {
    const path = '/tab/set-up/services/it-helpdesk/general';
    const { tab } = await stage.open({ person: 'admin', path });
    const contacts = tab.getByRole('combobox', { name: 'Emergency contacts' });
    await contacts.fill('porter@contoso.example');
    await contacts.press('Enter');
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText(SAVED).waitFor();
    const [service] = server.world.configuration.services;
    expect(service?.emergencyContacts).toEqual(['porter@contoso.example']);
  });
});
