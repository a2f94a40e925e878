/** What the engine knows of one agent. Only `evolve` changes it. */
import type { AgentSettings } from '../config/people.ts';
import type { PauseCause } from '../explain/reasons.ts';
import type { Fidelity, PresenceSource } from '../presence/reading.ts';
import type { BlockId, EmergencyId, OfferId, PersonId, ServiceId, TaskId } from '../ids.ts';
import type { ServiceState } from './serviceState.ts';

/** What one source last told about a person. */
export interface Evidence {
  source: PresenceSource;
  fidelity: Fidelity;
  availability: string;
  activity: string;
  outOfOffice: boolean;
  sequenceNumber: string | null;
  /** When this value was first seen. */
  changedAt: number;
  /** Known to have been so at this instant at least; its block may have been confirmed since. */
  confirmedAt: number;
}

/** A time without offers after one that was not accepted. */
export interface Pause {
  readonly cause: PauseCause;
  readonly sinceAt: number;
  readonly untilAt: number;
}

/** What an agent chose to follow the call and its after-call work. */
export type NextState =
  { readonly kind: 'off-duty' } | { readonly kind: 'break'; readonly reasonCode: number };

export interface AgentState {
  readonly id: PersonId;
  /** The agent's row in the standings. */
  index: number;
  /** False for someone who no longer serves any service but is still in a call. */
  serves: boolean;
  onDuty: boolean;
  dutySinceAt: number;
  /** Why duty changed then, one of `DUTY_REASONS`; null while it never has. */
  dutyReasonCode: number | null;
  break: BreakState | null;
  /** What shall follow the call and its after-call work. */
  next: NextState | null;
  /** Responsibility profiles in force; none means all skills. */
  profiles: readonly string[];
  evidence: Evidence | null;
  blockId: BlockId | null;
  /** We show something in Teams: a confirmed block says nothing about this person. */
  isMasked: boolean;
  /**
   * What we showed has just ended and nothing else has been seen since: what looks like our echo
   * may be a call of the person's own, so presence counts as not known.
   */
  isInDoubt: boolean;
  /** The live offer: held, ringing, or being recalled. At most one (DEC-4). */
  offerId: OfferId | null;
  /** The call of ours the agent talks in, or is believed to. */
  taskId: TaskId | null;
  connectedAt: number | null;
  /** The service of the last conversation: its call may be forgotten before its work is done. */
  lastServiceId: ServiceId | null;
  /** A call of ours the agent is in without an offer. */
  otherCall: OtherCallState | null;
  afterCallWork: AfterCallWorkState | null;
  pause: Pause | null;
  /** Kept when they end the duty, and gone with the next one. */
  missesInARow: number;
  /** The emergency that protects the agent: no offer while it lasts. */
  emergencyId: EmergencyId | null;
  /** Since when free of our calls; the longest idle is rung first. */
  idleSinceAt: number;
  /**
   * Counters of the day; `busyMs` is talk and after-call work, `dutyMs` leaves out the time now.
   */
  callsToday: number;
  talkMsToday: number;
  busyMsToday: number;
  dutyMsToday: number;
  /** The person's entry in the configuration; an index. */
  settings: AgentSettings | null;
  /** The services the person is responsible for, switched off or not; an index. */
  services: readonly ServiceState[];
}

/** See `distribution/otherCalls.ts`. */
export interface OtherCallState {
  readonly taskId: TaskId;
  readonly as: 'caller' | 'sent-to';
  readonly sinceAt: number;
  /** Set once the call goes on without us: until then we go by what we knew. */
  readonly untilAt: number | null;
}

export interface BreakState {
  readonly reasonCode: number;
  readonly sinceAt: number;
  readonly untilAt: number | null;
}

export interface AfterCallWorkState {
  /** For which service; null when its call is not known any more. */
  readonly serviceId: ServiceId | null;
  readonly sinceAt: number;
  readonly untilAt: number;
  readonly extensionMs: number;
  readonly maximumAt: number;
}
