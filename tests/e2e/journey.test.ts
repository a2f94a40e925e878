/** The journey of a person who tries Rufwerk for the first time, in a real browser. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { accessibilityFaults } from '../browser/accessibility.ts';
import { HELP_DESK_AGENTS, type PlayedCall, upn } from './control.ts';
import { House } from './house.ts';
import { A_WHILE_MS, Screen } from './screen.ts';

let house: House;
let screen: Screen;

beforeAll(async () => {
  house = await House.open();
  screen = await Screen.of(house);
}, A_WHILE_MS);

afterAll(async () => {
  await screen.close();
  await house.close();
}, A_WHILE_MS);

afterEach(async () => {
  await screen.leave();
  const { calls } = await house.control.get<{ calls: PlayedCall[] }>('/world');
  for (const { id, state } of calls) {
    if (state !== 'ended') await house.control.remove(`/calls/${id}`);
  }
  for (const agent of HELP_DESK_AGENTS) await house.control.remove(`/people/${agent}/presence`);
  await house.control.advance(120);
});

/** The tab inside its frame. */
const tab = (): FrameLocator => screen.tab();

const button = (name: string | RegExp): ReturnType<Page['getByRole']> =>
  screen.page.getByRole('button', { name });

/** Only one agent of the help desk can be rung; the poll has seen it. */
async function onlyAvailable(name: string): Promise<void> {
  for (const agent of HELP_DESK_AGENTS) {
    if (agent !== upn(name)) await house.control.presence(agent, 'DoNotDisturb', 'DoNotDisturb');
  }
  await house.control.advance(5);
}

async function expectNoFaults(): Promise<void> {
  expect(await accessibilityFaults(screen.page)).toEqual([]);
  const frame = screen.frame();
  if (frame !== undefined) expect(await accessibilityFaults(frame)).toEqual([]);
}

describe('the first journey', () => {
  test(
    'dial, see a client ring, accept, talk, hang up',
    async () => {
      await onlyAvailable('anna.agent');
      await screen.open({ person: 'anna.agent' });
      await tab().getByRole('heading', { name: 'My work' }).first().waitFor();
      await screen.page.getByRole('radio', { name: /IT Helpdesk/ }).check();
      await button('Dial').first().click();
      await tab().getByText('IT Helpdesk rings').first().waitFor();
      await expectNoFaults();
      await button('Accept call from IT Helpdesk for Anna Müller').click();
      await screen.page.getByText('Talking to Anna Müller').first().waitFor();
      await tab().getByText('Call of IT Helpdesk').waitFor();
      await button('Hang up for Anna Müller').click();
      await screen.page
        .getByText(/^Call ended/)
        .first()
        .waitFor();
      await tab().getByText('After-call work').first().waitFor();
    },
    A_WHILE_MS,
  );

  test(
    'an agent switches off duty in the tab, reads the cause, and is not rung',
    async () => {
      await onlyAvailable('anna.agent');
      await screen.open({ person: 'anna.agent' });
      const duty = tab().getByRole('switch', { name: 'On duty' });
      await duty.click();
      await tab()
        .getByText('You are off duty. Switch on duty to be offered calls.', { exact: true })
        .waitFor();
      const id = await house.control.dial('+41440000100');
      await house.control.until(id, ({ state }) => state === 'answered');
      await house.control.advance(10);
      expect((await house.control.call(id)).legs).toEqual([]);
      await duty.click();
      expect((await house.control.ringing(id)).upn).toBe(upn('anna.agent'));
    },
    A_WHILE_MS,
  );

  test(
    'NIM-18 NIM-22: the administrator changes whom the help desk rings, with a preview first',
    async () => {
      await onlyAvailable('nobody');
      await house.control.presence(upn('ben.agent'), 'Away', 'Away');
      await house.control.advance(5);
      await screen.open({ person: 'admin' });
      await tab().getByRole('tab', { name: 'Set-up' }).click();
      await tab()
        .getByRole('link', { name: /IT Helpdesk/ })
        .click();
      await tab().getByRole('switch', { name: 'Offer calls to agents who are Away' }).click();
      await tab().getByText('1 of 4 would be offered calls, now 0').waitFor();
      await expectNoFaults();
      const id = await house.control.dial('+41440000100');
      await house.control.until(id, ({ state }) => state === 'answered');
      await tab().getByRole('button', { name: 'Save', exact: true }).click();
      await tab().getByText('Saved. The rule is in force.').waitFor();
      expect((await house.control.ringing(id)).upn).toBe(upn('ben.agent'));
    },
    A_WHILE_MS,
  );

  test(
    'a supervisor reads the card of the call and presses Why?',
    async () => {
      await onlyAvailable('carla.agent');
      await house.control.dial('+41440000100');
      await screen.open({ person: 'sam.supervisor' });
      await screen.page.getByRole('tab', { name: /^Chat/ }).click();
      await screen.page.getByText('Carla Schröder was chosen').last().waitFor();
      await expectNoFaults();
      await button('Why?').last().click();
      await screen.page
        .getByText(/Do not disturb/)
        .last()
        .waitFor();
    },
    A_WHILE_MS,
  );

  test(
    'the same in the dark theme and in German',
    async () => {
      await onlyAvailable('anna.agent');
      await screen.open({ person: 'anna.agent', theme: 'dark', language: 'de' });
      await screen.page.getByRole('radio', { name: /IT Helpdesk/ }).check();
      await button('Wählen').first().click();
      await tab().getByText('IT Helpdesk klingelt').first().waitFor();
      await button('Anruf von IT Helpdesk für Anna Müller annehmen').click();
      await screen.page.getByText('Im Gespräch mit Anna Müller').first().waitFor();
      await expectNoFaults();
      expect(await tab().locator('html').getAttribute('lang')).toMatch(/^de/);
    },
    A_WHILE_MS,
  );
});
