/** What became of agents: duty, breaks, presence, after-call work. */
import type { PresenceReading, PresenceSource } from '../../presence/reading.ts';
import type { PersonId, TaskId } from '../../ids.ts';
import type { NextState } from '../agentState.ts';
import type { At } from './at.ts';

export interface DutyChanged extends At {
  readonly type: 'DutyChanged';
  readonly agentId: PersonId;
  readonly onDuty: boolean;
  readonly by: PersonId | null;
  /** Why, as reports count it: see `DUTY_REASONS`. */
  readonly reasonCode: number;
}

/** Numbered reasons of a change of duty; breaks have the configuration's own from 100 on. */
export const DUTY_REASONS = {
  BY_THE_PERSON: 1,
  BY_A_SUPERVISOR: 2,
  MISSED_OFFERS: 3,
  CHOSEN_FOR_AFTER_THE_CALL: 4,
} as const;

export interface BreakStarted extends At {
  readonly type: 'BreakStarted';
  readonly agentId: PersonId;
  readonly reasonCode: number;
  /** When it ends by itself; null leaves it to the person. */
  readonly untilAt: number | null;
}

export interface BreakEnded extends At {
  readonly type: 'BreakEnded';
  readonly agentId: PersonId;
}

export interface NextStateSet extends At {
  readonly type: 'NextStateSet';
  readonly agentId: PersonId;
  readonly next: NextState | null;
}

export interface ProfilesChanged extends At {
  readonly type: 'ProfilesChanged';
  readonly agentId: PersonId;
  readonly profiles: readonly string[];
  readonly by: PersonId;
}

export interface PresenceChanged extends At, PresenceReading {
  readonly type: 'PresenceChanged';
  readonly source: PresenceSource;
  /** When it was asked for, where it was: it is at least as new. */
  readonly askedAt?: number;
}

export interface AfterCallWorkStarted extends At {
  readonly type: 'AfterCallWorkStarted';
  readonly agentId: PersonId;
  readonly taskId: TaskId;
  readonly untilAt: number;
  /** What one press adds; 0 where it cannot be extended. */
  readonly extensionMs: number;
  /** Extensions never reach beyond. */
  readonly maximumAt: number;
}

export interface AfterCallWorkExtended extends At {
  readonly type: 'AfterCallWorkExtended';
  readonly agentId: PersonId;
  readonly untilAt: number;
}

/** The agent is free again, and idle from now. */
export interface AfterCallWorkEnded extends At {
  readonly type: 'AfterCallWorkEnded';
  readonly agentId: PersonId;
}

/**
 * The agent is in a call of ours without an offer: as its caller, or as whom a queue's action sends
 * it to.
 */
export interface OtherCallBegan extends At {
  readonly type: 'OtherCallBegan';
  readonly agentId: PersonId;
  readonly taskId: TaskId;
  readonly as: 'caller' | 'sent-to';
}

/** It goes on without us: at the latest then presence is believed again. */
export interface OtherCallOutOfSight extends At {
  readonly type: 'OtherCallOutOfSight';
  readonly agentId: PersonId;
  readonly untilAt: number;
}

export interface OtherCallEnded extends At {
  readonly type: 'OtherCallEnded';
  readonly agentId: PersonId;
}

export interface PauseEnded extends At {
  readonly type: 'PauseEnded';
  readonly agentId: PersonId;
}

/** The counters of the day begin anew. */
export interface CountersReset extends At {
  readonly type: 'CountersReset';
}
