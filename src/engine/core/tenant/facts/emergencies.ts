/**
 * Emergencies of agents: who was blocked, from when to when, and whether the contacts were told. No
 * number dialled, no location, no content (DEC-9).
 */
import type {
  CallbackRing,
  ContactChannel,
  EmergencySign,
  NoWayBecause,
} from '../emergencyState.ts';
import type {
  EmergencyId,
  PersonId,
  PlatformCallId,
  ResourceAccountId,
  TaskId,
} from '../../ids.ts';
import type { At } from './at.ts';

interface OfEmergency extends At {
  readonly emergencyId: EmergencyId;
  readonly agentId: PersonId;
}

/** An emergency began, or was dialled anew: the window runs from `dialledAt` (EMG-30). */
export interface EmergencyStarted extends OfEmergency {
  readonly type: 'EmergencyStarted';
  readonly sign: EmergencySign;
  readonly isDrill: boolean;
  readonly dialledAt: number;
  /** Until when Do not disturb is shown unless somebody says that the call goes on. */
  readonly shownUntilAt: number;
  readonly untilAt: number;
  readonly by: PersonId | null;
}

/** Somebody said that the call goes on. */
export interface EmergencyLeaseMoved extends OfEmergency {
  readonly type: 'EmergencyLeaseMoved';
  readonly shownUntilAt: number;
  readonly by: PersonId;
}

/**
 * The call is over, or (`unseen`) we no longer show Do not disturb and Teams' own presence tells.
 */
export interface EmergencyCallEnded extends OfEmergency {
  readonly type: 'EmergencyCallEnded';
  readonly cause: 'pressed' | 'event' | 'callback' | 'unseen' | 'presence' | 'not-known';
  /** When it ended, as the platform says, or was said to; news may be late. */
  readonly endedAt: number;
  readonly by: PersonId | null;
}

/** The platform's event of a call that was known from another sign. */
export interface EmergencyEventJoined extends OfEmergency {
  readonly type: 'EmergencyEventJoined';
  readonly dialledAt: number;
  /** Do not disturb is shown until then; absent where the call was over, and before rule flag 9. */
  readonly shownUntilAt?: number;
}

/** The platform told of an end before it told of the beginning: news come in any order. */
export interface EmergencyEndNoted extends At {
  readonly type: 'EmergencyEndNoted';
  readonly agentId: PersonId;
  readonly endedAt: number;
}

/** The agent is protected no longer. */
export interface EmergencyEnded extends OfEmergency {
  readonly type: 'EmergencyEnded';
  readonly cause: 'window-over' | 'ready';
  readonly by: PersonId | null;
}

/** When the emergency is next looked at. */
export interface EmergencyScheduled extends OfEmergency {
  readonly type: 'EmergencyScheduled';
  readonly dueAt: number | null;
}

/** The card on its way no longer shows what is true: another one follows it. */
export interface EmergencyCardOutdated extends OfEmergency {
  readonly type: 'EmergencyCardOutdated';
}

/** Somebody has to be told; `again`: of a number dialled anew. */
export interface ContactOwed extends OfEmergency {
  readonly type: 'ContactOwed';
  readonly contactId: PersonId;
  readonly channel: ContactChannel;
}

/** How telling a contact went; `retryAt` null: it is given up. */
export interface ContactTold extends OfEmergency {
  readonly type: 'ContactTold';
  readonly contactId: PersonId;
  readonly channel: ContactChannel;
  readonly result: 'sent' | 'failed' | 'does-not-apply';
  /** Why there is no such way; absent before rule flag 9, and for other results. */
  readonly because?: NoWayBecause;
  readonly retryAt: number | null;
}

/** A number of the pool is the agent's, until the window ends (DEC-7). */
export interface CallbackNumberTaken extends OfEmergency {
  readonly type: 'CallbackNumberTaken';
  readonly account: ResourceAccountId;
  readonly untilAt: number;
}

/** The agent needed a number of the pool, and none was free. */
export interface CallbackNumberRefused extends OfEmergency {
  readonly type: 'CallbackNumberRefused';
}

/** Somebody calls a number of the pool; who it is is nobody's business. */
export interface CallbackArrived extends At {
  readonly type: 'CallbackArrived';
  readonly taskId: TaskId;
  readonly platformCallId: PlatformCallId;
  readonly agentId: PersonId | null;
  /** Whose number it is or was last; absent before rule flag 9. */
  readonly holderId?: PersonId | null;
  readonly contactIds: readonly PersonId[];
  readonly contactsAt: number;
}

/** None of the contacts can be rung, so these people are rung too. */
export interface CallbackWidened extends At {
  readonly type: 'CallbackWidened';
  readonly taskId: TaskId;
  readonly personIds: readonly PersonId[];
}

/** The platform connected the caller with us. */
export interface CallbackAnswered extends At {
  readonly type: 'CallbackAnswered';
  readonly taskId: TaskId;
}

/** When the callback is next looked at, and what then. */
export interface CallbackScheduled extends At {
  readonly type: 'CallbackScheduled';
  readonly taskId: TaskId;
  readonly dueAt: number | null;
  readonly keepAliveAt: number | null;
  readonly checkAt: number;
  readonly contactsAt: number;
}

/** The presence of these people is read before they are rung. */
export interface CallbackRead extends At {
  readonly type: 'CallbackRead';
  readonly taskId: TaskId;
  readonly personIds: readonly PersonId[];
  readonly untilAt: number;
}

/** Somebody is rung, or is being let go (`stopping`). */
export interface CallbackRang extends At {
  readonly type: 'CallbackRang';
  readonly taskId: TaskId;
  readonly ring: Omit<CallbackRing, 'effectId'>;
}

/** Somebody is not rung for now; null: not again. */
export interface CallbackRingEnded extends At {
  readonly type: 'CallbackRingEnded';
  readonly taskId: TaskId;
  readonly personId: PersonId;
  readonly cause: 'no-answer' | 'refused' | 'do-not-disturb' | 'not-in-teams' | 'joined';
  readonly againAt: number | null;
}

/** Who of those rung talks now. */
export interface CallbackJoined extends At {
  readonly type: 'CallbackJoined';
  readonly taskId: TaskId;
  readonly personIds: readonly PersonId[];
}

export interface CallbackEnded extends At {
  readonly type: 'CallbackEnded';
  readonly taskId: TaskId;
}
