/** The person's single-sign-on token: asked of Teams once, kept until shortly before it ends. */
import { TroubleError, type SignInCause } from './trouble.ts';

export interface TokenSource {
  /** A token that is still good. @throws TroubleError of kind `sign-in`. */
  readonly get: () => Promise<string>;
  /** Forgets a token that the server did not take, so that the next `get` asks Teams again. */
  readonly forget: (token: string) => void;
}

/** A token this close to its end is renewed first, so that it does not end on its way. */
const RENEW_BEFORE_END_MS = 60_000;

interface Kept {
  readonly token: string;
  readonly goodUntilAt: number;
}

/**
 * @param askTeams teams-js' `authentication.getAuthToken`
 * @param now epoch ms in the server's time, by which tokens end
 */
export function createTokenSource(askTeams: () => Promise<string>, now: () => number): TokenSource {
  let kept: Kept | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (): Promise<string> => {
    try {
      const token = await askTeams();
      kept = { token, goodUntilAt: endOf(token) - RENEW_BEFORE_END_MS };
      return token;
    } catch (error) {
      throw new TroubleError(signInTrouble(error));
    } finally {
      asking = null;
    }
  };

  return {
    get() {
      if (kept !== null && now() < kept.goodUntilAt) return Promise.resolve(kept.token);
      // Screens ask at the same moment: one question to Teams answers them all.
      asking ??= ask();
      return asking;
    },
    forget(token) {
      if (kept?.token === token) kept = null;
    },
  };
}

/**
 * When a token ends (epoch ms); 0, always over, for one that does not say. The server validates it.
 */
function endOf(token: string): number {
  const [, payload = ''] = token.split('.');
  try {
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const exp = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : 0;
    return typeof exp === 'number' ? exp * 1000 : 0;
  } catch {
    // Not a JSON web token we can read: use it once, and let the server judge it.
    return 0;
  }
}

/**
 * Teams names these when a person or an administrator has to agree first, or closed the question.
 */
const CONSENT_WORDS = /consent|cancelled|canceled|invalid_grant|interaction_required|failedtoopen/i;

function signInTrouble(error: unknown): {
  readonly kind: 'sign-in';
  readonly cause: SignInCause;
  readonly detail: string;
} {
  const detail = error instanceof Error ? error.message : String(error);
  return {
    kind: 'sign-in',
    cause: CONSENT_WORDS.test(detail) ? 'consent' : 'refused-by-teams',
    detail,
  };
}
