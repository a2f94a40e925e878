/**
 * Reasons and orders in the words of the trade, English and German (Swiss spelling). Screens, cards
 * and the manual share these sentences, so that they never disagree.
 */
import type { OfferOutcome, EndReason } from '../tenant/facts.ts';
import type { Category } from '../presence/values.ts';
import type { PauseCause, Reason, ReasonCode } from './reasons.ts';

export type Language = 'en' | 'de';

type Texts = Readonly<Record<Language, string>>;

const CATEGORY: Readonly<Record<Category, Texts>> = {
  available: { en: 'Available', de: 'Verfügbar' },
  busy: { en: 'Busy', de: 'Beschäftigt' },
  'do-not-disturb': { en: 'Do not disturb', de: 'Nicht stören' },
  away: { en: 'Away', de: 'Abwesend' },
  offline: { en: 'Offline', de: 'Offline' },
  unknown: { en: 'Status unknown', de: 'Status unbekannt' },
};

const PAUSE: Readonly<Record<PauseCause, Texts>> = {
  missed: { en: 'a missed offer', de: 'einem nicht angenommenen Anruf' },
  declined: { en: 'a declined offer', de: 'einem abgelehnten Anruf' },
  unreachable: { en: 'an offer that could not ring', de: 'einer Zustellung ohne Klingeln' },
};

/** Name of a presence category, as Teams says it. */
export function categoryText(category: Category, language: Language): string {
  return CATEGORY[category][language];
}

/**
 * The sentence of a reason, without the agent's name and without a full stop. Instants are left to
 * the reader's screen; ages are told in seconds.
 */
export function reasonText(reason: Reason, language: Language): string {
  const en = language === 'en';
  switch (reason.code) {
    case 'off-duty':
      return en ? 'off duty' : 'abgemeldet';
    case 'ringing':
      return en ? 'another call is ringing' : 'ein anderer Anruf wird zugestellt';
    case 'in-our-call':
      return en ? 'in a call of a service' : 'im Gespräch eines Service';
    case 'after-call-work':
      return en ? 'after-call work' : 'Nachbearbeitung';
    case 'paused':
      return `${en ? 'pause after' : 'Sperrzeit nach'} ${PAUSE[reason.cause][language]}`;
    case 'is-the-caller':
      return en ? 'placed this call' : 'hat diesen Anruf selbst gestartet';
    case 'presence-not-known':
      return en ? 'Teams presence is not known yet' : 'Teams-Präsenz noch nicht bekannt';
    case 'in-a-call':
      return `${en ? 'in a call in Teams' : 'in Teams im Gespräch'} (${reason.activity})`;
    case 'in-a-meeting':
      return `${en ? 'in a meeting in Teams' : 'in Teams in einer Besprechung'} (${reason.activity})`;
    default:
      return presenceText(reason, language);
  }
}

type PresenceText = Extract<
  Reason,
  {
    code: 'presence-too-old' | 'presence-value-unknown' | 'not-distributed' | 'busy-while-degraded';
  }
>;

function presenceText(reason: PresenceText, language: Language): string {
  const en = language === 'en';
  switch (reason.code) {
    case 'presence-too-old': {
      const [age, limit] = [seconds(reason.ageMs), seconds(reason.limitMs)];
      return en
        ? `presence is ${age} s old, the service allows ${limit} s`
        : `Präsenz ist ${age} s alt, der Service erlaubt ${limit} s`;
    }
    case 'presence-value-unknown':
      return en
        ? `Teams shows "${reason.value}", which is not known to be safe`
        : `Teams zeigt «${reason.value}», das ist nicht als sicher bekannt`;
    case 'not-distributed': {
      const category = categoryText(reason.category, language);
      return en
        ? `Teams shows ${category}, the service does not ring these people`
        : `Teams zeigt ${category}, der Service stellt dann nicht zu`;
    }
    case 'busy-while-degraded':
      return en
        ? 'Busy, and it cannot be seen whether in a call'
        : 'Beschäftigt, und es ist nicht sichtbar, ob im Gespräch';
  }
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}

