/**
 * One decision over the dense columns: who of the service's people is a candidate, who comes first,
 * how many lost for which reason, and the digest of all of it. `evaluate.ts` says the same in
 * objects and sentences, from the same rules; that both agree is tested in every simulated world.
 */
import { DecisionDigest } from '../explain/decisionDigest.ts';
import { ORDINAL_OF_REASON, REASON_CODES, type ReasonCode } from '../explain/reasons.ts';
import { categoryOfClass, PRESENCE_CLASSES } from '../presence/presenceClass.ts';
import type { Category } from '../presence/values.ts';
import type { PersonId } from '../tenant/ids.ts';
import { LEVEL } from '../tenant/indexes/lineup.ts';
import { STANDING } from '../tenant/indexes/standings.ts';
import type { AgentState, ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import { mixed, orderValue } from './orderValue.ts';

const SWITCHED_OFF = ORDINAL_OF_REASON['service-switched-off'];
const PROFILE = ORDINAL_OF_REASON['profile-without-skill'];
const LEVEL_LATER = ORDINAL_OF_REASON['level-not-reached'];
const OTHERS_FIRST = ORDINAL_OF_REASON['others-first'];
const CALLER = ORDINAL_OF_REASON['is-the-caller'];
const TOO_OLD = ORDINAL_OF_REASON['presence-too-old'];
const NOT_DISTRIBUTED = ORDINAL_OF_REASON['not-distributed'];
const NOT_KNOWN = ORDINAL_OF_REASON['presence-not-known'];

/** Somebody who can be rung, with what the orders compare. */
export interface Ranked {
  readonly agent: AgentState;
  readonly offers: number;
  readonly value: number;
  readonly idleSinceAt: number;
}

/** The result of the last scan; it is overwritten by the next one. */
export class Scan {
  /** The first candidates in order, as many as were asked for. */
  readonly winners: Ranked[] = [];
  candidates = 0;
  /** How many lost for each reason, by its ordinal. */
  readonly counts = new Int32Array(REASON_CODES.length + 1);
  /** Presence classes of those whom the rule does not distribute. */
  readonly notDistributed = new Int32Array(PRESENCE_CLASSES);
  readonly digest = new DecisionDigest();

  reset(): void {
    this.winners.length = 0;
    this.candidates = 0;
    if (this.counts[NOT_DISTRIBUTED] !== 0) this.notDistributed.fill(0);
    this.counts.fill(0);
    this.digest.reset();
  }

  countedReasons(): Partial<Record<ReasonCode, number>> {
    const counted: Partial<Record<ReasonCode, number>> = {};
    for (let index = 0; index < REASON_CODES.length; index += 1) {
      const count = this.counts[index + 1] ?? 0;
      const code = REASON_CODES[index];
      if (count > 0 && code !== undefined) counted[code] = count;
    }
    return counted;
  }
}

/** "4 Busy, 1 Away": what Teams shows for those whom the rule does not distribute. */
export function countedCategories(result: Scan): Partial<Record<Category, number>> {
  const counted: Partial<Record<Category, number>> = {};
  if (result.counts[NOT_DISTRIBUTED] === 0) return counted;
  result.notDistributed.forEach((count, presenceClass) => {
    const category = count === 0 ? null : categoryOfClass(presenceClass);
    if (category !== null) counted[category] = (counted[category] ?? 0) + count;
  });
  return counted;
}

const theScan = new Scan();

/** Seed and task in one number, from which lots and tie-breaks are drawn. */
export function lotOf(state: Readonly<TenantState>, task: Readonly<TaskState>): number {
  return mixed(state.seed, task.number);
}

/** Decides between agents whom everything else leaves equal. */
export function tieBreak(lot: number, agentHash: number): number {
  return mixed(lot ^ 0x5f356495, agentHash);
}

/** Considers everybody of the service for the task; `wanted` of the first candidates are kept. */
export function scan(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
  wanted: number,
): Scan {
  const { standings } = state;
  const { lineup, settings } = service;
  const { members } = lineup;
  const { order } = settings;
  const lot = lotOf(state, task);
  theScan.reset();
  for (let place = 0; place < members.length; place += 1) {
    const row = members[place] ?? 0;
    const confirmedAt = standings.confirmedAt(row);
    const ordinal = reasonOrdinal(state, service, task, at, place, row, confirmedAt);
    const hash = standings.hash[row] ?? 0;
    if (ordinal !== 0) {
      theScan.counts[ordinal] = (theScan.counts[ordinal] ?? 0) + 1;
      theScan.digest.add(hash, ordinal, 0, confirmedAt);
      if (ordinal === NOT_DISTRIBUTED) {
        const presenceClass = standings.presenceClass[row] ?? 0;
        theScan.notDistributed[presenceClass] = (theScan.notDistributed[presenceClass] ?? 0) + 1;
      }
      continue;
    }
    const value = orderValue(order, standings, lineup, row, place, at, lot);
    theScan.candidates += 1;
    theScan.digest.add(hash, 0, value, confirmedAt);
    rank(state, task, row, value, lot, wanted);
  }
  return theScan;
}

/** The ordinal of the first reason against the agent; 0 when there is none. */
export function reasonOrdinal(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState> | null,
  at: number,
  place: number,
  row: number,
  confirmedAt: number,
): number {
  const standing = state.standings.standing[row] ?? STANDING.OFF_DUTY;
  if (standing !== STANDING.FREE) return standing;
  return serviceOrdinal(state, service, task, at, place, row, confirmedAt);
}

/** The same without the agent's own state: responsibility, then presence. */
export function serviceOrdinal(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState> | null,
  at: number,
  place: number,
  row: number,
  confirmedAt: number,
): number {
  const { standings } = state;
  const { lineup } = service;
  const level = lineup.level[place] ?? 0;
  if (level !== 0) {
    if (level === LEVEL.SWITCHED_OFF) return SWITCHED_OFF;
    if (level === LEVEL.PROFILE_WITHOUT_SKILL) return PROFILE;
    if (task !== null && level > task.level) return LEVEL_LATER;
  }
  if (task !== null) {
    const id = standings.agents[row]?.id;
    if (task.first !== null && !isFirst(task.first.agentIds, id)) return OTHERS_FIRST;
    if (id === task.callerId) return CALLER;
  }
  const presenceClass = standings.presenceClass[row] ?? 0;
  const ordinal = lineup.presenceReasons[presenceClass] ?? NOT_KNOWN;
  if (ordinal === NOT_KNOWN) return ordinal;
  return at - confirmedAt > lineup.presenceLimitMs ? TOO_OLD : ordinal;
}

function isFirst(agentIds: readonly PersonId[], id: PersonId | undefined): boolean {
  return id !== undefined && agentIds.includes(id);
}

/** Puts the agent among the winners, if there is room or someone comes later in the order. */
function rank(
  state: Readonly<TenantState>,
  task: Readonly<TaskState>,
  row: number,
  value: number,
  lot: number,
  wanted: number,
): void {
  const { winners } = theScan;
  const { standings } = state;
  const last = winners[winners.length - 1];
  const isFull = winners.length === wanted;
  // Most agents lose here, before anything is looked up or built.
  if (isFull && last !== undefined && task.offersByAgent === null && value > last.value) return;
  const agent = standings.agents[row];
  if (agent == null) throw new Error(`Row ${row} of the standings is in a lineup but vacant.`);
  const offers = task.offersByAgent?.get(agent.id) ?? 0;
  const ranked: Ranked = { agent, offers, value, idleSinceAt: standings.idleSinceAt[row] ?? 0 };
  let index = winners.length;
  while (index > 0) {
    const before = winners[index - 1];
    if (before === undefined || compare(ranked, before, standings.hash, lot) > 0) break;
    index -= 1;
  }
  if (index === wanted) return;
  winners.splice(index, 0, ranked);
  if (winners.length > wanted) winners.pop();
}

/** The order after its value: idle time, the lot, the id. Never 0 for two agents. */
function compare(left: Ranked, right: Ranked, hash: Uint32Array, lot: number): number {
  return (
    left.offers - right.offers ||
    left.value - right.value ||
    left.idleSinceAt - right.idleSinceAt ||
    tieBreak(lot, hash[left.agent.index] ?? 0) - tieBreak(lot, hash[right.agent.index] ?? 0) ||
    (left.agent.id < right.agent.id ? -1 : 1)
  );
}
