/**
 * Reads presence by the application's own permission or, while that is withdrawn, in the name of a
 * presence account (DEC-17).
 *
 *   application --403--> presence account, if there is one --once a minute--> application again,
 *        ^                                                      with another token
 *        +------------------ the permission is back ------------------+
 */
import type { Fidelity } from '@rufwerk/engine/core';
import type { Log, TokenSource } from '@rufwerk/engine/ports';
import type { GraphClient } from '../client/graphClient.ts';
import { askForPresence } from './askForPresence.ts';
import type { AskingParts, PresenceQuestion, Read, Unread } from './askForPresence.ts';
import type { Trouble } from './trouble.ts';

/** A presence account that can read in the application's stead. */
export interface DelegatedAccess {
  /** Of the account; the same object for as long as it is the same account. */
  readonly tokens: TokenSource;
  /** A member of the tenant sees the activity, a stranger the availability only (NIM-24). */
  readonly fidelity: Fidelity;
}

/** The account to read through, asked for when it is needed; null when there is none. */
export type FindDelegated = () => DelegatedAccess | null;

export interface PresenceReaderParts extends AskingParts {
  /** In the application's own name. */
  readonly graph: GraphClient;
  /** Makes the application's next request travel with another token. */
  readonly renewToken: () => void;
  /** In the name of whoever the tokens are of; the same client for the same tokens. */
  readonly clientFor: (tokens: TokenSource) => GraphClient;
  readonly log: Log;
}

const APPLICATION_AGAIN_AFTER_MS = 60_000;

export class PresenceReader {
  readonly #parts: PresenceReaderParts;
  #findDelegated: FindDelegated = () => null;
  /** What was said when the application's permission was missing, and when it last tried. */
  #refusal: { readonly trouble: Trouble; triedAt: number } | null = null;

  constructor(parts: PresenceReaderParts) {
    this.#parts = parts;
  }

  /** In whose name presence is read at the moment. */
  get readsAs(): 'application' | 'presence-account' {
    const isReplaced = this.#refusal !== null && this.#findDelegated() !== null;
    return isReplaced ? 'presence-account' : 'application';
  }

  /** The application's own permission is missing: in words, with the mend. */
  get applicationTrouble(): Trouble | null {
    return this.#refusal?.trouble ?? null;
  }

  useDelegated(find: FindDelegated): void {
    this.#findDelegated = find;
  }

  /** One request, or two where the application's permission turns out to be missing. */
  async read(question: PresenceQuestion): Promise<Read | Unread> {
    const delegated = this.#findDelegated();
    if (delegated !== null && !this.#isApplicationsTurn()) {
      return this.#readThrough(delegated, question);
    }
    const { graph } = this.#parts;
    const result = await askForPresence({ graph, fidelity: 'activity' }, this.#parts, question);
    if (result.kind === 'read') {
      this.#allowed();
      return result;
    }
    if (result.status !== 403) return result;
    this.#forbidden(result, delegated);
    return delegated === null ? result : this.#readThrough(delegated, question);
  }

  /** While its permission is not known to be missing, and once in a while after that. */
  #isApplicationsTurn(): boolean {
    const refusal = this.#refusal;
    if (refusal === null) return true;
    const nowAt = this.#parts.now();
    if (nowAt - refusal.triedAt < APPLICATION_AGAIN_AFTER_MS) return false;
    refusal.triedAt = nowAt;
    this.#parts.renewToken();
    return true;
  }

  #allowed(): void {
    if (this.#refusal === null) return;
    this.#refusal = null;
    this.#parts.log.info({}, 'the application may read presence again');
  }

  #forbidden({ cause, mend }: Trouble, delegated: DelegatedAccess | null): void {
    const { log, now, renewToken } = this.#parts;
    const nowAt = now();
    if (this.#refusal === null) {
      log.warn({ cause, mend }, 'the application may not read presence');
      this.#refusal = { trouble: { cause, mend }, triedAt: nowAt };
    } else if (delegated === null && nowAt - this.#refusal.triedAt >= APPLICATION_AGAIN_AFTER_MS) {
      // Nobody else asks, so the application is asked all along: only its token is made anew.
      this.#refusal.triedAt = nowAt;
      renewToken();
    }
  }

  async #readThrough(
    { tokens, fidelity }: DelegatedAccess,
    question: PresenceQuestion,
  ): Promise<Read | Unread> {
    const graph = this.#parts.clientFor(tokens);
    const result = await askForPresence({ graph, fidelity }, this.#parts, question);
    const trouble = this.applicationTrouble;
    if (result.kind === 'read' || trouble === null) return result;
    const cause = `${trouble.cause}, and the presence account cannot read either: ${result.cause}`;
    return { ...result, cause, mend: trouble.mend };
  }
}
