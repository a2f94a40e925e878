import type { TokenSource } from '@rufwerk/engine/ports';

/**
 * The application's tokens, which can be told not to trust the one at hand: a token keeps the
 * permissions that it was given with for an hour, so that a consent which has come back is seen
 * only in another one.
 */
export class RenewableTokens implements TokenSource {
  readonly #tokens: TokenSource;
  readonly #last = new Map<string, string>();
  readonly #refused = new Map<string, string>();

  constructor(tokens: TokenSource) {
    this.#tokens = tokens;
  }

  async accessToken(scope: string, refusedToken?: string): Promise<string> {
    const token = await this.#tokens.accessToken(scope, refusedToken ?? this.#refused.get(scope));
    this.#last.set(scope, token);
    return token;
  }

  /** The next request travels with another token. */
  renew(): void {
    for (const [scope, token] of this.#last) this.#refused.set(scope, token);
  }
}
