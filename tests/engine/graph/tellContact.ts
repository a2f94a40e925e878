import { asId } from '@rufwerk/engine/core';
import type { EffectId, EmergencyId, PersonId, TellContact } from '@rufwerk/engine/core';
import type { EffectRequest } from '@rufwerk/engine/ports';

/** Carla is told that Anna has called the emergency number. */
export function tellCarla(
  kind: TellContact['kind'],
  more: Partial<TellContact> = {},
): EffectRequest<TellContact['kind']> {
  const effect: TellContact = {
    ...{ kind, emergencyId: asId<EmergencyId>('emergency-1') },
    ...{ agentId: asId<PersonId>('anna'), contactId: asId<PersonId>('carla') },
    ...{ isDrill: false, startedAt: Date.UTC(2026, 10, 23, 9) },
    ...more,
  };
  return { effectId: asId<EffectId>('effect-1'), effect, mayHaveHappened: false };
}
