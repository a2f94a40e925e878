/** What the engine knows of one call and of its offers. Only `evolve` changes it. */
import type { QueueAction } from '../config/queue.ts';
import type { RecallCause } from './facts/offers.ts';
import type { CallQueued, LeaveCause } from './facts/queue.ts';
import type { EffectId, OfferId, PersonId, PlatformCallId, ServiceId, TaskId } from '../ids.ts';

/** What is done with a call that leaves the queue. */
export interface LeavingState {
  readonly cause: LeaveCause;
  readonly action: QueueAction;
  readonly isUnderWay: boolean;
  /** The person it was sent to last, whatever became of that. */
  readonly sentTo: PersonId | null;
  /** Whom the action named is in the call. */
  readonly isSentOn: boolean;
  /** The invitation of whom the action names, where the call is a conference. */
  readonly effectId: EffectId | null;
  /** Whom that invitation rings, once the platform took it. */
  readonly participantId: string | null;
}

/**
 * The life of a task.
 *
 *   arriving --answer--> waiting --offer accepted--> connected --> ended
 *     |    |              |   |                          ^
 *     |    |              |   +--key--> confirming --> call-back <--> dialling --> waiting
 *     |    +--------------+--> leaving --> ended
 *     +--redirect--> handed-over --inferred------------> ended
 *
 * `arriving`: known, not yet answered. `leaving`: sent on, or told why not, and then hung up.
 * `confirming`: the caller asked to be called back and hears that they will be. `call-back`: no
 * call stands, the place is kept. `dialling`: an agent is held and the caller is being called.
 * `handed-over`: redirected, only presence tells the rest. `ended`: over, kept only until its card
 * has been sent. Every phase can end at once when the caller hangs up, but for a call-back.
 */
export type TaskPhase =
  | 'arriving'
  | 'waiting'
  | 'confirming'
  | 'call-back'
  | 'dialling'
  | 'leaving'
  | 'connected'
  | 'handed-over'
  | 'ended';

export interface TaskState {
  readonly id: TaskId;
  readonly number: number;
  serviceId: ServiceId;
  /** Null while a call-back waits for its turn. */
  platformCallId: PlatformCallId | null;
  readonly callerId: PersonId;
  /** Of the caller's id; an index. */
  readonly callerHash: number;
  /** The number is withheld: nobody can call back, and nobody is recognised. */
  readonly isAnonymous: boolean;
  /** What its age counts from: also that of a call-back whose place it took over. */
  queuedAt: number;
  delivery: 'conference' | 'redirect';
  phase: TaskPhase;
  priority: number;
  /** The place: see `CallQueued`. */
  rankAt: number;
  /** The widest level of the service that the call's wait has opened. */
  level: number;
  first: CallQueued['first'];
  /** The live offers, in the order of the decision; more than one only under broadcast. */
  offerIds: readonly OfferId[];
  agentId: PersonId | null;
  connectedAt: number | null;
  /** Somebody was invited into the caller's call: Teams transfers it no more. */
  isConference: boolean;
  /** How often each agent has been offered this call; null until somebody was. */
  offersByAgent: Map<PersonId, number> | null;
  /** Whether "nobody" was told since the last offer, and which reasons it named. */
  nobodyDigest: string | null;
  /** An offer of lower priority that is being recalled so that this call can have its agent. */
  awaitedOfferId: OfferId | null;
  leaving: LeavingState | null;
  callBackAttempts: number;
  checkAt: number | null;
  keepAliveAt: number | null;
  /** Under redirect: when silence is taken as an end. */
  inferUntilAt: number | null;
  /**
   * What the bounds of the service count from: the call's entry into it, or the instant at which a
   * caller who was called back is on the line again.
   */
  waitsSinceAt: number;
  /** When the call leaves the queue at the latest. */
  maximumWaitAt: number | null;
  /** When the next level opens. */
  levelAt: number | null;
  /** When it is next asked whether anybody is able at all. */
  nobodyAt: number | null;
  /** Since when nobody has been, as far as was asked; null while somebody is. */
  nobodySinceAt: number | null;
  /** When a comfort message is due. */
  comfortAt: number | null;
  /** Of what is under way beside an offer: leaving, confirming, or the pause of a call-back. */
  actAt: number | null;
  /** The prompt that plays now, and since when; null when none does. */
  prompt: { readonly effectId: EffectId; readonly startedAt: number } | null;
  /** The attempt to call the caller back that is under way. */
  dialEffectId: EffectId | null;
  /** The reading of the call under way. */
  readEffectId: EffectId | null;
  cardEffectId: EffectId | null;
  cardOutdated: boolean;
  /** Whether it stands in its service's waiting line; an index. */
  isInLine: boolean;
  /** By which key the deadlines know it: of its earliest one, or before; an index. */
  dueKey: number;
}

/**
 * The life of an offer: (confirming ->) (held ->) ringing -> checking (ring time over, the call is
 * read) -> recalling -> ended; it can end from each of them, and an acceptance wins over a recall
 * under way. `confirming`: nothing rings yet, the agent's presence is being read.
 */
export type OfferPhase = 'confirming' | 'held' | 'ringing' | 'checking' | 'recalling';

export interface OfferState {
  readonly id: OfferId;
  readonly taskId: TaskId;
  readonly agentId: PersonId;
  readonly offeredAt: number;
  /** Rung beside others: a miss is nobody's (NIMx-01). */
  readonly isBroadcast: boolean;
  phase: OfferPhase;
  /** Ring time, check or confirmation of the recall, whichever phase it is in. */
  dueAt: number;
  /** Null until the platform took the invitation. */
  participantId: string | null;
  placed: boolean;
  recallCause: RecallCause | null;
  /** The call of higher priority for which the agent is taken back. */
  recalledFor: TaskId | null;
  /** The effect that reads or invites the agent; the platform's later news name it. */
  effectId: EffectId | null;
  /** A gap fell into the ring time: whatever comes, it is not the agent's miss. */
  excused: boolean;
}
