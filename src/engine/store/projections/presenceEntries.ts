/** What facts make of the ledger of presences: what was shown of a person, by whom, and why. */
import type { Fact, PersonId } from '@rufwerk/engine/core';
import type { PresenceEntry } from '@rufwerk/engine/ports';
import type { Projecting } from './project.ts';

export async function projectPresenceEntry(projecting: Projecting, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'LeaseTaken': {
      const { agentId, at, owner, reason, presence, untilAt } = fact;
      const change = { kind: 'lease-taken', owner, reason, presence, untilAt } as const;
      return insert(projecting, agentId, at, change);
    }
    case 'LeaseReleased': {
      const { agentId, at, owner, cause } = fact;
      return insert(projecting, agentId, at, { kind: 'lease-released', owner, cause });
    }
    case 'EffectRequested': {
      if (fact.effect.kind !== 'prefer-presence') return;
      const { agentId, presence, forMinutes } = fact.effect;
      return insert(projecting, agentId, fact.at, { kind: 'own-act', presence, forMinutes });
    }
    default:
  }
}

async function insert(
  { transaction, tenantId, place }: Projecting,
  agentId: PersonId,
  at: number,
  change: PresenceEntry['change'],
): Promise<void> {
  const row = { tenant_id: tenantId, ...place, agent_id: agentId, at };
  await transaction
    .insertInto('presence_entry')
    .values({ ...row, change: JSON.stringify(change) })
    .execute();
}
