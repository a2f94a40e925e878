/** Reads the call table. */
import type { Kysely } from 'kysely';
import {
  asId,
  type PersonId,
  type ServiceId,
  type TaskId,
  type TenantId,
} from '@rufwerk/engine/core';
import type { CallRow, Page } from '@rufwerk/engine/ports';
import type { CallTable, Tables } from '../tables.ts';
import { isAfter, pageOf, rowsToRead, type PageQuery } from './paging.ts';

export async function findCall(
  db: Kysely<Tables>,
  tenantId: TenantId,
  taskId: TaskId,
): Promise<CallRow | null> {
  const row = await db
    .selectFrom('call')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', taskId)
    .executeTakeFirst();
  return row === undefined ? null : callOf(row);
}

export async function listCalls(
  db: Kysely<Tables>,
  tenantId: TenantId,
  query: PageQuery & { readonly serviceId?: ServiceId },
): Promise<Page<CallRow>> {
  const { serviceId } = query;
  let rows = db
    .selectFrom('call')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(isAfter(query.cursor))
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
    .limit(rowsToRead(query.limit));
  if (serviceId !== undefined) rows = rows.where('service_id', '=', serviceId);
  return pageOf(await rows.execute(), query.limit, callOf);
}

function callOf(row: CallTable): CallRow {
  return {
    taskId: asId<TaskId>(row.task_id),
    serviceId: asId<ServiceId>(row.service_id),
    callerId: asId<PersonId>(row.caller_id),
    queuedAt: row.queued_at,
    answeredAt: row.answered_at,
    connectedAt: row.connected_at,
    endedAt: row.ended_at,
    agentId: row.agent_id === null ? null : asId<PersonId>(row.agent_id),
    endReason: row.end_reason,
    endSeen: row.end_seen,
    offers: row.offers,
  };
}
