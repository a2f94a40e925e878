import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { anna } from '../contoso.ts';
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

/** What was asked, oldest first. */
const asked = (): string[] =>
  server.world.asked.map(({ path }) => path).filter((path) => path.endsWith('/why-not'));

async function readsTheAnswer(tab: Frame): Promise<void> {
  await tab.getByText('2 calls wait, and none is offered here now.').waitFor();
  const calls = tab.getByRole('list', { name: 'Calls that wait:' });
  await calls.getByText('priority 2: rings at Ben Carter; place 2 in the order').waitFor();
  await calls.getByText('Unknown caller, priority 3: is rung from level 1 on').waitFor();
  await tab.getByRole('link', { name: /^Open the decision of/ }).waitFor();
}

describe('why not me?', () => {
  test('an agent asks on My work, of now and of a moment', async () => {
    const { tab } = await stage.open();
    const panel = tab.getByRole('region', { name: 'Why do I get no call?' });
    await panel.getByRole('button', { name: 'Show why' }).click();
    await readsTheAnswer(tab);
    await panel.getByLabel('Moment').fill('2026-01-05T08:15:00');
    await panel.getByRole('button', { name: 'Show why' }).click();
    await tab.getByText('2 calls wait, and none is offered here now.').waitFor();
    expect(asked()).toEqual(Array(2).fill(`/agents/${anna.id}/why-not`));
  });

  test('a supervisor asks it of an agent on Live', async () => {
    const path = '/tab/live/services/it-helpdesk';
    const { tab } = await stage.open({ person: 'sam', path });
    await tab
      .getByRole('button', { name: /Anna Müller/ })
      .last()
      .click();
    const part = tab.getByRole('region', { name: 'Why no call?' });
    await part.getByRole('button', { name: 'Show why' }).click();
    await readsTheAnswer(tab);
  });

  test('the queue on Live says the priority of each call', async () => {
    const path = '/tab/live/services/it-helpdesk';
    const { tab } = await stage.open({ person: 'sam', path });
    const queue = tab.getByRole('table', { name: 'Queue' });
    await queue.getByRole('columnheader', { name: 'Priority' }).waitFor();
  });
});
