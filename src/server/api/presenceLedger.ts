/** The ledger of presences in words: who wanted what of a person shown, and what Teams took. */
import {
  type Language,
  leaseReasonText,
  type PreferredPresence,
  releaseText,
  statusText,
} from '@rufwerk/engine/core';
import { longestChoiceDays } from '@rufwerk/engine/api';
import type { PresenceAsked, PresenceEntry } from '@rufwerk/engine/ports';

/** One entry as a sentence; services by the names they have now. */
export function entryText(
  change: PresenceEntry['change'],
  nameOf: (serviceId: string) => string,
  language: Language,
): string {
  const en = language === 'en';
  switch (change.kind) {
    case 'lease-taken': {
      const because = leaseReasonText(change.reason, nameOf, language);
      const what = statusText(change.presence.activity, language);
      return en
        ? `Rufwerk is to show ${what} because of ${because}`
        : `Rufwerk soll ${what} zeigen: ${because}`;
    }
    case 'lease-released': {
      const cause = releaseText(change.cause, language);
      return en
        ? `Rufwerk is to show it no longer: ${cause}`
        : `Rufwerk soll es nicht mehr zeigen: ${cause}`;
    }
    case 'shown': {
      const what = statusText(change.presence.activity, language);
      return en ? `Teams took ${what} from Rufwerk` : `Teams übernahm ${what} von Rufwerk`;
    }
    case 'cleared':
      return en
        ? 'Teams shows nothing of Rufwerk’s any more'
        : 'Teams zeigt nichts mehr von Rufwerk';
    case 'own-act':
      return ownActText(change.presence, change.forMinutes, language);
    case 'refused':
      return refusedText(change.asked, language);
  }
}

function ownActText(
  presence: PreferredPresence | null,
  minutes: number | null,
  language: Language,
): string {
  const en = language === 'en';
  if (presence === null) {
    return en ? 'The person reset the own setting' : 'Die Person hat die Einstellung zurückgesetzt';
  }
  const status = statusText(presence.activity, language);
  if (minutes === null) {
    const isDay = longestChoiceDays(presence.availability) === 1;
    if (en)
      return `The person chose ${status} until it is reset, ${isDay ? '1 day' : '7 days'} at most`;
    return `Die Person wählte ${status} bis zum Zurücksetzen, höchstens ${isDay ? '1 Tag' : '7 Tage'}`;
  }
  return en
    ? `The person chose ${status} for ${minutes} minutes`
    : `Die Person wählte ${status} für ${minutes} Minuten`;
}

function refusedText(asked: PresenceAsked, language: Language): string {
  const en = language === 'en';
  switch (asked.kind) {
    case 'shown': {
      const what = statusText(asked.presence.activity, language);
      return en
        ? `Teams did not take ${what} from Rufwerk; it is tried again`
        : `Teams übernahm ${what} nicht von Rufwerk; es wird erneut versucht`;
    }
    case 'cleared':
      return en
        ? 'Teams did not end what Rufwerk shows; it is tried again, and ends by itself'
        : 'Teams beendete nicht, was Rufwerk zeigt; neuer Versuch, und es endet von selbst';
    case 'own-act': {
      if (asked.presence === null) {
        return en
          ? 'The person wanted to reset the own setting; Teams did not take it'
          : 'Die Person wollte die Einstellung zurücksetzen; Teams übernahm es nicht';
      }
      const status = statusText(asked.presence.activity, language);
      return en
        ? `The person chose ${status}; Teams did not take it`
        : `Die Person wählte ${status}; Teams übernahm es nicht`;
    }
  }
}
