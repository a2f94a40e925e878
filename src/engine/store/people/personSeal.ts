/**
 * A person's details, sealed by a key of their own, which DATA_KEY seals: forgetting that one key
 * makes every copy of the details unreadable, those in backups of the database's pages included.
 */
import { randomBytes } from 'node:crypto';
import type { PersonDetails } from '@rufwerk/engine/ports';
import type { DataKeys } from './dataKeys.ts';
import { seal, unseal } from './seal.ts';

export interface SealedPerson {
  readonly sealed_key: string;
  readonly sealed_details: string;
}

export class PersonSeal {
  readonly #keys: DataKeys;
  readonly #tenantId: string;

  constructor(keys: DataKeys, tenantId: string) {
    this.#keys = keys;
    this.#tenantId = tenantId;
  }

  /**
   * Seals with a new key each time: the key of details that were replaced is forgotten with them.
   */
  seal(details: PersonDetails): SealedPerson {
    const key = randomBytes(32);
    const about = this.#about(details.id);
    return {
      sealed_key: seal(this.#keys.sealing, key, about),
      sealed_details: seal(key, Buffer.from(JSON.stringify(details)), about),
    };
  }

  /** Details that were sealed before there were mail addresses have none. */
  unseal(id: string, sealed: SealedPerson): PersonDetails {
    const about = this.#about(id);
    const key = unseal(this.#keys.sealing, sealed.sealed_key, about);
    const details = unseal(key, sealed.sealed_details, about).toString();
    return { mail: null, ...(JSON.parse(details) as Omit<PersonDetails, 'mail'>) };
  }

  /** A sealed row moved to another person or tenant does not open. */
  #about(id: string): string {
    return JSON.stringify([this.#tenantId, id]);
  }
}
