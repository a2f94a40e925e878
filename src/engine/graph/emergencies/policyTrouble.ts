/** What went wrong with the subscription of a policy, in words with the mend. */
import type { TroubleWords } from '../subscriptions/misfortune.ts';
import type { Trouble } from '../subscriptions/subscriptionRequests.ts';

export const EMERGENCY_PERMISSION = 'CallEvents-Emergency.Read.All';

/** The permission is missing: trying often is of no use. */
export function blamedOfApplication({ status, cause: rule }: Trouble): TroubleWords | null {
  if (status !== 401 && status !== 403) return null;
  return {
    field: `application permission ${EMERGENCY_PERMISSION}`,
    rule,
    mend:
      'Add it in Entra > App registrations > API permissions as an application permission and ' +
      'grant admin consent. Until then emergency calls are known by the button of the tab only.',
  };
}

export function wordsOfPolicyTrouble(
  policyName: string,
  { status, cause: rule }: Trouble,
): TroubleWords {
  switch (status) {
    case 400:
    case 404:
      return {
        field: `emergency calling policy ${policyName}`,
        rule,
        mend:
          'Check that Teams has a policy of this name (Teams admin centre > Voice > Emergency ' +
          'policies > Calling policies), and that Microsoft reaches /api/notifications and ' +
          '/api/lifecycle at PUBLIC_URL.',
      };
    case 409:
      return {
        field: `emergency calling policy ${policyName}`,
        rule,
        mend: 'End the other installation, or give this one a policy of its own.',
      };
    default:
      return { field: 'Microsoft Graph', rule, mend: 'It is tried again by itself.' };
  }
}
