/** What readiness knows of emergencies at one instant; people by name, for sentences. */

import type { Texts } from './check.ts';

/** How Rufwerk stands with Graph's events of one emergency calling policy, as its keeper tells. */
export interface PolicyNow {
  readonly policyName: string;
  readonly state: 'resting' | 'making' | 'live' | 'waiting' | 'barred';
  /** Until when it stands; null where there is none. */
  readonly expiresAt: number | null;
  /** What is wrong while the state is `waiting` or `barred`, and how to mend it. */
  readonly lastError: { readonly cause: Texts; readonly mend: Texts } | null;
}

export interface EmergencyNow {
  readonly at: number;
  readonly agents: number;
  readonly withoutContacts: readonly string[];
  /** Through the pool, and nobody in Teams is rung beside them. */
  readonly withoutReachable: readonly string[];
  /** What the directory shows; null until it has been read. */
  readonly directory: {
    readonly withoutNumber: readonly string[];
    /** Those whose own mailbox would have to send, and who have none. */
    readonly withoutMailbox: readonly string[];
  } | null;
  readonly directoryProblem: string | null;
  /** Everybody who serves, by the way that a callback takes. */
  readonly paths: { readonly ownNumber: readonly string[]; readonly pool: readonly string[] };
  readonly callerId: {
    /** Whether there is a key to ask with. */
    readonly mayBeAsked: boolean;
    readonly wasEverAsked: boolean;
    /** Those on the pool's path for whom nobody has ever asked. */
    readonly notAskedFor: readonly string[];
  };
  /** Whether Rufwerk knows its own app in Teams, which activities lead into. */
  readonly hasTeamsApp: boolean;
  /** The contacts, and whoever is rung: those outside have no person in the directory. */
  readonly told: {
    readonly anybody: number;
    readonly withoutChat: readonly string[];
    readonly outside: readonly string[];
  };
  readonly pool: { readonly agents: number; readonly numbers: number };
  readonly policies: readonly PolicyNow[];
  /** The shared mailbox; null: mails are sent from the agents' own. */
  readonly sender: { readonly name: string; readonly isUsable: boolean | null } | null;
  readonly drills: { readonly never: readonly string[]; readonly old: readonly string[] };
}
