/** Small durable values of adapters. */
import type { Kysely } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { Notes } from '@rufwerk/engine/ports';
import type { Tables } from './tables.ts';

export function notesOf(db: Kysely<Tables>, tenantId: TenantId): Notes {
  return {
    get: async (key) => {
      const note = await db
        .selectFrom('note')
        .select('value')
        .where('tenant_id', '=', tenantId)
        .where('key', '=', key)
        .executeTakeFirst();
      return note?.value ?? null;
    },
    put: async (key, value) => {
      await db
        .insertInto('note')
        .values({ tenant_id: tenantId, key, value })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet({ value }))
        .execute();
    },
  };
}
