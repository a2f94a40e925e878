/**
 * Where agents are during their emergency calls, as Teams tells it: kept apart from everything else
 * and only while the emergency stands (DEC-9).
 */
import type { PersonId } from '@rufwerk/engine/core';

export interface EmergencyPlace {
  /** Street, town and floor in one line. */
  readonly line: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** Sealed with a key from DATA_KEY; what was forgotten is in no file any more. */
export interface EmergencyPlaces {
  /** In place of what was known before. Durable when it resolves. */
  put(agentId: PersonId, place: EmergencyPlace): Promise<void>;
  /** Null when nothing is known. */
  get(agentId: PersonId): Promise<EmergencyPlace | null>;
  /** Resolves once it is gone; also when there was nothing. */
  forget(agentId: PersonId): Promise<void>;
  /** Of whom something is known. */
  held(): Promise<readonly PersonId[]>;
}
