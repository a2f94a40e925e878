/** What we show of a person in Teams, and why. Only `evolve` changes it. */
import type { SessionPresence } from '../presence/written.ts';
import type { EffectId, EmergencyId, ServiceId, TaskId } from '../ids.ts';

/** On whose behalf a presence is shown; each owner has at most one lease of a person. */
export type LeaseOwner = 'service' | 'emergency' | 'connector' | 'profile';

export type LeaseReason =
  | { readonly kind: 'call'; readonly taskId: TaskId; readonly serviceId: ServiceId }
  | { readonly kind: 'after-call-work'; readonly serviceId: ServiceId }
  | { readonly kind: 'emergency'; readonly emergencyId: EmergencyId };

/** A presence that ends by itself (DEC-5). */
export interface Lease {
  readonly owner: LeaseOwner;
  readonly reason: LeaseReason;
  readonly presence: SessionPresence;
  readonly sinceAt: number;
  readonly untilAt: number;
}

/** What Teams was last asked to show of the person. */
export interface ShownInTeams {
  readonly presence: SessionPresence;
  readonly sinceAt: number;
  readonly writtenAt: number;
  /** Teams forgets it by itself then. */
  readonly untilAt: number;
}

/** The one session that Graph gives us for a person, and the leases that stand behind it. */
export interface PresenceSession {
  leases: readonly Lease[];
  shown: ShownInTeams | null;
  /** The write or clearance under way. */
  effectId: EffectId | null;
  /** When the next thing is due: a renewal, another try, the end of a lease or of the echo. */
  dueAt: number | null;
  failuresInARow: number;
  /** After a failure: not before then. */
  retryAt: number | null;
  /** After our session ended, what it showed may still be seen until then. */
  echo: { readonly presence: SessionPresence; readonly untilAt: number } | null;
}
