/** Profiles assigned by an import, as administrators and agents meet them over the API. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { configurationOutcomeSchema, myWorkSchema } from '@rufwerk/engine/api';
import { contosoFile, upn } from '../stage/contoso.ts';
import { Stage } from '../stage/stage.ts';

const PATH = '/api/v1/configuration';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const profiles = ['german', 'french'].map((id) => ({ id, name: id, skills: [id] }));

function assigning(...own: string[]): object {
  const skills = profiles.map(({ id: skill }) => ({ skill, level: 50 }));
  const agents = [{ id: upn('anna.agent'), skills, profiles: own }];
  return { ...contosoFile, profiles, agents };
}

async function put(body: object, version: number | null) {
  const headers = version === null ? {} : { 'if-match': `"${version}"` };
  const query = version === null ? '?preview=true' : '';
  const answer = await stage.ask('admin', PATH + query, { method: 'PUT', body, headers });
  return configurationOutcomeSchema.parse(answer.body);
}

async function inForce(): Promise<string[]> {
  const work = myWorkSchema.parse((await stage.ask('anna.agent', '/api/v1/my-work')).body);
  return work.profiles.filter(({ active }) => active).map(({ id }) => id);
}

test('NIMx-05: an assignment is in force for who serves already, and its loss is told by name', async () => {
  await put(assigning('german'), 1);
  expect(await inForce()).toEqual(['german']);
  const { warnings } = await put(assigning('french'), null);
  expect(warnings).toContainEqual({
    field: 'agents[0].profiles',
    rule: `In force for ${upn('anna.agent')}, and no longer assigned here: german.`,
    mend: `Assign it again, or expect ${upn('anna.agent')} to serve with: french.`,
  });
  await put(assigning('french'), 2);
  expect(await inForce()).toEqual(['french']);
});

test('NIMx-05: a profile that is not assigned is refused with whom to turn to', async () => {
  await put(assigning('german'), 1);
  const path = '/api/v1/my-work/profiles';
  const body = { profiles: ['french'] };
  const refused = await stage.ask('anna.agent', path, { method: 'PUT', body });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    rule: 'The responsibility profile is not assigned to this person.',
    mend: expect.stringContaining('administrator'),
  });
});
