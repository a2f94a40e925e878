/** Whose notifications may be believed, as the keepers of subscriptions tell the door. */
import { timingSafeEqual } from 'node:crypto';
import type { NotificationSubject } from './figures.ts';
import type { NotificationTopic } from './topic.ts';

export interface KnownSubscription {
  /** The secret that Graph repeats in every notification. */
  readonly clientState: string;
  /** About which directories its notifications may be. */
  readonly tenantIds: readonly string[];
  readonly topic: NotificationTopic;
}

export interface SubscriptionBook {
  /**
   * The subscription of this id. One that was asked for and whose id is not known yet may be the
   * one, so there can be several.
   */
  candidates(subscriptionId: string): readonly KnownSubscription[];
}

/** All books as one. */
export class Bookshelf implements SubscriptionBook {
  readonly #books: SubscriptionBook[] = [];

  add(book: SubscriptionBook): void {
    this.#books.push(book);
  }

  candidates(subscriptionId: string): readonly KnownSubscription[] {
    return this.#books.flatMap((book) => book.candidates(subscriptionId));
  }
}

export type Recognised =
  | { readonly kind: 'known'; readonly subscription: KnownSubscription }
  | {
      readonly kind: 'refused';
      readonly reason: 'unknown-subscription' | 'client-state';
      /** What the subscription is about that it names. */
      readonly claimed: NotificationSubject;
    };

/** Who sent this? How much of the secret was right is told to nobody, by time neither. */
export function recognise(
  book: SubscriptionBook,
  told: { readonly subscriptionId: string; readonly clientState: string },
): Recognised {
  const candidates = book.candidates(told.subscriptionId);
  const [first, ...others] = candidates;
  if (first === undefined) {
    return { kind: 'refused', reason: 'unknown-subscription', claimed: 'unknown' };
  }
  const subscription = candidates.find(({ clientState }) => isSame(clientState, told.clientState));
  if (subscription !== undefined) return { kind: 'known', subscription };
  const { subject } = first.topic;
  const isClear = others.every(({ topic }) => topic.subject === subject);
  return { kind: 'refused', reason: 'client-state', claimed: isClear ? subject : 'unknown' };
}

/** Ours have one length, which is no secret; only the content is compared in constant time. */
function isSame(one: string, other: string): boolean {
  const [known, told] = [Buffer.from(one), Buffer.from(other)];
  return known.length === told.length && timingSafeEqual(known, told);
}
