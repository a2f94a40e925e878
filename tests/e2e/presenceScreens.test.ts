/** What people see and do about presence in the tab, and what the tenant makes of it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { accessibilityFaults } from '../browser/accessibility.ts';
import { eventually, upn } from './control.ts';
import { House } from './house.ts';
import { A_WHILE_MS, Screen } from './screen.ts';

const ANNA = upn('anna.agent');

let house: House;
let screen: Screen;

beforeAll(async () => {
  house = await House.open();
  screen = await Screen.of(house);
  await house.control.advance(5);
}, A_WHILE_MS);

afterAll(async () => {
  await screen.close();
  await house.close();
}, A_WHILE_MS);

afterEach(() => screen.leave());

/** The tab inside its frame. */
const tab = (): FrameLocator => screen.tab();

const press: Screen['press'] = (role, name) => screen.press(role, name);

const reads = (text: string): Promise<void> =>
  tab().getByText(text, { exact: false }).first().waitFor();

async function expectNoFaults(): Promise<void> {
  const frame = screen.frame();
  if (frame === undefined) throw new Error('The tab has no frame.');
  expect(await accessibilityFaults(frame)).toEqual([]);
}

interface PersonShown {
  readonly presence: { readonly availability: string };
}

/** Waits until the tenant shows this of Anna. */
const tenantShows = (availability: string): Promise<PersonShown> =>
  eventually(
    () => house.control.get<PersonShown>(`/people/${ANNA}`),
    ({ presence }) => presence.availability === availability,
  );

describe('My work', () => {
  test(
    'NIM-08: an agent is not disturbed for 30 minutes, reads who made it so, and resets it',
    async () => {
      await screen.openTab('anna.agent', 'My work');
      await tab().getByLabel('Set my status to').selectOption('Do not disturb');
      await tab().getByLabel('How long').selectOption('30 minutes');
      await press('button', 'Set in Teams');
      await reads('Teams has taken it.');
      await tenantShows('DoNotDisturb');
      await reads('It wins over what Rufwerk shows.');
      await press('button', 'Who set the status, and when');
      await tab().getByRole('listitem').filter({ hasText: 'for 30 minutes' }).waitFor();
      // The poll has seen it: it is known here as well, and decides about calls.
      await house.control.advance(10);
      await reads('Teams shows you as Do not disturb');
      await expectNoFaults();
      await press('button', 'Reset');
      await reads('It is reset.');
      await tenantShows('Available');
      await reads('Nothing in Rufwerk.');
    },
    A_WHILE_MS,
  );

  test(
    'without consent the refusal says why, and what mends it',
    async () => {
      await house.control.put('/consents', { 'Presence.ReadWrite.All': false });
      await screen.openTab('anna.agent', 'My work');
      await press('button', 'Set in Teams');
      await reads('Teams has not taken the presence');
      await reads('Readiness says what is wrong');
      await expectNoFaults();
      await house.control.put('/consents', { 'Presence.ReadWrite.All': true });
    },
    A_WHILE_MS,
  );
});

describe('Readiness', () => {
  test(
    'AHB-101: a supervisor sees a withdrawn consent with its mend, and that it was granted',
    async () => {
      const permission = 'Presence.Read.All';
      // The permission to write would stand in for it.
      const writing = 'Presence.ReadWrite.All';
      await house.control.put('/consents', { [permission]: false, [writing]: false });
      await screen.openTab('sam.supervisor', 'Set-up');
      await press('link', 'Open Readiness');
      await press('button', 'Check again');
      const faults = tab().getByRole('region', { name: 'Faults' });
      const fault = faults
        .getByRole('listitem')
        .filter({ hasText: /^Permission Presence\.Read\.All/ });
      await fault.getByText('Presence cannot be read', { exact: false }).waitFor();
      await fault.getByText('How to mend it').waitFor();
      await expectNoFaults();
      await press('tab', 'Live');
      await reads('outside of Rufwerk');
      await press('link', 'Open Readiness');
      await house.control.put('/consents', { [permission]: true, [writing]: true });
      await press('button', 'Check again');
      await fault.waitFor({ state: 'detached' });
    },
    A_WHILE_MS,
  );
});

describe('Live', () => {
  test(
    'DEC-3: a service says that too little is known of its people, and what that costs',
    async () => {
      const told = 'of most agents it cannot be seen whether they are in a call';
      await screen.openTab('sam.supervisor', 'Live');
      await tab().getByRole('link', { name: 'IT Helpdesk', exact: true }).waitFor();
      // Either of the two lets the application read.
      const reading = ['Presence.Read.All', 'Presence.ReadWrite.All'];
      const consent = (isGranted: boolean): Promise<Response> =>
        house.control.put(
          '/consents',
          Object.fromEntries(reading.map((name) => [name, isGranted])),
        );
      await consent(false);
      await house.control.advance(150);
      await reads(told);
      await reads('Only agents who were seen as Available');
      await press('link', 'IT Helpdesk');
      await reads(told);
      await consent(true);
      await house.control.advance(150);
      await tab().getByText(told, { exact: false }).waitFor({ state: 'detached' });
    },
    A_WHILE_MS,
  );
});

describe('Presence accounts', () => {
  const ONE = upn('presence.one');

  /** The account's own browser: what is opened from the tab. */
  async function signInAt(link: string, code: string | null): Promise<void> {
    const opened = screen.page.context().waitForEvent('page');
    await press('link', link);
    const microsoft = await opened;
    if (code !== null) await microsoft.getByLabel('Code').fill(code);
    await microsoft.getByLabel('Account').fill(ONE);
    await microsoft.getByRole('button', { name: 'Sign in' }).click();
    await microsoft
      .getByText(/signed in/i)
      .first()
      .waitFor();
    await microsoft.close();
  }

  test(
    'AHB-30, XPH-38: one is signed in by a code, again by the browser, fares well, and is removed',
    async () => {
      await screen.openTab('admin', 'Set-up');
      await press('link', 'Presence accounts');
      await reads('No account is signed in');
      await press('button', 'Sign in with a code');
      const code = await tab().locator('dd').nth(1).innerText();
      const address = await tab().locator('dd').first().innerText();
      await expectNoFaults();
      await signInAt(address, code);
      await reads('The account is signed in.');
      const item = tab().getByRole('listitem').filter({ hasText: ONE });
      await item.getByText('in use').waitFor();
      await item.getByText('Status and calls', { exact: false }).waitFor();
      await press('button', 'Sign in with this browser');
      await signInAt('Open the sign-in of Microsoft', null);
      await reads('The account is signed in.');
      expect(await item.count()).toBe(1);
      await item.getByRole('button', { name: /^Remove/ }).click();
      await tab().getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
      await reads('No account is signed in');
    },
    A_WHILE_MS,
  );
});
