/**
 * Reasons and orders in the words of the trade, English and German (Swiss spelling). Screens, cards
 * and the manual share these sentences, so that they never disagree.
 */
import type { Category } from '../presence/values.ts';
import { DUTY_REASONS } from '../tenant/facts.ts';
import type { Language, Texts } from '../language.ts';
import type { PauseCause, Reason, ReasonCode } from '../explain/reasons.ts';

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
  'not-confirmed': {
    en: 'a presence that could not be read in time',
    de: 'einer Präsenz, die nicht rechtzeitig gelesen werden konnte',
  },
};

/** Name of a presence category, as Teams says it. */
export function categoryText(category: Category, language: Language): string {
  return CATEGORY[category][language];
}

/** An instant as the reader's clock says it. */
export type TimeOf = (at: number) => string;

/** What a sentence of a reason tells beside the reason itself. */
export interface Telling {
  /** Names the instants of the day: ends of pauses, beginnings of breaks and the like. */
  readonly timeOf?: TimeOf;
  /** Names instants that may be days ago; without it they are not told. */
  readonly dayAndTimeOf?: TimeOf;
  /** What a break is called; null for a reason that is configured no more. */
  readonly breakNameOf?: (reasonCode: number) => string | null;
  /** Says how old a presence was. Not for screens that stay open: there it would grow wrong. */
  readonly withAge?: boolean;
}

/** The sentence of a reason, without the agent's name and without a full stop. */
export function reasonText(reason: Reason, language: Language, telling: Telling = {}): string {
  const en = language === 'en';
  const { timeOf, dayAndTimeOf } = telling;
  const until = (at: number) => (timeOf === undefined ? '' : endText(timeOf(at), language));
  const since = (at: number) => startText(at, language, timeOf);
  switch (reason.code) {
    case 'in-an-emergency':
      return (
        (en ? 'protected after an emergency call' : 'nach einem Notruf geschützt') +
        until(reason.untilAt)
      );
    case 'off-duty':
      return offDutyText(reason, language) + startText(reason.sinceAt, language, dayAndTimeOf);
    case 'on-break':
      return breakText(reason, language, telling) + since(reason.sinceAt);
    case 'ringing':
      return (
        (en ? 'another call is ringing' : 'ein anderer Anruf wird zugestellt') +
        since(reason.sinceAt)
      );
    case 'in-our-call':
      return (en ? 'in a call of a service' : 'im Gespräch eines Service') + since(reason.sinceAt);
    case 'after-call-work':
      return (en ? 'after-call work' : 'Nachbearbeitung') + until(reason.untilAt);
    case 'paused':
      return (
        `${en ? 'pause after' : 'Sperrzeit nach'} ${PAUSE[reason.cause][language]}` +
        until(reason.untilAt)
      );
    case 'is-the-caller':
      return en ? 'placed this call' : 'hat diesen Anruf selbst gestartet';
    case 'presence-not-known':
      return en ? 'Teams presence is not known yet' : 'Teams-Präsenz noch nicht bekannt';
    case 'others-first':
      return othersFirstText(reason, language) + until(reason.untilAt);
    case 'service-switched-off':
    case 'not-yet-switched-on':
    case 'profile-without-skill':
    case 'level-not-reached':
      return responsibilityText(reason, language, timeOf);
    default:
      return presenceText(reason, language, telling);
  }
}

function endText(time: string, language: Language): string {
  return language === 'en' ? `, until ${time}` : `, bis ${time}`;
}

function startText(at: number, language: Language, timeOf: TimeOf | undefined): string {
  if (timeOf === undefined) return '';
  return language === 'en' ? `, since ${timeOf(at)}` : `, seit ${timeOf(at)}`;
}

type Of<Code extends ReasonCode> = Extract<Reason, { readonly code: Code }>;

/** Whoever did not switch themselves off is told who or what did. */
function offDutyText({ reasonCode, misses }: Of<'off-duty'>, language: Language): string {
  const en = language === 'en';
  switch (reasonCode) {
    case DUTY_REASONS.MISSED_OFFERS:
      if (misses === 1) {
        return en
          ? 'set off duty after a missed offer'
          : 'nach einem nicht angenommenen Anruf abgemeldet';
      }
      return en
        ? `set off duty after ${misses} missed offers`
        : `nach ${misses} nicht angenommenen Anrufen abgemeldet`;
    case DUTY_REASONS.BY_A_SUPERVISOR:
      return en ? 'set off duty by a supervisor' : 'von der Supervision abgemeldet';
    case DUTY_REASONS.CHOSEN_FOR_AFTER_THE_CALL:
      return en
        ? 'off duty, as chosen for after the call'
        : 'abgemeldet, wie für nach dem Anruf gewählt';
    default:
      return en ? 'off duty' : 'abgemeldet';
  }
}

function breakText(
  { reasonCode }: Of<'on-break'>,
  language: Language,
  { breakNameOf }: Telling,
): string {
  const name = breakNameOf?.(reasonCode) ?? null;
  const words = language === 'en' ? 'on a break' : 'in der Pause';
  if (name === null) return words;
  return language === 'en' ? `${words} (${name})` : `${words} («${name}»)`;
}

