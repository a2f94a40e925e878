/** What went wrong with the subscription of a presence account, in words with the mend. */
import { asSaid } from '@rufwerk/engine/core';
import { accountProblem } from '../accounts/accountProblem.ts';
import type { AccountProblem } from '../accounts/accountProblem.ts';
import { TRIED_AGAIN, type TroubleWords } from '../troubleWords.ts';
import type { Trouble } from './subscriptionRequests.ts';

/** What of the account keeps it out; null when it is not to blame. */
export function blamedOfAccount(
  problem: AccountProblem | null,
  { status }: Trouble,
): TroubleWords | null {
  if (problem !== null && problem.kind !== 'unreachable') return problem;
  if (status === 403) return accountProblem('permission-missing');
  return status === 401 ? accountProblem('revoked') : null;
}

export function wordsOfAccountTrouble({ status, cause }: Trouble): TroubleWords {
  const rule = asSaid(cause);
  switch (status) {
    case 400:
      return {
        field: asSaid('PUBLIC_URL'),
        rule,
        mend: {
          en: 'Check that Microsoft reaches /api/notifications and /api/lifecycle at PUBLIC_URL.',
          de: 'Prüfen, ob Microsoft /api/notifications und /api/lifecycle unter PUBLIC_URL erreicht.',
        },
      };
    case 409:
      return {
        field: { en: 'presence accounts', de: 'Präsenzkonten' },
        rule,
        mend: {
          en: 'Give each installation a presence account of its own.',
          de: 'Jeder Installation ein eigenes Präsenzkonto geben.',
        },
      };
    default:
      return { field: asSaid('Microsoft Graph'), rule, mend: TRIED_AGAIN };
  }
}
