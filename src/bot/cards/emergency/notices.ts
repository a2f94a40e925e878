/** Who is told of an emergency, and how that goes: one line for each contact. */
import type { EmergencyView, NoticeView, PersonId } from '@rufwerk/engine/core';
import { instant } from '../instants.ts';
import type { Telling } from '../telling.ts';
import type { ToldRow } from './layout.ts';

/** Keeps the card readable and below 28 KB. */
const CONTACTS_MAX = 20;

/** What went wrong first: that is what somebody has to act on. */
const WORST_FIRST: readonly NoticeView['state'][] = [
  'given-up',
  'unreachable',
  'waiting',
  'sending',
  'sent',
];

export interface ToldContacts {
  readonly rows: readonly ToldRow[];
  /** How many contacts found no room. */
  readonly more: number;
}

export function toldContacts(
  { notices, startedAt }: Pick<EmergencyView, 'notices' | 'startedAt'>,
  telling: Telling,
): ToldContacts {
  const byContact = new Map<PersonId, NoticeView[]>();
  for (const notice of notices) {
    const known = byContact.get(notice.contactId);
    if (known === undefined) byContact.set(notice.contactId, [notice]);
    else known.push(notice);
  }
  const contacts = [...byContact].sort(([, left], [, right]) => worst(left) - worst(right));
  return {
    rows: contacts.slice(0, CONTACTS_MAX).map(([contactId, each]) => ({
      name: telling.nameOf(contactId),
      how: each.map((notice) => noticeText(notice, startedAt, telling)).join(', '),
    })),
    more: Math.max(0, contacts.length - CONTACTS_MAX),
  };
}

/** Afterwards: whom nothing has reached, in no way. Somebody has to tell them. */
export function neverTold({ notices, startedAt }: EmergencyView, telling: Telling): ToldContacts {
  const reached = new Set(
    notices.filter(({ state }) => state === 'sent').map(({ contactId }) => contactId),
  );
  const inVain = notices.filter(({ contactId }) => !reached.has(contactId));
  // Nothing is tried again once it is over.
  return toldContacts({ notices: inVain.map(asLeft), startedAt }, telling);
}

function asLeft(notice: NoticeView): NoticeView {
  const state = notice.state === 'waiting' ? 'given-up' : notice.state;
  return { ...notice, state, retryAt: null };
}

function worst(notices: readonly NoticeView[]): number {
  return Math.min(...notices.map(({ state }) => WORST_FIRST.indexOf(state)));
}

function noticeText(
  notice: NoticeView,
  near: number,
  { words: { emergency: words } }: Telling,
): string {
  return `${words.channels[notice.channel]} ${howText(notice, near, words)}`;
}

function howText(
  { state, retryAt, because }: NoticeView,
  near: number,
  words: Telling['words']['emergency'],
): string {
  if (because !== null) return words.noWay[because];
  if (state === 'waiting' && retryAt !== null) return words.triedAgain(instant(retryAt, near));
  return words.notices[state === 'unreachable' ? 'given-up' : state];
}
