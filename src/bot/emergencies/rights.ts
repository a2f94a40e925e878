/** Who may see an emergency, and who may say how it stands. */
import type { EmergencyView, PersonId } from '@rufwerk/engine/core';
import type { AskerOptions } from '../commands/asker.ts';

/** The agent, those who look after the agent, and contacts, who are told and decide nothing. */
export type EmergencyReader = 'agent' | 'responsible' | 'contact';

type Rights = Pick<AskerOptions, 'responsibilityOf'>;

export function readerOf(
  { responsibilityOf }: Rights,
  { agentId }: Pick<EmergencyView, 'agentId'>,
  personId: PersonId,
): EmergencyReader {
  if (personId === agentId) return 'agent';
  const { administers, supervises } = responsibilityOf(personId);
  const { serves } = responsibilityOf(agentId);
  const supervisesAgent = [...serves].some((serviceId) => supervises.has(serviceId));
  return administers || supervisesAgent ? 'responsible' : 'contact';
}
