/**
 * Looks at every step of a world: the invariants over the whole state, and what each fact says
 * beside a second state that is folded from the facts alone.
 */
import {
  checkAll,
  type DecisionRecord,
  emptyState,
  evolve,
  type Fact,
  type FactOf,
  type Input,
  nextDeadlineAt,
  type TaskState,
  type TenantState,
  writeSnapshot,
} from '@rufwerk/engine/core';
import { firstReason } from '../../../src/engine/core/distribution/eligibility.ts';
import { isServed } from '../../../src/engine/core/distribution/distribute.ts';
import { comesBefore } from '../../../src/engine/core/tenant/indexes/waitingLine.ts';
import { staleFact } from './staleFact.ts';

/** What does not hold any more; the world ends here. */
export class Broken extends Error {}

/** The states are compared in full every so many steps: they are long to write down. */
const COMPARE_EVERY = 16;

export class Watch {
  readonly #folded = emptyState();
  readonly #servedBy = new Map<string, string>();
  #steps = 0;

  step(
    state: Readonly<TenantState>,
    input: Input,
    facts: readonly Fact[],
    records: readonly DecisionRecord[],
  ): void {
    const wrong = [
      ...facts.flatMap((fact, index) => this.#fact(fact, facts.slice(index + 1))),
      ...facts.flatMap((fact) => wrongDecision(fact, facts, records)),
      ...checkAll(state).map(({ invariant, detail }) => `${invariant}: ${detail}`),
      ...overdue(state, input),
    ];
    if (wrong.length > 0) throw new Broken(wrong.join('\n'));
    this.#steps += 1;
    if (this.#steps % COMPARE_EVERY === 0) this.compare(state);
  }

  /** The facts alone give the same state. */
  compare(state: Readonly<TenantState>): void {
    if (writeSnapshot(this.#folded) !== writeSnapshot(state)) {
      throw new Broken('the facts fold to another state');
    }
  }

  /** What is wrong with a fact, seen from the state before it; then it is folded. */
  #fact(fact: Fact, after: readonly Fact[]): string[] {
    const wrong = [
      ...staleFact(this.#folded, fact),
      ...(fact.type === 'CallOffered' ? wrongOffer(this.#folded, fact) : []),
      ...(fact.type === 'CallConnected' ? this.#wrongService(fact) : []),
      ...(fact.type === 'CallEnded' ? skippedWork(this.#folded, fact, after) : []),
      ...(fact.type === 'InvariantBreached' ? [`breached ${fact.invariant}: ${fact.detail}`] : []),
    ];
    evolve(this.#folded, fact);
    return wrong;
  }

  /** A call is served by one agent; presence may show later that it was. */
  #wrongService({ taskId, agentId, seen }: FactOf<'CallConnected'>): string[] {
    const before = this.#servedBy.get(taskId);
    this.#servedBy.set(taskId, agentId);
    const isTwice = before !== undefined && seen !== 'inferred';
    return isTwice ? [`served-once: ${taskId} by ${before}, then by ${agentId}`] : [];
  }
}

/**
 * The agent may be rung at that moment, asked of objects and not of columns; and there is no other
 * call with an earlier place that the agent could have been offered (NIMx-06).
 */
function wrongOffer(before: TenantState, fact: FactOf<'CallOffered'>): string[] {
  const task = before.tasks.get(fact.taskId);
  const agent = before.agents.get(fact.agentId);
  if (task === undefined || agent === undefined) return [`${fact.offerId} of nothing`];
  const couldTake = (other: TaskState): boolean => {
    const service = before.services.get(other.serviceId);
    if (service === undefined || !agent.services.includes(service)) return false;
    return isServed(service, other) && firstReason(before, agent, service, other, fact.at) === null;
  };
  const isLater = fact.isBroadcast && !couldTake(task) ? [] : [...before.tasks.values()];
  const overtaken = isLater.filter(
    (other) => other.isInLine && comesBefore(other, task) && couldTake(other),
  );
  return [
    ...(couldTake(task) ? [] : [`${fact.agentId} may not be offered ${fact.taskId}`]),
    ...overtaken.map(({ id }) => `${fact.taskId} overtakes ${id} at ${fact.agentId}`),
  ];
}

/** Whoever talked and still serves has the after-call work that the service asks for. */
function skippedWork(
  before: TenantState,
  { taskId, agentId }: FactOf<'CallEnded'>,
  after: readonly Fact[],
): string[] {
  const task = before.tasks.get(taskId);
  const settings = task && before.services.get(task.serviceId)?.settings;
  const agent = agentId === null ? undefined : before.agents.get(agentId);
  // A service that was removed during the talk takes its after-call work along.
  if (settings === undefined || settings.afterCallWork.mode === 'none') return [];
  if (agent?.serves !== true) return [];
  if (task === undefined || task.connectedAt === null) return [];
  const isStarted = after.some(
    (fact) => fact.type === 'AfterCallWorkStarted' && fact.agentId === agentId,
  );
  return isStarted ? [] : [`work-not-skipped: ${agentId} after ${taskId}`];
}

/** What was decided over columns is what the full record says in objects, winner by winner. */
function wrongDecision(
  fact: Fact,
  facts: readonly Fact[],
  records: readonly DecisionRecord[],
): string[] {
  if (fact.type !== 'CallOffered' && fact.type !== 'NobodyEligible') return [];
  const { decision } = fact;
  const record = records.find(({ number }) => number === decision.number);
  if (record === undefined) return [`no record of decision ${decision.number}`];
  const rung = facts.flatMap((other) =>
    other.type === 'CallOffered' && other.decision.number === decision.number
      ? [other.agentId]
      : [],
  );
  const counted: Record<string, number> = {};
  for (const { reason } of record.notChosen) {
    counted[reason.code] = (counted[reason.code] ?? 0) + 1;
  }
  const winners = record.candidates.slice(0, record.offered).map(({ agentId }) => agentId);
  const agrees =
    record.digest === decision.digest &&
    record.candidates.length === decision.candidates &&
    record.offered === decision.offered &&
    winners.join() === rung.join() &&
    (record.candidates[0]?.agentId ?? null) === decision.winnerId &&
    (record.candidates[0]?.value ?? null) === decision.winnerValue &&
    sorted(counted) === sorted(decision.notChosen);
  return agrees ? [] : [`decision ${decision.number} and its record differ`];
}

function sorted(counts: Readonly<Partial<Record<string, number>>>): string {
  return JSON.stringify(Object.entries(counts).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Once time was told, nothing that was due is left. */
function overdue(state: Readonly<TenantState>, input: Input): string[] {
  if (input.type !== 'TimeReached') return [];
  const nextAt = nextDeadlineAt(state) ?? Infinity;
  return nextAt > state.lastAt ? [] : [`overdue since ${nextAt}, and it is ${state.lastAt}`];
}
