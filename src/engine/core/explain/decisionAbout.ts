/** What one decision made of one agent: rung, behind others, not chosen, or not considered. */
import type { Candidate, DecisionRecord } from './decision.ts';
import { type Comparison, decidedBy } from './inOrder.ts';
import type { Reason } from './reasons.ts';
import type { DecisionId, PersonId } from '../ids.ts';

export type DecisionAbout = {
  readonly decisionId: DecisionId;
  readonly at: number;
  readonly order: DecisionRecord['order'];
} & (
  | { readonly was: 'rung'; readonly place: number; readonly value: number }
  | {
      readonly was: 'behind';
      readonly place: number;
      readonly value: number;
      /** Of whom was rung last. */
      readonly neededValue: number;
      /** The first comparison with whom was rung last in which the two differ. */
      readonly comparison: Comparison;
    }
  | { readonly was: 'not-chosen'; readonly reason: Reason }
  /** The agent was not responsible for the service then. */
  | { readonly was: 'not-considered' }
);

/** What the decision made of the agent. */
export function decisionAbout(record: DecisionRecord, agentId: PersonId): DecisionAbout {
  const { decisionId, at, order, candidates, notChosen, offered } = record;
  const decision = { decisionId, at, order };
  const index = candidates.findIndex((candidate) => candidate.agentId === agentId);
  const candidate: Candidate | undefined = candidates[index];
  if (candidate === undefined) {
    const lost = notChosen.find((one) => one.agentId === agentId);
    if (lost === undefined) return { ...decision, was: 'not-considered' };
    return { ...decision, was: 'not-chosen', reason: lost.reason };
  }
  const { value } = candidate;
  const place = index + 1;
  if (place <= offered) return { ...decision, was: 'rung', place, value };
  const lastRung = candidates[offered - 1] ?? candidate;
  const comparison = decidedBy(lastRung, candidate);
  return { ...decision, was: 'behind', place, value, neededValue: lastRung.value, comparison };
}
