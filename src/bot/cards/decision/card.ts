import { endReasonText, orderSentence, outcomeText } from '@rufwerk/engine/core';
import type { DecisionRow } from '@rufwerk/engine/ports';
import type { Card } from '../../chat/message.ts';
import { stateOf, type CallState, type CallStory } from '../../calls/story.ts';
import { cardOf } from '../fill.ts';
import { foreign } from '../foreign.ts';
import { dateAndTime, instant } from '../instants.ts';
import type { Telling } from '../telling.ts';
import { decisionLayout, type DecisionCardData } from './layout.ts';
import { chosenSentence, countedReasons } from './sentences.ts';

const fill = cardOf<DecisionCardData>(decisionLayout);

/** More would be a list, and the tab has lists. */
const EARLIER_OFFERS_MAX = 5;

/** The one card of a call, as it stands now, and the words of its notification. */
export function decisionCard(
  story: CallStory,
  serviceName: string,
  telling: Telling,
): { readonly card: Card; readonly text: string } {
  const { words, language } = telling;
  const { call, decision } = story;
  const state = stateOf(story);
  const service = foreign(serviceName);
  const headline = headlineOf(state, telling);
  const text = `${service}: ${headline}`;
  const card = fill({
    lang: language,
    summary: text,
    service,
    caller: telling.detail === 'full' ? words.callFrom(telling.callerOf(call.callerId)) : null,
    state: headline,
    stateColor: colorOf(state),
    stateDetail: detailOf(state, telling),
    why: decision === null ? null : chosenSentence(decision, telling),
    order: orderOf(decision, telling),
    confirmed: story.confirmedInMs === null ? null : words.confirmedIn(story.confirmedInMs),
    others: othersOf(decision, telling),
    earlier: earlierOf(story, telling),
    times: timesOf(story, telling),
    taskId: call.taskId,
    decisionId: decision?.decisionId ?? null,
    url: telling.tabUrlOf(decision?.decisionId ?? null),
    buttonWhy: words.buttonWhy,
    buttonOpen: words.buttonOpen,
  });
  return { card, text };
}

function headlineOf(state: CallState, { words, nameOf }: Telling): string {
  switch (state.kind) {
    case 'waiting':
      return words.waiting;
    case 'ringing':
      return words.offeredTo(nameOf(state.agentId));
    case 'talking':
      return words.talksWith(nameOf(state.agentId));
    case 'handed-over':
      return words.handedOverTo(nameOf(state.agentId));
    case 'ended':
      return state.agentId === null && state.reason === 'caller-hung-up'
        ? words.abandoned
        : words.ended;
  }
}

function colorOf(state: CallState): DecisionCardData['stateColor'] {
  switch (state.kind) {
    case 'waiting':
      return 'warning';
    case 'ringing':
      return 'accent';
    case 'talking':
    case 'handed-over':
      return 'good';
    case 'ended':
      return 'default';
  }
}

function detailOf(state: CallState, telling: Telling): string | null {
  const { words } = telling;
  switch (state.kind) {
    case 'waiting':
    case 'ringing':
    case 'talking':
      return words.since(instant(state.sinceAt, state.sinceAt));
    case 'handed-over':
      return words.handedOverDetail;
    case 'ended':
      return endingOf(state, telling);
  }
}

/** How it ended, with whom, and how that is known: an inferred end says so. */
function endingOf(state: Extract<CallState, { kind: 'ended' }>, telling: Telling): string {
  const { words, language, nameOf } = telling;
  const { endedAt, reason, seen, agentId } = state;
  const when = instant(endedAt, endedAt);
  return [
    reason === null ? null : words.endedBy(endReasonText(reason, language), when),
    agentId === null ? null : words.endedAfterTalking(nameOf(agentId)),
    seen === null ? null : words.endSeen[seen],
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

/** The order says nothing where nobody stood in it. */
function orderOf(decision: DecisionRow | null, { language }: Telling): string | null {
  if (decision === null || decision.candidates === 0) return null;
  return orderSentence(decision.order, language);
}

function othersOf(decision: DecisionRow | null, telling: Telling): string | null {
  if (decision === null) return null;
  const counts = countedReasons(decision, telling.language);
  return counts === '' ? null : telling.words.others(counts);
}

/** Offers of this call that came to nothing, newest first. */
function earlierOf({ inVain }: CallStory, telling: Telling): string | null {
  if (inVain.length === 0) return null;
  const told = inVain
    .slice(0, EARLIER_OFFERS_MAX)
    .map(
      ({ agentId, outcome }) =>
        `${telling.nameOf(agentId)} (${outcomeText(outcome, telling.language)})`,
    );
  return telling.words.earlier(told.join(', '));
}

function timesOf({ call, decision }: CallStory, { words }: Telling): string {
  const cameIn = words.cameIn(dateAndTime(call.queuedAt));
  if (decision === null) return cameIn;
  return `${cameIn} · ${words.decidedAt(instant(decision.at, call.queuedAt))}`;
}
