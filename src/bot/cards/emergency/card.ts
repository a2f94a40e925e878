/**
 * The one card of an emergency (EMG-18, EMG-20, DEC-9). Never the number dialled; the place only
 * while the emergency is under way, and never in the words that a notification shows.
 */
import { type EmergencyView, statusText } from '@rufwerk/engine/core';
import type { Card } from '../../chat/message.ts';
import type { EmergencyAct } from '../../emergencies/acts.ts';
import type { EmergencyReader } from '../../emergencies/rights.ts';
import { cardOf } from '../fill.ts';
import { foreign } from '../foreign.ts';
import { dateAndTime } from '../instants.ts';
import type { Telling } from '../telling.ts';
import { type EmergencyCardData, emergencyLayout } from './layout.ts';
import { neverTold, toldContacts } from './notices.ts';
import { actText, stateDetail, stateText, titleOf } from './sentences.ts';

const fill = cardOf<EmergencyCardData>(emergencyLayout);

/** More names would hide the agent's. */
const RUNG_MAX = 6;
/** A street, a town and a floor. */
const PLACE_MAX = 400;

/** What is told where: nothing to this reader, nothing known, or the place itself. */
export type Place =
  | { readonly kind: 'untold' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly line: string };

export interface EmergencyMatter {
  readonly view: EmergencyView;
  readonly reader: EmergencyReader;
  readonly place: Place;
  /** What was last said about it; null when nothing was. */
  readonly lastAct: EmergencyAct | null;
  /** Whether the card is kept current by itself; an answer in the chat is not. */
  readonly isKept: boolean;
  readonly url: string;
}

/** The card as it stands now, and the words of its notification. */
export function emergencyCard(
  matter: EmergencyMatter,
  telling: Telling,
): { readonly card: Card; readonly text: string } {
  const { view, reader, isKept, lastAct, url } = matter;
  const { emergency: words, buttonOpen } = telling.words;
  const state = stateText(view, telling);
  const title = headlineOf(matter, telling);
  const text = `${title}: ${state}`;
  const card = fill({
    ...{ lang: telling.language, summary: text, title, state, isKept, buttonOpen },
    ...{ look: lookOf(view), stateColor: colorOf(view), stateDetail: stateDetail(view, telling) },
    note: noteOf(matter, telling),
    lastAct: lastAct === null ? null : actText(lastAct, telling),
    ...standing(matter, telling),
    emergencyId: view.emergencyId,
    url: view.endedAt === null ? url : null,
    ...buttonsFor(view, reader, words),
  });
  return { card, text };
}

function headlineOf({ view, reader }: EmergencyMatter, telling: Telling): string {
  const { emergency: words } = telling.words;
  if (reader !== 'agent' || view.endedAt !== null) return titleOf(view, telling);
  return view.isDrill ? words.drill(words.protectedTitle) : words.protectedTitle;
}

function lookOf({ isDrill, endedAt }: EmergencyView): EmergencyCardData['look'] {
  if (endedAt !== null) return 'emphasis';
  return isDrill ? 'warning' : 'attention';
}

function colorOf({ call, endedAt }: EmergencyView): EmergencyCardData['stateColor'] {
  if (endedAt !== null) return 'default';
  return call === 'over' ? 'warning' : 'attention';
}

function noteOf({ view, reader }: EmergencyMatter, { words }: Telling): string | null {
  const { drillNote, protectedNote, sayOver } = words.emergency;
  const notes = [
    ...(view.isDrill ? [drillNote] : []),
    ...(reader === 'agent' && view.endedAt === null ? [protectedNote] : []),
    ...(reader === 'agent' && view.call === 'shown' && !view.endIsTold ? [sayOver] : []),
  ];
  return notes.length === 0 ? null : notes.join(' ');
}

type Standing = Pick<
  EmergencyCardData,
  ('where' | 'shownInstead' | 'callback' | 'ownDoNotDisturb') | ('told' | 'rows' | 'more' | 'times')
>;

