/**
 * A small seeded generator (mulberry32): the same seed gives the same world, the same traffic and
 * the same faults, so that a failure seen once can be seen again.
 */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number of 32 bits. */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A share in [0, 1). */
  share(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A number in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.share();
  }

  /** One of the given things; the list must not be empty. */
  pick<Thing>(things: readonly Thing[]): Thing {
    const picked = things[Math.floor(this.share() * things.length)];
    if (picked === undefined) throw new Error('Nothing to pick from.');
    return picked;
  }

  /** The time until the next event of a Poisson process, in milliseconds. */
  untilNextMs(eventsPerMinute: number): number {
    return (-Math.log(1 - this.share()) * 60_000) / eventsPerMinute;
  }

  /** A random (version 4) GUID. */
  guid(): string {
    const words = [this.bits(), this.bits(), this.bits(), this.bits()];
    const digits = words.map((word) => word.toString(16).padStart(8, '0')).join('');
    const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
    return [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(13, 16)}`,
      `${variant}${digits.slice(17, 20)}`,
      digits.slice(20),
    ].join('-');
  }
}
