/**
 * The record of one decision: who was considered in which order, and why each other agent was not.
 * The fact carries the compact summary; its digest proves that a record recomputed later is the
 * same.
 */
import type { DecisionId, PersonId, ServiceId, TaskId } from '../tenant/ids.ts';
import { digestOfText } from './digest.ts';
import type { Reason, ReasonCode } from './reasons.ts';

/** An agent who could be offered the call, with the values that the order compares. */
export interface Candidate {
  readonly agentId: PersonId;
  /** Offers of this very call the agent has had already; those with fewer come first. */
  readonly offersOfThisTask: number;
  readonly idleSinceAt: number;
  /** Hash of seed, task and agent: decides only between equal others. */
  readonly tieBreak: number;
  readonly presence: SeenPresence;
}

/** The presence that was relied on, as it was seen. */
export interface SeenPresence {
  readonly availability: string;
  readonly activity: string;
  readonly ageMs: number;
  readonly source: string;
}

export interface NotChosen {
  readonly agentId: PersonId;
  readonly reason: Reason;
  readonly presence: SeenPresence | null;
}

export interface DecisionRecord {
  readonly decisionId: DecisionId;
  readonly at: number;
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  readonly order: 'longest-idle';
  /** The highest rule flag in force, see `tenant/flags.ts`. */
  readonly ruleVersion: number;
  /** Winner first. Empty when nobody could be offered the call. */
  readonly candidates: readonly Candidate[];
  readonly notChosen: readonly NotChosen[];
}

/** What the fact keeps of a decision. */
export interface DecisionSummary {
  readonly decisionId: DecisionId;
  readonly ruleVersion: number;
  readonly winnerId: PersonId | null;
  readonly winnerIdleSinceAt: number | null;
  readonly candidates: number;
  readonly notChosen: Readonly<Partial<Record<ReasonCode, number>>>;
  readonly digest: string;
}

/** How many agents each kind of reason held for. */
export function countedReasons({ notChosen }: DecisionRecord): DecisionSummary['notChosen'] {
  const counts: Partial<Record<ReasonCode, number>> = {};
  for (const { reason } of notChosen) counts[reason.code] = (counts[reason.code] ?? 0) + 1;
  return counts;
}

/** The compact form of a record; equal records give equal digests. */
export function summarise(record: DecisionRecord): DecisionSummary {
  const [winner] = record.candidates;
  return {
    decisionId: record.decisionId,
    ruleVersion: record.ruleVersion,
    winnerId: winner?.agentId ?? null,
    winnerIdleSinceAt: winner?.idleSinceAt ?? null,
    candidates: record.candidates.length,
    notChosen: countedReasons(record),
    // A record is written by `evaluate` alone, so its keys always stand in the same order.
    digest: digestOfText(JSON.stringify(record)),
  };
}
