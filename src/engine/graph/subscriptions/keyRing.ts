/**
 * The keys that open notifications. A new certificate is made long before the one in use ends, and
 * an old key is kept for as long as anything may still be sealed for it.
 *
 *   made --new subscriptions use it--> in use --a newer one is made--> kept --nothing uses it for
 *                                                                       longer than Graph repeats
 *                                                                       --> forgotten
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock, SecretNotes } from '@rufwerk/engine/ports';
import type { PrivateKey } from '../notifications/decryption/thread.ts';
import { readJson } from '../readJson.ts';
import { makeCertificate } from './certificate.ts';

const KEY = 'notification-keys';
const DAY_MS = 86_400_000;
const ROLL_OVER_AFTER_MS = 180 * DAY_MS;
/** Graph repeats for up to four hours. */
const KEPT_UNUSED_MS = 5 * 3_600_000;

const storedKey = z.object({
  id: z.string(),
  certificate: z.string(),
  privateKey: z.string(),
  madeAt: z.number(),
  /** Null while something uses it. */
  unusedSinceAt: z.number().nullable(),
});
type StoredKey = Readonly<z.infer<typeof storedKey>>;

export interface KeyRingOptions {
  readonly secrets: SecretNotes;
  readonly clock: Clock;
  /** Told the private halves that may be needed, at first and after each change. */
  readonly onKeys: (keys: readonly PrivateKey[]) => void;
}

/** A certificate by the name that subscriptions know it by. */
export interface NamedCertificate {
  readonly id: string;
  /** DER in base64. */
  readonly certificate: string;
}

export class KeyRing {
  readonly #options: KeyRingOptions;
  /** The newest last. */
  #keys: readonly StoredKey[];
  #making: Promise<NamedCertificate> | null = null;
  readonly #needs: (() => readonly string[])[] = [];

  private constructor(options: KeyRingOptions, keys: readonly StoredKey[]) {
    this.#options = options;
    this.#keys = keys;
    this.#tell();
  }

  static async open(options: KeyRingOptions): Promise<KeyRing> {
    const text = await options.secrets.get(KEY);
    return new KeyRing(options, text === null ? [] : z.array(storedKey).parse(readJson(text)));
  }

  /** Whether a key of this name can still open something. */
  holds(id: string): boolean {
    return this.#keys.some((key) => key.id === id);
  }

  /** Whether new subscriptions would use another certificate than this one. */
  isOutdated(id: string): boolean {
    return this.#current()?.id !== id;
  }

  /** The certificate for new subscriptions; made when there is none that is young enough. */
  certificate(): Promise<NamedCertificate> {
    const current = this.#current();
    if (current !== null) return Promise.resolve(current);
    this.#making ??= this.rollOver().finally(() => {
      this.#making = null;
    });
    return this.#making;
  }

  /** Makes another certificate, for everything from now on. */
  async rollOver(): Promise<NamedCertificate> {
    const { clock } = this.#options;
    const id = `rufwerk-${randomUUID()}`;
    const made = await makeCertificate('Rufwerk change notifications', clock.now());
    const key = { id, ...made, madeAt: clock.now(), unusedSinceAt: null };
    await this.#keep([...this.#keys, key]);
    return key;
  }

  /** Asked, whenever keys are forgotten, for the certificates of living subscriptions. */
  neededBy(idsInUse: () => readonly string[]): void {
    this.#needs.push(idsInUse);
  }

  /** Forgets keys that nothing has used for long. */
  async forgetUnused(): Promise<void> {
    const usedIds = new Set(this.#needs.flatMap((idsInUse) => idsInUse()));
    const nowAt = this.#options.clock.now();
    const current = this.#current();
    const looked = this.#keys.map((key) => {
      const isUsed = key === current || usedIds.has(key.id);
      const unusedSinceAt = isUsed ? null : (key.unusedSinceAt ?? nowAt);
      return unusedSinceAt === key.unusedSinceAt ? key : { ...key, unusedSinceAt };
    });
    const kept = looked.filter(
      ({ unusedSinceAt }) => unusedSinceAt === null || nowAt - unusedSinceAt < KEPT_UNUSED_MS,
    );
    if (kept.length < this.#keys.length || kept.some((key, index) => key !== this.#keys[index])) {
      await this.#keep(kept);
    }
  }

  #current(): StoredKey | null {
    const newest = this.#keys.at(-1);
    const isYoung =
      newest !== undefined && this.#options.clock.now() - newest.madeAt < ROLL_OVER_AFTER_MS;
    return isYoung ? newest : null;
  }

  /** Durable before it is used: a key that a crash takes along would make its news unreadable. */
  async #keep(keys: readonly StoredKey[]): Promise<void> {
    await this.#options.secrets.put(KEY, JSON.stringify(keys));
    this.#keys = keys;
    this.#tell();
  }

  #tell(): void {
    this.#options.onKeys(this.#keys.map(({ id, privateKey: pem }) => ({ id, pem })));
  }
}
