/** Reads the audit table. */
import type { Kysely } from 'kysely';
import { asId, type PersonId, type TenantId } from '@rufwerk/engine/core';
import type { AuditRow, Page } from '@rufwerk/engine/ports';
import type { AuditTable, Tables } from '../tables.ts';
import { isAfter, pageOf, rowsToRead, type PageQuery } from './paging.ts';

export async function listAudit(
  db: Kysely<Tables>,
  tenantId: TenantId,
  query: PageQuery,
): Promise<Page<AuditRow>> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(isAfter(query.cursor))
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
    .limit(rowsToRead(query.limit))
    .execute();
  return pageOf(rows, query.limit, auditOf);
}

function auditOf({ at, by_id, change }: AuditTable): AuditRow {
  return {
    at,
    byId: by_id === null ? null : asId<PersonId>(by_id),
    change: JSON.parse(change) as AuditRow['change'],
  };
}
