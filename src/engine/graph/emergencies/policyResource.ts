/** What a subscription to the emergency calls under a Teams emergency calling policy names. */

const RESOURCE = /getEmergencyEventsByPolicy\(policyName='(.*)'\)/i;

export function emergencyResourceOf(policyName: string): string {
  const quoted = policyName.replaceAll("'", "''");
  return `communications/calls/getEmergencyEventsByPolicy(policyName='${quoted}')`;
}

/** Capital and small letters count alike, as they do in Teams. */
export function isResourceOfPolicy(policyName: string, resource: string): boolean {
  const found = RESOURCE.exec(resource)?.[1]?.replaceAll("''", "'");
  return found?.toLowerCase() === policyName.toLowerCase();
}
