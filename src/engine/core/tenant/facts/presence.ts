/** What we show of people in Teams, and direct reads of what Teams shows. */
import type { LeaseOwner, LeaseReason } from '../leaseState.ts';
import type { SessionPresence } from '../../presence/written.ts';
import type { PersonId, ServiceId } from '../../ids.ts';
import type { At } from './at.ts';

/** Taken, or renewed where the owner already has one of this person. */
export interface LeaseTaken extends At {
  readonly type: 'LeaseTaken';
  readonly agentId: PersonId;
  readonly owner: LeaseOwner;
  readonly reason: LeaseReason;
  readonly presence: SessionPresence;
  readonly untilAt: number;
}

/** Released: nothing is written back, Teams works the person's presence out again (DEC-5). */
export interface LeaseReleased extends At {
  readonly type: 'LeaseReleased';
  readonly agentId: PersonId;
  readonly owner: LeaseOwner;
  readonly cause: 'reason-ended' | 'expired' | 'not-an-agent';
}

/** When our session of the person is looked at next; null when nothing is left to do. */
export interface SessionDue extends At {
  readonly type: 'SessionDue';
  readonly agentId: PersonId;
  readonly dueAt: number | null;
}

/** What we showed cannot be seen any more: what is seen from now on is the person's own. */
export interface EchoEnded extends At {
  readonly type: 'EchoEnded';
  readonly agentId: PersonId;
}

/** A direct read showed what was known already. */
export interface PresenceConfirmed extends At {
  readonly type: 'PresenceConfirmed';
  readonly agentId: PersonId;
  /** When it was asked. */
  readonly askedAt: number;
}

/**
 * The view of a service's people changed: with too many of them only the availability is known, or
 * the activity is known again (DEC-3).
 */
export interface ViewChanged extends At {
  readonly type: 'ViewChanged';
  readonly serviceId: ServiceId;
  readonly view: 'member' | 'degraded';
  /** On duty then, and how many of them are seen as a stranger sees them. */
  readonly onDuty: number;
  readonly asStranger: number;
}

/** When the views are looked at next. */
export interface ViewsDue extends At {
  readonly type: 'ViewsDue';
  readonly dueAt: number | null;
}
