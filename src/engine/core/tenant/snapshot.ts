/** A state written down and read back, so that recovery need not begin at the first input. */
import { asJson, fromJson } from './stateJson.ts';
import type { TenantState } from './state.ts';

/** Raised when the written form changes; older forms are brought up to date while reading. */
export const SNAPSHOT_SCHEMA_VERSION = 2;

/** The state as text; equal states give equal text. */
export function writeSnapshot(state: TenantState): string {
  return JSON.stringify(asJson(state));
}

/**
 * Reads what `writeSnapshot` wrote. Throws when the text is of a newer schema than this version
 * knows: that is a downgrade, and going on would lose facts.
 */
export function readSnapshot(text: string, schemaVersion: number): TenantState {
  if (schemaVersion > SNAPSHOT_SCHEMA_VERSION) {
    throw new Error(
      `The snapshot has schema ${schemaVersion}; this version reads up to ${SNAPSHOT_SCHEMA_VERSION}.`,
    );
  }
  if (schemaVersion < 2) {
    throw new Error(
      'The snapshot is of a version before the first release. Move the data directory away, ' +
        'start anew and import the configuration again.',
    );
  }
  return fromJson(JSON.parse(text));
}
