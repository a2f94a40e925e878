/**
 * Whom an emergency of each agent would concern, by the configuration in force: the same people
 * whom the engine tells and rings (EMG-18, EMG-20, DEC-7).
 */
import type { Configuration, PersonId } from '@rufwerk/engine/core';
import type { InForce } from '../configuration/inForce.ts';
import { agentsOf, responsibilityOf } from '../session/responsibility.ts';

export interface EmergencyAgent {
  readonly agentId: PersonId;
  readonly path: 'own-number' | 'pool';
  /** Told in every way. */
  readonly contactIds: readonly PersonId[];
  /** Rung for a callback to a number of the pool, besides the agent. */
  readonly rungIds: readonly PersonId[];
}

/** Every agent, in the order of the configuration. */
export function emergencyAgents(inForce: InForce): readonly EmergencyAgent[] {
  const { configuration } = inForce;
  if (configuration === null) return [];
  const own = new Map(configuration.agents.map(({ id, emergency }) => [id, emergency]));
  return agentsOf(inForce).map((agentId) => {
    const settings = own.get(agentId);
    const services = servicesOf(inForce, configuration, agentId);
    const contactIds = without(agentId, [
      ...(settings?.contacts ?? []),
      ...services.flatMap(({ emergencyContacts }) => emergencyContacts),
      ...configuration.emergency.contacts,
    ]);
    const supervisors = services.flatMap((service) => service.supervisors);
    const seeing = supervisors.length === 0 ? configuration.administrators : supervisors;
    const rungIds = contactIds.length > 0 ? contactIds : without(agentId, seeing);
    return { agentId, path: settings?.callback ?? 'own-number', contactIds, rungIds };
  });
}

function servicesOf(
  inForce: InForce,
  { services }: Configuration,
  agentId: PersonId,
): Configuration['services'] {
  const { serves } = responsibilityOf(inForce, agentId);
  return services.filter(({ id }) => serves.has(id));
}

function without(agentId: PersonId, ids: readonly PersonId[]): readonly PersonId[] {
  return [...new Set(ids)].filter((id) => id !== agentId);
}
