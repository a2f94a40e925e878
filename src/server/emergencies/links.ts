/** Where an emergency is looked at. */
import type { EmergencyId } from '@rufwerk/engine/core';
import type { Environment } from '../environment/schema.ts';

export interface EmergencyLinks {
  /** Where the agent sees the own one. */
  readonly ownWork: string;
  /** The tab's own address. */
  readonly inTab: (emergencyId: EmergencyId) => string;
  /** A deep link, which opens Teams; null while the id of the Teams app is not known. */
  readonly inTeams: (emergencyId: EmergencyId) => string | null;
  /** For somebody who reads it outside Teams: the deep link where there is one. */
  readonly forPeople: (emergencyId: EmergencyId) => string;
}

export function emergencyLinks({
  PUBLIC_URL: publicUrl,
  TEAMS_APP_ID: teamsAppId,
}: Pick<Environment, 'PUBLIC_URL' | 'TEAMS_APP_ID'>): EmergencyLinks {
  const inTab = (emergencyId: EmergencyId): string =>
    `${publicUrl}/tab/live/emergencies/${encodeURIComponent(emergencyId)}`;
  const inTeams = (emergencyId: EmergencyId): string | null => {
    if (teamsAppId === undefined) return null;
    const page = `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/live`;
    const context = { subEntityId: `emergencies/${emergencyId}` };
    const query = new URLSearchParams({
      webUrl: inTab(emergencyId),
      context: JSON.stringify(context),
    });
    // Teams reads a plus as a plus.
    return `${page}?${query.toString().replaceAll('+', '%20')}`;
  };
  return {
    ownWork: `${publicUrl}/tab/my-work`,
    inTab,
    inTeams,
    forPeople: (emergencyId) => inTeams(emergencyId) ?? inTab(emergencyId),
  };
}
