/** One observation of a person's presence, as its source told it. */
import type { PersonId } from '../ids.ts';

/**
 * How much a source can see (NIM-15, NIM-24): a member sees the activity ("in a call"), a stranger
 * only the availability ("Busy").
 */
export type Fidelity = 'activity' | 'availability';

/**
 * Where evidence about presence comes from: reading everybody in turn, a change notification, and a
 * direct read of a few people that a decision asked for.
 */
export type PresenceSource = 'graph-poll' | 'graph-push' | 'graph-read';

export interface PresenceReading {
  readonly agentId: PersonId;
  /**
   * Open strings: Graph's two documentation editions disagree and new values appear (platform.md
   * 1).
   */
  readonly availability: string;
  readonly activity: string;
  readonly fidelity: Fidelity;
  readonly outOfOffice: boolean;
  /**
   * Graph's sortable stamp; news whose stamp is not greater is old. Null where the source has none.
   */
  readonly sequenceNumber: string | null;
}