const nothingStands: Standing = {
  ...{ where: null, shownInstead: null, callback: null, ownDoNotDisturb: null },
  ...{ told: null, rows: [], more: null, times: null },
};

/**
 * Afterwards a card says who, and from when to when, and to those who decide whom nothing has
 * reached; nothing else is kept (DEC-9).
 */
function standing(matter: EmergencyMatter, telling: Telling): Standing {
  const { view, place, reader } = matter;
  if (view.endedAt !== null) {
    return reader === 'responsible'
      ? { ...nothingStands, ...leftUntold(view, telling) }
      : nothingStands;
  }
  const { emergency: words } = telling.words;
  const { rows, more } = toldContacts(view, telling);
  const agent = reader === 'agent' ? words.you : telling.nameOf(view.agentId);
  return {
    where: whereText(place, telling),
    shownInstead: insteadText(view, telling),
    callback: callbackText(view, agent, telling),
    ownDoNotDisturb: view.ownDoNotDisturb ? words.ownDoNotDisturb(agent) : null,
    told: rows.length === 0 ? words.nobodyToTell : words.told,
    rows,
    more: more === 0 ? null : words.moreContacts(more),
    times: timesOf(view, telling),
  };
}

function leftUntold(
  view: EmergencyView,
  telling: Telling,
): Pick<Standing, 'told' | 'rows' | 'more'> {
  const { emergency: words } = telling.words;
  const { rows, more } = neverTold(view, telling);
  return {
    told: rows.length === 0 ? null : words.neverTold,
    rows,
    more: more === 0 ? null : words.moreContacts(more),
  };
}

function whereText(place: Place, { words }: Telling): string | null {
  switch (place.kind) {
    case 'untold':
      return null;
    case 'unknown':
      return words.emergency.whereUnknown;
    case 'known':
      return words.emergency.where(foreign(place.line, PLACE_MAX));
  }
}

function insteadText({ shownInstead }: EmergencyView, telling: Telling): string | null {
  if (shownInstead === null) return null;
  const status = foreign(statusText(shownInstead.activity, telling.language));
  return telling.words.emergency.shownInstead(status);
}

/** Which number, and who is rung; the number itself is for the screens of administrators. */
function callbackText(
  { callback, rungForCallback, standInsForCallback }: EmergencyView,
  agent: string,
  { words, nameOf, hasTeams }: Telling,
): string {
  const { emergency } = words;
  if (callback.path === 'none') return emergency.callbackNone(agent);
  if (callback.path === 'own-number') return emergency.callbackOwnNumber(agent);
  const contacts = rungForCallback.filter(hasTeams);
  const rung = contacts.length > 0 ? contacts : standInsForCallback.filter(hasTeams);
  if (rung.length === 0) return emergency.callbackPool(agent);
  const names = rung.slice(0, RUNG_MAX).map(nameOf).join(', ');
  const rest = rung.length - RUNG_MAX;
  return emergency.callbackPoolThen(agent, rest > 0 ? `${names} +${rest}` : names);
}

function timesOf({ startedAt, dialledAt }: EmergencyView, { words }: Telling): string {
  const { dialled, dialledAgain } = words.emergency;
  return startedAt === dialledAt
    ? dialled(dateAndTime(startedAt))
    : dialledAgain(dateAndTime(startedAt), dateAndTime(dialledAt));
}

type Buttons = Pick<EmergencyCardData, 'buttonOver' | 'buttonGoesOn' | 'buttonReady'>;

function buttonsFor(
  { call, endedAt }: EmergencyView,
  reader: EmergencyReader,
  words: Telling['words']['emergency'],
): Buttons {
  const decides = reader !== 'contact' && endedAt === null;
  const stands = decides && call !== 'over';
  const mayBeReady = reader === 'agent' && endedAt === null && call === 'over';
  return {
    buttonOver: stands ? words.buttonOver : null,
    buttonGoesOn: stands ? words.buttonGoesOn : null,
    buttonReady: mayBeReady ? words.buttonReady : null,
  };
}
