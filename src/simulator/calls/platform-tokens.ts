import type { Tenant } from '../tenant.ts';

/** Both are published issuers of the calling platform; receivers must accept either. */
const ISSUERS = ['https://api.botframework.com', 'https://graph.microsoft.com'] as const;
const LIFETIME_SECONDS = 3600;
const RENEW_BEFORE_SECONDS = 300;

interface KeptToken {
  readonly token: string;
  readonly expiresAtSeconds: number;
}

/** The bearer tokens that notifications carry: the issuers take turns, each token lives an hour. */
export class PlatformTokens {
  readonly #tenant: Tenant;
  readonly #kept = new Map<string, KeptToken>();
  #turn = 0;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  async next(): Promise<string> {
    const issuer = ISSUERS[this.#turn % ISSUERS.length] ?? ISSUERS[0];
    this.#turn += 1;
    const nowSeconds = Math.floor(this.#tenant.clock.nowMs() / 1000);
    const kept = this.#kept.get(issuer);
    if (kept !== undefined && kept.expiresAtSeconds - RENEW_BEFORE_SECONDS > nowSeconds) {
      return kept.token;
    }
    const expiresAtSeconds = nowSeconds + LIFETIME_SECONDS;
    const token = await this.#tenant.keys.calling.sign({
      iss: issuer,
      aud: this.#tenant.application.id,
      tid: this.#tenant.id,
      iat: nowSeconds,
      nbf: nowSeconds,
      exp: expiresAtSeconds,
    });
    this.#kept.set(issuer, { token, expiresAtSeconds });
    return token;
  }
}
