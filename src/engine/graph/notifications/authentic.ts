/** What of a post may be believed: it has a shape, is ours, and comes from Microsoft. */
import type { NotificationBody, NotificationItem } from './body.ts';
import type { NotificationCounts } from './figures.ts';
import { recognise } from './subscriptionBook.ts';
import type { KnownSubscription, SubscriptionBook } from './subscriptionBook.ts';
import type { createValidationTokenCheck } from './validationTokens.ts';

export interface AuthenticItem {
  readonly item: NotificationItem;
  readonly subscription: KnownSubscription;
}

export interface AuthenticityParts {
  readonly book: SubscriptionBook;
  readonly checkTokens: ReturnType<typeof createValidationTokenCheck>;
  readonly counts: NotificationCounts;
  /** Told why tokens were not trusted. */
  readonly warn: (problem: string, message: string) => void;
}

/**
 * Those items of a body that are authentic; null when that cannot be told now. Content needs a
 * token of the publisher. A lifecycle event may come without one: it only makes us look.
 */
export async function authenticItems(
  { book, checkTokens, counts, warn }: AuthenticityParts,
  body: NotificationBody,
  tokens: 'needed' | 'checked-if-given',
): Promise<readonly AuthenticItem[] | null> {
  const recognised = recogniseAll(body.items, book, counts);
  if (recognised.length === 0) return [];
  if (tokens === 'checked-if-given' && body.validationTokens.length === 0) return recognised;

  const check = await checkTokens(body.validationTokens);
  switch (check.kind) {
    case 'unsure':
      warn(check.reason, 'change notifications cannot be checked: no keys');
      return null;
    case 'refused':
      warn(check.reason, 'change notifications without a good validation token');
      counts.refuse('validation-token', recognised.length);
      return [];
    case 'trusted': {
      const trusted = recognised.filter(({ subscription }) =>
        subscription.tenantIds.some((tenantId) => check.tenantIds.has(tenantId.toLowerCase())),
      );
      counts.refuse('tenant', recognised.length - trusted.length);
      return trusted;
    }
  }
}

/** The secret comes first: it costs nothing to check, and whoever has it not costs us nothing. */
function recogniseAll(
  items: readonly NotificationItem[],
  book: SubscriptionBook,
  counts: NotificationCounts,
): AuthenticItem[] {
  return items.flatMap((item) => {
    const recognised = recognise(book, item);
    if (recognised.kind === 'known') return [{ item, subscription: recognised.subscription }];
    counts.refuse(recognised.reason);
    return [];
  });
}
