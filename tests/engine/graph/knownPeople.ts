import { asId } from '@rufwerk/engine/core';
import type { PersonId } from '@rufwerk/engine/core';
import type { PersonDetails } from '@rufwerk/engine/ports';
import type { KnownPeople } from '../../../src/engine/graph/webhook/news.ts';

/** A small person table in memory. */
export class PeopleDouble implements KnownPeople {
  readonly #byId = new Map<PersonId, PersonDetails>();

  /** Adds somebody of the directory under an id of our own. */
  add(id: string, entraId: string | null, phone: string | null = null): PersonId {
    const personId = asId<PersonId>(id);
    const details = {
      userPrincipalName: `${id}@contoso.example`,
      displayName: id,
      phone,
      mail: null,
    };
    this.#byId.set(personId, { id: personId, entraId, ...details });
    return personId;
  }

  find(id: PersonId): PersonDetails | null {
    return this.#byId.get(id) ?? null;
  }

  findByEntraId(entraId: string): PersonDetails | null {
    return [...this.#byId.values()].find((person) => person.entraId === entraId) ?? null;
  }

  findByUserPrincipalName(userPrincipalName: string): PersonDetails | null {
    const wanted = userPrincipalName.toLowerCase();
    const isMeant = (person: PersonDetails) => person.userPrincipalName === wanted;
    return [...this.#byId.values()].find(isMeant) ?? null;
  }

  ensureEntraPerson(person: { readonly entraId: string }): Promise<PersonId> {
    return Promise.resolve(this.add(`new-${person.entraId}`, person.entraId));
  }

  ensureCaller(phone: string | null): Promise<PersonId> {
    const name = phone ?? `withheld-${this.#byId.size}`;
    return Promise.resolve(this.add(`caller-${name}`, null, phone));
  }
}
