/** The ledger of presences in words: who showed a person as what, why, and until when (DEC-5). */
import type { FactOf } from '../tenant/facts.ts';
import type { ServiceId } from '../ids.ts';
import type { LeaseReason } from '../tenant/leaseState.ts';
import type { Language } from '../language.ts';

type Texts = Readonly<Record<Language, string>>;

/** Why a lease was taken, as the end of "because of ...". */
export function leaseReasonText(
  reason: LeaseReason,
  nameOf: (serviceId: ServiceId) => string,
  language: Language,
): string {
  if (reason.kind === 'emergency') {
    return language === 'de' ? 'ein Notruf' : 'an emergency call';
  }
  const serviceName = nameOf(reason.serviceId);
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

/** By activity: what sessions show and what people choose, as Teams itself says it. */
const STATUS: Readonly<Record<string, Texts>> = {
  Available: { en: 'Available', de: 'Verfügbar' },
  Busy: { en: 'Busy', de: 'Beschäftigt' },
  InACall: { en: 'Busy, in a call', de: 'Beschäftigt, in einem Gespräch' },
  InAConferenceCall: { en: 'Busy, in a conference', de: 'Beschäftigt, in einer Konferenz' },
  DoNotDisturb: { en: 'Do not disturb', de: 'Nicht stören' },
  Presenting: { en: 'Do not disturb, presenting', de: 'Nicht stören, präsentiert' },
  BeRightBack: { en: 'Be right back', de: 'Bin gleich zurück' },
  Away: { en: 'Away', de: 'Abwesend' },
  OffWork: { en: 'Offline', de: 'Offline' },
};

/** A status in words; a value that nobody taught us is shown as it is. */
export function statusText(activity: string, language: Language): string {
  return STATUS[activity]?.[language] ?? activity;
}
