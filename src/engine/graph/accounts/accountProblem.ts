/**
 * Why a presence account cannot sign in or stay signed in, in words with the mend (NIM-34..38,
 * AHB-31). The numbers are the AADSTS codes of Microsoft's list of sign-in errors.
 */
import { asSaid } from '@rufwerk/engine/core';
import type { TroubleWords } from '../troubleWords.ts';
import { ACCOUNT_PROBLEM_WORDS } from './accountProblemWords.ts';
import type { WordedProblem } from './accountProblemWords.ts';

export type AccountProblemKind = WordedProblem | 'unreachable' | 'refused';

export interface AccountProblem extends TroubleWords {
  readonly kind: AccountProblemKind;
}

/** What Entra said, as far as it matters. */
export interface EntraRefusal {
  /** OAuth's word, such as `invalid_grant`. */
  readonly error: string;
  /** The numbers behind AADSTS. */
  readonly codes: readonly number[];
}

export function accountProblem(kind: WordedProblem): AccountProblem {
  return { kind, ...ACCOUNT_PROBLEM_WORDS[kind] };
}

export function loginUnreachable(loginUrl: string, cause: string): AccountProblem {
  return {
    kind: 'unreachable',
    field: asSaid('LOGIN_URL'),
    rule: {
      en: `Microsoft's login at ${loginUrl} gives no token (${cause}).`,
      de: `Microsofts Anmeldung unter ${loginUrl} gibt kein Token (${cause}).`,
    },
    mend: {
      en: 'It is tried again by itself; if this lasts, check the way out to the internet.',
      de: 'Es wird von selbst wieder versucht; hält es an, den Weg ins Internet prüfen.',
    },
  };
}

const KIND_OF_CODE: Readonly<Record<number, WordedProblem>> = {
  50072: 'second-factor',
  50074: 'second-factor',
  50076: 'second-factor',
  50078: 'second-factor',
  50079: 'second-factor',
  50158: 'conditional-access',
  53000: 'conditional-access',
  53001: 'conditional-access',
  53002: 'conditional-access',
  53003: 'conditional-access',
  53004: 'conditional-access',
  530004: 'conditional-access',
  65001: 'consent-missing',
  65004: 'declined',
  90094: 'consent-missing',
  70016: 'code-expired',
  70020: 'code-expired',
  50057: 'account-disabled',
  50020: 'not-in-directory',
  50034: 'not-in-directory',
  90002: 'directory-unknown',
  900023: 'directory-unknown',
  7000218: 'public-flow-off',
  700016: 'application',
  7000215: 'application',
  7000222: 'application',
  50011: 'application',
};

const KIND_OF_ERROR: Readonly<Record<string, WordedProblem>> = {
  authorization_declined: 'declined',
  access_denied: 'declined',
  consent_required: 'consent-missing',
  expired_token: 'code-expired',
  code_expired: 'code-expired',
  invalid_grant: 'revoked',
  interaction_required: 'revoked',
  invalid_client: 'application',
  unauthorized_client: 'application',
};

/** What Entra's refusal means for whoever keeps the presence accounts. */
export function problemOfRefusal({ error, codes }: EntraRefusal): AccountProblem {
  const kind = codes.map((code) => KIND_OF_CODE[code]).find((found) => found !== undefined);
  const found = kind ?? KIND_OF_ERROR[error];
  if (found !== undefined) return accountProblem(found);
  const code = codes[0] === undefined ? error : `AADSTS${codes[0]}`;
  return {
    kind: 'refused',
    field: { en: 'sign-in', de: 'Anmeldung' },
    rule: {
      en: `Microsoft Entra refuses the sign-in (${code}).`,
      de: `Microsoft Entra lehnt die Anmeldung ab (${code}).`,
    },
    mend: {
      en: 'Look it up under Entra > Sign-in logs > User sign-ins.',
      de: 'Unter Entra > Anmeldeprotokolle > Benutzeranmeldungen nachsehen.',
    },
  };
}
