/**
 * What decisions look at of every agent, dense and together: one cache line per agent, so that a
 * scan over a service's people touches one line each instead of several objects. An index only:
 * `refresh` and `restand` are its writers, and everything in it can be computed again from the
 * agents.
 */
import { personHash } from '../../explain/digest.ts';
import { presenceClassOf } from '../../presence/presenceClass.ts';
import { Directory } from '../directory.ts';
import type { BlockId } from '../../ids.ts';
import type { AgentState } from '../agentState.ts';

/**
 * What the engine itself knows of an agent, in the order in which decisions ask (NIM-01, NIM-42).
 * `FREE` says nothing against an offer; presence and the service's own rules are asked next.
 */
export const STANDING = {
  FREE: 0,
  OFF_DUTY: 1,
  ON_BREAK: 2,
  RINGING: 3,
  IN_OUR_CALL: 4,
  AFTER_CALL_WORK: 5,
  PAUSED: 6,
  /** Asked before all others; its number is that of its reason, which came later. */
  IN_AN_EMERGENCY: 20,
} as const;

export function standingOf(agent: Readonly<AgentState>): number {
  if (agent.emergencyId !== null) return STANDING.IN_AN_EMERGENCY;
  if (!agent.onDuty) return STANDING.OFF_DUTY;
  if (agent.break !== null) return STANDING.ON_BREAK;
  if (agent.offerId !== null) return STANDING.RINGING;
  if (agent.taskId !== null || agent.otherCall !== null) return STANDING.IN_OUR_CALL;
  if (agent.afterCallWork !== null) return STANDING.AFTER_CALL_WORK;
  return agent.pause === null ? STANDING.FREE : STANDING.PAUSED;
}

/** A row is eight 64-bit words, the last two of which are four 32-bit ones. */
const WORDS = 8;
const HALVES = 16;
/** When the presence was last told or read of this very person. */
const SEEN_AT = 0;
const IDLE_SINCE_AT = 1;
const DUTY_SINCE_AT = 2;
const TALK_MS = 3;
const BUSY_MS = 4;
const DUTY_MS = 5;
const HASH = 12;
const BLOCK = 13;
const CALLS = 14;
/** Standing, presence class and lots, a byte each. */
const BYTES = 15;

export class Standings {
  readonly agents: (AgentState | null)[] = [];
  /** Rule flag 8: an activity such as `Focusing` counts beside a weaker availability. */
  activityCounts = false;
  #words = new Float64Array(64 * WORDS);
  #halves = new Int32Array(this.#words.buffer);
  /** By block number; 0 stands for "in no block". */
  #blockConfirmedAt = new Float64Array(16);
  readonly #blockNumbers = new Directory<BlockId, number>();
  readonly #vacant: number[] = [];

