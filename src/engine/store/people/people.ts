/** The person table behind the `People` port: ids outside, sealed details inside. */
import { randomUUID } from 'node:crypto';
import { asId, type PersonId } from '@rufwerk/engine/core';
import type { People, PersonDetails } from '@rufwerk/engine/ports';
import type { TenantStoreParts } from '../tenantParts.ts';
import { indexOf, type DataKeys } from './dataKeys.ts';
import { PersonMemory } from './personMemory.ts';
import { PersonRows, type PersonIndex, type PersonRow } from './personRows.ts';
import { PersonSeal } from './personSeal.ts';

type EntraPerson = Parameters<People['ensureEntraPerson']>[0];

const NOBODY_YET = { entraId: null, userPrincipalName: null, phone: null, mail: null } as const;

export function peopleOf({ db, readNow, keys, tenantId }: TenantStoreParts): People {
  const rows = new PersonRows(db, readNow, tenantId);
  return new SealedPeople(rows, new PersonSeal(keys, tenantId), keys, tenantId);
}

class SealedPeople implements People {
  readonly #rows: PersonRows;
  readonly #seal: PersonSeal;
  readonly #keys: DataKeys;
  readonly #tenantId: string;
  readonly #memory = new PersonMemory();
  /** Changes are made one after the other, so that nobody is made twice. */
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(rows: PersonRows, seal: PersonSeal, keys: DataKeys, tenantId: string) {
    this.#rows = rows;
    this.#seal = seal;
    this.#keys = keys;
    this.#tenantId = tenantId;
  }

  find(id: PersonId): PersonDetails | null {
    return this.#memory.find(id) ?? this.#read('id', id);
  }

  findByEntraId(entraId: string): PersonDetails | null {
    const wanted = entraId.toLowerCase();
    return this.#memory.findByEntraId(wanted) ?? this.#readByIndex('entra_index', wanted);
  }

  findByUserPrincipalName(userPrincipalName: string): PersonDetails | null {
    return this.#readByIndex('name_index', userPrincipalName.toLowerCase());
  }

  async ensureEntraPerson(person: EntraPerson): Promise<PersonId> {
    const known = this.findByEntraId(person.entraId);
    if (known !== null && isUpToDate(known, person)) return known.id;
    return this.#inTurn(() => this.#ensureEntraPerson(person));
  }

  async ensureCaller(phone: string | null): Promise<PersonId> {
    if (phone === null) return this.#inTurn(() => this.#insertCaller(null));
    const known = this.#readByIndex('phone_index', phone);
    if (known !== null) return known.id;
    return this.#inTurn(async () => {
      const madeMeanwhile = this.#readByIndex('phone_index', phone);
      return madeMeanwhile?.id ?? (await this.#insertCaller(phone));
    });
  }

  async ensureMailContact(address: string): Promise<PersonId> {
    const mail = address.toLowerCase();
    return this.#inTurn(async () => {
      const known = this.#readByIndex('mail_index', mail);
      if (known !== null) return known.id;
      const id = newPersonId();
      return this.#insert({ ...NOBODY_YET, id, displayName: address, mail: address });
    });
  }

  /** The indexes go too: whoever comes again is a new person. */
  async erase(id: PersonId): Promise<void> {
    await this.#inTurn(async () => {
      await this.#rows.update(id, {
        sealed_key: null,
        sealed_details: null,
        ...{ entra_index: null, name_index: null, phone_index: null, mail_index: null },
      });
      this.#memory.forget(id);
    });
  }

  async #ensureEntraPerson(person: EntraPerson): Promise<PersonId> {
    const entraId = person.entraId.toLowerCase();
    const known = this.findByEntraId(entraId);
    if (known !== null && isUpToDate(known, person)) return known.id;
    const { userPrincipalName, displayName } = person;
    const id = known?.id ?? newPersonId();
    const details = { ...NOBODY_YET, id, entraId, userPrincipalName, displayName };
    await this.#takeName(details);
    if (known === null) return this.#insert(details);
    await this.#rows.update(id, this.#rowOf(details));
    this.#memory.remember(details);
    return id;
  }

  /** A directory gives a name to somebody else once its holder has left. */
  async #takeName({ id, userPrincipalName }: PersonDetails): Promise<void> {
    if (userPrincipalName === null) return;
    const holder = this.findByUserPrincipalName(userPrincipalName);
    if (holder !== null && holder.id !== id)
      await this.#rows.update(holder.id, { name_index: null });
  }

  #insertCaller(phone: string | null): Promise<PersonId> {
    return this.#insert({ ...NOBODY_YET, id: newPersonId(), displayName: phone ?? '', phone });
  }

  async #insert(details: PersonDetails): Promise<PersonId> {
    await this.#rows.insert(this.#rowOf(details));
    this.#memory.remember(details);
    return details.id;
  }

  #rowOf(details: PersonDetails): PersonRow {
    const { id, entraId, userPrincipalName, phone, mail } = details;
    return {
      id,
      ...this.#seal.seal(details),
      entra_index: entraId === null ? null : this.#indexOf('entra_index', entraId),
      name_index:
        userPrincipalName === null
          ? null
          : this.#indexOf('name_index', userPrincipalName.toLowerCase()),
      phone_index: phone === null ? null : this.#indexOf('phone_index', phone),
      mail_index: mail === null ? null : this.#indexOf('mail_index', mail.toLowerCase()),
    };
  }

  #readByIndex(index: PersonIndex, value: string): PersonDetails | null {
    return this.#read(index, this.#indexOf(index, value));
  }

  #read(column: 'id' | PersonIndex, value: string): PersonDetails | null {
    const row = this.#rows.find(column, value);
    if (row === undefined || row.sealed_key === null || row.sealed_details === null) return null;
    const { id, sealed_key, sealed_details } = row;
    const details = this.#seal.unseal(id, { sealed_key, sealed_details });
    this.#memory.remember(details);
    return details;
  }

  #indexOf(index: PersonIndex, value: string): string {
    return indexOf(this.#keys, this.#tenantId, index, value);
  }

  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const changed = this.#lastChange.then(change);
    this.#lastChange = changed.catch(() => undefined);
    return changed;
  }
}

function isUpToDate(known: PersonDetails, person: EntraPerson): boolean {
  const { userPrincipalName, displayName } = person;
  return known.userPrincipalName === userPrincipalName && known.displayName === displayName;
}

function newPersonId(): PersonId {
  return asId<PersonId>(`person-${randomUUID()}`);
}
