import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';

/** An entry of somebody's activity feed in Teams that the product put there. */
export interface ActivityNotification {
  readonly id: string;
  readonly at: number;
  readonly person: Person;
  readonly activityType: string;
  readonly previewText: string | null;
  /** What it is about, and where a click on it leads. */
  readonly topic: string;
  readonly webUrl: string | null;
  /** Fills the text that the app's manifest has for this type of activity. */
  readonly templateParameters: Readonly<Record<string, string>>;
  readonly chainId: number | null;
}

const KEPT_MAX = 5000;

/** Every activity notification that was sent, oldest first. */
export class ActivityFeeds {
  readonly #tenant: Tenant;
  readonly #all: ActivityNotification[] = [];

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => {
      this.#all.length = 0;
    });
  }

  all(): readonly ActivityNotification[] {
    return this.#all;
  }

  /** A notification with the chain id of an earlier one takes its place. */
  send(wanted: Omit<ActivityNotification, 'id' | 'at'>): void {
    const replaced = this.#all.findIndex(
      ({ person, chainId }) =>
        chainId !== null && chainId === wanted.chainId && person === wanted.person,
    );
    if (replaced !== -1) this.#all.splice(replaced, 1);
    const at = this.#tenant.clock.nowMs();
    this.#all.push({ ...wanted, id: this.#tenant.random.guid(), at });
    if (this.#all.length > KEPT_MAX) this.#all.shift();
    this.#tenant.changed('activity');
  }
}
