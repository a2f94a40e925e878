/** Tells the engine of somebody's emergency call, or what people say of it. */
import type { PersonId } from '@rufwerk/engine/core';
import { person, type PlayedTenant } from '../../engine/core/playedTenant.ts';
import type { EmergencyNews } from './happenings.ts';

export function emergencyCall(tenant: PlayedTenant, agentId: PersonId, how: EmergencyNews): void {
  const seen = { type: 'EmergencyCallSeen', agentId, dialledAt: null, isDrill: false } as const;
  const dialledAt = tenant.now - (how === 'old-event' ? 300_000 : 2_000);
  switch (how) {
    case 'pressed':
      return void tenant.give({ ...seen, sign: 'button', by: agentId });
    case 'drill':
      return void tenant.give({ ...seen, sign: 'button', isDrill: true, by: person('s') });
    case 'event':
    case 'old-event':
      return void tenant.give({ ...seen, sign: 'event', dialledAt, by: null });
    case 'caller-id':
      return void tenant.give({ ...seen, sign: 'caller-id', by: null });
    case 'over':
      return void tenant.give({ type: 'EmergencyCallOver', agentId, by: agentId, endedAt: null });
    case 'goes-on':
      return void tenant.give({ type: 'EmergencyCallGoesOn', agentId, by: agentId });
    case 'ready':
      return void tenant.give({ type: 'CallbackWindowEnded', agentId, by: agentId });
  }
}
