import { createHash } from 'node:crypto';
import type { Tenant } from '../tenant.ts';
import * as errors from './errors.ts';
import type { Grant, SignedIn } from './signed-in.ts';

const LIFETIME_MS = 10 * 60_000;
const KEPT_MAX = 1000;

/** How the application will prove that it asked for the code (RFC 7636). */
export interface CodeChallenge {
  readonly value: string;
  readonly method: 'S256' | 'plain';
}

interface KeptCode {
  readonly signedIn: SignedIn;
  readonly redirectUri: string;
  readonly challenge: CodeChallenge | null;
  readonly issuedAt: number;
  isRedeemed: boolean;
}

/** What redeems a code. */
export interface Redemption {
  readonly code: string;
  readonly redirectUri: string | undefined;
  readonly verifier: string | undefined;
}

/** Authorization codes: good once, for ten minutes, for the address they were sent to. */
export class AuthorizationCodes {
  readonly #tenant: Tenant;
  readonly #kept = new Map<string, KeptCode>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => this.#kept.clear());
  }

  issue(signedIn: SignedIn, redirectUri: string, challenge: CodeChallenge | null): string {
    const code = `1.${this.#tenant.random.guid()}`;
    const issuedAt = this.#tenant.clock.nowMs();
    this.#kept.set(code, { signedIn, redirectUri, challenge, issuedAt, isRedeemed: false });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_MAX && oldest !== undefined) this.#kept.delete(oldest);
    return code;
  }

  redeem({ code, redirectUri, verifier }: Redemption): Grant {
    const kept = this.#kept.get(code);
    if (kept === undefined) return { problem: errors.invalidCode };
    if (kept.isRedeemed) return { problem: errors.redeemedCode };
    const ageMs = this.#tenant.clock.nowMs() - kept.issuedAt;
    if (ageMs > LIFETIME_MS) return { problem: errors.expiredCode };
    if (redirectUri !== kept.redirectUri) return { problem: errors.otherReplyAddress };
    if (!isProven(kept.challenge, verifier)) return { problem: errors.falseCodeVerifier };
    kept.isRedeemed = true;
    return { signedIn: kept.signedIn };
  }
}

function isProven(challenge: CodeChallenge | null, verifier: string | undefined): boolean {
  if (challenge === null) return true;
  if (verifier === undefined) return false;
  if (challenge.method === 'plain') return verifier === challenge.value;
  return createHash('sha256').update(verifier).digest('base64url') === challenge.value;
}
