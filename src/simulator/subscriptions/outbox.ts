import type { Tenant } from '../tenant.ts';
import type { SeededRandom } from '../world/random.ts';
import type { NotificationItem } from './notification.ts';
import { Posts } from './posts.ts';

/** What changes within so short a time travels together. */
const GATHERED_FOR_MS = 50;
/** How many notifications one POST carries at most. */
const ITEMS_PER_POST_MAX = 100;

/** A notification on its way to a subscriber. */
export interface Outgoing {
  readonly address: string;
  /** Notifications of one subscription keep their order, as long as no fault reorders them. */
  readonly subscriptionId: string;
  readonly item: NotificationItem;
  /** Rich ones travel with tokens that prove where they come from. */
  readonly isRich: boolean;
}

/**
 * Gathers notifications for an address into POSTs of several, and lets them go astray on the way
 * there as the faults say.
 */
export class Outbox {
  readonly #tenant: Tenant;
  readonly #posts: Posts;
  readonly #gathered = new Map<string, Outgoing[]>();
  /** Until when the last notification of a subscription is held: the next comes after it. */
  readonly #heldUntil = new Map<string, number>();
  #random: SeededRandom;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    this.#posts = new Posts(tenant);
    this.#random = tenant.randomFor('subscriptions');
    tenant.onReset(() => {
      this.#gathered.clear();
      this.#heldUntil.clear();
      this.#random = tenant.randomFor('subscriptions');
    });
  }

  send(outgoing: Outgoing): void {
    const { dropShare, duplicateShare } = this.#tenant.faults.notifications;
    if (this.#random.share() < dropShare) return;
    this.#hold(outgoing);
    if (this.#random.share() < duplicateShare) this.#hold(outgoing);
  }

  /** How many POSTs wait to be tried again. */
  waiting(): number {
    return this.#posts.waiting();
  }

  close(): void {
    this.#gathered.clear();
    this.#posts.close();
  }

  #hold(outgoing: Outgoing): void {
    const { delayMs, reorder } = this.#tenant.faults.notifications;
    const nowMs = this.#tenant.clock.nowMs();
    let readyAt = nowMs + this.#random.between(...delayMs);
    if (!reorder) {
      const heldUntil = this.#heldUntil.get(outgoing.subscriptionId) ?? 0;
      // At the very same instant, counted from two others, the next might come a trifle before.
      if (heldUntil > nowMs) readyAt = Math.max(readyAt, heldUntil + 1);
      this.#heldUntil.set(outgoing.subscriptionId, readyAt);
    }
    if (readyAt <= nowMs) this.#gather(outgoing);
    else this.#tenant.clock.after(readyAt - nowMs, () => this.#gather(outgoing));
  }

  #gather(outgoing: Outgoing): void {
    const { address } = outgoing;
    const together = this.#gathered.get(address);
    if (together === undefined) {
      const opened = [outgoing];
      this.#gathered.set(address, opened);
      this.#tenant.clock.after(GATHERED_FOR_MS, () => {
        if (this.#gathered.get(address) === opened) this.#dispatch(address);
      });
      return;
    }
    together.push(outgoing);
    if (together.length >= ITEMS_PER_POST_MAX) this.#dispatch(address);
  }

  #dispatch(address: string): void {
    const together = this.#gathered.get(address) ?? [];
    this.#gathered.delete(address);
    if (this.#tenant.faults.notifications.reorder) this.#shuffle(together);
    this.#posts.send({
      address,
      items: together.map(({ item }) => item),
      isRich: together.some(({ isRich }) => isRich),
    });
  }

  /** Fisher and Yates, by the seed. */
  #shuffle(items: Outgoing[]): void {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const picked = Math.floor(this.#random.share() * (last + 1));
      const [a, b] = [items[last], items[picked]];
      if (a !== undefined && b !== undefined) [items[last], items[picked]] = [b, a];
    }
  }
}
