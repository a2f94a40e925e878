/** Reads the offer table. */
import type { Kysely } from 'kysely';
import {
  asId,
  type DecisionId,
  type PersonId,
  type ServiceId,
  type TaskId,
  type TenantId,
} from '@rufwerk/engine/core';
import type { OfferRow } from '@rufwerk/engine/ports';
import type { OfferTable, Tables } from '../tables.ts';
import { ROWS_PER_PAGE_MAX } from './paging.ts';

/** Oldest first; a call that was offered even more often shows its first offers. */
export async function listOffers(
  db: Kysely<Tables>,
  tenantId: TenantId,
  taskId: TaskId,
): Promise<readonly OfferRow[]> {
  const rows = await db
    .selectFrom('offer')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', taskId)
    .orderBy('seq')
    .orderBy('position')
    .limit(ROWS_PER_PAGE_MAX)
    .execute();
  return rows.map(offerOf);
}

/** Newest first. */
export async function listOffersOfAgent(
  db: Kysely<Tables>,
  tenantId: TenantId,
  query: { readonly agentId: PersonId; readonly sinceAt: number; readonly limit: number },
): Promise<readonly OfferRow[]> {
  const rows = await db
    .selectFrom('offer')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('agent_id', '=', query.agentId)
    .where('offered_at', '>=', query.sinceAt)
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
    .limit(Math.min(query.limit, ROWS_PER_PAGE_MAX))
    .execute();
  return rows.map(offerOf);
}

function offerOf(row: OfferTable): OfferRow {
  return {
    offerId: row.offer_id,
    taskId: asId<TaskId>(row.task_id),
    serviceId: asId<ServiceId>(row.service_id),
    agentId: asId<PersonId>(row.agent_id),
    offeredAt: row.offered_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    confirmedInMs: row.confirmed_in_ms,
    decisionId: asId<DecisionId>(row.decision_id),
  };
}
