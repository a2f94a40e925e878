/** How offers and calls ended, in words. */
import type { EndReason, OfferOutcome } from '../tenant/facts.ts';
import type { Language, Texts } from '../language.ts';

const OUTCOME: Readonly<Record<OfferOutcome, Texts>> = {
  accepted: { en: 'accepted', de: 'angenommen' },
  declined: { en: 'declined', de: 'abgelehnt' },
  missed: { en: 'not answered', de: 'nicht angenommen' },
  unreachable: { en: 'could not ring', de: 'nicht erreichbar' },
  recalled: { en: 'recalled', de: 'zurückgezogen' },
  'call-ended': { en: 'caller hung up while ringing', de: 'während des Klingelns aufgelegt' },
  'handed-over': { en: 'handed over to Teams', de: 'an Teams übergeben' },
  'taken-by-another': { en: 'somebody else took it', de: 'von jemand anderem angenommen' },
  'not-confirmed': {
    en: 'not rung: Teams could not be asked in time',
    de: 'nicht zugestellt: Teams konnte nicht rechtzeitig gefragt werden',
  },
  'caller-not-reached': { en: 'the caller was not reached', de: 'Anrufer nicht erreicht' },
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
  'sent-on': { en: 'the call was sent on', de: 'der Anruf wurde weitergeleitet' },
  announced: {
    en: 'the caller was told why and hung up',
    de: 'nach der Ansage wurde aufgelegt',
  },
  'caller-not-reached': {
    en: 'the caller could not be called back',
    de: 'der Rückruf erreichte niemanden',
  },
  'called-again': {
    en: 'the caller called again and keeps the place',
    de: 'erneut angerufen, der Platz bleibt',
  },
  'service-removed': { en: 'the service was removed', de: 'der Service wurde entfernt' },
};

export function endReasonText(reason: EndReason, language: Language): string {
  return END[reason][language];
}
