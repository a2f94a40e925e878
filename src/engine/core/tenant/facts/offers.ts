/** The life of offers, and decisions with nobody. */
import type { DecisionSummary } from '../../explain/decision.ts';
import type { PauseCause } from '../../explain/reasons.ts';
import type { OfferId, PersonId, TaskId } from '../../ids.ts';
import type { At } from './at.ts';

export interface CallOffered extends At {
  readonly type: 'CallOffered';
  readonly offerId: OfferId;
  readonly taskId: TaskId;
  readonly agentId: PersonId;
  readonly ringUntilAt: number;
  readonly isBroadcast: boolean;
  /** Held: the agent is kept free until the caller has been called back, then rings. */
  readonly held: boolean;
  /** What was known of the agent is old: their presence is read first, until `ringUntilAt`. */
  readonly confirming?: boolean;
  readonly decision: DecisionSummary;
}

/** The agent's presence was read and still stands: the offer goes on. */
export interface OfferConfirmed extends At {
  readonly type: 'OfferConfirmed';
  readonly offerId: OfferId;
  /** How long the reading took. */
  readonly tookMs: number;
  readonly ringUntilAt: number;
}

/** The caller of a call-back is there: the held agent rings now. */
export interface HeldOfferRang extends At {
  readonly type: 'HeldOfferRang';
  readonly offerId: OfferId;
  readonly ringUntilAt: number;
}

/** Told when nobody can be offered a waiting call, and again when the reasons change. */
export interface NobodyEligible extends At {
  readonly type: 'NobodyEligible';
  readonly taskId: TaskId;
  readonly decision: DecisionSummary;
}

/** The platform took the invitation; `participantId` is what a recall names. */
export interface OfferPlaced extends At {
  readonly type: 'OfferPlaced';
  readonly offerId: OfferId;
  readonly participantId: string | null;
}

/**
 * The offer should be recalled, but news may be missing or crossing: the call is read first,
 * because Teams' word is final and an acceptance wins.
 */
export interface OfferChecked extends At {
  readonly type: 'OfferChecked';
  readonly offerId: OfferId;
  readonly cause: RecallCause;
  /** Under `higher-priority`: the call for which the agent is taken back. */
  readonly forTaskId: TaskId | null;
  readonly checkUntilAt: number;
}

export type RecallCause =
  | 'ring-time'
  | 'cancelled'
  | 'presence'
  | 'off-duty'
  | 'on-break'
  | 'emergency'
  | 'in-our-call'
  | 'not-responsible'
  | 'configuration'
  | 'superseded'
  | 'higher-priority'
  | 'taken-by-another'
  | 'left-queue';

/** An offer being recalled is live until the platform has confirmed (DEC-4). */
export interface OfferRecalled extends At {
  readonly type: 'OfferRecalled';
  readonly offerId: OfferId;
  readonly cause: RecallCause;
  readonly confirmUntilAt: number;
}

/** A deadline that fell into a gap is nobody's miss: the offer gets new time and is not charged. */
export interface OfferExcused extends At {
  readonly type: 'OfferExcused';
  readonly offerId: OfferId;
  readonly ringUntilAt: number;
}

export type OfferOutcome =
  | 'accepted'
  | 'declined'
  | 'missed'
  | 'unreachable'
  | 'recalled'
  | 'call-ended'
  | 'handed-over'
  | 'taken-by-another'
  | 'caller-not-reached'
  | 'not-confirmed'
  | 'unknown';

export interface OfferEnded extends At {
  readonly type: 'OfferEnded';
  readonly offerId: OfferId;
  readonly outcome: OfferOutcome;
  /** Set when the agent is not offered calls for a while because of this outcome. */
  readonly pause: { readonly cause: PauseCause; readonly untilAt: number } | null;
  /** The agent's own miss: counts towards going off duty. */
  readonly isMiss: boolean;
}
