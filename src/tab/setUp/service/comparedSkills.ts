import type { ServiceForm } from '../editing/form.ts';

type Named = Pick<ServiceForm['responsibility'], 'skills' | 'levels'>;

/** What only the levels of the service name. */
export function skillsOfLevelsOnly({ skills, levels }: Named): readonly string[] {
  const own = new Set(skills.map(({ skill }) => skill));
  const others = levels.flatMap((level) => level.skills.map(({ skill }) => skill));
  return [...new Set(others)].filter((skill) => skill !== '' && !own.has(skill));
}

/** Everything that the order "best skill" compares, each once. */
export function comparedSkills(named: Named): readonly string[] {
  const own = named.skills.map(({ skill }) => skill).filter((skill) => skill !== '');
  return [...new Set(own), ...skillsOfLevelsOnly(named)];
}
