/** What went wrong with the subscription of a policy, in words with the mend. */
import { asSaid } from '@rufwerk/engine/core';
import type { Trouble } from '../subscriptions/subscriptionRequests.ts';
import { TRIED_AGAIN, type TroubleWords } from '../troubleWords.ts';

export const EMERGENCY_PERMISSION = 'CallEvents-Emergency.Read.All';

/** The permission is missing: trying often is of no use. */
export function blamedOfApplication({ status, cause }: Trouble): TroubleWords | null {
  if (status !== 401 && status !== 403) return null;
  return {
    field: {
      en: `application permission ${EMERGENCY_PERMISSION}`,
      de: `Anwendungsberechtigung ${EMERGENCY_PERMISSION}`,
    },
    rule: asSaid(cause),
    mend: {
      en:
        'Add it in Entra > App registrations > API permissions as an application permission and ' +
        'grant admin consent. Until then emergency calls are known by the button of the tab only.',
      de:
        'Sie unter Entra > App-Registrierungen > API-Berechtigungen als Anwendungsberechtigung ' +
        'hinzufügen und die Administratorzustimmung erteilen. Bis dahin sind Notrufe nur durch ' +
        'den Knopf im Tab bekannt.',
    },
  };
}

export function wordsOfPolicyTrouble(policyName: string, { status, cause }: Trouble): TroubleWords {
  const rule = asSaid(cause);
  const field = {
    en: `emergency calling policy ${policyName}`,
    de: `Notrufrichtlinie ${policyName}`,
  };
  switch (status) {
    case 400:
    case 404:
      return {
        field,
        rule,
        mend: {
          en:
            'Check that Teams has a policy of this name (Teams admin centre > Voice > Emergency ' +
            'policies > Calling policies), and that Microsoft reaches /api/notifications and ' +
            '/api/lifecycle at PUBLIC_URL.',
          de:
            'Prüfen, ob Teams eine Richtlinie dieses Namens hat (Teams Admin Center > Sprache > ' +
            'Notfallrichtlinien > Anrufrichtlinien), und ob Microsoft /api/notifications und ' +
            '/api/lifecycle unter PUBLIC_URL erreicht.',
        },
      };
    case 409:
      return {
        field,
        rule,
        mend: {
          en: 'End the other installation, or give this one a policy of its own.',
          de: 'Die andere Installation beenden, oder dieser eine eigene Richtlinie geben.',
        },
      };
    default:
      return { field: asSaid('Microsoft Graph'), rule, mend: TRIED_AGAIN };
  }
}
