/** What can go wrong between the tab and the server, as values that a screen can put in words. */
import type { Problem } from '@rufwerk/engine/api';

/** Why Teams gave no token. `consent`: the person or an administrator has to grant access first. */
export type SignInCause = 'consent' | 'refused-by-teams';

export type Trouble =
  /** No answer at all: no network, or the server is down. */
  | { readonly kind: 'unreachable' }
  /** The server said no, and what would mend it. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** An answer that is not what this version of the tab expects. */
  | { readonly kind: 'not-understood'; readonly path: string }
  | { readonly kind: 'sign-in'; readonly cause: SignInCause; readonly detail: string };

/** Carries a trouble through code that can only throw, such as queries. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.kind === 'refused' ? trouble.problem.title : trouble.kind);
    this.trouble = trouble;
  }
}

/** The trouble inside a caught error. Anything else is a programmer's error and is thrown again. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  throw error;
}

/** Whether the server said that somebody else changed the same thing in the meantime. */
export function isConflict(trouble: Trouble | null): boolean {
  return trouble?.kind === 'refused' && trouble.problem.status === 412;
}
