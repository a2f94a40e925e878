import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Frame } from 'playwright-core';
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

const setUp = { person: 'admin', path: '/tab/set-up' };
const inGerman = { ...setUp, theme: 'dark', locale: 'de-ch' } as const;

const press = (tab: Frame, name: string): Promise<void> =>
  tab.getByRole('button', { name, exact: true }).click();

async function expectNoFaults(tab: Frame): Promise<void> {
  expect(await accessibilityFaults(tab)).toEqual([]);
  const overflow = await tab.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

const focused = (tab: Frame): Promise<string> =>
  tab.evaluate(() => document.activeElement?.textContent ?? '');

describe('a service is added', () => {
  test('with a short name made of its name, and goes on with its settings', async () => {
    const { tab } = await stage.open(setUp);
    await press(tab, 'Add a service');
    await tab.getByRole('heading', { name: 'New service', level: 1 }).waitFor();
    await tab.getByLabel('Name', { exact: true }).fill('Claims Zürich');
    expect(await tab.getByLabel('Short name').inputValue()).toBe('claims-zuerich');
    await tab.getByLabel('Resource account').fill('claims@contoso.example');
    await tab.getByLabel('Supervisors').fill('sam.supervisor@contoso.example');
    await tab.getByLabel('Supervisors').press('Enter');
    await tab.getByLabel('Agents', { exact: true }).fill('anna.agent@contoso.example');
    await tab.getByLabel('Agents', { exact: true }).press('Enter');
    await tab.getByRole('table', { name: 'What saving will change' }).waitFor();
    await expectNoFaults(tab);
    await press(tab, 'Save');
    await tab.getByRole('heading', { name: 'Claims Zürich', level: 1 }).waitFor();
    await tab.getByText('Claims Zürich is added and in force.', { exact: true }).waitFor();
    expect(await focused(tab)).toBe('Claims Zürich');
    expect(server.world.configuration.services[2]).toMatchObject({
      ...{ id: 'claims-zuerich', name: 'Claims Zürich' },
      resourceAccount: 'claims@contoso.example',
      agents: ['anna.agent@contoso.example'],
    });
    await expectNoFaults(tab);
    await tab.getByRole('link', { name: 'Hours', exact: true }).click();
    await tab.getByRole('switch', { name: 'Always open' }).waitFor();
  });

  test('what is still to be given is marked once a save was tried, and nothing is sent', async () => {
    const { tab } = await stage.open(inGerman, 720);
    await press(tab, 'Service hinzufügen');
    await tab.getByLabel('Name', { exact: true }).fill('Unfälle');
    const account = tab.getByLabel('Ressourcenkonto');
    expect(await account.getAttribute('aria-invalid')).toBeNull();
    await press(tab, 'Speichern');
    await tab
      .getByText('Es braucht den Benutzerprinzipalnamen eines Ressourcenkontos.', { exact: true })
      .waitFor();
    expect(await account.getAttribute('aria-invalid')).toBe('true');
    expect(server.world.commands()).toEqual([]);
    await expectNoFaults(tab);
  });

  test('a refusal stands at its field, and what was entered outlives it and the page', async () => {
    const { tab } = await stage.open(setUp);
    await press(tab, 'Add a service');
    await tab.getByLabel('Name', { exact: true }).fill('Claims');
    await tab.getByLabel('Short name').fill('sales');
    await tab.getByLabel('Resource account').fill('claims@contoso.example');
    const twice = 'The id "sales" is used by two services. Give one of them another id.';
    await tab.getByText(twice, { exact: true }).waitFor();
    await tab.getByLabel('Short name').fill('claims');
    server.world.nextProblem = {
      status: 422,
      body: {
        title: 'No',
        problems: [
          { field: 'services[2].resourceAccount', rule: 'Unknown account.', mend: 'Create it.' },
        ],
      },
    };
    await press(tab, 'Save');
    await tab.getByText('Unknown account. Create it.', { exact: true }).waitFor();
    expect(await tab.getByLabel('Resource account').getAttribute('aria-invalid')).toBe('true');
    await tab.getByRole('link', { name: 'Back to Set-up' }).click();
    await tab.getByText('unsaved changes').waitFor();
    await press(tab, 'Add a service');
    expect(await tab.getByLabel('Resource account').inputValue()).toBe('claims@contoso.example');
    expect(await tab.getByLabel('Name', { exact: true }).inputValue()).toBe('Claims');
  });
});

describe('a service is removed', () => {
  test('after it was told what becomes of its calls', async () => {
    const { page, tab } = await stage.open(setUp);
    await tab.getByRole('button', { name: 'Remove IT Helpdesk' }).focus();
    await page.keyboard.press('Enter');
    const dialog = tab.getByRole('alertdialog', { name: 'Remove IT Helpdesk?' });
    await dialog.getByText(/callers wait: they hear that the service is closed/).waitFor();
    await dialog.getByText(/goes? on to (its|their) end, without after-call work/).waitFor();
    // A key that is held down too long leaves it as it is.
    expect(await focused(tab)).toBe('Keep it');
    await expectNoFaults(tab);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tab.getByText('IT Helpdesk is removed.', { exact: true }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(server.world.configuration.services.map(({ id }) => id)).toEqual(['sales']);
    expect(await tab.getByRole('link', { name: 'IT Helpdesk' }).count()).toBe(0);
    expect(await focused(tab)).toBe('IT Helpdesk is removed.');
  });

  test('not while another sends calls there: the dialog names the field and the mend', async () => {
    const { page, tab } = await stage.open(inGerman, 720);
    await press(tab, 'Sales entfernen');
    const dialog = tab.getByRole('alertdialog', { name: 'Sales entfernen?' });
    await dialog
      .getByText(
        'IT Helpdesk › Warteschlange › Wenn zu viele warten: Von hier gehen Anrufe an Sales. ' +
          'Wählen Sie dort zuerst eine andere Aktion oder einen anderen Service.',
      )
      .waitFor();
    expect(await dialog.getByRole('button', { name: 'Entfernen' }).count()).toBe(0);
    await expectNoFaults(tab);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(server.world.commands()).toEqual([]);
  });

  test('a refusal by the server keeps the dialog open and says why', async () => {
    const { tab } = await stage.open(setUp);
    await press(tab, 'Remove IT Helpdesk');
    server.world.nextProblem = {
      status: 503,
      body: { title: 'The directory cannot be asked', mend: 'Try again in a moment.' },
    };
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await dialog.getByText('The directory cannot be asked').waitFor();
    expect(server.world.configuration.services).toHaveLength(2);
  });
});
