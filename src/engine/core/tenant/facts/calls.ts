/** The life of calls beside their offers. */
import type { PersonId, TaskId } from '../../ids.ts';
import type { At } from './at.ts';

/** The caller hears us from now on. */
export interface CallAnswered extends At {
  readonly type: 'CallAnswered';
  readonly taskId: TaskId;
}

/**
 * Under redirect nobody could be offered the call: it is answered and waits like under conference.
 */
export interface DeliveryFellBack extends At {
  readonly type: 'DeliveryFellBack';
  readonly taskId: TaskId;
}

/** How an end or a connection is known (design.md, "Distribution"). */
export type Seen = 'reported' | 'read' | 'inferred';

export interface CallConnected extends At {
  readonly type: 'CallConnected';
  readonly taskId: TaskId;
  readonly agentId: PersonId;
  readonly seen: Seen;
}

/** Under redirect: the call was handed over, and nothing more will be told about it. */
export interface CallHandedOver extends At {
  readonly type: 'CallHandedOver';
  readonly taskId: TaskId;
  readonly agentId: PersonId;
  readonly inferUntilAt: number;
}

export type EndReason =
  | 'caller-hung-up'
  | 'agent-hung-up'
  | 'not-answered-by-us'
  | 'no-answer-after-hand-over'
  | 'presence-left-the-call'
  | 'call-gone'
  | 'maximum-reached'
  | 'service-removed'
  | 'sent-on'
  | 'announced'
  | 'caller-not-reached'
  | 'called-again';

export interface CallEnded extends At {
  readonly type: 'CallEnded';
  readonly taskId: TaskId;
  readonly reason: EndReason;
  readonly seen: Seen;
  readonly agentId: PersonId | null;
}

/** When the task's call is next read, and next kept alive. */
export interface CallCheckScheduled extends At {
  readonly type: 'CallCheckScheduled';
  readonly taskId: TaskId;
  readonly checkAt: number;
}

export interface KeepAliveScheduled extends At {
  readonly type: 'KeepAliveScheduled';
  readonly taskId: TaskId;
  readonly keepAliveAt: number;
}

/** The card of a task no longer shows what is true, and is sent again once the open one is out. */
export interface CardOutdated extends At {
  readonly type: 'CardOutdated';
  readonly taskId: TaskId;
}

/** A call that is over and whose card nobody is shown any more. */
export interface TaskForgotten extends At {
  readonly type: 'TaskForgotten';
  readonly taskId: TaskId;
}
