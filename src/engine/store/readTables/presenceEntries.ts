/** Reads the ledger of presences. */
import type { Kysely } from 'kysely';
import type { PersonId, TenantId } from '@rufwerk/engine/core';
import type { PresenceEntry } from '@rufwerk/engine/ports';
import type { Tables } from '../tables.ts';
import { ROWS_PER_PAGE_MAX } from './paging.ts';

/** The newest entries of a person, newest first. */
export async function listPresenceEntries(
  db: Kysely<Tables>,
  tenantId: TenantId,
  { agentId, limit }: { readonly agentId: PersonId; readonly limit: number },
): Promise<readonly PresenceEntry[]> {
  const rows = await db
    .selectFrom('presence_entry')
    .select(['at', 'change'])
    .where('tenant_id', '=', tenantId)
    .where('agent_id', '=', agentId)
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
    .limit(Math.min(limit, ROWS_PER_PAGE_MAX))
    .execute();
  return rows.map(({ at, change }) => ({
    at,
    change: JSON.parse(change) as PresenceEntry['change'],
  }));
}
