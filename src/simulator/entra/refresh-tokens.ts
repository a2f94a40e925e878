import type { Tenant } from '../tenant.ts';
import * as errors from './errors.ts';
import type { Grant, SignedIn } from './signed-in.ts';

/** A world never has so many people signed in at once; older refresh tokens are forgotten. */
const KEPT_MAX = 10_000;
const INACTIVE_DAYS_MAX = 90;
const DAY_MS = 24 * 60 * 60_000;

interface KeptToken {
  readonly signedIn: SignedIn;
  readonly issuedAt: number;
}

/**
 * Refresh tokens: each use gives a new one, and the old one goes on being good, as Entra says it
 * does ("Refresh tokens in the Microsoft identity platform"); whoever uses one discards it.
 */
export class RefreshTokens {
  readonly #tenant: Tenant;
  readonly #kept = new Map<string, KeptToken>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => this.#kept.clear());
  }

  issue(signedIn: SignedIn): string {
    const token = `0.${this.#tenant.random.guid()}.${this.#tenant.random.guid()}`;
    this.#kept.set(token, { signedIn, issuedAt: this.#tenant.nowMs() });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_MAX && oldest !== undefined) this.#kept.delete(oldest);
    return token;
  }

  redeem(token: string): Grant {
    const kept = this.#kept.get(token);
    if (kept === undefined) return { problem: errors.invalidRefreshToken };
    const isWorn = this.#tenant.nowMs() - kept.issuedAt > INACTIVE_DAYS_MAX * DAY_MS;
    if (!isWorn) return { signedIn: kept.signedIn };
    return { problem: errors.inactiveRefreshToken(new Date(kept.issuedAt).toISOString()) };
  }
}
