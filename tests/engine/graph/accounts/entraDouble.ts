/** Microsoft Entra for presence accounts, played: codes, redirects, refresh tokens, refusals. */
import { createHash } from 'node:crypto';
import { HttpDouble } from '../httpDouble.ts';
import type { Reaction, ReceivedRequest } from '../httpDouble.ts';

export const OUR_TENANT = '5d6a2f0e-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
export const OTHER_TENANT = '11111111-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
export const APP_ID = 'c0ffee00-1d2e-4f3a-8b4c-5d6e7f8a9b0c';

export interface Refused {
  readonly error: string;
  readonly codes?: readonly number[];
}

export class EntraDouble {
  readonly http: HttpDouble;
  /** Whether the person has typed the code. */
  isSignedIn = true;
  refused: Refused | null = null;
  /** What is answered instead of a code, as to a directory that does not exist. */
  codeRefused: Refused | null = null;
  /** Accounts, by object id, that are kept out when they renew their sign-in. */
  readonly keptOut = new Map<string, Refused>();
  isDown = false;
  objectId = '22222222-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
  scopes = 'Presence.Read.All User.Read User.ReadBasic.All openid profile';
  #tokens = 0;
  /** Whose each token is; a refresh token is good once. */
  readonly #accounts = new Map<string, string>();
  #challenge = '';

  private constructor(http: HttpDouble) {
    this.http = http;
    http.react = (request) => this.#react(request);
  }

  static async open(): Promise<EntraDouble> {
    return new EntraDouble(await HttpDouble.start());
  }

  get loginUrl(): string {
    return `${this.http.url}/login`;
  }

  /** Whose token this is; empty for one that was never given. */
  accountOf(accessToken: string): string {
    return this.#accounts.get(accessToken) ?? '';
  }

  /** The forms that reached the token endpoint. */
  forms(): Record<string, string>[] {
    return this.http.received
      .filter(({ path }) => path.includes('/token'))
      .map(({ text }) => Object.fromEntries(new URLSearchParams(text)));
  }

  /** The browser goes to the address and signs in; what our own address is then called with. */
  browse(address: string): Record<string, string> {
    const asked = new URL(address).searchParams;
    this.#challenge = asked.get('code_challenge') ?? '';
    return { state: asked.get('state') ?? '', code: 'the-code' };
  }

  close(): Promise<void> {
    return this.http.stop();
  }

  #react(request: ReceivedRequest): Reaction {
    if (this.isDown) return { status: 503 };
    const form = Object.fromEntries(new URLSearchParams(request.text));
    const tenantId = request.path.split('/')[2] ?? '';
    if (request.path.endsWith('/devicecode') || request.path.includes('/devicecode?')) {
      if (this.codeRefused !== null) return refusal(this.codeRefused);
      return {
        status: 200,
        body: {
          user_code: 'ABCD-EFGH',
          device_code: 'the-device-code',
          verification_uri: 'https://microsoft.com/devicelogin',
          expires_in: 900,
          interval: 0.02,
          message: 'Go there',
        },
      };
    }
    if (!request.path.includes('/token')) return { status: 404, body: {} };
    return this.#token(form, tenantId);
  }

  #token(form: Record<string, string>, tenantId: string): Reaction {
    if (this.refused !== null) return refusal(this.refused);
    switch (form['grant_type']) {
      case 'device_code':
      case 'urn:ietf:params:oauth:grant-type:device_code':
        if (!this.isSignedIn) return refusal({ error: 'authorization_pending', codes: [70016] });
        return this.#bearer(tenantId, this.objectId);
      case 'authorization_code': {
        const challenge = createHash('sha256')
          .update(form['code_verifier'] ?? '')
          .digest();
        const isRight = challenge.toString('base64url') === this.#challenge;
        return isRight
          ? this.#bearer(tenantId, this.objectId)
          : refusal({ error: 'invalid_grant', codes: [501481] });
      }
      default: {
        const told = form['refresh_token'] ?? '';
        const objectId = this.#accounts.get(told);
        if (objectId === undefined) return refusal({ error: 'invalid_grant', codes: [700082] });
        const keptOut = this.keptOut.get(objectId);
        if (keptOut !== undefined) return refusal(keptOut);
        this.#accounts.delete(told);
        return this.#bearer(tenantId, objectId);
      }
    }
  }

  #bearer(tenantId: string, objectId: string): Reaction {
    this.#tokens += 1;
    this.#accounts.set(`access-${this.#tokens}`, objectId);
    this.#accounts.set(`refresh-${this.#tokens}`, objectId);
    const claims = {
      ...{ oid: objectId, tid: tenantId, iss: 'entra', aud: APP_ID, sub: objectId },
      ...{ name: 'Presence One', preferred_username: 'presence.one@contoso.example' },
    };
    const clientInfo = { uid: objectId, utid: tenantId };
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        expires_in: 3_600,
        scope: this.scopes,
        access_token: `access-${this.#tokens}`,
        refresh_token: `refresh-${this.#tokens}`,
        id_token: `${base64url({ alg: 'none' })}.${base64url(claims)}.`,
        client_info: base64url(clientInfo),
      },
    };
  }
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function refusal({ error, codes = [] }: Refused): Reaction {
  const description = `AADSTS${codes[0] ?? 0}: refused. Trace ID: 1 Correlation ID: 2`;
  const body = { error, error_description: description, error_codes: codes };
  return { status: 400, body };
}
