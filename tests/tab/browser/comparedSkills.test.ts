/** The skills that the order "best skill" compares, for services by people, a team, or skills. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ServiceSettings } from '@rufwerk/engine/core';
import type { Frame } from 'playwright-core';
import type { MockServer } from '../mockServer.ts';
import { setStage, type Stage, STAGE_TIMEOUT_MS } from './stage.ts';

const TEAM = '62f71da5-6619-421a-ad5f-b6846140abc8';

let stage: Stage;
let server: MockServer;

beforeAll(async () => {
  stage = await setStage();
}, STAGE_TIMEOUT_MS);
beforeEach(async () => {
  server = await stage.begin();
});
afterAll(() => stage.close());

function helpdesk(): ServiceSettings {
  const [service] = server.world.configuration.services;
  if (service === undefined) throw new Error('There is no service.');
  return service;
}

/** The help desk with these settings, before the tab asks for them. */
function become(
  part: Partial<ServiceSettings>,
  responsibility: Partial<ServiceSettings['responsibility']> = {},
): void {
  const [service, ...others] = server.world.configuration.services;
  if (service === undefined) throw new Error('There is no service.');
  const changed = { ...service.responsibility, ...responsibility };
  const services = [{ ...service, ...part, responsibility: changed }, ...others];
  server.world.configuration = { ...server.world.configuration, services };
}

async function open(part: string, locale = 'en-gb'): Promise<Frame> {
  const path = `/tab/set-up/services/it-helpdesk/${part}`;
  return (await stage.open({ person: 'admin', path, locale })).tab;
}

const save = (tab: Frame): Promise<void> =>
  tab.getByRole('button', { name: 'Save', exact: true }).click();

describe('best skill, for a service by people', () => {
  test.each([
    ['a list', {}],
    ['a team', { team: TEAM as ServiceSettings['responsibility']['team'] }],
  ])('by %s: what it compares is named under Responsibility', async (_, who) => {
    become({ order: 'best-skill' }, who);
    const tab = await open('responsibility');
    const compared = tab.getByRole('group', { name: 'Skills compared' });
    await compared.getByText('Nobody needs any of them', { exact: false }).waitFor();
    await compared.getByRole('button', { name: 'Add a skill' }).click();
    await compared.getByLabel('Skill', { exact: true }).fill('network');
    expect(await compared.getByLabel('Minimum level').count()).toBe(0);
    await save(tab);
    await tab.getByText('Saved. It is in force.').waitFor();
    expect(helpdesk().responsibility.skills).toEqual([{ skill: 'network', minimum: 1 }]);
  });

  test('the order says what it compares, and where that is named', async () => {
    const tab = await open('order');
    await tab.getByRole('radio', { name: /^Best skill/ }).click();
    await tab.getByText('No skill is named that it could compare', { exact: false }).waitFor();
    become({ order: 'best-skill' }, { skills: [{ skill: 'network', minimum: 1 }] });
    const again = await open('order');
    await again
      .getByText('It compares network. The skills are named under Responsibility.')
      .waitFor();
  });

  test('skills that came by file are shown under every order, and so is that nothing compares them', async () => {
    become({ order: 'round-robin' }, { skills: [{ skill: 'network', minimum: 40 }] });
    const tab = await open('responsibility', 'de-ch');
    const compared = tab.getByRole('group', { name: 'Verglichene Fähigkeiten' });
    await compared.getByText('Nichts vergleicht sie', { exact: false }).waitFor();
    expect(await compared.getByLabel('Fähigkeit', { exact: true }).inputValue()).toBe('network');
  });

  test('skills that only its levels name are compared too, and told', async () => {
    const [level] = helpdesk().responsibility.levels;
    if (level === undefined) throw new Error('There is no level.');
    const levels = [{ ...level, skills: [{ skill: 'french', minimum: 1 }] }];
    become({ order: 'best-skill' }, { levels });
    const tab = await open('responsibility');
    await tab.getByText('Compared too, for the levels name them: french.').waitFor();
  });

  test('under another order, and without skills, there is nothing to be seen of them', async () => {
    const tab = await open('responsibility');
    await tab.getByLabel('Agents', { exact: true }).waitFor();
    expect(await tab.getByRole('group', { name: 'Skills compared' }).count()).toBe(0);
  });
});

test('for a service by skills they are needed, and under best skill compared as well', async () => {
  const skills = [{ skill: 'network', minimum: 40 }];
  become({ order: 'best-skill' }, { by: 'skills', skills });
  const tab = await open('responsibility');
  const needed = tab.getByRole('group', { name: 'Skills needed' });
  await needed.getByLabel('Minimum level').waitFor();
  await tab
    .getByText('The order "best skill" compares what people have in them', { exact: false })
    .waitFor();
});
