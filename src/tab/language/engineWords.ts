/** The engine's own words, for values that reach the tab as open strings. */
import type { ServiceTile } from '@rufwerk/engine/api';
import {
  type Category,
  categoryOf,
  categoryText,
  endReasonText,
  type EndReason,
  type OfferOutcome,
  outcomeText,
  parseValue,
  type ReasonCode,
  reasonCountText,
} from '@rufwerk/engine/core';
import type { Language } from './language.ts';

const REASON_CODES: Readonly<Record<ReasonCode, true>> = {
  'off-duty': true,
  'on-break': true,
  ringing: true,
  'in-our-call': true,
  'after-call-work': true,
  paused: true,
  'service-switched-off': true,
  'not-yet-switched-on': true,
  'profile-without-skill': true,
  'level-not-reached': true,
  'others-first': true,
  'is-the-caller': true,
  'presence-not-known': true,
  'presence-too-old': true,
  'presence-value-unknown': true,
  'in-a-call': true,
  'in-a-meeting': true,
  'not-distributed': true,
  'busy-while-degraded': true,
  'in-an-emergency': true,
};

const OFFER_OUTCOMES: Readonly<Record<OfferOutcome, true>> = {
  accepted: true,
  declined: true,
  missed: true,
  unreachable: true,
  recalled: true,
  'call-ended': true,
  'handed-over': true,
  'taken-by-another': true,
  'caller-not-reached': true,
  'not-confirmed': true,
  unknown: true,
};

const END_REASONS: Readonly<Record<EndReason, true>> = {
  'caller-hung-up': true,
  'agent-hung-up': true,
  'not-answered-by-us': true,
  'no-answer-after-hand-over': true,
  'presence-left-the-call': true,
  'call-gone': true,
  'maximum-reached': true,
  'service-removed': true,
  'sent-on': true,
  announced: true,
  'caller-not-reached': true,
  'called-again': true,
};

const CATEGORIES: Readonly<Record<Category, true>> = {
  available: true,
  busy: true,
  'do-not-disturb': true,
  away: true,
  offline: true,
  unknown: true,
};

/** "4 busy": a newer server may count what this tab has no words for; then its code is shown. */
export function countedReason(
  { code, category, count }: ServiceTile['notAble'][number],
  language: Language,
): string {
  if (!isKey(code, REASON_CODES)) return `${count} ${code}`;
  const known = category !== null && isKey(category, CATEGORIES) ? category : null;
  return `${count} ${reasonCountText(code, known, language)}`;
}

export function outcomeWords(outcome: string, language: Language): string {
  return isKey(outcome, OFFER_OUTCOMES) ? outcomeText(outcome, language) : outcome;
}

export function endReasonWords(reason: string, language: Language): string {
  return isKey(reason, END_REASONS) ? endReasonText(reason, language) : reason;
}

/** What Teams shows in its own words; the platform's raw value where it has none. */
export function availabilityWords(availability: string, language: Language): string {
  const category = categoryOf(availability);
  return category === null ? availability : categoryText(category, language);
}

/** The parts of an activity that say more than the availability beside it, in comparison form. */
export function furtherActivity(activity: string, availability: string): readonly string[] {
  const { parts, outOfOffice } = parseValue(activity);
  const shown = new Set(parseValue(availability).parts);
  const further = parts.filter((part) => !shown.has(part));
  return outOfOffice ? [...further, 'outofoffice'] : further;
}

function isKey<Key extends string>(text: string, record: Readonly<Record<Key, true>>): text is Key {
  return Object.hasOwn(record, text);
}
