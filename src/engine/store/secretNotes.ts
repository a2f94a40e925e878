/** Secrets of adapters: notes whose values are sealed, each bound to its tenant and its key. */
import type { TenantId } from '@rufwerk/engine/core';
import type { Notes, SecretNotes } from '@rufwerk/engine/ports';
import type { DataKeys } from './people/dataKeys.ts';
import { seal, unseal } from './people/seal.ts';

/** Secrets live among the notes under names of their own. */
const PREFIX = 'secret/';

export function secretNotesOf(notes: Notes, keys: DataKeys, tenantId: TenantId): SecretNotes {
  const about = (key: string): string => JSON.stringify([tenantId, key]);
  return {
    get: async (key) => {
      const sealed = await notes.get(PREFIX + key);
      return sealed === null ? null : unseal(keys.secrets, sealed, about(key)).toString('utf8');
    },
    put: (key, value) =>
      notes.put(PREFIX + key, seal(keys.secrets, Buffer.from(value, 'utf8'), about(key))),
  };
}
