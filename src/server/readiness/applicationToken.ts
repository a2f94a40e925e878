/**
 * What the application's newest token permits. A token keeps what was consented to when it was
 * given, for up to an hour: whoever looks at readiness wants to know what holds now, so that a new
 * one is asked for while somebody looks.
 */
import { LoginProblem } from '@rufwerk/engine/graph';
import type { Clock, TokenSource } from '@rufwerk/engine/ports';
import { decodeJwt } from 'jose';

const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';
/** Somebody who looks at the page asks every few seconds. */
const ASKED_EVERY_MS = 60_000;
const ASKED_AGAIN_AFTER_PROBLEM_MS = 10_000;

export interface NewestToken {
  /** The permissions that it carries; null while no token can be had. */
  readonly granted: readonly string[] | null;
  /** When it was asked for; null before one was. */
  readonly askedAt: number | null;
  /** Why no newer one can be had, with the mend. */
  readonly problem: string | null;
}

export class ApplicationToken {
  readonly #tokens: TokenSource;
  readonly #clock: Clock;
  #askedAt: number | null = null;
  #triedAt: number | null = null;
  #problem: string | null = null;

  constructor(tokens: TokenSource, clock: Clock) {
    this.#tokens = tokens;
    this.#clock = clock;
  }

  async newest(): Promise<NewestToken> {
    const pauseMs = this.#problem === null ? ASKED_EVERY_MS : ASKED_AGAIN_AFTER_PROBLEM_MS;
    const isDue = this.#triedAt === null || this.#clock.now() - this.#triedAt >= pauseMs;
    return this.#ask(isDue);
  }

  /** Whatever is at hand is not trusted. */
  askAnew(): Promise<NewestToken> {
    return this.#ask(true);
  }

  async #ask(anew: boolean): Promise<NewestToken> {
    const triedAt = this.#clock.now();
    let granted: readonly string[] | null = null;
    try {
      const token = await this.#tokens.accessToken(GRAPH_SCOPE);
      granted = rolesIn(token);
      if (!anew) return { granted, askedAt: this.#askedAt, problem: this.#problem };
      this.#triedAt = triedAt;
      granted = rolesIn(await this.#tokens.accessToken(GRAPH_SCOPE, token));
      this.#askedAt = triedAt;
      this.#problem = null;
    } catch (error) {
      if (!(error instanceof LoginProblem)) throw error;
      this.#problem = error.message;
    }
    return { granted, askedAt: this.#askedAt, problem: this.#problem };
  }
}

/** The permissions that a token carries; its receiver validates it, we only look at our own. */
function rolesIn(token: string): readonly string[] {
  const { roles } = decodeJwt(token);
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
}
