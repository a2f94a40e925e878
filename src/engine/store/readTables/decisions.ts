/** Reads the decision table. */
import type { Kysely } from 'kysely';
import {
  asId,
  type DecisionId,
  type DecisionSummary,
  type ServiceId,
  type TaskId,
  type TenantId,
} from '@rufwerk/engine/core';
import type { DecisionRow, Page } from '@rufwerk/engine/ports';
import { seqAt } from '../journal.ts';
import type { DecisionTable, Tables } from '../tables.ts';
import { isAfter, pageOf, rowsToRead, type PageQuery } from './paging.ts';

export async function findDecision(
  db: Kysely<Tables>,
  tenantId: TenantId,
  decisionId: DecisionId,
): Promise<DecisionRow | null> {
  const row = await db
    .selectFrom('decision')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('decision_id', '=', decisionId)
    .executeTakeFirst();
  return row === undefined ? null : decisionOf(row);
}

export async function listDecisions(
  db: Kysely<Tables>,
  tenantId: TenantId,
  query: PageQuery & {
    readonly serviceId?: ServiceId;
    readonly taskId?: TaskId;
    readonly untilAt?: number;
  },
): Promise<Page<DecisionRow>> {
  const { serviceId, taskId, untilAt } = query;
  let rows = db
    .selectFrom('decision')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(isAfter(query.cursor))
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
    .limit(rowsToRead(query.limit));
  if (serviceId !== undefined) rows = rows.where('service_id', '=', serviceId);
  if (taskId !== undefined) rows = rows.where('task_id', '=', taskId);
  if (untilAt !== undefined) {
    rows = rows.where('seq', '<=', (await seqAt(db, tenantId, untilAt)) ?? 0);
  }
  return pageOf(await rows.execute(), query.limit, decisionOf);
}

function decisionOf({ seq, service_id, task_id, record }: DecisionTable): DecisionRow {
  const { at, ...summary } = JSON.parse(record) as DecisionSummary & { readonly at: number };
  return { ...summary, at, seq, serviceId: asId(service_id), taskId: asId(task_id) };
}