const REASON_COUNT: Readonly<Record<ReasonCode, Texts>> = {
  'off-duty': { en: 'off duty', de: 'abgemeldet' },
  ringing: { en: 'ringing', de: 'klingelt' },
  'in-our-call': { en: 'in our call', de: 'im Servicegespräch' },
  'after-call-work': { en: 'in after-call work', de: 'in Nachbearbeitung' },
  paused: { en: 'paused', de: 'in Sperrzeit' },
  'is-the-caller': { en: 'placed the call', de: 'selbst Anrufer' },
  'presence-not-known': { en: 'of unknown presence', de: 'mit unbekannter Präsenz' },
  'presence-too-old': { en: 'with an old presence', de: 'mit veralteter Präsenz' },
  'presence-value-unknown': { en: 'with an unknown status', de: 'mit unbekanntem Status' },
  'in-a-call': { en: 'in a call', de: 'im Gespräch' },
  'in-a-meeting': { en: 'in a meeting', de: 'in Besprechung' },
  'not-distributed': { en: 'not ringable by presence', de: 'nach Präsenz nicht zustellbar' },
  'busy-while-degraded': { en: 'busy, detail unknown', de: 'beschäftigt, Näheres unbekannt' },
};

const CATEGORY_COUNT: Readonly<Record<Category, Texts>> = {
  available: { en: 'available', de: 'verfügbar' },
  busy: { en: 'busy', de: 'beschäftigt' },
  'do-not-disturb': { en: 'do not disturb', de: '«Nicht stören»' },
  away: { en: 'away', de: 'abwesend' },
  offline: { en: 'offline', de: 'offline' },
  unknown: { en: 'of unknown status', de: 'mit unbekanntem Status' },
};

/** "4 busy, 1 in a call": the words behind a count. `category` where presence is the reason. */
export function reasonCountText(
  code: ReasonCode,
  category: Category | null,
  language: Language,
): string {
  return (category === null ? REASON_COUNT[code] : CATEGORY_COUNT[category])[language];
}

/** An order in one sentence. */
export function orderSentence(order: 'longest-idle', language: Language): string {
  const sentences: Readonly<Record<typeof order, Texts>> = {
    'longest-idle': {
      en: 'Who has been offered this call least often comes first, then who has been idle longest; equal ones are drawn by lot.',
      de: 'Zuerst, wem dieser Anruf am seltensten zugestellt wurde, dann wer am längsten frei ist; bei Gleichstand entscheidet das Los.',
    },
  };
  return sentences[order][language];
}

const OUTCOME: Readonly<Record<OfferOutcome, Texts>> = {
  accepted: { en: 'accepted', de: 'angenommen' },
  declined: { en: 'declined', de: 'abgelehnt' },
  missed: { en: 'not answered', de: 'nicht angenommen' },
  unreachable: { en: 'could not ring', de: 'nicht erreichbar' },
  recalled: { en: 'recalled', de: 'zurückgezogen' },
  'call-ended': { en: 'caller hung up while ringing', de: 'während des Klingelns aufgelegt' },
  'handed-over': { en: 'handed over to Teams', de: 'an Teams übergeben' },
  unknown: { en: 'outcome unknown', de: 'Ausgang unbekannt' },
};

export function outcomeText(outcome: OfferOutcome, language: Language): string {
  return OUTCOME[outcome][language];
}

const END: Readonly<Record<EndReason, Texts>> = {
  'caller-hung-up': { en: 'the caller hung up', de: 'aufgelegt' },
  'agent-hung-up': { en: 'the agent ended the call', de: 'vom Agenten beendet' },
  'not-answered-by-us': {
    en: 'the call could not be answered',
    de: 'Anruf konnte nicht angenommen werden',
  },
  'no-answer-after-hand-over': {
    en: 'nobody was seen to answer after the redirect',
    de: 'nach der Umleitung wurde keine Annahme gesehen',
  },
  'presence-left-the-call': {
    en: 'the agent left the call',
    de: 'der Agent hat das Gespräch verlassen',
  },
  'call-gone': { en: 'Teams no longer knows the call', de: 'Teams kennt den Anruf nicht mehr' },
  'maximum-reached': {
    en: 'the stated maximum was reached',
    de: 'das festgelegte Maximum wurde erreicht',
  },
  'service-removed': { en: 'the service was removed', de: 'der Service wurde entfernt' },
};

export function endReasonText(reason: EndReason, language: Language): string {
  return END[reason][language];
}
