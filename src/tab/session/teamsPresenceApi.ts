/** A person's status in Teams: who made it so, and the person's own choice. */
import {
  type TeamsPresence,
  type TeamsPresenceRequest,
  teamsPresenceSchema,
} from '@rufwerk/engine/api';
import { perform, read, type Send } from './request.ts';

/** Every function rejects with a `TroubleError`. */
export interface TeamsPresenceApi {
  /** Null: one's own. */
  readonly teamsPresence: (agentId: string | null, signal?: AbortSignal) => Promise<TeamsPresence>;
  readonly chooseTeamsPresence: (choice: TeamsPresenceRequest) => Promise<void>;
  /** Teams works the status out by itself again. */
  readonly resetTeamsPresence: () => Promise<void>;
}

const OWN_PATH = '/my-work/teams-presence';

export function createTeamsPresenceApi(send: Send): TeamsPresenceApi {
  return {
    async teamsPresence(agentId, signal) {
      const path =
        agentId === null ? OWN_PATH : `/agents/${encodeURIComponent(agentId)}/teams-presence`;
      return read(await send(path, signal === undefined ? {} : { signal }), teamsPresenceSchema);
    },
    chooseTeamsPresence: (body) => perform(send, OWN_PATH, { method: 'PUT', body }),
    resetTeamsPresence: () => perform(send, OWN_PATH, { method: 'DELETE' }),
  };
}