  /** Gives the agent a row. */
  admit(agent: AgentState): number {
    const row = this.#vacant.pop() ?? this.agents.length;
    if (row * WORDS === this.#words.length) this.#grow();
    this.agents[row] = agent;
    this.#halves[row * HALVES + HASH] = personHash(agent.id);
    return row;
  }

  dismiss(agent: AgentState): void {
    this.agents[agent.index] = null;
    this.#vacant.push(agent.index);
  }

  /** Called after every fact that changed the agent. */
  refresh(agent: Readonly<AgentState>): void {
    const { evidence, isInDoubt, blockId, index } = agent;
    const known = isInDoubt ? null : evidence;
    const halves = this.#halves;
    const half = index * HALVES;
    this.#words[index * WORDS + SEEN_AT] = known === null ? 0 : known.confirmedAt;
    const isConfirmed = blockId !== null && !agent.isMasked;
    halves[half + BLOCK] = isConfirmed ? this.#blockNumber(blockId) : 0;
    const lots = agent.settings?.lots ?? 1;
    halves[half + BYTES] = (presenceClassOf(known, this.activityCounts) << 8) | (lots << 16);
    this.restand(agent);
  }

  /** Enough after facts about offers and calls, which change neither presence nor settings. */
  restand(agent: Readonly<AgentState>): void {
    const words = this.#words;
    const halves = this.#halves;
    const word = agent.index * WORDS;
    const half = agent.index * HALVES;
    words[word + IDLE_SINCE_AT] = agent.idleSinceAt;
    words[word + DUTY_SINCE_AT] = agent.dutySinceAt;
    words[word + TALK_MS] = agent.talkMsToday;
    words[word + BUSY_MS] = agent.busyMsToday;
    words[word + DUTY_MS] = agent.dutyMsToday;
    halves[half + CALLS] = agent.callsToday;
    halves[half + BYTES] = standingOf(agent) | ((halves[half + BYTES] ?? 0) & ~0xff);
  }

  /**
   * Standing in the lowest byte, presence class in the next: one load and one call for the scan,
   * which asks for both of everybody.
   */
  marks(row: number): number {
    return this.#halves[row * HALVES + BYTES] ?? 0;
  }

  standing(row: number): number {
    return (this.#halves[row * HALVES + BYTES] ?? 0) & 0xff;
  }

  presenceClass(row: number): number {
    return ((this.#halves[row * HALVES + BYTES] ?? 0) >> 8) & 0xff;
  }

  lots(row: number): number {
    return ((this.#halves[row * HALVES + BYTES] ?? 0) >> 16) & 0xff;
  }

  /** Of the agent's id; 32 bits, signed. */
  hash(row: number): number {
    return this.#halves[row * HALVES + HASH] ?? 0;
  }

  callsToday(row: number): number {
    return this.#halves[row * HALVES + CALLS] ?? 0;
  }

  idleSinceAt(row: number): number {
    return this.#words[row * WORDS + IDLE_SINCE_AT] ?? 0;
  }

  talkMsToday(row: number): number {
    return this.#words[row * WORDS + TALK_MS] ?? 0;
  }

  /** Talk and after-call work that are over. */
  busyMsToday(row: number): number {
    return this.#words[row * WORDS + BUSY_MS] ?? 0;
  }

  /**
   * Busy time over time on duty, today, in thousandths: finer differences are left to idle time.
   */
  occupancy(row: number, at: number): number {
    const word = row * WORDS;
    const before = this.#words[word + DUTY_MS] ?? 0;
    const onDutyMs = before + at - (this.#words[word + DUTY_SINCE_AT] ?? 0);
    if (onDutyMs <= 0) return 0;
    return Math.floor((1000 * (this.#words[word + BUSY_MS] ?? 0)) / onDutyMs);
  }

  /** The agent's presence was last confirmed then; 0 when never. */
  confirmedAt(row: number): number {
    const seenAt = this.#words[row * WORDS + SEEN_AT] ?? 0;
    // A block says nothing of somebody of whom nothing has been seen.
    if (seenAt === 0) return 0;
    const blockAt = this.#blockConfirmedAt[this.#halves[row * HALVES + BLOCK] ?? 0] ?? 0;
    return seenAt > blockAt ? seenAt : blockAt;
  }

  confirmBlock(blockId: BlockId, at: number): void {
    // First the number: a new one may put a larger array in the place of this one.
    const number = this.#blockNumber(blockId);
    this.#blockConfirmedAt[number] = at;
  }

  #blockNumber(blockId: BlockId): number {
    const known = this.#blockNumbers.get(blockId);
    if (known !== undefined) return known;
    const number = this.#blockNumbers.size + 1;
    if (number === this.#blockConfirmedAt.length) {
      const larger = new Float64Array(number * 2);
      larger.set(this.#blockConfirmedAt);
      this.#blockConfirmedAt = larger;
    }
    this.#blockNumbers.set(blockId, number);
    return number;
  }

  #grow(): void {
    const larger = new Float64Array(this.#words.length * 2);
    larger.set(this.#words);
    this.#words = larger;
    this.#halves = new Int32Array(larger.buffer);
  }
}
