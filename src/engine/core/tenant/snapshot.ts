/** A state written down and read back, so that recovery need not begin at the first input. */
import { asJson, readInParts } from './stateJson.ts';
import type { TenantState } from './state.ts';

/** Raised when the written form changes; older forms are brought up to date while reading. */
export const SNAPSHOT_SCHEMA_VERSION = 6;

/** The state as text, one part a line; equal states give equal text. */
export function writeSnapshot(state: Readonly<TenantState>): string {
  return asJson(state)
    .map((part) => JSON.stringify(part))
    .join('\n');
}

/**
 * Reads what `writeSnapshot` wrote. Throws when the text is of a newer schema than this version
 * knows: that is a downgrade, and going on would lose facts.
 */
export function readSnapshot(text: string, schemaVersion: number): TenantState {
  const reading = readSnapshotInParts(text, schemaVersion);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

/**
 * The same with a stop every few milliseconds, for a reader who must not hold others up. Throws as
 * `readSnapshot` does, at the first part.
 */
export function* readSnapshotInParts(
  text: string,
  schemaVersion: number,
): Generator<undefined, TenantState> {
  if (schemaVersion > SNAPSHOT_SCHEMA_VERSION) {
    throw new Error(
      `The snapshot has schema ${schemaVersion}; this version reads up to ${SNAPSHOT_SCHEMA_VERSION}.`,
    );
  }
  if (schemaVersion < SNAPSHOT_SCHEMA_VERSION) {
    throw new Error(
      'The snapshot is of a version before the first release. Move the data directory away, ' +
        'start anew and import the configuration again.',
    );
  }
  return yield* readInParts(partsOf(text));
}

function* partsOf(text: string): Generator<unknown> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    yield JSON.parse(text.slice(from, to));
    from = to + 1;
  }
}
