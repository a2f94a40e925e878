/**
 * Why Microsoft Entra gives the application no token, in words with the mend. The numbers are the
 * AADSTS codes of Microsoft's list of sign-in errors.
 */
export type LoginProblemKind =
  | 'unreachable'
  | 'secret-refused'
  | 'application-unknown'
  | 'tenant-unknown'
  | 'consent-missing'
  | 'refused';

export class LoginProblem extends Error {
  override readonly name = 'LoginProblem';
  readonly kind: LoginProblemKind;

  constructor(kind: LoginProblemKind, message: string) {
    super(message);
    this.kind = kind;
  }

  /** Whether a later try can help without anybody mending anything. */
  get isTransient(): boolean {
    return this.kind === 'unreachable';
  }
}

interface Registration {
  readonly tenantId: string;
  readonly appId: string;
  readonly loginUrl: string;
}

export function unreachable(loginUrl: string, cause: string): LoginProblem {
  return new LoginProblem(
    'unreachable',
    `Microsoft's login at ${loginUrl} gives no token (${cause}). It is tried again by itself; ` +
      'if this lasts, check LOGIN_URL and the way out to the internet.',
  );
}

/** What Entra's error code means for whoever set Rufwerk up. */
export function refusal(aadsts: string, registration: Registration): LoginProblem {
  const { tenantId, appId, loginUrl } = registration;
  const consentUrl = `${loginUrl}/${tenantId}/adminconsent?client_id=${appId}`;
  const code = aadsts === '' ? 'no code given' : `AADSTS${aadsts}`;
  switch (aadsts) {
    case '7000215':
    case '7000222':
      return new LoginProblem(
        'secret-refused',
        `Microsoft Entra does not take the application's secret, or it has expired (${code}). ` +
          'Make a new one under App registrations > Certificates & secrets and set ' +
          'MICROSOFT_APP_SECRET.',
      );
    case '700016':
      return new LoginProblem(
        'application-unknown',
        `Tenant ${tenantId} knows no application ${appId} (${code}). Check MICROSOFT_APP_ID and ` +
          `MICROSOFT_TENANT_ID, or let an administrator open ${consentUrl}`,
      );
    case '90002':
    case '900023':
      return new LoginProblem(
        'tenant-unknown',
        `There is no tenant ${tenantId} (${code}). Set MICROSOFT_TENANT_ID to the directory id ` +
          'that the Entra admin centre shows under Overview.',
      );
    case '65001':
    case '7000229':
    case '650052':
      return new LoginProblem(
        'consent-missing',
        `Nobody has consented to application ${appId} in tenant ${tenantId} (${code}). Let an ` +
          `administrator open ${consentUrl}`,
      );
    default:
      return new LoginProblem(
        'refused',
        `Microsoft Entra refuses a token to application ${appId} (${code}). Look this sign-in up ` +
          'under Entra > Sign-in logs > Service principal sign-ins.',
      );
  }
}
