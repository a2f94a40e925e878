/** What facts make of the call table. */
import type { Fact, FactOf, TaskId } from '@rufwerk/engine/core';
import type { CallTable } from '../tables.ts';
import type { Projecting } from './projecting.ts';

export async function projectCall(projecting: Projecting, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'CallQueued':
      return insert(projecting, fact);
    case 'CallAnswered':
      return update(projecting, fact.taskId, { answered_at: fact.at });
    case 'CallOffered':
      return countOffer(projecting, fact.taskId);
    case 'CallMoved':
      return update(projecting, fact.taskId, { service_id: fact.serviceId });
    case 'CallHandedOver':
      return update(projecting, fact.taskId, { agent_id: fact.agentId });
    case 'CallConnected':
      return update(projecting, fact.taskId, { connected_at: fact.at, agent_id: fact.agentId });
    case 'CallEnded': {
      const { at, reason, seen } = fact;
      return update(projecting, fact.taskId, { ended_at: at, end_reason: reason, end_seen: seen });
    }
    default:
      return;
  }
}

async function insert(projecting: Projecting, fact: FactOf<'CallQueued'>): Promise<void> {
  const { transaction, tenantId, place } = projecting;
  await transaction
    .insertInto('call')
    .values({
      tenant_id: tenantId,
      ...place,
      task_id: fact.taskId,
      service_id: fact.serviceId,
      caller_id: fact.callerId,
      queued_at: fact.at,
      offers: 0,
    })
    .execute();
}

async function update(
  { transaction, tenantId }: Projecting,
  taskId: TaskId,
  change: Partial<CallTable>,
): Promise<void> {
  await transaction
    .updateTable('call')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', taskId)
    .execute();
}

async function countOffer({ transaction, tenantId }: Projecting, taskId: TaskId): Promise<void> {
  await transaction
    .updateTable('call')
    .set((expression) => ({ offers: expression('offers', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', taskId)
    .execute();
}
