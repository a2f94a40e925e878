/**
 * What facts make of the decision table: the whole record beside the digest that the fact keeps.
 */
import type { DecisionSummary, Fact } from '@rufwerk/engine/core';
import type { Projecting } from './project.ts';

export async function projectDecision(projecting: Projecting, fact: Fact): Promise<void> {
  if (fact.type === 'CallOffered' || fact.type === 'NobodyEligible') {
    await insert(projecting, fact.decision);
  }
}

async function insert(projecting: Projecting, summary: DecisionSummary): Promise<void> {
  const { transaction, tenantId, place, decisions } = projecting;
  const { decisionId, digest } = summary;
  const record = decisions.get(decisionId);
  if (record === undefined) throw new Error(`The flush lacks the record of ${decisionId}.`);
  await transaction
    .insertInto('decision')
    .values({
      tenant_id: tenantId,
      ...place,
      decision_id: decisionId,
      service_id: record.serviceId,
      task_id: record.taskId,
      digest,
      record: JSON.stringify(record),
    })
    .execute();
}
