/** What keeps a source of presence from working, in words, and what to do about it. */
import type { Doubt, Refusal } from '../client/graphAnswer.ts';

export interface Trouble {
  /** Without personal data: it may stand in facts and logs. */
  readonly cause: string;
  /** What a person can do; null when it passes by itself, or the cause says it. */
  readonly mend: string | null;
  /** The permission without which Graph refuses it. */
  readonly lacks?: PresencePermission;
}

export type PresencePermission = 'Presence.Read.All' | 'Presence.ReadWrite.All';

/** Why Graph did not do it. A problem at the login brings its own words and mend. */
export function troubleOf(answer: Refusal | Doubt, permission: PresencePermission): Trouble {
  const { cause } = answer;
  if (answer.kind === 'unknown') return { cause, mend: null };
  switch (answer.status) {
    case 401:
      return {
        cause,
        mend:
          'Graph does not take the token that the login gave: check that LOGIN_URL and GRAPH_URL ' +
          'belong to the same cloud and MICROSOFT_TENANT_ID to this tenant',
      };
    case 403:
      return {
        cause,
        mend: `grant the application permission ${permission} in Entra and give admin consent`,
        lacks: permission,
      };
    default:
      return { cause, mend: null };
  }
}

/** Cause and mend in one sentence, for an outcome or a log. */
export function inWords({ cause, mend }: Trouble): string {
  return mend === null ? cause : `${cause}: ${mend}`;
}
