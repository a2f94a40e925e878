import { expect, test } from '@jest/globals';
import { asId, type PersonId, validateConfiguration } from '@rufwerk/engine/core';
import { profilesTakenAway } from '../../../src/server/configuration/profilesInForce.ts';

const profiles = ['german', 'french'].map((id) => ({ id, name: id, skills: [id] }));

function inForce(...ofEach: string[][]): Parameters<typeof profilesTakenAway>[0] {
  const result = validateConfiguration({ profiles });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const agents = new Map(
    ofEach.map((own, index) => [`p-${index}`, { profiles: own, settings: null }]),
  );
  return { configuration: result.configuration, agents } as never;
}

const nobody = () => null;
const byName = (name: string) => asId<PersonId>(name);

test('NIMx-05: leaving out a profile that people have in force is warned of, with how many', () => {
  const state = inForce(['german'], ['german', 'french'], []);
  expect(profilesTakenAway(state, { profiles: profiles.slice(1) }, nobody)).toMatchObject([
    { field: 'profiles', rule: expect.stringContaining('"german" is in force for 2 people') },
  ]);
  expect(profilesTakenAway(state, { profiles: [] }, nobody)).toHaveLength(2);
  expect(profilesTakenAway(state, { profiles: [] }, nobody, 'de')[1]?.rule).toContain(
    'für eine Person',
  );
});

test('a profile that nobody has in force, or that stays, is not worth a word', () => {
  expect(profilesTakenAway(inForce(['french']), { profiles: profiles.slice(1) }, nobody)).toEqual(
    [],
  );
  expect(profilesTakenAway(inForce(['german']), { profiles }, nobody)).toEqual([]);
});

test('NIMx-05: an assignment that takes a profile in force from somebody is warned of by name', () => {
  const state = inForce(['german'], ['german', 'french'], []);
  const agents = ['p-0', 'p-1', 'p-2'].map((id) => ({ id, profiles: ['french'] }));
  expect(profilesTakenAway(state, { profiles, agents }, byName)).toEqual([
    {
      field: 'agents[0].profiles',
      rule: 'In force for p-0, and no longer assigned here: german.',
      mend: 'Assign it again, or expect p-0 to serve with: french.',
    },
    expect.objectContaining({ field: 'agents[1].profiles' }),
  ]);
  expect(profilesTakenAway(state, { profiles, agents }, nobody)).toEqual([]);
});

test('of a hundred people not every one is named', () => {
  const state = inForce(...Array.from({ length: 100 }, () => ['german']));
  const agents = Array.from({ length: 100 }, (_, index) => ({
    ...{ id: `p-${index}`, profiles: ['french'] },
  }));
  const told = profilesTakenAway(state, { profiles, agents }, byName, 'de');
  expect(told).toHaveLength(21);
  expect(told[20]?.rule).toContain('80 weiteren Personen');
});
