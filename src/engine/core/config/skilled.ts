/**
 * Who has which skill, from the configuration: so that a service by skills finds its people without
 * walking through everybody. An index only.
 */
import type { RequiredSkill, ResponsibilitySettings } from './offering.ts';
import type { AgentSettings } from './people.ts';
import type { PersonId } from '../ids.ts';

export class SkilledPeople {
  readonly #settings = new Map<PersonId, AgentSettings>();
  readonly #withSkill = new Map<string, AgentSettings[]>();

  constructor(people: readonly AgentSettings[] = []) {
    for (const person of people) {
      this.#settings.set(person.id, person);
      for (const { skill } of person.skills) {
        const others = this.#withSkill.get(skill);
        if (others === undefined) this.#withSkill.set(skill, [person]);
        else others.push(person);
      }
    }
  }

  settingsOf(id: PersonId): AgentSettings | null {
    return this.#settings.get(id) ?? null;
  }

  /** Whether anybody has the skill, however well. */
  isHad(skill: string): boolean {
    return this.#withSkill.has(skill);
  }

  /** Everybody who qualifies at some level of the service, the first level first. */
  peopleFor({ skills, levels }: ResponsibilitySettings): PersonId[] {
    return [skills, ...levels.map((level) => level.skills)].flatMap((required) =>
      this.#withAll(required),
    );
  }

  #withAll(required: readonly RequiredSkill[]): PersonId[] {
    const [rarest] = required
      .map(({ skill }) => this.#withSkill.get(skill) ?? [])
      .sort((left, right) => left.length - right.length);
    return (rarest ?? []).filter((person) => hasAll(person, required)).map(({ id }) => id);
  }
}

/** Whether the person masters every skill as well as is asked for. */
export function hasAll(person: AgentSettings, required: readonly RequiredSkill[]): boolean {
  return required.every(({ skill, minimum }) =>
    person.skills.some((own) => own.skill === skill && own.level >= minimum),
  );
}
