import type { Answer } from '../http/answer.ts';
import { ok } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import type { Tenant } from '../tenant.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import type { DeviceCodes } from './device-codes.ts';
import * as errors from './errors.ts';
import type { EntraError } from './errors.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import { parseScopes } from './scopes.ts';
import { ruleProblem, SHARED_AUTHORITIES, tenantToSignInTo } from './signed-in.ts';
import type { Grant, SignedIn } from './signed-in.ts';
import {
  applicationToken,
  checkToken,
  delegatedToken,
  idToken,
  TOKEN_LIFETIME_SECONDS,
} from './tokens.ts';

const ON_BEHALF_OF = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';
/** What Microsoft's own libraries write instead, from before the standard was finished. */
const DEVICE_CODE_EARLY = 'device_code';
/** The application is registered to allow public client flows: these need no secret. */
const PUBLIC_GRANTS = [DEVICE_CODE, DEVICE_CODE_EARLY, 'refresh_token'];

type Form = Readonly<Record<string, string>>;

/**
 * Entra's token endpoint: client credentials, on-behalf-of, authorization and device codes,
 * refresh. Consent and the rules of an account are looked up at each request, so what an
 * administrator changed counts from the next token on.
 */
export class TokenEndpoint {
  readonly #tenant: Tenant;
  readonly #codes: AuthorizationCodes;
  readonly #devices: DeviceCodes;
  readonly #refreshTokens: RefreshTokens;

  constructor(tenant: Tenant, codes: AuthorizationCodes, devices: DeviceCodes) {
    this.#tenant = tenant;
    this.#codes = codes;
    this.#devices = devices;
    this.#refreshTokens = new RefreshTokens(tenant);
  }

  async answer(incoming: Incoming): Promise<Answer> {
    const form = formOf(incoming);
    const problem = this.#checkApplication(form);
    if (problem !== undefined) return this.#refuse(problem);
    if (form['grant_type'] === 'client_credentials') return this.#forApplication(form);
    const grant = await this.#grant(form);
    if ('problem' in grant) return this.#refuse(grant.problem);
    const signedIn = this.#atAuthority(grant.signedIn, incoming.params['tenant'] ?? '');
    if (signedIn === undefined) {
      return this.#refuse(errors.notInTenant(grant.signedIn.account.upn));
    }
    return this.#forAccount(signedIn, form);
  }

  /** The device authorization endpoint, which begins what the token endpoint ends. */
  beginDeviceFlow(incoming: Incoming): Answer {
    const form = formOf(incoming);
    const id = form['client_id'];
    if (id === undefined) return this.#refuse(errors.missingParameter('client_id'));
    if (id.toLowerCase() !== this.#tenant.application.id) {
      return this.#refuse(errors.unknownApplication(id));
    }
    const scope = form['scope'];
    if (scope === undefined) return this.#refuse(errors.missingParameter('scope'));
    return ok(this.#devices.begin(scope, incoming.params['tenant'] ?? ''));
  }

  #checkApplication(form: Form): EntraError | undefined {
    const { application } = this.#tenant;
    const id = form['client_id'];
    if (id === undefined) return errors.missingParameter('client_id');
    if (id.toLowerCase() !== application.id) return errors.unknownApplication(id);
    const secret = form['client_secret'];
    const isPublic = PUBLIC_GRANTS.includes(form['grant_type'] ?? '');
    if (secret === undefined) return isPublic ? undefined : errors.missingCredential;
    return secret === application.secret ? undefined : errors.wrongSecret;
  }

  async #forApplication(form: Form): Promise<Answer> {
    const scope = form['scope'];
    if (scope === undefined) return this.#refuse(errors.missingParameter('scope'));
    const scopes = parseScopes(this.#tenant, scope);
    if (scopes === undefined) return this.#refuse(errors.unknownResource(scope));
    return this.#bearer({ access_token: await applicationToken(this.#tenant, scopes.audience) });
  }

