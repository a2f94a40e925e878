/** What of a post may be believed: it has a shape, is ours, and comes from Microsoft. */
import type { NotificationItem } from './body.ts';
import type { NotificationCounts } from './figures.ts';
import type { Refusal } from './refusal.ts';
import { recognise } from './subscriptionBook.ts';
import type { KnownSubscription, SubscriptionBook } from './subscriptionBook.ts';
import type { createValidationTokenCheck } from './validationTokens.ts';

/** Recognised by its subscription's secret; authentic once the tokens beside it are good, too. */
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
 * Those of the items that are authentic; null when that cannot be told now. Content needs a token
 * of the publisher. A lifecycle event may come without one: it only makes us look.
 */
export async function authenticItems(
  { checkTokens, counts, warn }: AuthenticityParts,
  recognised: readonly AuthenticItem[],
  validationTokens: readonly string[],
  tokens: 'needed' | 'checked-if-given',
): Promise<readonly AuthenticItem[] | null> {
  if (recognised.length === 0) return [];
  if (tokens === 'checked-if-given' && validationTokens.length === 0) return recognised;

  const refuse = (items: readonly AuthenticItem[], reason: Refusal): void => {
    for (const { subscription } of items) counts.of(subscription.topic.subject).refuse(reason);
  };
  const check = await checkTokens(validationTokens);
  switch (check.kind) {
    case 'unsure':
      warn(check.reason, 'change notifications cannot be checked: no keys');
      return null;
    case 'refused':
      warn(check.reason, 'change notifications without a good validation token');
      refuse(recognised, 'validation-token');
      return [];
    case 'trusted': {
      const isOfTenant = ({ subscription }: AuthenticItem): boolean =>
        subscription.tenantIds.some((tenantId) => check.tenantIds.has(tenantId.toLowerCase()));
      refuse(
        recognised.filter((each) => !isOfTenant(each)),
        'tenant',
      );
      return recognised.filter(isOfTenant);
    }
  }
}

/** The secret comes first: it costs nothing to check, and whoever has it not costs us nothing. */
export function recognisedItems(
  { book, counts }: Pick<AuthenticityParts, 'book' | 'counts'>,
  items: readonly NotificationItem[],
): AuthenticItem[] {
  return items.flatMap((item) => {
    const recognised = recognise(book, item);
    if (recognised.kind === 'known') return [{ item, subscription: recognised.subscription }];
    counts.of(recognised.claimed).refuse(recognised.reason);
    return [];
  });
}
