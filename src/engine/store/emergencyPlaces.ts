/**
 * Where agents are during their emergency calls: sealed while it is kept, and gone without trace.
 */
import { asId, type PersonId } from '@rufwerk/engine/core';
import type { EmergencyPlace, EmergencyPlaces } from '@rufwerk/engine/ports';
import { seal, unseal } from './people/seal.ts';
import { leaveNoTrace } from './sqlite.ts';
import type { TenantStoreParts } from './tenantParts.ts';

export function emergencyPlacesOf(parts: TenantStoreParts): EmergencyPlaces {
  const { db, keys, tenantId } = parts;
  /** A sealed row moved to another person or tenant does not open. */
  const about = (agentId: PersonId): string => JSON.stringify([tenantId, agentId]);
  return {
    put: async (agentId, place) => {
      const content = Buffer.from(JSON.stringify(place), 'utf8');
      const sealed_place = seal(keys.places, content, about(agentId));
      await db
        .insertInto('emergency_place')
        .values({ tenant_id: tenantId, agent_id: agentId, sealed_place })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'agent_id']).doUpdateSet({ sealed_place }),
        )
        .execute();
    },
    get: async (agentId) => {
      const row = await db
        .selectFrom('emergency_place')
        .select('sealed_place')
        .where('tenant_id', '=', tenantId)
        .where('agent_id', '=', agentId)
        .executeTakeFirst();
      if (row === undefined) return null;
      const content = unseal(keys.places, row.sealed_place, about(agentId));
      return JSON.parse(content.toString('utf8')) as EmergencyPlace;
    },
    forget: async (agentId) => {
      const { numDeletedRows } = await db
        .deleteFrom('emergency_place')
        .where('tenant_id', '=', tenantId)
        .where('agent_id', '=', agentId)
        .executeTakeFirst();
      if (numDeletedRows > 0) await leaveNoTrace(db);
    },
    held: async () => {
      const rows = await db
        .selectFrom('emergency_place')
        .select('agent_id')
        .where('tenant_id', '=', tenantId)
        .execute();
      return rows.map((row) => asId<PersonId>(row.agent_id));
    },
  };
}
