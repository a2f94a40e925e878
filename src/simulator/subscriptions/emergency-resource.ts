const BY_POLICY =
  /^\/?communications\/calls\/getEmergencyEventsByPolicy\(policyName='([^']{1,256})'\)$/i;

/**
 * The emergency calling policy whose calls a resource names, or undefined when it names something
 * else (Graph: "Get change notifications for emergency call events").
 */
export function policyOfResource(resource: string): string | undefined {
  return BY_POLICY.exec(resource)?.[1];
}

/** What is subscribed to for a policy, as notifications name it. */
export function resourceOfPolicy(policyName: string): string {
  return `communications/calls/getEmergencyEventsByPolicy(policyName='${policyName}')`;
}
