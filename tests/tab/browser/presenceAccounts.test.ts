import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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

const accounts = { person: 'admin', path: '/tab/set-up/presence-accounts', locale: 'en-gb' };

describe('presence accounts', () => {
  test('AHB-31, AHB-63, AHB-65: say how they fare, what is wrong, how to mend it and what it costs', async () => {
    const { tab } = await stage.open(accounts);
    const list = tab.getByRole('region', { name: 'Signed in' });
    const one = list.getByRole('listitem').filter({ hasText: 'Presence One' });
    await one.getByText('in use').waitFor();
    await one.getByText('312 people, until 10:52; renewed in time.').waitFor();
    await one.getByText('Online: some came in the last 5 minutes.').waitFor();
    const two = list.getByRole('listitem').filter({ hasText: 'Presence Two' });
    await two.getByText('kept out').waitFor();
    await two.getByText('Offline: it has subscribed to nobody.').waitFor();
    await two.getByText('The account has to give a second factor.').waitFor();
    await two.getByText('Exempt this account', { exact: false }).waitFor();
    await two.getByText('The other account does the work', { exact: false }).waitFor();
    await two.getByText('Only the status: it belongs to another', { exact: false }).waitFor();
  });

  test('one that stands by is well, and one whose renewal fails is not said to be renewed', async () => {
    const [one, two] = server.world.presenceAccounts;
    if (one === undefined || two === undefined) throw new Error('There are two.');
    const at = new Date(0).toISOString();
    const lastError = { at, field: 'Graph', cause: 'Graph is down.', mend: 'Wait.' };
    server.world.presenceAccounts = [
      { ...one, subscription: { ...one.subscription, lastError } },
      { ...two, problem: null, subscription: { ...two.subscription, state: 'resting' } },
    ];
    const { tab } = await stage.open(accounts);
    await tab.getByText('None as long as it stands by').waitFor();
    await tab.getByText('until 10:52; renewing failed and is tried again.').waitFor();
    expect(await tab.getByText('Offline:').count()).toBe(0);
    expect(await tab.getByText('renewed in time').count()).toBe(0);
  });

  test('AHB-30: a code and where to type it are shown until the account is signed in', async () => {
    const { tab } = await stage.open(accounts);
    await tab.getByRole('button', { name: 'Sign in with a code' }).click();
    await tab.getByText('ABCD-EFGH').waitFor();
    const address = tab.getByRole('link', { name: 'https://login.contoso.example/device' });
    expect(await address.getAttribute('target')).toBe('_blank');
    expect(await accessibilityFaults(tab)).toEqual([]);
    const { signIn } = server.world;
    if (signIn === null) throw new Error('Nobody began to sign in.');
    server.world.signIn = { ...signIn, state: 'signed-in', address: null, userCode: null };
    await tab.getByText('The account is signed in.').waitFor();
    expect(server.world.commands()).toMatchObject([{ body: { way: 'device-code' } }]);
  });

  test('by redirect a refusal says why, and how to mend it', async () => {
    const { tab } = await stage.open(accounts);
    await tab.getByLabel('Directory').fill('6f1c1a7e-4a0b-4c55-9d0e-6a2b4c8d1e3f');
    await tab.getByRole('button', { name: 'Sign in with this browser' }).click();
    await tab.getByRole('link', { name: 'Open the sign-in of Microsoft' }).waitFor();
    const { signIn } = server.world;
    if (signIn === null) throw new Error('Nobody began to sign in.');
    const problem = {
      kind: 'declined',
      field: 'sign-in',
      rule: 'It was declined.',
      mend: 'Agree.',
    };
    server.world.signIn = { ...signIn, state: 'refused', problem };
    await tab.getByText('The account could not be signed in. It was declined. Agree.').waitFor();
  });

  test('what the server refuses at once stands there as well', async () => {
    const { tab } = await stage.open(accounts);
    const problem = { field: 'tenantId', rule: 'No such directory.', mend: 'Check its id.' };
    server.world.nextProblem = { status: 422, body: { title: 'No', problems: [problem] } };
    await tab.getByRole('button', { name: 'Sign in with a code' }).click();
    await tab.getByText('No such directory. Check its id.').waitFor();
  });

  test('one is removed after a question that says what it means', async () => {
    const { tab } = await stage.open(accounts);
    await tab.getByRole('button', { name: 'Remove Presence Two' }).click();
    const question = tab.getByRole('alertdialog');
    await question.getByText('its sign-in is forgotten', { exact: false }).waitFor();
    expect(await accessibilityFaults(tab)).toEqual([]);
    await question.getByRole('button', { name: 'Remove' }).click();
    await tab.getByText('presence.two@fabrikam.example').waitFor({ state: 'detached' });
    await tab.getByText('presence.one@contoso.example').waitFor();
  });
});
