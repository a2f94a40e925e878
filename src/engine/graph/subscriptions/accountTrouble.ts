/** What went wrong with the subscription of a presence account, in words with the mend. */
import { accountProblem } from '../accounts/accountProblem.ts';
import type { AccountProblem } from '../accounts/accountProblem.ts';
import type { TroubleWords } from './misfortune.ts';
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

export function wordsOfAccountTrouble({ status, cause: rule }: Trouble): TroubleWords {
  switch (status) {
    case 400:
      return {
        field: 'PUBLIC_URL',
        rule,
        mend: 'Check that Microsoft reaches /api/notifications and /api/lifecycle at PUBLIC_URL.',
      };
    case 409:
      return {
        field: 'presence accounts',
        rule,
        mend: 'Give each installation a presence account of its own.',
      };
    default:
      return { field: 'Microsoft Graph', rule, mend: 'It is tried again by itself.' };
  }
}
