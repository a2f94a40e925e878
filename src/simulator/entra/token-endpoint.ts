import type { Answer } from '../http/answer.ts';
import { ok } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import * as errors from './errors.ts';
import type { EntraError } from './errors.ts';
import { parseScopes } from './scopes.ts';
import type { RequestedScopes } from './scopes.ts';
import {
  applicationToken,
  checkToken,
  delegatedToken,
  singleSignOnToken,
  TOKEN_LIFETIME_SECONDS,
} from './tokens.ts';

const ON_BEHALF_OF = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** A world never has so many people signed in at once; older refresh tokens are forgotten. */
const REFRESH_TOKENS_MAX = 10_000;

type Form = Readonly<Record<string, string>>;
type Grant = { readonly person: Person } | { readonly problem: EntraError };

/**
 * Entra's token endpoint: client credentials, on-behalf-of and refresh. Consent is looked up at
 * each request, so a permission that an administrator withdrew is missing from the next token.
 */
export class TokenEndpoint {
  readonly #tenant: Tenant;
  readonly #refreshTokens = new Map<string, Person>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => this.#refreshTokens.clear());
  }

  async answer(incoming: Incoming): Promise<Answer> {
    const form = formOf(incoming);
    const problem = this.#checkApplication(form);
    if (problem !== undefined) return this.#refuse(problem);
    const scope = form['scope'];
    if (scope === undefined) return this.#refuse(errors.missingParameter('scope'));
    const scopes = parseScopes(this.#tenant, scope);
    if (scopes === undefined) return this.#refuse(errors.unknownResource(scope));

    switch (form['grant_type']) {
      case 'client_credentials':
        return this.#bearer({
          access_token: await applicationToken(this.#tenant, scopes.audience),
        });
      case ON_BEHALF_OF:
        return this.#forPerson(await this.#byAssertion(form['assertion'] ?? ''), scopes, form);
      case 'refresh_token':
        return this.#forPerson(this.#byRefreshToken(form['refresh_token'] ?? ''), scopes, form);
      case undefined:
        return this.#refuse(errors.missingParameter('grant_type'));
      default:
        return this.#refuse(errors.unsupportedGrant(form['grant_type']));
    }
  }

  #checkApplication(form: Form): EntraError | undefined {
    const { application } = this.#tenant;
    const id = form['client_id'];
    if (id === undefined) return errors.missingParameter('client_id');
    if (id.toLowerCase() !== application.id) return errors.unknownApplication(id);
    return form['client_secret'] === application.secret ? undefined : errors.wrongSecret;
  }

  async #byAssertion(assertion: string): Promise<Grant> {
    const check = await checkToken(this.#tenant, assertion, [this.#tenant.application.id]);
    if (check.kind === 'expired') return { problem: errors.expiredAssertion };
    if (check.kind === 'invalid') return { problem: errors.invalidAssertion };
    const person = this.#tenant.directory.findPerson(String(check.claims['oid']));
    return person === undefined ? { problem: errors.invalidAssertion } : { person };
  }

  #byRefreshToken(token: string): Grant {
    const person = this.#refreshTokens.get(token);
    if (person === undefined) return { problem: errors.invalidRefreshToken };
    this.#refreshTokens.delete(token);
    return { person };
  }

  async #forPerson(grant: Grant, scopes: RequestedScopes, form: Form): Promise<Answer> {
    if ('problem' in grant) return this.#refuse(grant.problem);
    const consented = this.#tenant.consents.delegatedScopes();
    const asked = scopes.permissions.filter((permission) => permission !== '.default');
    const missing = asked.filter((permission) => !consented.includes(permission));
    if (missing.length > 0) return this.#refuse(errors.consentMissing(missing));

    const granted = asked.length > 0 ? asked : consented;
    const { person: account } = grant;
    const delegated = { account, tenantId: this.#tenant.id, hasSecondFactor: false };
    return this.#bearer({
      access_token: await delegatedToken(this.#tenant, delegated, scopes.audience, granted),
      scope: granted.map((permission) => `${scopes.audience}/${permission}`).join(' '),
      ...(scopes.signIn.includes('offline_access')
        ? { refresh_token: this.#newRefreshToken(grant.person) }
        : {}),
      ...(scopes.signIn.includes('openid')
        ? { id_token: await singleSignOnToken(this.#tenant, grant.person) }
        : {}),
      ...(form['client_info'] === '1' ? { client_info: this.#clientInfo(grant.person) } : {}),
    });
  }

  #newRefreshToken(person: Person): string {
    const token = `0.${this.#tenant.random.guid()}.${this.#tenant.random.guid()}`;
    this.#refreshTokens.set(token, person);
    const [oldest] = this.#refreshTokens.keys();
    if (this.#refreshTokens.size > REFRESH_TOKENS_MAX && oldest !== undefined) {
      this.#refreshTokens.delete(oldest);
    }
    return token;
  }

  /** How identity libraries learn whose account the token belongs to. */
  #clientInfo(person: Person): string {
    const info = JSON.stringify({ uid: person.id, utid: this.#tenant.id });
    return Buffer.from(info).toString('base64url');
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
