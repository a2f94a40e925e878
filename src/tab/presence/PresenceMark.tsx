import { PresenceBadge, type PresenceBadgeStatus } from '@fluentui/react-components';
import { categoryOf, type Category } from '@rufwerk/engine/core';

const STATUS: Readonly<Record<Category, PresenceBadgeStatus>> = {
  available: 'available',
  busy: 'busy',
  'do-not-disturb': 'do-not-disturb',
  away: 'away',
  offline: 'offline',
  unknown: 'unknown',
};

/** Teams' sign for a status. It only decorates: the words always stand beside it. */
export function PresenceMark({ availability }: { readonly availability: string | null }) {
  const category = availability === null ? null : categoryOf(availability);
  return <PresenceBadge aria-hidden status={STATUS[category ?? 'unknown']} size="small" />;
}