function othersFirstText({ cause }: Of<'others-first'>, language: Language): string {
  const en = language === 'en';
  if (cause === 'preferred') {
    return en ? 'preferred people are rung first' : 'bevorzugte Personen werden zuerst gerufen';
  }
  return en
    ? 'the agent of the last call is rung first'
    : 'zuerst wird gerufen, wer zuletzt mit der Person gesprochen hat';
}

type ResponsibilityText = Of<
  'service-switched-off' | 'not-yet-switched-on' | 'profile-without-skill' | 'level-not-reached'
>;

function responsibilityText(
  reason: ResponsibilityText,
  language: Language,
  timeOf?: TimeOf,
): string {
  const en = language === 'en';
  switch (reason.code) {
    case 'service-switched-off':
      return en ? 'has switched this service off' : 'hat diesen Service ausgeschaltet';
    case 'not-yet-switched-on':
      return en
        ? 'is new to this service and has not switched it on yet'
        : 'ist neu in diesem Service und hat ihn noch nicht eingeschaltet';
    case 'profile-without-skill':
      return en
        ? 'the active responsibility profile leaves out the skills of this service'
        : 'das aktive Zuständigkeitsprofil enthält die Fähigkeiten dieses Service nicht';
    case 'level-not-reached': {
      const { level, fromAt } = reason;
      // Set-up numbers only the steps of widening: whoever serves at once is of none of them.
      const sentence = en
        ? `is rung from level ${level} on, when the call has waited longer`
        : `wird erst ab Stufe ${level} gerufen, wenn der Anruf länger gewartet hat`;
      if (fromAt === null || timeOf === undefined) return sentence;
      return sentence + (en ? `, from ${timeOf(fromAt)} on` : `, ab ${timeOf(fromAt)}`);
    }
  }
}

type PresenceText = Of<
  | 'presence-too-old'
  | 'presence-value-unknown'
  | 'in-a-call'
  | 'in-a-meeting'
  | 'not-distributed'
  | 'busy-while-degraded'
>;

function presenceText(
  reason: PresenceText,
  language: Language,
  { withAge = false }: Telling,
): string {
  const en = language === 'en';
  const seen = (ageMs: number) => (withAge ? `, ${seenText(ageMs, language)}` : '');
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
    case 'in-a-call': {
      const call = en ? 'in a call in Teams' : 'in Teams im Gespräch';
      return `${call} (${reason.activity})${seen(reason.ageMs)}`;
    }
    case 'in-a-meeting': {
      const meeting = en ? 'in a meeting in Teams' : 'in Teams in einer Besprechung';
      return `${meeting} (${reason.activity})${seen(reason.ageMs)}`;
    }
    case 'not-distributed': {
      const category = categoryText(reason.category, language);
      const sentence = en
        ? `Teams shows ${category}, the service does not ring these people`
        : `Teams zeigt ${category}, der Service stellt dann nicht zu`;
      return sentence + seen(reason.ageMs);
    }
    case 'busy-while-degraded':
      return busyWhileDegradedText(reason, language) + seen(reason.ageMs);
  }
}

/** Either the source shows no activity, or the one it showed is older than the service allows. */
function busyWhileDegradedText({ limitMs }: Of<'busy-while-degraded'>, language: Language): string {
  const en = language === 'en';
  const unseen = en
    ? 'Busy, and it cannot be seen whether in a call'
    : 'Beschäftigt, und es ist nicht sichtbar, ob im Gespräch';
  if (limitMs === null) {
    return unseen + (en ? ': the source shows no calls' : ': die Quelle zeigt keine Gespräche');
  }
  const limit = seconds(limitMs);
  const trusts = en
    ? `: the service trusts an activity for ${limit} s`
    : `: der Service vertraut einer Aktivität ${limit} s lang`;
  return unseen + trusts;
}

function seenText(ageMs: number, language: Language): string {
  return language === 'en' ? `seen ${seconds(ageMs)} s ago` : `vor ${seconds(ageMs)} s gesehen`;
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}

const REASON_COUNT: Readonly<Record<ReasonCode, Texts>> = {
  'in-an-emergency': { en: 'in an emergency', de: 'im Notfall' },
  'off-duty': { en: 'off duty', de: 'abgemeldet' },
  'on-break': { en: 'on a break', de: 'in der Pause' },
  ringing: { en: 'ringing', de: 'klingelt' },
  'in-our-call': { en: 'in our call', de: 'im Servicegespräch' },
  'after-call-work': { en: 'in after-call work', de: 'in Nachbearbeitung' },
  paused: { en: 'paused', de: 'in Sperrzeit' },
  'service-switched-off': { en: 'switched off', de: 'ausgeschaltet' },
  'not-yet-switched-on': { en: 'new, not switched on yet', de: 'neu, noch nicht eingeschaltet' },
  'profile-without-skill': {
    en: 'without the skill by profile',
    de: 'durch Profil ohne Fähigkeit',
  },
  'level-not-reached': { en: 'rung only later', de: 'erst später gerufen' },
  'others-first': { en: 'after the preferred', de: 'nach den Bevorzugten' },
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
