/** What facts make of the offer table. */
import type { Fact, FactOf } from '@rufwerk/engine/core';
import type { Projecting } from './projecting.ts';

export async function projectOffer(projecting: Projecting, fact: Fact): Promise<void> {
  if (fact.type === 'CallOffered') return insert(projecting, fact);
  if (fact.type === 'OfferConfirmed') return confirm(projecting, fact);
  if (fact.type === 'OfferEnded') return end(projecting, fact);
}

async function insert(projecting: Projecting, fact: FactOf<'CallOffered'>): Promise<void> {
  const { transaction, tenantId, place } = projecting;
  const call = transaction
    .selectFrom('call')
    .select('service_id')
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', fact.taskId);
  const { service_id } = await call.executeTakeFirstOrThrow();
  await transaction
    .insertInto('offer')
    .values({
      tenant_id: tenantId,
      ...place,
      offer_id: fact.offerId,
      task_id: fact.taskId,
      service_id,
      agent_id: fact.agentId,
      offered_at: fact.at,
      decision_id: fact.decision.decisionId,
    })
    .execute();
}

async function confirm(
  { transaction, tenantId }: Projecting,
  { offerId, tookMs }: FactOf<'OfferConfirmed'>,
): Promise<void> {
  await transaction
    .updateTable('offer')
    .set({ confirmed_in_ms: tookMs })
    .where('tenant_id', '=', tenantId)
    .where('offer_id', '=', offerId)
    .execute();
}

async function end(projecting: Projecting, fact: FactOf<'OfferEnded'>): Promise<void> {
  const { transaction, tenantId } = projecting;
  await transaction
    .updateTable('offer')
    .set({ ended_at: fact.at, outcome: fact.outcome })
    .where('tenant_id', '=', tenantId)
    .where('offer_id', '=', fact.offerId)
    .execute();
}
