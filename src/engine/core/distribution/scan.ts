/**
 * One decision over the dense columns: who of the service's people is a candidate, who comes first,
 * how many lost for which reason, and the digest of all of it. `evaluate.ts` says the same in
 * objects and sentences, from the same rules; that both agree is tested in every simulated world.
 */
import { DecisionDigest } from '../explain/decisionDigest.ts';
import { ORDINAL_OF_REASON, REASON_CODES, type ReasonCode } from '../explain/reasons.ts';
import { mixed } from '../explain/mixed.ts';
import { categoryOfClass, PRESENCE_CLASSES } from '../presence/presenceClass.ts';
import type { Category } from '../presence/values.ts';
import type { PersonId } from '../ids.ts';
import { LEVEL, type Lineup } from '../tenant/indexes/lineup.ts';
import { type Standings, STANDING } from '../tenant/indexes/standings.ts';
import type { ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import { orderValue } from './orderValue.ts';

const SWITCHED_OFF = ORDINAL_OF_REASON['service-switched-off'];
const NOT_YET_SWITCHED_ON = ORDINAL_OF_REASON['not-yet-switched-on'];
const PROFILE = ORDINAL_OF_REASON['profile-without-skill'];
const LEVEL_LATER = ORDINAL_OF_REASON['level-not-reached'];
const OTHERS_FIRST = ORDINAL_OF_REASON['others-first'];
const CALLER = ORDINAL_OF_REASON['is-the-caller'];
const NOT_DISTRIBUTED = ORDINAL_OF_REASON['not-distributed'];

/** At most so many are rung at once: the configuration's bound of a broadcast. */
const MOST_WINNERS = 25;

/** The result of the last scan; it is overwritten by the next one. */
export class Scan {
  /** Rows of the first candidates in order, as many as were asked for, and what was compared. */
  readonly rows = new Int32Array(MOST_WINNERS);
  readonly values = new Float64Array(MOST_WINNERS);
  /**
   * Twice the offers of this call they had; one more for an old presence, where others go first.
   */
  readonly offers = new Int32Array(MOST_WINNERS);
  winners = 0;
  /** How many there are for each reason, by its ordinal; those for 0 are the candidates. */
  readonly counts = new Int32Array(REASON_CODES.length + 1);
  /** Presence classes of those whom the rule does not distribute. */
  readonly notDistributed = new Int32Array(PRESENCE_CLASSES);
  readonly digest = new DecisionDigest();

  get candidates(): number {
    return this.counts[0] ?? 0;
  }

  reset(): void {
    this.winners = 0;
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
  theScan.reset();
  noteOffered(state, task);
  consider(state.standings, service, task, at, lotOf(state, task), wanted);
  return theScan;
}

/**
 * The one loop over everybody. What it asks of each agent stands in one cache line, and it calls
 * nothing but what is small, or rare.
 */
function consider(
  standings: Standings,
  { lineup, settings: { order } }: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
  lot: number,
  wanted: number,
): void {
  const { members, level, presenceLimitMs } = lineup;
  const { counts, digest } = theScan;
  const { callerHash, level: opened, first } = task;
  const oldComeLater = lineup.whenOlder === 'others-first';
  // A value beyond that of the last winner does not have to be ranked.
  let bound = Infinity;
  for (let place = 0; place < members.length; place += 1) {
    const row = members[place] ?? 0;
    const hash = standings.hash(row);
    const confirmedAt = standings.confirmedAt(row);
    const ageMs = at - confirmedAt;
    const marks = standings.marks(row);
    const presenceClass = (marks >> 8) & 0xff;
    let ordinal = marks & 0xff;
    if (ordinal === STANDING.FREE) {
      const isParticular = first !== null || (level[place] ?? 0) > opened || hash === callerHash;
      if (isParticular) ordinal = responsibilityOrdinal(standings, lineup, task, place, row);
      if (ordinal === 0) ordinal = lineup.presenceReason(presenceClass, ageMs);
    }
    const isCandidate = ordinal === 0;
    const value = isCandidate ? orderValue(order, standings, lineup, row, place, at, lot) : 0;
    digest.add(hash, ordinal, value, confirmedAt);
    counts[ordinal] = (counts[ordinal] ?? 0) + 1;
    if (ordinal === NOT_DISTRIBUTED) countClass(presenceClass);
    if (!isCandidate || value > bound) continue;
    const isLate = oldComeLater && ageMs > presenceLimitMs;
    bound = rank(standings, row, value, lot, wanted, isLate);
  }
}

function countClass(presenceClass: number): void {
  const { notDistributed } = theScan;
  notDistributed[presenceClass] = (notDistributed[presenceClass] ?? 0) + 1;
}

/** The ordinal of the first reason against one agent, as `consider` asks; 0 when there is none. */
export function reasonOrdinal(
  standings: Standings,
  lineup: Lineup,
  task: Readonly<TaskState> | null,
  at: number,
  place: number,
  row: number,
): number {
  const standing = standings.standing(row);
  if (standing !== STANDING.FREE) return standing;
  return serviceOrdinal(standings, lineup, task, at, place, row);
}

/** The same without the agent's own state: responsibility, then presence. */
export function serviceOrdinal(
  standings: Standings,
  lineup: Lineup,
  task: Readonly<TaskState> | null,
  at: number,
  place: number,
  row: number,
): number {
  const ordinal = responsibilityOrdinal(standings, lineup, task, place, row);
  if (ordinal !== 0) return ordinal;
  return lineup.presenceReason(standings.presenceClass(row), at - standings.confirmedAt(row));
}

function responsibilityOrdinal(
  standings: Standings,
  lineup: Lineup,
  task: Readonly<TaskState> | null,
  place: number,
  row: number,
): number {
  const level = lineup.level[place] ?? 0;
  if (level !== 0) {
    if (level === LEVEL.SWITCHED_OFF) return SWITCHED_OFF;
    if (level === LEVEL.NOT_YET_SWITCHED_ON) return NOT_YET_SWITCHED_ON;
    if (level === LEVEL.PROFILE_WITHOUT_SKILL) return PROFILE;
    if (task !== null && level > task.level) return LEVEL_LATER;
  }
  if (task === null) return 0;
  const { first } = task;
  if (first !== null && !isFirst(first.agentIds, standings.agents[row]?.id)) return OTHERS_FIRST;
  if (standings.hash(row) === task.callerHash && standings.agents[row]?.id === task.callerId) {
    return CALLER;
  }
  return 0;
}

function isFirst(agentIds: readonly PersonId[], id: PersonId | undefined): boolean {
  return id !== undefined && agentIds.includes(id);
}

/** The few agents who were offered this call before, by row, and how often. */
const offeredRows: number[] = [];
const offeredCounts: number[] = [];

/** Looked up once: asking for every candidate would cost more than all the rest of the scan. */
function noteOffered(state: Readonly<TenantState>, task: Readonly<TaskState>): void {
  offeredRows.length = 0;
  offeredCounts.length = 0;
  if (task.offersByAgent === null) return;
  for (const [id, count] of task.offersByAgent) {
    const agent = state.agents.get(id);
    if (agent === undefined) continue;
    offeredRows.push(agent.index);
    offeredCounts.push(count);
  }
}

function offersTo(row: number): number {
  const place = offeredRows.indexOf(row);
  return place === -1 ? 0 : (offeredCounts[place] ?? 0);
}

/**
 * Puts the agent among the winners, if there is room or someone comes later in the order. Returns
 * the value beyond which nobody can be a winner any more.
 */
function rank(
  standings: Standings,
  row: number,
  value: number,
  lot: number,
  wanted: number,
  isLate: boolean,
): number {
  const { rows, values, offers } = theScan;
  const own = (offeredRows.length === 0 ? 0 : 2 * offersTo(row)) + (isLate ? 1 : 0);
  let place = theScan.winners;
  while (place > 0 && isBefore(standings, lot, row, own, value, place - 1)) place -= 1;
  if (place === wanted) return boundOf(wanted);
  if (theScan.winners < wanted) theScan.winners += 1;
  for (let behind = theScan.winners - 1; behind > place; behind -= 1) {
    rows[behind] = rows[behind - 1] ?? 0;
    values[behind] = values[behind - 1] ?? 0;
    offers[behind] = offers[behind - 1] ?? 0;
  }
  rows[place] = row;
  values[place] = value;
  offers[place] = own;
  return boundOf(wanted);
}

/** None while there is room, or while the last winner would give way to somebody offered less. */
function boundOf(wanted: number): number {
  const { winners, offers, values } = theScan;
  if (winners < wanted || offers[wanted - 1] !== 0) return Infinity;
  return values[wanted - 1] ?? Infinity;
}

/** The order as `inOrder.ts` says it: offers, value, idle time, the lot, the id. */
function isBefore(
  standings: Standings,
  lot: number,
  row: number,
  offers: number,
  value: number,
  place: number,
): boolean {
  const byOffers = offers - (theScan.offers[place] ?? 0);
  if (byOffers !== 0) return byOffers < 0;
  const otherValue = theScan.values[place] ?? 0;
  if (value !== otherValue) return value < otherValue;
  const other = theScan.rows[place] ?? 0;
  const byIdle = standings.idleSinceAt(row) - standings.idleSinceAt(other);
  if (byIdle !== 0) return byIdle < 0;
  const byLot = tieBreak(lot, standings.hash(row)) - tieBreak(lot, standings.hash(other));
  if (byLot !== 0) return byLot < 0;
  return (standings.agents[row]?.id ?? '') < (standings.agents[other]?.id ?? '');
}
