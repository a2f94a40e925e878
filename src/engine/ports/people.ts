/**
 * The person table: the only place with names, addresses and numbers, encrypted per person, so that
 * a person can be erased and every journal still replays (design.md, "The core").
 */
import type { PersonId } from '@rufwerk/engine/core';

export interface PersonDetails {
  readonly id: PersonId;
  /** Object id in Microsoft Entra; null for outside callers. */
  readonly entraId: string | null;
  readonly userPrincipalName: string | null;
  readonly displayName: string;
  /** E.164, for outside callers. */
  readonly phone: string | null;
  /** For emergency contacts whom the directory does not know; null for everybody else. */
  readonly mail: string | null;
}

export interface People {
  /** The person with this Entra object id, made when new; details are kept up to date. */
  ensureEntraPerson(person: {
    readonly entraId: string;
    readonly userPrincipalName: string;
    readonly displayName: string;
  }): Promise<PersonId>;
  /**
   * The caller with this number, made when new. Null: the number is withheld, and nothing tells
   * such callers apart, so that each call is somebody new's.
   */
  ensureCaller(phone: string | null): Promise<PersonId>;
  /**
   * Whoever is told of emergencies at this mail address, made when new; named by the address, whose
   * letters count alike whether they are capital or small (EMG-22).
   */
  ensureMailContact(address: string): Promise<PersonId>;
  find(id: PersonId): PersonDetails | null;
  findByEntraId(entraId: string): PersonDetails | null;
  findByUserPrincipalName(userPrincipalName: string): PersonDetails | null;
  /** Forgets everything but the id. */
  erase(id: PersonId): Promise<void>;
}
