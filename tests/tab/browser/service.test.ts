import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Frame } from 'playwright-core';
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

async function open(part: string, locale = 'en-gb'): Promise<Frame> {
  const path = `/tab/set-up/services/it-helpdesk/${part}`;
  return (await stage.open({ person: 'admin', path, locale })).tab;
}

const save = (tab: Frame): Promise<void> =>
  tab.getByRole('button', { name: 'Save', exact: true }).click();

describe('the settings of a service', () => {
  test('what will change is told, setting by setting, before it is saved', async () => {
    const tab = await open('after-call');
    await tab.getByRole('radio', { name: 'Until done' }).click();
    await tab.getByLabel('Ends at the latest after').fill('900');
    const changes = tab.getByRole('table', { name: 'What saving will change' });
    const mode = changes.getByRole('row', { name: 'After-call work › Time after a call' });
    await mode.getByText('A fixed time').waitFor();
    await mode.getByText('Until done').waitFor();
    await save(tab);
    await tab.getByText('Saved. It is in force.').waitFor();
    expect(server.world.configuration.services[0]?.afterCallWork).toMatchObject({
      mode: 'until-done',
      maximumSeconds: 900,
    });
  });

  test('what is typed and no number is told in the reader’s language, and kept', async () => {
    const tab = await open('order', 'de-ch');
    const ring = tab.getByLabel('Klingeldauer');
    await ring.fill('bald');
    await tab
      .getByText('Es braucht eine ganze Zahl von 5 bis 90.', { exact: true })
      .first()
      .waitFor();
    await tab.getByRole('tab', { name: 'Allgemein' }).click();
    await tab.getByRole('tab', { name: 'Reihenfolge und Zustellung' }).click();
    expect(await tab.getByLabel('Klingeldauer').inputValue()).toBe('bald');
  });

  test('a change of another part meanwhile is no conflict; one of the same part is', async () => {
    const tab = await open('general');
    await tab.getByLabel('Name', { exact: true }).fill('Help');
    const { configuration } = server.world;
    server.world.configuration = { ...configuration, ageingSeconds: 240 };
    server.world.configurationVersion = 2;
    await save(tab);
    await tab.getByText('Saved. It is in force.').waitFor();
    expect(server.world.configuration).toMatchObject({ ageingSeconds: 240 });

    await tab.getByLabel('Name', { exact: true }).fill('Mine');
    const [service, ...others] = server.world.configuration.services;
    if (service === undefined) throw new Error('There is no service.');
    const theirs = { ...service, name: 'Theirs' };
    server.world.configuration = {
      ...server.world.configuration,
      services: [theirs, ...others],
    };
    server.world.configurationVersion += 1;
    await save(tab);
    await tab.getByText('Somebody else changed the same settings meanwhile').first().waitFor();
    await tab.getByRole('button', { name: 'Save mine over it' }).click();
    await tab.getByText('Saved. It is in force.').waitFor();
    expect(server.world.configuration.services[0]?.name).toBe('Mine');
  });

  test('an action of the queue is chosen with its target', async () => {
    const tab = await open('queue');
    await tab.getByLabel('When nobody can come').selectOption('number');
    await tab.getByText('A number in the form +41435000000 is needed.').first().waitFor();
    await tab.getByLabel('Telephone number').fill('+41435000001');
    await tab.getByLabel('Nobody has to be able for').fill('30');
    await save(tab);
    await tab.getByText('Saved. It is in force.').waitFor();
    expect(server.world.configuration.services[0]?.queue).toMatchObject({
      whenNobody: { do: 'number', number: '+41435000001' },
      nobodyAfterSeconds: 30,
    });
  });
});
