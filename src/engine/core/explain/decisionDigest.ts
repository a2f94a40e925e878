/**
 * The digest of one decision: of every agent who was considered, what was compared and how old the
 * knowledge was. A sum, so that the order in which agents are looked at does not matter: the scan
 * adds up while it looks, and the full record gives the same sum afterwards. Two lanes of 32 bits.
 */
import { mixed } from './mixed.ts';

const bits = new ArrayBuffer(8);
const asNumber = new Float64Array(bits);
const asWords = new Uint32Array(bits);

export class DecisionDigest {
  #first = 0;
  #second = 0;

  reset(): void {
    this.#first = 0;
    this.#second = 0;
  }

  /**
   * @param agentHash of the agent's id
   * @param ordinal of the reason against the agent; 0 for a candidate
   * @param value what the order compares; 0 where there is a reason
   * @param confirmedAt when the agent's presence was last confirmed; 0 for never
   */
  add(agentHash: number, ordinal: number, value: number, confirmedAt: number): void {
    asNumber[0] = value;
    const valueWord = (asWords[0] ?? 0) ^ Math.imul(asWords[1] ?? 0, 0x9e3779b1);
    asNumber[0] = confirmedAt;
    const ageWord = (asWords[0] ?? 0) ^ Math.imul(asWords[1] ?? 0, 0x85ebca77);
    const looked = mixed(agentHash ^ (ordinal << 24), valueWord);
    this.#first = (this.#first + mixed(looked, ageWord)) | 0;
    this.#second = (this.#second + Math.imul(looked ^ ageWord, 0xc2b2ae3d)) | 0;
  }

  toString(): string {
    return hex(this.#first) + hex(this.#second);
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
