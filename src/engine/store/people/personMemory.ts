/**
 * People read lately: presence asks for hundreds at a time, and opening a seal costs some
 * microseconds.
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { PersonDetails } from '@rufwerk/engine/ports';

/** A large organisation's agents and a day's callers; whoever is not among them is read again. */
export const REMEMBERED_PEOPLE = 150_000;

export class PersonMemory {
  /** In the order of their last use, oldest first. */
  readonly #people = new Map<PersonId, PersonDetails>();
  readonly #ids = new Map<string, PersonId>();
  readonly #limit: number;

  constructor(limit = REMEMBERED_PEOPLE) {
    this.#limit = limit;
  }

  find(id: PersonId): PersonDetails | undefined {
    const person = this.#people.get(id);
    if (person === undefined) return undefined;
    this.#people.delete(id);
    this.#people.set(id, person);
    return person;
  }

  findByEntraId(entraId: string): PersonDetails | undefined {
    const id = this.#ids.get(entraId);
    return id === undefined ? undefined : this.find(id);
  }

  remember(person: PersonDetails): void {
    this.forget(person.id);
    this.#people.set(person.id, person);
    if (person.entraId !== null) this.#ids.set(person.entraId, person.id);
    if (this.#people.size <= this.#limit) return;
    for (const oldest of this.#people.keys()) return this.forget(oldest);
  }

  forget(id: PersonId): void {
    const person = this.#people.get(id);
    this.#people.delete(id);
    if (person?.entraId != null) this.#ids.delete(person.entraId);
  }
}
