/**
 * What decisions look at of every agent, in dense columns: a scan over a service's people touches
 * a few bytes each instead of an object. An index only: `refresh` is its one writer, and everything
 * in it can be computed again from the agents.
 */
import { personHash } from '../../explain/digest.ts';
import { presenceClassOf } from '../../presence/presenceClass.ts';
import type { BlockId } from '../ids.ts';
import type { AgentState } from '../state.ts';

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
} as const;

export function standingOf(agent: Readonly<AgentState>): number {
  if (!agent.onDuty) return STANDING.OFF_DUTY;
  if (agent.break !== null) return STANDING.ON_BREAK;
  if (agent.offerId !== null) return STANDING.RINGING;
  if (agent.taskId !== null) return STANDING.IN_OUR_CALL;
  if (agent.afterCallWork !== null) return STANDING.AFTER_CALL_WORK;
  return agent.pause === null ? STANDING.FREE : STANDING.PAUSED;
}

export class Standings {
  readonly agents: (AgentState | null)[] = [];
  standing = new Uint8Array(64);
  presenceClass = new Uint8Array(64);
  block = new Int32Array(64);
  changedAt = new Float64Array(64);
  idleSinceAt = new Float64Array(64);
  callsToday = new Int32Array(64);
  talkMsToday = new Float64Array(64);
  busyMsToday = new Float64Array(64);
  dutyMsToday = new Float64Array(64);
  dutySinceAt = new Float64Array(64);
  lots = new Uint8Array(64);
  hash = new Uint32Array(64);
  /** By block number; 0 stands for "in no block". */
  blockConfirmedAt = new Float64Array(16);
  readonly #blockNumbers = new Map<BlockId, number>();
  readonly #vacant: number[] = [];

  /** Gives the agent a row. */
  admit(agent: AgentState): number {
    const index = this.#vacant.pop() ?? this.agents.length;
    if (index === this.standing.length) this.#grow();
    this.agents[index] = agent;
    this.hash[index] = personHash(agent.id);
    return index;
  }

  dismiss(agent: AgentState): void {
    this.agents[agent.index] = null;
    this.#vacant.push(agent.index);
  }

  /** Called after every fact that changed the agent. */
  refresh(agent: Readonly<AgentState>): void {
    const { index, evidence, blockId } = agent;
    this.standing[index] = standingOf(agent);
    this.presenceClass[index] = presenceClassOf(evidence);
    this.changedAt[index] = evidence === null ? 0 : evidence.changedAt;
    this.block[index] = blockId === null ? 0 : this.#blockNumber(blockId);
    this.idleSinceAt[index] = agent.idleSinceAt;
    this.callsToday[index] = agent.callsToday;
    this.talkMsToday[index] = agent.talkMsToday;
    this.busyMsToday[index] = agent.busyMsToday;
    this.dutyMsToday[index] = agent.dutyMsToday;
    this.dutySinceAt[index] = agent.dutySinceAt;
    this.lots[index] = agent.settings?.lots ?? 1;
  }

  confirmBlock(blockId: BlockId, at: number): void {
    this.blockConfirmedAt[this.#blockNumber(blockId)] = at;
  }

  /** The agent's presence was last confirmed then; 0 when never. */
  confirmedAt(index: number): number {
    const changedAt = this.changedAt[index] ?? 0;
    const blockAt = this.blockConfirmedAt[this.block[index] ?? 0] ?? 0;
    return changedAt > blockAt ? changedAt : blockAt;
  }

  #blockNumber(blockId: BlockId): number {
    const known = this.#blockNumbers.get(blockId);
    if (known !== undefined) return known;
    const number = this.#blockNumbers.size + 1;
    if (number === this.blockConfirmedAt.length) {
      this.blockConfirmedAt = doubled(this.blockConfirmedAt, Float64Array);
    }
    this.#blockNumbers.set(blockId, number);
    return number;
  }

  #grow(): void {
    this.standing = doubled(this.standing, Uint8Array);
    this.presenceClass = doubled(this.presenceClass, Uint8Array);
    this.block = doubled(this.block, Int32Array);
    this.changedAt = doubled(this.changedAt, Float64Array);
    this.idleSinceAt = doubled(this.idleSinceAt, Float64Array);
    this.callsToday = doubled(this.callsToday, Int32Array);
    this.talkMsToday = doubled(this.talkMsToday, Float64Array);
    this.busyMsToday = doubled(this.busyMsToday, Float64Array);
    this.dutyMsToday = doubled(this.dutyMsToday, Float64Array);
    this.dutySinceAt = doubled(this.dutySinceAt, Float64Array);
    this.lots = doubled(this.lots, Uint8Array);
    this.hash = doubled(this.hash, Uint32Array);
  }
}

type Column = { readonly length: number; set(from: ArrayLike<number>): void };

function doubled<T extends Column>(column: T & ArrayLike<number>, make: new (n: number) => T): T {
  const larger = new make(column.length * 2);
  larger.set(column);
  return larger;
}
