/** What readiness looks at outside of the house: the login of the application, and its presence. */
import { LoginProblem, type PresenceHealth } from '@rufwerk/engine/graph';
import type { PresenceSourceHealth } from '@rufwerk/engine/graph';
import type { Clock, TokenSource } from '@rufwerk/engine/ports';
import { SignJWT } from 'jose';
import { PERMISSIONS } from '../../../src/server/readiness/permissions.ts';
import { neverPolled } from './neverPolled.ts';

const KEY = new Uint8Array(32).fill(7);

/** Gives tokens that carry what was consented to, or refuses them. */
export class PlayedLogin implements TokenSource {
  granted: readonly string[] = PERMISSIONS.map(({ name }) => name);
  problem: string | null = null;
  /** Whether a token is kept, as in life, until another one is asked for. */
  keepsTokens = false;
  #kept: string | null = null;

  async accessToken(_scope: string, refusedToken?: string): Promise<string> {
    if (this.keepsTokens && this.#kept !== null && this.#kept !== refusedToken) return this.#kept;
    if (this.problem !== null) throw new LoginProblem('secret-refused', this.problem);
    const token = new SignJWT({ roles: this.granted }).setProtectedHeader({ alg: 'HS256' });
    this.#kept = await token.sign(KEY);
    return this.#kept;
  }
}

/** Presence as it would be told of; `tell` changes what is. */
export class PlayedPresence {
  readonly #clock: Pick<Clock, 'now'>;
  #health: PresenceHealth = neverPolled;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  health(): PresenceHealth {
    return this.#health;
  }

  tell(change: Partial<PresenceHealth>): void {
    this.#health = { ...this.#health, ...change };
  }

  /** A source fails with these words, or (null) works again. */
  fail(
    source: keyof PresenceHealth['sources'],
    cause: string | null,
    more: Partial<NonNullable<PresenceSourceHealth['lastError']>> = {},
  ): void {
    const before = this.#health.sources[source];
    const at = this.#clock.now();
    const lastError = cause === null ? null : { at, cause, mend: null, ...more };
    const told = { ...before, isFailing: cause !== null, lastError };
    this.tell({ sources: { ...this.#health.sources, [source]: told } });
  }
}
