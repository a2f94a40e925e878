/** An administrator sets call distribution up in the tab, and the engine acts on it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Locator } from 'playwright-core';
import { accessibilityFaults } from '../browser/accessibility.ts';
import { HELP_DESK, SALES, upn } from './control.ts';
import { House } from './house.ts';
import { A_WHILE_MS, Screen } from './screen.ts';

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

const choose = (name: RegExp): Promise<void> => tab().getByRole('radio', { name }).click();

const field = (name: string): Locator => tab().getByLabel(name, { exact: true });

const reads = (text: string): Promise<void> =>
  tab().getByText(text, { exact: true }).first().waitFor();

async function expectNoFaults(): Promise<void> {
  const frame = screen.frame();
  if (frame === undefined) throw new Error('The tab has no frame.');
  expect(await accessibilityFaults(frame)).toEqual([]);
  const overflow = await frame.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

async function save(): Promise<void> {
  await press('button', 'Save');
  await reads('Saved. It is in force.');
}

describe('Set-up', () => {
  test(
    'NIM-17 NIMx-03: ring time, maximum wait and skills are refused, warned about, saved, and done',
    async () => {
      await screen.openTab('admin', 'Set-up');
      await press('link', 'IT Helpdesk');

      await press('tab', 'Queue');
      await field('Maximum wait').fill('10');
      await press('tab', 'Order and offers');
      await reads(
        'The ring time is longer than the maximum wait of 10 s. ' +
          'Use at most 10, or lengthen the maximum wait.',
      );
      expect(await field('Ring time').getAttribute('aria-invalid')).toBe('true');
      expect(await tab().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
      await expectNoFaults();
      await field('Ring time').fill('8');

      await press('tab', 'Responsibility');
      await choose(/^Skills/);
      await press('button', 'Add a skill');
      await field('Skill').fill('astronomy');
      const warning =
        'Nobody has the skills at the level that is asked for. ' +
        'Lower the minimum, or give people the skills.';
      await reads(warning);
      await field('Skill').fill('network');
      await field('Minimum level').fill('70');
      await tab().getByText(warning, { exact: true }).first().waitFor({ state: 'detached' });
      await expectNoFaults();
      // The people who were listed are asked for by their skills now: a doubt, told before saving.
      await press('button', 'Save');
      await press('button', 'Save all the same');
      await reads('Saved. It is in force.');

      const id = await house.control.dial(HELP_DESK);
      const leg = await house.control.ringing(id);
      // Of all who can be rung only Ben masters networks at 70 or more.
      expect(leg.upn).toBe(upn('ben.agent'));
      await house.control.advance(9);
      const missed = await house.control.until(id, ({ legs }) => legs[0]?.state !== 'ringing');
      expect(missed.legs.map((each) => each.upn)).toEqual([upn('ben.agent')]);
      await house.control.advance(10);
      await house.control.until(id, ({ state }) => state === 'ended');
    },
    A_WHILE_MS,
  );

  test(
    'what only the server knows is refused at its field, and asked about before it is saved',
    async () => {
      await screen.openTab('admin', 'Set-up');
      await press('link', 'Sales');
      await press('tab', 'General');
      await field('Supervisors').fill('ghost@contoso.example');
      await press('button', 'Add');
      await press('button', 'Save');
      await reads(
        'Nobody in the directory is called "ghost@contoso.example". ' +
          'Correct the user principal name, or create the account first.',
      );
      await press('button', 'Remove ghost@contoso.example');
      await press('button', 'Remove sofia.supervisor@contoso.example');
      await press('button', 'Save');
      await reads('Nothing is saved yet. It works, but is it meant?');
      await press('button', 'Save all the same');
      await reads('Saved. It is in force.');
    },
    A_WHILE_MS,
  );

  test(
    'a service closed by its hours and exceptions sends calls where the queue says',
    async () => {
      await screen.openTab('admin', 'Set-up');
      await press('link', 'Sales');
      await press('tab', 'Hours');
      await press('switch', 'Always open');
      await press('button', 'Add a day');
      await field('Occasion').fill('Stocktaking');
      await expectNoFaults();
      await press('tab', 'Queue');
      await field('When the service is closed').selectOption('person');
      await field('Person').fill(upn('anna.agent'));
      // Nobody watches Sales any more, which the test before has left so.
      await press('button', 'Save');
      await press('button', 'Save all the same');
      await reads('Saved. It is in force.');
      const id = await house.control.dial(SALES);
      const call = await house.control.until(
        id,
        ({ legs, connectedTo, state }) =>
          legs.length > 0 || connectedTo !== null || state === 'ended',
      );
      expect(call.legs.map((leg) => leg.upn)).not.toContain(upn('emma.agent'));
      expect(JSON.stringify(call)).toContain('anna.agent');
    },
    A_WHILE_MS,
  );

  test(
    'NIMx-05: skills of a person, a break reason, and the person’s switch of a service',
    async () => {
      await screen.openTab('admin', 'Set-up');
      await press('link', 'Organisation');
      await press('button', 'Add a reason');
      await tab().getByLabel('Name', { exact: true }).nth(3).fill('Coffee');
      await expectNoFaults();
      await save();
      await press('link', 'Back to Set-up');
      await press('link', 'People');
      await tab()
        .getByRole('button', { name: /^Emma Wilson/ })
        .click();
      await press('button', 'Add a skill');
      await field('Skill').fill('french');
      await field('Level').fill('80');
      await press('switch', 'Sales');
      await expectNoFaults();
      await save();
      const work = await house.api<{
        breakReasons: { name: string }[];
        services: { id: string; active: boolean }[];
      }>(upn('emma.agent'), '/api/v1/my-work');
      expect(work.breakReasons.map(({ name }) => name)).toContain('Coffee');
      expect(work.services).toContainEqual(expect.objectContaining({ id: 'sales', active: false }));
    },
    A_WHILE_MS,
  );

  test(
    'an announcement in a wrong format is refused in words; a good one is kept and deleted',
    async () => {
      await screen.openTab('admin', 'Set-up');
      await press('link', 'Announcements');
      const file = tab().getByLabel('Choose a file');
      await file.last().setInputFiles(wave('Summer Greeting.wav', 44_100));
      await press('button', 'Upload');
      await tab().getByText('It has 44100 Hz; 16000 Hz are needed.', { exact: false }).waitFor();
      await expectNoFaults();
      await file.last().setInputFiles(wave('Summer Greeting.wav', 16_000));
      await press('button', 'Upload');
      const row = tab().getByRole('row', { name: /^summer-greeting/ });
      await row.getByText('Nothing plays it').waitFor();
      await press('button', 'Delete summer-greeting');
      await row.waitFor({ state: 'detached' });
    },
    A_WHILE_MS,
  );
});

describe('Live', () => {
  test(
    'NIMx-05: an administrator switches another person’s profile and moves a waiting call',
    async () => {
      for (const name of ['anna', 'ben', 'carla', 'david']) {
        await house.control.presence(upn(`${name}.agent`), 'DoNotDisturb', 'DoNotDisturb');
      }
      await house.control.advance(5);
      await screen.openTab('admin', 'Live');
      await press('link', 'IT Helpdesk');
      await press('button', 'Switch more for Ben Carter');
      await tab().getByRole('checkbox', { name: 'Network only' }).click();
      await tab().getByRole('checkbox', { name: 'Network only', checked: true }).waitFor();
      await expectNoFaults();
      await press('button', 'Close');
      const work = await house.api<{ profiles: { id: string; active: boolean }[] }>(
        upn('ben.agent'),
        '/api/v1/my-work',
      );
      expect(work.profiles).toContainEqual(
        expect.objectContaining({ id: 'network-only', active: true }),
      );
      const id = await house.control.dial(HELP_DESK);
      await tab()
        .getByRole('button', { name: /^Move the call of/ })
        .click();
      await press('menuitem', 'To Reception');
      const leg = await house.control.ringing(id);
      expect([upn('carla.agent'), upn('emma.agent'), upn('felix.agent')]).toContain(leg.upn);
    },
    A_WHILE_MS,
  );
});

/** One second of silence: PCM, mono, 16 bit. */
function wave(name: string, rateHz: number): { name: string; mimeType: string; buffer: Buffer } {
  const bytes = rateHz * 2;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rateHz, 24);
  head.writeUInt32LE(bytes, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return { name, mimeType: 'audio/wav', buffer: Buffer.concat([head, Buffer.alloc(bytes)]) };
}
