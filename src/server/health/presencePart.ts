/** Whether presence is known well enough to serve calls. */
import type { GroupId } from '@rufwerk/engine/core';
import type { PresenceHealth } from '@rufwerk/engine/graph';
import type { InForce } from '../configuration/inForce.ts';
import { agentsOf } from '../session/responsibility.ts';
import type { Part } from './readiness.ts';

/** Whether the directory has been asked for the people of a team, whatever it said. */
export interface TeamsLookedUp {
  wasLookedUp(team: GroupId): boolean;
}

type Known = Pick<PresenceHealth, 'people' | 'lastSuccessAt' | 'lastError'>;

/**
 * Presence is needed by every service that somebody could serve. Reading that fails is known too:
 * calls are served under the rules about old presence.
 */
export function presencePart(inForce: InForce, presence: Known, teams: TeamsLookedUp): Part {
  const missing = missingOf(inForce, presence, teams);
  const told = troubleOf(presence) ?? missing ?? `${presence.people} people are read`;
  return { part: 'presence', ready: inForce.version > 0 && missing === null, detail: told };
}

function missingOf(inForce: InForce, presence: Known, teams: TeamsLookedUp): string | null {
  if (presence.lastSuccessAt !== null || presence.lastError !== null) return null;
  if (agentsOf(inForce).length > 0) return 'not everybody’s presence has been read yet';
  return isTeamUnread(inForce, teams) ? 'the people of a team have not been read yet' : null;
}

/** An error that is older than the last reading of everybody has been mended. */
function troubleOf({ lastError, lastSuccessAt }: Known): string | null {
  if (lastError === null) return null;
  return lastSuccessAt === null || lastError.at >= lastSuccessAt ? lastError.cause : null;
}

function isTeamUnread({ configuration, groups }: InForce, teams: TeamsLookedUp): boolean {
  return (configuration?.services ?? []).some(({ responsibility: { by, team } }) => {
    if (by !== 'people' || team === null) return false;
    return !groups.has(team) && !teams.wasLookedUp(team);
  });
}
