/** What a supervisor does with agents and waiting calls. */
import {
  type AgentsList,
  agentsListSchema,
  type NextRequest,
  type SteeredAgent,
  steeredAgentSchema,
} from '@rufwerk/engine/api';
import { type Outgoing, perform, read, type Send } from './request.ts';

/** What can be switched for another person. Every function rejects with a `TroubleError`. */
export interface Steering {
  readonly setDuty: (onDuty: boolean) => Promise<void>;
  /** Null ends the break. */
  readonly setBreak: (reasonCode: number | null) => Promise<void>;
  readonly setNext: (next: NextRequest['next']) => Promise<void>;
  readonly setProfiles: (profiles: readonly string[]) => Promise<void>;
  readonly setServiceActive: (serviceId: string, active: boolean) => Promise<void>;
  readonly finishAfterCallWork: () => Promise<void>;
  readonly extendAfterCallWork: () => Promise<void>;
  /** Ends the pause after a missed offer. */
  readonly backToReady: () => Promise<void>;
}

export interface SteeringApi {
  readonly agents: (search: string, signal?: AbortSignal) => Promise<AgentsList>;
  readonly agent: (agentId: string, signal?: AbortSignal) => Promise<SteeredAgent>;
  readonly steer: (agentId: string) => Steering;
  readonly moveCall: (taskId: string, serviceId: string) => Promise<void>;
}

export function createSteeringApi(send: Send): SteeringApi {
  const command = (path: string, outgoing: Outgoing): Promise<void> =>
    perform(send, path, outgoing);
  const put = (path: string, body: object): Promise<void> => command(path, { method: 'PUT', body });
  return {
    agents: async (search, signal) => {
      const query = new URLSearchParams({ search }).toString();
      const answer = await send(`/agents?${query}`, signal === undefined ? {} : { signal });
      return read(answer, agentsListSchema);
    },
    agent: async (agentId, signal) =>
      read(
        await send(agentPath(agentId), signal === undefined ? {} : { signal }),
        steeredAgentSchema,
      ),
    steer: (agentId) => steering(agentPath(agentId), put, command),
    moveCall: (taskId, serviceId) =>
      put(`/calls/${encodeURIComponent(taskId)}/service`, { serviceId }),
  };
}

function steering(
  path: string,
  put: (path: string, body: object) => Promise<void>,
  command: (path: string, outgoing: Outgoing) => Promise<void>,
): Steering {
  return {
    setDuty: (onDuty) => put(`${path}/duty`, { onDuty }),
    setBreak: (reasonCode) => put(`${path}/break`, { reasonCode }),
    setNext: (next) => put(`${path}/next`, { next }),
    setProfiles: (profiles) => put(`${path}/profiles`, { profiles }),
    setServiceActive: (serviceId, active) =>
      put(`${path}/services/${encodeURIComponent(serviceId)}`, { active }),
    finishAfterCallWork: () => command(`${path}/after-call-work/finish`, { method: 'POST' }),
    extendAfterCallWork: () => command(`${path}/after-call-work/extend`, { method: 'POST' }),
    backToReady: () => command(`${path}/ready`, { method: 'POST' }),
  };
}

function agentPath(agentId: string): string {
  return `/agents/${encodeURIComponent(agentId)}`;
}
