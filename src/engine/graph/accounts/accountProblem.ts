/**
 * Why a presence account cannot sign in or stay signed in, in words with the mend (NIM-34..38,
 * AHB-31). The numbers are the AADSTS codes of Microsoft's list of sign-in errors.
 */
export const ACCOUNT_PROBLEMS = [
  'second-factor',
  'conditional-access',
  'consent-missing',
  'permission-missing',
  'revoked',
  'declined',
  'code-expired',
  'account-disabled',
  'not-in-directory',
  'directory-unknown',
  'public-flow-off',
  'application',
  'too-many',
  'unreachable',
  'refused',
] as const;
export type AccountProblemKind = (typeof ACCOUNT_PROBLEMS)[number];

export interface AccountProblem {
  readonly kind: AccountProblemKind;
  /** Where the mend is to be found: a setting of the account or of the application. */
  readonly field: string;
  readonly rule: string;
  readonly mend: string;
}

/** What Entra said, as far as it matters. */
export interface EntraRefusal {
  /** OAuth's word, such as `invalid_grant`. */
  readonly error: string;
  /** The numbers behind AADSTS. */
  readonly codes: readonly number[];
}

/** What an account signs in for: reading presence, and knowing whose account it is. */
export const ACCOUNT_SCOPES = [
  'Presence.Read.All',
  'User.Read',
  'User.ReadBasic.All',
  'offline_access',
] as const;
export const NEEDED_PERMISSION = 'Presence.Read.All';

type Words = Omit<AccountProblem, 'kind'>;

const WORDS: Readonly<Record<Exclude<AccountProblemKind, 'unreachable' | 'refused'>, Words>> = {
  'second-factor': {
    field: 'multi-factor authentication',
    rule: 'The account has to give a second factor, which nobody is there to give when its sign-in is renewed.',
    mend:
      'Exempt this account from multi-factor authentication, best for trusted locations only ' +
      '(Conditional Access > Named locations), then sign it in again.',
  },
  'conditional-access': {
    field: 'Conditional Access',
    rule: 'A Conditional Access policy of the directory keeps the account out.',
    mend:
      'Let the policy allow this account from the place where Rufwerk runs (Conditional Access > ' +
      'Named locations), then sign it in again. Entra > Sign-in logs names the policy.',
  },
  'consent-missing': {
    field: 'delegated permissions',
    rule: `Nobody has consented to ${ACCOUNT_SCOPES.join(', ')} for this application.`,
    mend:
      'Grant the delegated permissions in Entra > App registrations > API permissions > Grant ' +
      'admin consent, then sign the account in again.',
  },
  'permission-missing': {
    field: `delegated permission ${NEEDED_PERMISSION}`,
    rule: `The sign-in does not carry ${NEEDED_PERMISSION}, without which no presence can be read.`,
    mend:
      'Add it in Entra > App registrations > API permissions as a delegated permission and grant ' +
      'admin consent, then sign the account in again.',
  },
  revoked: {
    field: 'sign-in',
    rule: 'The sign-in of the account has ended: it was revoked, its password changed, or it was not used for too long.',
    mend: 'Sign the account in again.',
  },
  declined: {
    field: 'sign-in',
    rule: 'The sign-in was declined.',
    mend: 'Start it again, and accept what is asked.',
  },
  'code-expired': {
    field: 'sign-in',
    rule: 'Nobody finished the sign-in in time.',
    mend: 'Start it again.',
  },
  'account-disabled': {
    field: 'account',
    rule: 'The account is disabled.',
    mend: 'Enable it in Entra > Users, or sign another account in.',
  },
  'not-in-directory': {
    field: 'account',
    rule: 'The account is no member and no guest of the directory that it should sign in to.',
    mend: 'Invite it as a guest first (Entra > Users > Invite external user), or choose another.',
  },
  'directory-unknown': {
    field: 'tenantId',
    rule: 'Microsoft Entra knows no directory by that id.',
    mend:
      'Give the directory id that the Entra admin centre shows under Overview, or none: then it ' +
      'is the directory in MICROSOFT_TENANT_ID.',
  },
  'public-flow-off': {
    field: 'Allow public client flows',
    rule: 'The application may not let accounts sign in by a code on another device.',
    mend:
      'Sign the account in by redirect, or turn on Entra > App registrations > Authentication > ' +
      'Allow public client flows.',
  },
  application: {
    field: 'MICROSOFT_APP_ID and MICROSOFT_APP_SECRET',
    rule: 'Entra does not take the application itself: its id, its secret or its redirect address.',
    mend:
      'Check both variables, and that the redirect address is registered under Entra > App ' +
      'registrations > Authentication.',
  },
  'too-many': {
    field: 'presence accounts',
    rule: 'Two presence accounts are kept at most, the second for when the first fails.',
    mend: 'Delete one of them first.',
  },
};

export function accountProblem(kind: keyof typeof WORDS): AccountProblem {
  return { kind, ...WORDS[kind] };
}

export function loginUnreachable(loginUrl: string, cause: string): AccountProblem {
  return {
    kind: 'unreachable',
    field: 'LOGIN_URL',
    rule: `Microsoft's login at ${loginUrl} gives no token (${cause}).`,
    mend: 'It is tried again by itself; if this lasts, check the way out to the internet.',
  };
}

const KIND_OF_CODE: Readonly<Record<number, keyof typeof WORDS>> = {
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

const KIND_OF_ERROR: Readonly<Record<string, keyof typeof WORDS>> = {
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
    field: 'sign-in',
    rule: `Microsoft Entra refuses the sign-in (${code}).`,
    mend: 'Look it up under Entra > Sign-in logs > User sign-ins.',
  };
}
