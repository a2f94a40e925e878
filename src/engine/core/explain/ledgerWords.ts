/** The ledger of presences in words: who showed a person as what, why, and until when (DEC-5). */
import type { FactOf } from '../tenant/facts.ts';
import type { LeaseReason } from '../tenant/leaseState.ts';
import type { Language } from './language.ts';

type Texts = Readonly<Record<Language, string>>;

/** Why a lease was taken, as the end of "because of ...". */
export function leaseReasonText(
  reason: LeaseReason,
  serviceName: string,
  language: Language,
): string {
  switch (reason.kind) {
    case 'call':
      return language === 'de' ? `ein Gespräch für ${serviceName}` : `a call of ${serviceName}`;
    case 'after-call-work':
      return language === 'de'
        ? `die Nachbearbeitung für ${serviceName}`
        : `after-call work for ${serviceName}`;
  }
}

const RELEASED: Readonly<Record<FactOf<'LeaseReleased'>['cause'], Texts>> = {
  'reason-ended': { en: 'its reason has ended', de: 'der Grund ist weggefallen' },
  expired: { en: 'its time was over', de: 'die Frist ist abgelaufen' },
  'not-an-agent': { en: 'the person is no agent any more', de: 'die Person ist kein Agent mehr' },
};

/** Why a lease was released. */
export function releaseText(cause: FactOf<'LeaseReleased'>['cause'], language: Language): string {
  return RELEASED[cause][language];
}