  #grant(form: Form): Grant | Promise<Grant> {
    switch (form['grant_type']) {
      case ON_BEHALF_OF:
        return this.#byAssertion(form);
      case 'refresh_token':
        return this.#refreshTokens.redeem(form['refresh_token'] ?? '');
      case 'authorization_code':
        return this.#codes.redeem({
          code: form['code'] ?? '',
          redirectUri: form['redirect_uri'],
          verifier: form['code_verifier'],
        });
      case DEVICE_CODE:
      case DEVICE_CODE_EARLY:
        return this.#devices.redeem(form['device_code'] ?? '');
      case undefined:
        return { problem: errors.missingParameter('grant_type') };
      default:
        return { problem: errors.unsupportedGrant(form['grant_type']) };
    }
  }

  async #byAssertion({ assertion = '', scope }: Form): Promise<Grant> {
    if (scope === undefined) return { problem: errors.missingParameter('scope') };
    const check = await checkToken(this.#tenant, assertion, [this.#tenant.application.id]);
    if (check.kind === 'expired') return { problem: errors.expiredAssertion };
    if (check.kind === 'invalid') return { problem: errors.invalidAssertion };
    const account = this.#tenant.directory.findPerson(String(check.claims['oid']));
    if (account === undefined) return { problem: errors.invalidAssertion };
    const { session } = account.signIn;
    const tenantId = this.#tenant.id;
    return { signedIn: { account, tenantId, hasSecondFactor: false, session, scope } };
  }

  /** A sign-in at the authority of one tenant is good at others that know the account. */
  #atAuthority(signedIn: SignedIn, authority: string): SignedIn | undefined {
    if (SHARED_AUTHORITIES.includes(authority.toLowerCase())) return signedIn;
    const tenantId = tenantToSignInTo(this.#tenant, signedIn.account, authority);
    return tenantId === undefined ? undefined : { ...signedIn, tenantId };
  }

  async #forAccount(signedIn: SignedIn, form: Form): Promise<Answer> {
    const problem = ruleProblem(signedIn);
    if (problem !== undefined) return this.#refuse(problem);
    const scope = form['scope'] ?? signedIn.scope;
    const scopes = parseScopes(this.#tenant, scope);
    if (scopes === undefined) return this.#refuse(errors.unknownResource(scope));
    const isElsewhere = signedIn.tenantId !== this.#tenant.id;
    const consented = this.#tenant.consents.delegatedScopes(isElsewhere);
    const asked = scopes.permissions.filter((permission) => permission !== '.default');
    const missing = asked.filter((permission) => !consented.includes(permission));
    if (missing.length > 0) return this.#refuse(errors.consentMissing(missing));

    const granted = asked.length > 0 ? asked : consented;
    const isOffline = scopes.signIn.includes('offline_access');
    const isRefreshed = form['grant_type'] === 'refresh_token';
    return this.#bearer({
      access_token: await delegatedToken(this.#tenant, signedIn, scopes.audience, granted),
      scope: granted.map((permission) => `${scopes.audience}/${permission}`).join(' '),
      ...(isOffline || isRefreshed ? { refresh_token: this.#refreshTokens.issue(signedIn) } : {}),
      ...(scopes.signIn.includes('openid')
        ? { id_token: await idToken(this.#tenant, signedIn, signedIn.nonce) }
        : {}),
      ...(form['client_info'] === '1' ? { client_info: clientInfo(signedIn) } : {}),
    });
  }

  #bearer(fields: Readonly<Record<string, string>>): Answer {
    return ok({
      token_type: 'Bearer',
      expires_in: TOKEN_LIFETIME_SECONDS,
      ext_expires_in: TOKEN_LIFETIME_SECONDS,
      ...fields,
    });
  }

  #refuse(problem: EntraError): Answer {
    return errors.entraError(this.#tenant, problem);
  }
}

/** How identity libraries learn whose account the token belongs to: at home, even for a guest. */
function clientInfo({ account }: SignedIn): string {
  const info = JSON.stringify({ uid: account.id, utid: account.homeTenantId });
  return Buffer.from(info).toString('base64url');
}

/** The form's fields; the application may also name itself in a Basic header. */
function formOf({ body, headers }: Incoming): Form {
  const fields = typeof body === 'object' && body !== null ? (body as Form) : {};
  const basic = /^Basic\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (basic === undefined) return fields;
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return {
    client_id: decodeURIComponent(id),
    client_secret: decodeURIComponent(secret),
    ...fields,
  };
}
