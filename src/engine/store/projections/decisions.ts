/** What facts make of the decision table: the summary that the fact keeps. */
import type { DecisionSummary, Fact, TaskId } from '@rufwerk/engine/core';
import type { Projecting } from './projecting.ts';

export async function projectDecision(projecting: Projecting, fact: Fact): Promise<void> {
  if (fact.type === 'CallOffered' || fact.type === 'NobodyEligible') {
    await insert(projecting, fact.taskId, fact.at, fact.decision);
  }
}

/** A broadcast is one decision with several offers: the first of them writes it. */
async function insert(
  { transaction, tenantId, place }: Projecting,
  taskId: TaskId,
  at: number,
  summary: DecisionSummary,
): Promise<void> {
  const call = transaction
    .selectFrom('call')
    .select('service_id')
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', taskId);
  const { service_id } = await call.executeTakeFirstOrThrow();
  const { decisionId, digest } = summary;
  await transaction
    .insertInto('decision')
    .values({
      tenant_id: tenantId,
      ...place,
      decision_id: decisionId,
      service_id,
      task_id: taskId,
      digest,
      record: JSON.stringify({ ...summary, at }),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'decision_id']).doNothing())
    .execute();
}
