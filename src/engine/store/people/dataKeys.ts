/** The keys that follow from DATA_KEY, each for one purpose. */
import { createHmac, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

export interface DataKeys {
  /** Seals the own key of each person. */
  readonly sealing: Buffer;
  /** Makes values findable without storing them, see `indexOf`. */
  readonly indexing: Buffer;
  /** Seals the secrets of adapters. */
  readonly secrets: Buffer;
  /** Seals where agents are during emergency calls. */
  readonly places: Buffer;
  /** Tells whether two data keys are the same one; says nothing about the key itself. */
  readonly fingerprint: string;
}

/** Throws, with the mend, when DATA_KEY is not 32 bytes long. */
export function dataKeys(dataKey: Buffer): DataKeys {
  if (dataKey.length !== KEY_BYTES) {
    throw new Error(
      `DATA_KEY has ${dataKey.length} bytes, it needs ${KEY_BYTES}. ` +
        'Make one with `openssl rand -base64 32`.',
    );
  }
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', dataKey, '', `rufwerk ${purpose}`, KEY_BYTES));
  return {
    sealing: derive('person keys'),
    indexing: derive('person index'),
    secrets: derive('secret notes'),
    places: derive('emergency places'),
    fingerprint: derive('fingerprint').subarray(0, 8).toString('hex'),
  };
}

/** The index of a value: the same value gives the same index, which does not tell the value. */
export function indexOf(keys: DataKeys, tenantId: string, kind: string, value: string): string {
  const parts = JSON.stringify([tenantId, kind, value]);
  return createHmac('sha256', keys.indexing).update(parts).digest('base64');
}
