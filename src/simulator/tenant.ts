import { noFaults } from './control/faults.ts';
import type { Faults } from './control/faults.ts';
import { PlayedClock } from './clock/played-clock.ts';
import { Consents } from './entra/consents.ts';
import { makeSigningKey } from './entra/signing-key.ts';
import type { SigningKey } from './entra/signing-key.ts';
import { Activity } from './product/activity.ts';
import { RequestLog } from './product/request-log.ts';
import { Directory } from './world/directory.ts';
import type { WorldDescription } from './world/description.ts';
import { SeededRandom } from './world/random.ts';

/** What of the world can change; the page listens to these. */
export type Topic =
  | 'accounts'
  | 'calls'
  | 'chats'
  | 'clock'
  | 'consents'
  | 'emergencies'
  | 'faults'
  | 'mail'
  | 'activity'
  | 'people'
  | 'presence'
  | 'subscriptions'
  | 'world';

/** What a tenant is made of. */
export interface TenantOptions {
  readonly world: WorldDescription;
  readonly productBaseUrl: string;
  readonly seed: number;
  readonly startsAtMs: number;
}

/** The registered application, whose credentials are published with the world. */
export interface RegisteredApplication {
  readonly id: string;
  readonly secret: string;
  readonly displayName: string;
}

interface SigningKeys {
  /** Microsoft Entra: access tokens and the tab's SSO tokens. */
  readonly login: SigningKey;
  /** The calling platform: notifications to the calling webhook. */
  readonly calling: SigningKey;
  /** The Bot Connector: activities to the bot. */
  readonly connector: SigningKey;
}

/**
 * The state that every played service shares. A service keeps its own state beside it and puts it
 * back to the start when `onReset` tells it to.
 */
export class Tenant {
  readonly id: string;
  readonly application: RegisteredApplication;
  /** The telephone carrier, which knows the key of the product's caller id service. */
  readonly carrier: WorldDescription['carrier'];
  readonly clock: PlayedClock;
  readonly keys: SigningKeys;
  readonly activity = new Activity();
  readonly requests = new RequestLog();
  readonly consents = new Consents();
  readonly product: { baseUrl: string };
  readonly #options: TenantOptions;
  readonly #changeListeners = new Set<(topic: Topic) => void>();
  readonly #resetListeners: (() => void)[] = [];
  #directory: Directory;
  #random: SeededRandom;
  #faults: Faults = noFaults;
  #url = '';

  private constructor(options: TenantOptions, keys: SigningKeys) {
    this.#options = options;
    this.id = options.world.tenantId;
    this.application = options.world.application;
    this.carrier = options.world.carrier;
    this.product = { baseUrl: options.productBaseUrl };
    this.keys = keys;
    this.clock = new PlayedClock(options.startsAtMs);
    this.#directory = new Directory(options.world);
    this.#random = new SeededRandom(options.seed);
  }

  static async create(options: TenantOptions): Promise<Tenant> {
    const [login, calling, connector] = await Promise.all([
      makeSigningKey(),
      makeSigningKey(),
      makeSigningKey(),
    ]);
    return new Tenant(options, { login, calling, connector });
  }

  /** Where the whole played world listens, without a slash at its end. */
  get url(): string {
    return this.#url;
  }

  set url(url: string) {
    this.#url = url;
  }

  /**
   * The time by the tenant's own clock, which a fault may put ahead of the world's or behind it:
   * tokens, expiries and the `Date` of every answer go by it.
   */
  nowMs(): number {
    return this.clock.nowMs() + this.#faults.login.clockSkewSeconds * 1000;
  }

  get directory(): Directory {
    return this.#directory;
  }

  /** Everything random in the world comes from here, so that a seed repeats it. */
  get random(): SeededRandom {
    return this.#random;
  }

  /**
   * A stream of its own for one purpose, so that how often the product asks does not change what
   * the notifications do.
   */
  randomFor(purpose: string): SeededRandom {
    let seed = this.#options.seed;
    for (const character of purpose) seed = Math.imul(seed ^ character.charCodeAt(0), 0x01000193);
    return new SeededRandom(seed);
  }

  get faults(): Faults {
    return this.#faults;
  }

  set faults(faults: Faults) {
    this.#faults = faults;
    this.changed('faults');
  }

  /** Says that something of the world is different now; the page hears of it. */
  changed(topic: Topic): void {
    for (const listener of this.#changeListeners) listener(topic);
  }

  /** Listens to changes; the returned function ends that. */
  onChange(listener: (topic: Topic) => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  /** A service says how its own state goes back to the start. */
  onReset(listener: () => void): void {
    this.#resetListeners.push(listener);
  }

  /** The world as at its start; only the time does not go back. */
  reset(): void {
    this.clock.forgetDeadlines();
    this.#directory = new Directory(this.#options.world);
    this.#random = new SeededRandom(this.#options.seed);
    this.#faults = noFaults;
    this.consents.restore();
    this.requests.clear();
    for (const listener of this.#resetListeners) listener();
    this.changed('world');
  }
}
