import { SeededRandom } from './random.ts';
import type { GroupDescription, PersonDescription, WorldDescription } from './description.ts';

const GIVEN_NAMES = [
  'Anna',
  'Ben',
  'Clara',
  'Denis',
  'Elise',
  'Fritz',
  'Grace',
  'Henri',
  'Ida',
  'Jack',
];
const SURNAMES = [
  'Meier',
  'Baker',
  'Lefebvre',
  'Keller',
  'Hughes',
  'Moreau',
  'Vogt',
  'Turner',
  'Roux',
];
const LANGUAGES = ['de-CH', 'en-GB', 'fr-FR'];
const PEOPLE_PER_GROUP = 100;

/**
 * A world of any size: the people of the given one first, so that names in tests and in the start
 * configuration keep their meaning, then generated agents in groups of a hundred.
 */
export function generateWorld(
  base: WorldDescription,
  peopleCount: number,
  seed: number,
): WorldDescription {
  const random = new SeededRandom(seed);
  const people: PersonDescription[] = base.people.slice(0, peopleCount);
  const groups: GroupDescription[] = [...base.groups];
  for (let number = people.length + 1; number <= peopleCount; number += 1) {
    const person = generatedAgent(number, random);
    people.push(person);
    if ((number - base.people.length - 1) % PEOPLE_PER_GROUP === 0) {
      groups.push({ id: random.guid(), displayName: `Team ${groups.length + 1}`, members: [] });
    }
    groups.at(-1)?.members.push(person.upn);
  }
  return { ...base, people, groups };
}

function generatedAgent(number: number, random: SeededRandom): PersonDescription {
  const givenName = random.pick(GIVEN_NAMES);
  const surname = random.pick(SURNAMES);
  return {
    id: random.guid(),
    upn: `agent.${String(number).padStart(6, '0')}@contoso.example`,
    displayName: `${givenName} ${surname} ${number}`,
    givenName,
    surname: `${surname} ${number}`,
    role: 'agent',
    phone: `+4158${String(number).padStart(7, '0')}`,
    language: random.pick(LANGUAGES),
  };
}
