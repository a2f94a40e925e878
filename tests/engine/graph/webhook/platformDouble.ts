import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { HttpDouble } from '../httpDouble.ts';
import type { PlayedClock } from '../playedClock.ts';

export const appId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const tenantId = '11111111-2222-4333-8444-555555555555';

/** Claims of a token; undefined leaves one out. */
type Claims = Readonly<Record<string, string | number | undefined>>;

/** Making a key takes long, and every test can use the same one. */
const keyPair = generateKeyPair('RS256');

/** The calling platform's keys and the tokens it signs with them. */
export class PlatformDouble {
  readonly http: HttpDouble;
  readonly #clock: PlayedClock;
  readonly #privateKey: CryptoKey;
  readonly #publicKey: JWK;

  private constructor(http: HttpDouble, clock: PlayedClock, privateKey: CryptoKey, jwk: JWK) {
    this.http = http;
    this.#clock = clock;
    this.#privateKey = privateKey;
    this.#publicKey = jwk;
    http.react = ({ path }) => ({
      status: 200,
      body: path === '/keys' ? { keys: [this.#publicKey] } : { jwks_uri: `${http.url}/keys` },
    });
  }

  static async start(clock: PlayedClock): Promise<PlatformDouble> {
    const { privateKey, publicKey } = await keyPair;
    const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256' };
    return new PlatformDouble(await HttpDouble.start(), clock, privateKey, jwk);
  }

  get openIdUrl(): string {
    return `${this.http.url}/openid`;
  }

  /** An `Authorization` header; claims of the test's own replace what the platform would say. */
  async authorization(claims: Claims = {}, key?: CryptoKey): Promise<string> {
    const nowSeconds = Math.floor(this.#clock.now() / 1000);
    const token = await new SignJWT({
      iss: 'https://api.botframework.com',
      aud: appId,
      tid: tenantId,
      nbf: nowSeconds,
      exp: nowSeconds + 3_600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .sign(key ?? this.#privateKey);
    return `Bearer ${token}`;
  }
}
