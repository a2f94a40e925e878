/** Who changed duty or configuration, and when. */
import type { Fact } from '@rufwerk/engine/core';
import type { AuditRow } from '@rufwerk/engine/ports';
import type { Projecting } from './projecting.ts';

export async function projectAudit(projecting: Projecting, fact: Fact): Promise<void> {
  if (fact.type === 'DutyChanged') {
    const { at, by, agentId, onDuty } = fact;
    await insert(projecting, { at, byId: by, change: { kind: 'duty', agentId, onDuty } });
  } else if (fact.type === 'ConfigurationChanged') {
    const { at, by, version } = fact;
    await insert(projecting, { at, byId: by, change: { kind: 'configuration', version } });
  }
}

async function insert(projecting: Projecting, { at, byId, change }: AuditRow): Promise<void> {
  const { transaction, tenantId, place } = projecting;
  const row = { tenant_id: tenantId, ...place, at, by_id: byId, change: JSON.stringify(change) };
  await transaction.insertInto('audit').values(row).execute();
}
