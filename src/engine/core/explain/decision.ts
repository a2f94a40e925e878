/**
 * The record of one decision: who was considered in which order, and why each other agent was not.
 * The fact carries the compact summary; the full record is computed again from the journal when
 * somebody asks, and its digest must match the summary's, so that an explanation cannot drift from
 * what happened.
 */
import type { Order } from '../config/offering.ts';
import type { Category } from '../presence/values.ts';
import type { DecisionId, PersonId, ServiceId, TaskId } from '../ids.ts';
import type { Reason, ReasonCode } from './reasons.ts';

/** An agent who could be offered the call, with the values that the order compares. */
export interface Candidate {
  readonly agentId: PersonId;
  /** Offers of this very call the agent has had already; those with fewer come first. */
  readonly offersOfThisTask: number;
  /** The presence is old, and the service prefers others then. */
  readonly isLate: boolean;
  /** What the order compares, in its own unit (see `orders.ts`); the smaller comes first. */
  readonly value: number;
  /** Compared next. */
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

/**
 * The smallest single change of an agent who was not rung that would have changed the result,
 * everything else as it was. The kinds are the comparisons of the order:
 * - `offers`: so many offers of this call fewer before.
 * - `presence`: not an old presence, where the service rings others first then.
 * - `value`: what the order compares, smaller by `by`; `to` is what it would have been then.
 * - `idle`: so much longer without a call.
 * - `lot`: nothing but the lot spoke against the agent.
 * And `reason`: had this reason not held.
 */
export type SmallestChange =
  | { readonly kind: 'offers'; readonly agentId: PersonId; readonly by: number }
  | { readonly kind: 'presence'; readonly agentId: PersonId; readonly ageMs: number }
  | {
      readonly kind: 'value';
      readonly agentId: PersonId;
      readonly by: number;
      readonly to: number;
    }
  | { readonly kind: 'idle'; readonly agentId: PersonId; readonly byMs: number }
  | { readonly kind: 'lot'; readonly agentId: PersonId }
  | { readonly kind: 'reason'; readonly agentId: PersonId; readonly reason: Reason };

export interface DecisionRecord {
  readonly number: number;
  readonly decisionId: DecisionId;
  readonly at: number;
  readonly taskId: TaskId;
  readonly serviceId: ServiceId;
  readonly order: Order;
  /** The highest rule flag in force, see `tenant/flags.ts`. */
  readonly ruleVersion: number;
  /** How many of the first candidates are rung: one, or a broadcast's number. */
  readonly offered: number;
  /** In the order; the winners first. Empty when nobody could be offered the call. */
  readonly candidates: readonly Candidate[];
  /** In the order of the service's people. */
  readonly notChosen: readonly NotChosen[];
  readonly change: SmallestChange | null;
  readonly digest: string;
}

/** What the fact keeps of a decision. */
export interface DecisionSummary {
  readonly number: number;
  readonly decisionId: DecisionId;
  readonly order: Order;
  readonly ruleVersion: number;
  readonly winnerId: PersonId | null;
  /** The winner's value, in the unit of the order. */
  readonly winnerValue: number | null;
  /** How many are rung by this decision. */
  readonly offered: number;
  readonly candidates: number;
  readonly notChosen: Readonly<Partial<Record<ReasonCode, number>>>;
  /** Of those under `not-distributed`, what Teams showed. */
  readonly notDistributed: Readonly<Partial<Record<Category, number>>>;
  readonly digest: string;
}
