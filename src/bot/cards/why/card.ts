import {
  categoryOf,
  categoryText,
  changeText,
  orderSentence,
  reasonText,
} from '@rufwerk/engine/core';
import type {
  Candidate,
  DecisionRecord,
  NotChosen,
  PersonId,
  Reason,
  SeenPresence,
  TimeOf,
} from '@rufwerk/engine/core';
import type { Message } from '../../chat/message.ts';
import { durationText } from '../../words/index.ts';
import { becauseSentence } from '../decision/sentences.ts';
import { cardOf } from '../fill.ts';
import { foreign } from '../foreign.ts';
import { dateAndTime, instant } from '../instants.ts';
import type { Telling } from '../telling.ts';
import { whyLayout, type WhyCardData, type WhyRow } from './layout.ts';

const fill = cardOf<WhyCardData>(whyLayout);

/** Keeps the card below 28 KB, which every client takes; the tab shows everyone. */
const ROWS_MAX = 20;

export interface WhyMatter {
  readonly record: DecisionRecord;
  readonly serviceName: string;
  readonly callerId: PersonId | null;
  /** Whether the card takes the place of the call's card and must lead back to it. */
  readonly leadsBack: boolean;
}

/** The full explanation of one decision. */
export function whyCard(matter: WhyMatter, telling: Telling): Message & { readonly card: object } {
  const { words, language, detail } = telling;
  const { record: decision, callerId } = matter;
  const title = `${words.whyTitle} ${foreign(matter.serviceName)}`;
  const why = becauseSentence(decision, telling);
  const rows = [
    ...decision.candidates.map((candidate, index) =>
      candidateRow(candidate, index, matter, telling),
    ),
    ...decision.notChosen.map((other) => notChosenRow(other, decision, telling)),
  ];
  const more = rows.length - ROWS_MAX;
  const card = fill({
    lang: language,
    summary: title,
    title,
    caller:
      detail === 'full' && callerId !== null ? words.callFrom(telling.callerOf(callerId)) : null,
    why,
    order: decision.candidates.length === 0 ? null : orderSentence(decision.order, language),
    change: changeOf(decision, telling),
    rows: rows.slice(0, ROWS_MAX),
    more: more > 0 ? words.andMore(more) : null,
    times: `${words.decidedAt(dateAndTime(decision.at))} · ${decision.decisionId}`,
    taskId: decision.taskId,
    url: telling.tabUrlOf(decision.decisionId),
    buttonLess: matter.leadsBack ? words.buttonLess : null,
    buttonOpen: words.buttonOpen,
  });
  return { text: title, card };
}

/** The smallest change that would have changed the result. */
function changeOf({ at, change, order }: DecisionRecord, telling: Telling): string | null {
  if (change === null) return null;
  const safe = change.kind === 'reason' ? { ...change, reason: harmless(change.reason) } : change;
  const text = changeText(safe, order, telling.language, { ...instantsNear(at), withAge: true });
  return `${telling.nameOf(change.agentId)} ${text}.`;
}

/** When pauses end and breaks began, as the reader's client shows instants. */
function instantsNear(near: number): { readonly timeOf: TimeOf; readonly dayAndTimeOf: TimeOf } {
  const timeOf: TimeOf = (at) => instant(at, near);
  return { timeOf, dayAndTimeOf: timeOf };
}

/** What Teams told can be anything; all other words of a reason are ours, instants among them. */
function harmless(reason: Reason): Reason {
  if ('activity' in reason) return { ...reason, activity: foreign(reason.activity) };
  return 'value' in reason ? { ...reason, value: foreign(reason.value) } : reason;
}

function candidateRow(
  candidate: Candidate,
  index: number,
  { record: decision }: WhyMatter,
  telling: Telling,
): WhyRow {
  const { words } = telling;
  const idleSince = instant(candidate.idleSinceAt, decision.at);
  const place =
    index === 0 ? words.candidateFirst(idleSince) : words.candidateNext(index + 1, idleSince);
  const offers = candidate.offersOfThisTask;
  return {
    name: telling.nameOf(candidate.agentId),
    mark: `${index + 1}.`,
    reason: [
      place,
      ...(offers === 0 ? [] : [words.hadOffers(offers)]),
      ...(candidate.isLate ? [words.oldPresence] : []),
    ].join(', '),
    presence: presenceOf(candidate.presence, telling),
  };
}

/** The age stands with the presence, or with the reason where the reader is shown none. */
function notChosenRow(
  { agentId, reason, presence: seen }: NotChosen,
  { at }: DecisionRecord,
  telling: Telling,
): WhyRow {
  const presence = seen === null ? null : presenceOf(seen, telling);
  const told = { ...instantsNear(at), withAge: presence === null };
  return {
    name: telling.nameOf(agentId),
    mark: '–',
    reason: reasonText(harmless(reason), telling.language, told),
    presence,
  };
}

/** What Teams showed, and how old that was when it was relied on. */
function presenceOf(presence: SeenPresence, telling: Telling): string | null {
  if (telling.detail !== 'full') return null;
  const { availability, activity, ageMs } = presence;
  const category = categoryOf(availability);
  const shown = category === null ? availability : categoryText(category, telling.language);
  const both = activity === availability ? shown : `${shown} (${activity})`;
  return telling.words.presence(foreign(both), durationText(ageMs));
}
