/** What the read tables know of one call, and the decision that brought it where it is. */
import type { EndReason, OfferOutcome, PersonId, Seen, TaskId } from '@rufwerk/engine/core';
import type { CallRow, DecisionRow, OfferRow, ReadTables } from '@rufwerk/engine/ports';

export interface CallStory {
  readonly call: CallRow;
  /** The offer that stands now. */
  readonly ringing: OfferRow | null;
  /** Offers that came to nothing, newest first. */
  readonly inVain: readonly OfferInVain[];
  /** Null only while the call is too new for one. */
  readonly decision: DecisionRow | null;
  /** How long Teams was asked again before the agent was rung; null where it was not. */
  readonly confirmedInMs: number | null;
}

export interface OfferInVain {
  readonly agentId: PersonId;
  readonly outcome: OfferOutcome;
}

/**
 * Where a call is.
 *
 *   waiting <--> ringing --> talking --> ended
 *      |                                  ^
 *      +--------> handed-over ------------+      (it can end from everywhere)
 */
export type CallState =
  | { readonly kind: 'waiting'; readonly sinceAt: number }
  | { readonly kind: 'ringing'; readonly sinceAt: number; readonly agentId: PersonId }
  | { readonly kind: 'talking'; readonly sinceAt: number; readonly agentId: PersonId }
  | { readonly kind: 'handed-over'; readonly agentId: PersonId }
  | {
      readonly kind: 'ended';
      readonly endedAt: number;
      readonly reason: EndReason | null;
      readonly seen: Seen | null;
      /** Who talked with the caller; a hand-over alone is no talk. */
      readonly agentId: PersonId | null;
    };

/** Null when the tables know no such call. */
export async function readStory(tables: StoryTables, taskId: TaskId): Promise<CallStory | null> {
  const call = await tables.findCall(taskId);
  if (call === null) return null;
  const offers = await tables.listOffers(taskId);
  const decision = await decisionBehind(tables, call, offers);
  const offer = offers.find(({ decisionId }) => decisionId === decision?.decisionId);
  return {
    call,
    ringing: offers.findLast(({ endedAt }) => endedAt === null) ?? null,
    inVain: offers.flatMap(inVain).reverse(),
    decision,
    confirmedInMs: offer?.confirmedInMs ?? null,
  };
}

export type StoryTables = Pick<
  ReadTables,
  'findCall' | 'listOffers' | 'listDecisions' | 'findDecision'
>;

/** For a call that reached someone, how it got there; otherwise the newest decision counts. */
async function decisionBehind(
  tables: StoryTables,
  call: CallRow,
  offers: readonly OfferRow[],
): Promise<DecisionRow | null> {
  const reached = offers.findLast(({ agentId }) => agentId === call.agentId);
  if (reached !== undefined) return tables.findDecision(reached.decisionId);
  const { items } = await tables.listDecisions({ taskId: call.taskId, limit: 1 });
  return items[0] ?? null;
}

/** The tables keep the core's own codes as text; this is where they become codes again. */
function inVain({ agentId, outcome: text }: OfferRow): readonly OfferInVain[] {
  const outcome = text as OfferOutcome | null;
  return outcome === null || outcome === 'accepted' || outcome === 'handed-over'
    ? []
    : [{ agentId, outcome }];
}

export function stateOf({ call, ringing }: CallStory): CallState {
  const { agentId } = call;
  if (call.endedAt !== null) {
    return {
      kind: 'ended',
      endedAt: call.endedAt,
      reason: call.endReason as EndReason | null,
      seen: call.endSeen as Seen | null,
      agentId: call.connectedAt === null ? null : agentId,
    };
  }
  if (agentId !== null) {
    return call.connectedAt === null
      ? { kind: 'handed-over', agentId }
      : { kind: 'talking', sinceAt: call.connectedAt, agentId };
  }
  return ringing === null
    ? { kind: 'waiting', sinceAt: call.queuedAt }
    : { kind: 'ringing', sinceAt: ringing.offeredAt, agentId: ringing.agentId };
}
