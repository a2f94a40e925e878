import type { Tenant } from '../tenant.ts';

/** The application that publishes Graph's change notifications, in every tenant. */
const PUBLISHER_ID = '0bf30f3b-4a52-48df-9a82-234910c4a086';
const LIFETIME_SECONDS = 8 * 3600;
/** Kept only so that a burst of notifications is not a burst of signatures. */
const RENEW_AFTER_SECONDS = 60;

interface KeptToken {
  readonly token: string;
  readonly issuedAtSeconds: number;
}

/**
 * The tokens that prove where a rich notification comes from: one for each application and tenant,
 * of version 1.0, with the claims that Graph's page shows ("Validating the authenticity of
 * notifications"). The issuer is a name and no address, so it is the real one.
 */
export class ValidationTokens {
  readonly #tenant: Tenant;
  readonly #kept = new Map<string, KeptToken>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => this.#kept.clear());
  }

  /** A token about notifications for an application in a tenant; good for hours, as real ones. */
  async of(tenantId: string): Promise<string> {
    const nowSeconds = Math.floor(this.#tenant.nowMs() / 1000);
    const kept = this.#kept.get(tenantId);
    const ageSeconds = nowSeconds - (kept?.issuedAtSeconds ?? -Infinity);
    if (kept !== undefined && ageSeconds >= 0 && ageSeconds < RENEW_AFTER_SECONDS) {
      return kept.token;
    }
    const issuer = `https://sts.windows.net/${tenantId}/`;
    const token = await this.#tenant.keys.login.sign({
      aud: this.#tenant.application.id,
      iss: issuer,
      iat: nowSeconds,
      nbf: nowSeconds,
      exp: nowSeconds + LIFETIME_SECONDS,
      appid: PUBLISHER_ID,
      appidacr: '2',
      idp: issuer,
      tid: tenantId,
      ver: '1.0',
    });
    this.#kept.set(tenantId, { token, issuedAtSeconds: nowSeconds });
    return token;
  }
}
