/** What readiness looks at outside of the house: the login of the application, and its presence. */
import { LoginProblem, type PresenceHealth } from '@rufwerk/engine/graph';
import type { TokenSource } from '@rufwerk/engine/ports';
import { SignJWT } from 'jose';
import { PERMISSIONS } from '../../../src/server/readiness/permissions.ts';
import { neverPolled } from './neverPolled.ts';

const KEY = new Uint8Array(32).fill(7);

/** Gives tokens that carry what was consented to, or refuses them. */
export class PlayedLogin implements TokenSource {
  granted: readonly string[] = PERMISSIONS.map(({ name }) => name);
  problem: string | null = null;

  accessToken(): Promise<string> {
    if (this.problem !== null) {
      return Promise.reject(new LoginProblem('secret-refused', this.problem));
    }
    const token = new SignJWT({ roles: this.granted }).setProtectedHeader({ alg: 'HS256' });
    return token.sign(KEY);
  }
}

/** Presence as it would be told of; `tell` changes what is. */
export class PlayedPresence {
  #health: PresenceHealth = neverPolled;

  health(): PresenceHealth {
    return this.#health;
  }

  tell(change: Partial<PresenceHealth>): void {
    this.#health = { ...this.#health, ...change };
  }

  /** A source fails with these words, or (null) works again. */
  fail(source: keyof PresenceHealth['sources'], cause: string | null): void {
    const before = this.#health.sources[source];
    const lastError = cause === null ? null : { at: 0, cause, mend: null };
    const told = { ...before, isFailing: cause !== null, lastError };
    this.tell({ sources: { ...this.#health.sources, [source]: told } });
  }
}
