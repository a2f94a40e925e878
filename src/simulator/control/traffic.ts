import { arrive, callerHangsUp, hangUpWhenWaiting } from '../calls/index.ts';
import type { Switchboard } from '../calls/index.ts';
import type { PlayedTimer } from '../clock/played-clock.ts';
import { SeededRandom } from '../world/random.ts';

/** How long outside callers wait, and talk when the person does not hang up first. */
const PATIENCE_MS = { shortest: 20_000, longest: 240_000 };
const CONVERSATION_MS = { shortest: 30_000, longest: 300_000 };

/** Outside callers by themselves: a Poisson stream over all services, repeatable by its seed. */
export class Traffic {
  readonly #board: Switchboard;
  #random = new SeededRandom(1);
  #next: PlayedTimer | undefined;

  constructor(board: Switchboard) {
    this.#board = board;
    board.tenant.onReset(() => this.stop());
  }

  start(callsPerMinute: number, seed: number): void {
    this.stop();
    this.#random = new SeededRandom(seed);
    this.#plan(callsPerMinute);
  }

  stop(): void {
    this.#next?.cancel();
    this.#next = undefined;
  }

  #plan(callsPerMinute: number): void {
    const waitMs = this.#random.untilNextMs(callsPerMinute);
    this.#next = this.#board.tenant.clock.after(waitMs, () => {
      this.#call();
      this.#plan(callsPerMinute);
    });
  }

  #call(): void {
    const { tenant } = this.#board;
    const random = this.#random;
    const number = `+4179${String(Math.floor(random.between(0, 10_000_000))).padStart(7, '0')}`;
    const service = random.pick(tenant.directory.services);
    const call = arrive(this.#board, { kind: 'phone', number }, number, service);
    const patienceMs = random.between(PATIENCE_MS.shortest, PATIENCE_MS.longest);
    const talkMs = random.between(CONVERSATION_MS.shortest, CONVERSATION_MS.longest);
    hangUpWhenWaiting(this.#board, call, patienceMs);
    tenant.clock.after(patienceMs + talkMs, () => callerHangsUp(this.#board, call));
  }
}
