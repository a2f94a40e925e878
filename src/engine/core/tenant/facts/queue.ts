/** Places, waits, leaving the queue and call-backs. */
import type { QueueAction } from '../../config/queue.ts';
import type { TaskDeadline } from '../deadlines.ts';
import type { PersonId, PlatformCallId, ServiceId, TaskId } from '../../ids.ts';
import type { At } from './at.ts';

export interface CallQueued extends At {
  readonly type: 'CallQueued';
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  readonly platformCallId: PlatformCallId;
  readonly callerId: PersonId;
  readonly isAnonymous?: true;
  readonly delivery: 'conference' | 'redirect';
  /** 1 to 5, 1 first. */
  readonly priority: number;
  /** The place in the queue: the instant it was queued, plus the ageing time per priority step. */
  readonly rankAt: number;
  /** Who is rung before all others, and until when. */
  readonly first: {
    readonly agentIds: readonly PersonId[];
    readonly cause: 'preferred' | 'last-agent';
    readonly untilAt: number;
  } | null;
}

/** A deadline of the wait: see the fields of the same names in `TaskState`. */
export interface WaitScheduled extends At {
  readonly type: 'WaitScheduled';
  readonly taskId: TaskId;
  readonly due:
    | { readonly kind: 'maximum-wait' | 'level' | 'comfort'; readonly at: number }
    | { readonly kind: 'nobody'; readonly at: number; readonly sinceAt: number | null };
}

/** A deadline of the task has come and nothing follows it. */
export interface WaitOver extends At {
  readonly type: 'WaitOver';
  readonly taskId: TaskId;
  readonly kind: TaskDeadline;
}

/** Further people qualify from now on, because the call has waited so long (NIMx-04). */
export interface LevelReached extends At {
  readonly type: 'LevelReached';
  readonly taskId: TaskId;
  readonly level: number;
}

/** Others than the preferred may be rung from now on. */
export interface PreferenceEnded extends At {
  readonly type: 'PreferenceEnded';
  readonly taskId: TaskId;
}

export type LeaveCause = 'full' | 'too-long' | 'nobody' | 'closed' | 'emergency';

/** The call stays ours but waits in another service; its place in time stays. */
export interface CallMoved extends At {
  readonly type: 'CallMoved';
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  readonly priority: number;
  readonly rankAt: number;
  readonly cause: LeaveCause | 'by-hand';
  readonly by: PersonId | null;
  /** Who is rung first there, and until when; absent where nobody is. */
  readonly first?: NonNullable<CallQueued['first']>;
}

/** The call waits no longer; `action` is under way, and is tried until `actUntilAt`. */
export interface CallLeftQueue extends At {
  readonly type: 'CallLeftQueue';
  readonly taskId: TaskId;
  readonly cause: LeaveCause;
  readonly action: QueueAction;
  readonly actUntilAt: number;
}

/** The action is under way; another one than first decided where that one failed. */
export interface QueueActionBegan extends At {
  readonly type: 'QueueActionBegan';
  readonly taskId: TaskId;
  readonly action: QueueAction;
  readonly actUntilAt: number;
}

/** The platform took the invitation of whom the action names; `participantId` takes it back. */
export interface TargetInvited extends At {
  readonly type: 'TargetInvited';
  readonly taskId: TaskId;
  readonly participantId: string | null;
}

/** Whom the action named is in the call; nothing of ours is left to do but to see its end. */
export interface CallSentOn extends At {
  readonly type: 'CallSentOn';
  readonly taskId: TaskId;
}

/** The caller pressed the key: once they have heard the confirmation the call ends. */
export interface CallBackAsked extends At {
  readonly type: 'CallBackAsked';
  readonly taskId: TaskId;
  readonly actUntilAt: number;
}

/** The caller has hung up as agreed; from now on the task has no call until its turn comes. */
export interface CallBackBegan extends At {
  readonly type: 'CallBackBegan';
  readonly taskId: TaskId;
}

/**
 * The caller waits for the service by a call of their own: that has the place of the call-back, if
 * it is the earlier one, and the call-back ends next.
 */
export interface CallBackTakenOver extends At {
  readonly type: 'CallBackTakenOver';
  readonly taskId: TaskId;
  readonly callBackId: TaskId;
  /** What the place and the levels of the call count from. */
  readonly queuedAt: number;
  readonly priority: number;
  readonly rankAt: number;
}

/** The pause after an attempt is over. */
export interface CallBackDue extends At {
  readonly type: 'CallBackDue';
  readonly taskId: TaskId;
}

export interface CallerDialled extends At {
  readonly type: 'CallerDialled';
  readonly taskId: TaskId;
  readonly platformCallId: PlatformCallId;
}

/** The caller did not take the call; tried again at `retryAt`. */
export interface CallBackMissed extends At {
  readonly type: 'CallBackMissed';
  readonly taskId: TaskId;
  readonly attempts: number;
  readonly retryAt: number;
}
