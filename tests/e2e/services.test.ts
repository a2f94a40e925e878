/** An administrator removes a service in the tab and adds it again; calls fare accordingly. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { SALES, upn } from './control.ts';
import { House } from './house.ts';
import { A_WHILE_MS, Screen } from './screen.ts';

const ACCOUNT = 'sales@contoso.example';
/** Who serves the Sales of the example. */
const SALES_AGENTS = ['emma.agent', 'felix.agent'].map(upn);

let house: House;
let screen: Screen;

beforeAll(async () => {
  house = await House.open();
  screen = await Screen.of(house);
  for (const agent of SALES_AGENTS) await house.control.presence(agent, 'Available', 'Available');
  await house.control.advance(5);
  await screen.openTab('admin', 'Set-up');
}, A_WHILE_MS);

afterAll(async () => {
  await screen.close();
  await house.close();
}, A_WHILE_MS);

/** The tab inside its frame. */
const tab = (): FrameLocator => screen.tab();

const press = (name: string): Promise<void> => screen.press('button', name);

const fill = (name: string, text: string): Promise<void> =>
  tab().getByLabel(name, { exact: true }).fill(text);

const reads = (text: string): Promise<void> =>
  tab().getByText(text, { exact: true }).first().waitFor();

async function addName(field: string, name: string): Promise<void> {
  await fill(field, name);
  await tab().getByLabel(field, { exact: true }).press('Enter');
}

describe('a service', () => {
  test(
    'is removed: who talks goes on, who waits is told, and further calls are refused',
    async () => {
      const talking = await house.control.dial(SALES);
      await house.control.act(await house.control.ringing(talking), 'accept');
      await house.control.until(talking, ({ state }) => state === 'connected');
      const waiting = await house.control.dial(SALES);
      await house.control.ringing(waiting);

      await press('Remove Reception');
      await tab()
        .getByText(/^Accident Reports › Queue › When nobody can come:/)
        .waitFor();
      await press('Keep it');

      await press('Remove Sales');
      await reads('1 caller waits: hears that the service is closed, and the call ends.');
      await reads('1 conversation goes on to its end, without after-call work.');
      await press('Remove');
      await reads('Sales is removed.');

      await house.control.until(waiting, ({ legs }) =>
        legs.every((leg) => leg.state !== 'ringing'),
      );
      await house.control.advance(30);
      await house.control.until(waiting, ({ state }) => state === 'ended');
      expect((await house.control.call(talking)).state).toBe('connected');
      await house.control.remove(`/calls/${talking}`);
      const later = await house.control.dial(SALES);
      await house.control.until(later, ({ state }) => state === 'ended');
    },
    A_WHILE_MS,
  );

  test(
    'is added: an account that is unknown or taken and a name that is taken are refused, ' +
      'and then its calls are distributed',
    async () => {
      await press('Add a service');
      await fill('Name', 'Claims');
      await fill('Resource account', 'ghost@contoso.example');
      await addName('Supervisors', upn('sofia.supervisor'));
      for (const agent of SALES_AGENTS) await addName('Agents', agent);
      await press('Save');
      await reads(
        'The service "claims" is called "Claims" already. Give one of the two another name.',
      );
      await fill('Name', 'Sales Zürich');
      await press('Save');
      await reads(
        'The directory has no resource account called "ghost@contoso.example". ' +
          'Correct the user principal name, or create the account first.',
      );
      await fill('Resource account', 'claims@contoso.example');
      await reads(
        'A resource account can belong to one service only. ' +
          'Choose another resource account for one of the two services.',
      );
      await fill('Resource account', ACCOUNT);
      await press('Save');
      await reads('Sales Zürich is added and in force.');

      const id = await house.control.dial(SALES);
      const leg = await house.control.ringing(id);
      expect(SALES_AGENTS).toContain(leg.upn);
      await house.control.act(leg, 'accept');
      await house.control.until(id, ({ state }) => state === 'connected');

      await tab().getByRole('link', { name: 'Queue', exact: true }).click();
      await tab().getByRole('heading', { name: 'Sales Zürich', level: 1 }).waitFor();
    },
    A_WHILE_MS,
  );
});
