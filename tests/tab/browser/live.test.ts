import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { anna, decisions, helpdesk as helpdeskNow, tiles } from '../contoso.ts';
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
const helpdesk = { person: 'sam', path: '/tab/live/services/it-helpdesk' };

describe('Live', () => {
  test('a service in trouble says why nobody can be offered its calls', async () => {
    const { tab } = await stage.open(live);
    const tile = tab.getByRole('listitem').filter({ hasText: 'IT Helpdesk' }).first();
    await tile.getByText('0 of 4 can be offered calls:', { exact: false }).waitFor();
    await tile.getByText('1:23 min').waitFor();
    const calm = tab.getByRole('listitem').filter({ hasText: 'Sales' }).first();
    expect(await calm.getByText('of 3 can be offered calls:', { exact: false }).count()).toBe(0);
  });

  test('leads from the tile to the queue and the agents with their reasons', async () => {
    const { tab } = await stage.open(live);
    await tab.getByRole('link', { name: 'IT Helpdesk', exact: true }).click();
    const agents = tab.getByRole('table', { name: 'Agents' });
    const carla = agents.getByRole('row', { name: 'Carla Schröder' });
    await carla.getByText('No: in a call in Teams (InACall)').waitFor();
    await carla.getByText('seen 9 s ago by Microsoft Graph').waitFor();
    const queue = tab.getByRole('table', { name: 'Queue' });
    await queue.getByRole('row', { name: 'Unknown caller' }).waitFor();
    await queue.getByText('talks with Ben Carter').waitFor();
    expect(server.world.asked.some(({ path }) => path === '/live')).toBe(true);
  });

  test.each([
    [
      'en-gb',
      'Held for a call-back',
      'No: held for a caller who is being called back',
      'is being called back; Anna Müller is held for the call',
      '1 held for a call-back, 1 in a call, 1 off duty',
    ],
    [
      'de-ch',
      'Für Rückruf reserviert',
      'Nein: für jemanden reserviert, der zurückgerufen wird',
      'wird zurückgerufen; Anna Müller ist dafür reserviert',
      '1 für einen Rückruf reserviert, 1 im Gespräch, 1 abgemeldet',
    ],
  ])(
    'NIMx-06: who is held for a call-back is not said to ring (%s)',
    async (locale, state, reason, waitsFor, counted) => {
      const [called, ...otherCalls] = helpdeskNow.queue;
      const [member, ...others] = helpdeskNow.team;
      if (called === undefined || member === undefined) throw new Error('No call or no agent.');
      const ringing = { code: 'ringing', sinceAt: 0 } as const;
      const offers = [{ agent: anna, phase: 'held' as const }];
      server.world.helpdesk = {
        ...helpdeskNow,
        queue: [{ ...called, phase: 'dialling', offers }, ...otherCalls],
        team: [{ ...member, state: 'held', reason: ringing }, ...others],
      };
      const notAble = ['held', 'in-a-call', 'off-duty'].map((code) => ({
        ...{ code, category: null, count: 1 },
      }));
      server.world.tiles = tiles.map((tile) => ({ ...tile, notAble }));
      const { tab } = await stage.open({ ...live, locale });
      await tab.getByText(counted, { exact: false }).first().waitFor();
      await tab.getByRole('link', { name: 'IT Helpdesk', exact: true }).click();
      const row = tab.getByRole('row', { name: anna.name });
      for (const text of [state, reason]) await row.getByText(text, { exact: true }).waitFor();
      await tab.getByText(waitsFor, { exact: true }).waitFor();
    },
  );

  test('who is being confirmed counts with those who ring, so that nothing flickers', async () => {
    const notAble = (...codes: string[]) =>
      codes.map((code) => ({ code, category: null, count: 1 }));
    const [tile, ...others] = tiles;
    if (tile === undefined) throw new Error('No tile.');
    server.world.tiles = [{ ...tile, notAble: notAble('confirming', 'ringing') }, ...others];
    const { tab } = await stage.open(live);
    await tab.getByText('0 of 4 can be offered calls: 2 being offered a call').waitFor();
  });

  test('a supervisor takes an agent on duty', async () => {
    const { tab } = await stage.open(helpdesk);
    await tab.getByRole('switch', { name: 'On duty: David Lefèvre' }).click();
    await until(() => server.world.commands().length > 0);
    expect(server.world.commands()).toMatchObject([
      { method: 'PUT', path: '/agents/p-david/duty', body: { onDuty: true }, person: 'Sam Taylor' },
    ]);
  });

  test('a new decision joins the list while one watches', async () => {
    const { tab } = await stage.open(live);
    await tab.getByRole('link', { name: 'Nobody could be offered the call' }).waitFor();
    await until(() => server.world.streams === 1);
    const [, earlier] = decisions;
    if (earlier === undefined) throw new Error('Contoso has decided nothing.');
    server.world.tell({
      event: 'decision',
      data: { ...earlier, id: 'd-9', winner: { id: 'p-greta', name: 'Greta Jäger' } },
    });
    await tab.getByRole('link', { name: 'Greta Jäger was chosen' }).waitFor();
  });

  test('who does not supervise reads why there is nothing, and what to do', async () => {
    const { tab } = await stage.open({ person: 'anna', path: '/tab/live' });
    await tab.getByRole('heading', { name: 'Live is for supervisors' }).waitFor();
    await tab.getByText('ask your administrator', { exact: false }).waitFor();
    expect(server.world.asked.some(({ path }) => path === '/services')).toBe(false);
  });
});

describe('a decision', () => {
  test('says who won and why, and the first reason and its values for everyone else', async () => {
    const { tab } = await stage.open({ person: 'sam', path: '/tab/live/decisions/d-3' });
    await tab.getByRole('heading', { name: 'Anna Müller was offered the call' }).waitFor();
    await tab
      .getByText('Anna Müller had been free for 4:12 min, longer than Ben Carter with 2:12 min.')
      .waitFor();
    const others = tab.getByRole('table', { name: 'Who could not, and the first reason' });
    const carla = others.getByRole('row', { name: 'Carla Schröder' });
    await carla.getByText('In a call in Teams (InACall).').waitFor();
    await carla.getByText('Busy (in a call), 2 s old, from Microsoft Graph').waitFor();
    await tab.getByText('81d2c4e09a7b3f15').waitFor();
  });

  test('says so when the end of the call was inferred, not seen', async () => {
    const { tab } = await stage.open({ person: 'sam', path: '/tab/live/decisions/d-2' });
    await tab.getByText('Nobody saw the end; Rufwerk inferred it.', { exact: false }).waitFor();
  });

  test('opens from a link that was sent to somebody', async () => {
    const { tab } = await stage.open({ ...live, sub: 'decisions/d-4' });
    await tab.getByRole('heading', { name: 'Nobody could be offered the call' }).waitFor();
    await tab.getByRole('row', { name: anna.name }).waitFor();
  });

  test('the focus follows to the new page’s heading', async () => {
    const { tab } = await stage.open(live);
    await tab.getByRole('link', { name: 'Anna Müller was chosen' }).click();
    await tab.getByRole('heading', { name: 'Anna Müller was offered the call' }).waitFor();
    const focused = tab.locator('h1:focus');
    await focused.waitFor();
  });
});
