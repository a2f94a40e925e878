import { expect, test } from '@jest/globals';
import { validateConfiguration } from '@rufwerk/engine/core';
import { profilesTakenAway } from '../../../src/server/configuration/profilesInForce.ts';

const profiles = ['german', 'french'].map((id) => ({ id, name: id, skills: [id] }));

function inForce(...ofEach: string[][]): Parameters<typeof profilesTakenAway>[0] {
  const result = validateConfiguration({ profiles });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const agents = new Map(ofEach.map((own, index) => [`p-${index}`, { profiles: own }]));
  return { configuration: result.configuration, agents } as never;
}

test('NIMx-05: leaving out a profile that people have in force is warned of, with how many', () => {
  const state = inForce(['german'], ['german', 'french'], []);
  expect(profilesTakenAway(state, { profiles: profiles.slice(1) })).toMatchObject([
    { field: 'profiles', rule: expect.stringContaining('"german" is in force for 2 people') },
  ]);
  expect(profilesTakenAway(state, { profiles: [] })).toHaveLength(2);
  expect(profilesTakenAway(state, { profiles: [] }, 'de')[1]?.rule).toContain('für eine Person');
});

test('a profile that nobody has in force, or that stays, is not worth a word', () => {
  expect(profilesTakenAway(inForce(['french']), { profiles: profiles.slice(1) })).toEqual([]);
  expect(profilesTakenAway(inForce(['german']), { profiles })).toEqual([]);
});
