import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mendedReadiness } from '../contosoPresence.ts';
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

const readiness = { person: 'admin', path: '/tab/set-up/readiness', locale: 'en-gb' };

describe('Readiness', () => {
  test('says of each fault what it costs, why it is there and how to mend it', async () => {
    const { tab } = await stage.open(readiness);
    const faults = tab.getByRole('region', { name: 'Faults' });
    await faults.getByRole('heading', { name: 'Permission Presence.Read.All' }).waitFor();
    await faults.getByText('no call is offered', { exact: false }).waitFor();
    await faults.getByText('does not carry it', { exact: false }).waitFor();
    await faults.getByText('Grant admin consent', { exact: false }).waitFor();
    await tab.getByText('Checked at 10:12:05: 1 fault, 1 warning.').waitFor();
    await tab.getByRole('region', { name: 'Advice' }).getByText('Voicemail of').waitFor();
    await tab.getByRole('button', { name: '1 thing is right' }).click();
    await tab.getByText('Sign-in of the application').waitFor();
  });

  test('Check again asks the server to look anew, in the language of Teams', async () => {
    const { tab } = await stage.open({ ...readiness, locale: 'de-ch' });
    server.world.nextReadiness = mendedReadiness;
    await tab.getByRole('button', { name: 'Nochmals prüfen' }).click();
    await tab.getByRole('heading', { name: 'Es gibt keinen Fehler' }).waitFor();
    expect(await tab.getByRole('region', { name: 'Fehler' }).count()).toBe(0);
    const [check] = server.world.commands();
    expect(check?.headers['accept-language']).toBe('de');
  });

  test('a check that fails is told, and what was known stays', async () => {
    const { tab } = await stage.open(readiness);
    await tab.getByRole('region', { name: 'Faults' }).waitFor();
    server.world.nextProblem = { status: 503, body: { title: 'Not now', mend: 'Later.' } };
    await tab.getByRole('button', { name: 'Check again' }).click();
    await tab.getByText('Not now').waitFor();
    expect(await tab.getByRole('region', { name: 'Faults' }).count()).toBe(1);
  });

  test('Live tells supervisors of faults and leads there; without one it is silent', async () => {
    const { tab } = await stage.open({ person: 'sam', path: '/tab/live' });
    await tab.getByText('Something outside of Rufwerk is at fault').waitFor();
    await tab.getByRole('link', { name: 'Open Readiness' }).click();
    server.world.nextReadiness = mendedReadiness;
    await tab.getByRole('button', { name: 'Check again' }).click();
    await tab.getByRole('heading', { name: 'Nothing is at fault' }).waitFor();
    await tab.getByRole('link', { name: 'Back to Live' }).click();
    await tab.getByRole('link', { name: 'IT Helpdesk', exact: true }).waitFor();
    expect(await tab.getByRole('link', { name: 'Open Readiness' }).count()).toBe(0);
  });

  test('an agent reads whose page it is', async () => {
    const { tab } = await stage.open({ ...readiness, person: 'anna' });
    await tab
      .getByRole('heading', { name: 'Readiness is for administrators and supervisors' })
      .waitFor();
    expect(server.world.asked.some(({ path }) => path === '/readiness')).toBe(false);
  });

  test('DEC-3: a service whose view is degraded says since when, and what that costs', async () => {
    const { tab } = await stage.open({ person: 'sam', path: '/tab/live' });
    const tile = tab.getByRole('listitem').filter({ hasText: 'Claims' }).first();
    await tile.getByText('Since 10:05', { exact: false }).waitFor();
    await tile.getByText('Busy agents are not offered calls', { exact: false }).waitFor();
  });
});
