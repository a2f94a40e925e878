import type { EmergencyId, EmergencyView, PersonId } from '@rufwerk/engine/core';
import type { InputSink } from '@rufwerk/engine/ports';

/** What the bot needs of the house about emergency calls of agents. */
export interface EmergencyPorts extends Pick<InputSink, 'submit'> {
  /** As it stands now; null once nothing of it is left to show. */
  readonly byId: (emergencyId: EmergencyId) => Promise<EmergencyView | null>;
  /** Those under way, the oldest first. */
  readonly underWay: () => Promise<readonly EmergencyView[]>;
  /** Where the agent is, in one line, as Teams tells it; null when it does not (DEC-9). */
  readonly placeOf: (agentId: PersonId) => Promise<string | null>;
  /** Where the emergency is seen in the tab: by its agent, or by those who look after it. */
  readonly urlOf: (emergencyId: EmergencyId, reader: 'agent' | 'others') => string;
}

/** A house that takes no emergency calls. */
export const noEmergencies: EmergencyPorts = {
  byId: () => Promise.resolve(null),
  underWay: () => Promise.resolve([]),
  placeOf: () => Promise.resolve(null),
  urlOf: (emergencyId) => emergencyId,
  submit: () => Promise.reject(new Error('This house takes no emergency calls.')),
};
