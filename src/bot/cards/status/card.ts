import type { ServiceView } from '@rufwerk/engine/core';
import type { Message } from '../../chat/message.ts';
import { durationText } from '../../words/index.ts';
import { reasonCounts } from '../decision/sentences.ts';
import { cardOf } from '../fill.ts';
import { foreign } from '../foreign.ts';
import type { Telling } from '../telling.ts';
import { statusLayout, type StatusCardData, type StatusRow } from './layout.ts';

const fill = cardOf<StatusCardData>(statusLayout);

/** Bounds that keep the card readable and below 28 KB. */
const SERVICES_MAX = 15;
const NAMES_MAX = 8;

/** The services at `at`; those with waiting calls first, the longest wait on top. */
export function statusCard(
  services: readonly ServiceView[],
  at: number,
  telling: Telling,
): Message & { readonly card: object } {
  const { words, language } = telling;
  const sorted = [...services].sort(byWait);
  const more = sorted.length - SERVICES_MAX;
  const card = fill({
    lang: language,
    summary: words.statusTitle,
    title: words.statusTitle,
    rows: sorted.slice(0, SERVICES_MAX).map((service) => rowOf(service, at, telling)),
    more: more > 0 ? words.andMore(more) : null,
    url: telling.tabUrlOf(null),
    buttonRefresh: words.buttonRefresh,
    buttonOpen: words.buttonOpen,
  });
  return { text: words.statusTitle, card };
}

function byWait(left: ServiceView, right: ServiceView): number {
  const [leftSince, rightSince] = [left, right].map(
    ({ longestWaitSinceAt }) => longestWaitSinceAt ?? Number.MAX_SAFE_INTEGER,
  );
  return (leftSince ?? 0) - (rightSince ?? 0) || (left.name < right.name ? -1 : 1);
}

function rowOf(service: ServiceView, at: number, telling: Telling): StatusRow {
  const { words } = telling;
  const { waiting, longestWaitSinceAt, able, team } = service;
  const longest = longestWaitSinceAt === null ? null : durationText(at - longestWaitSinceAt);
  return {
    name: foreign(service.name),
    waiting: words.waitingCalls(waiting, longest),
    waitingColor: waiting > 0 ? 'warning' : 'default',
    able: ableOf(able, team.length, telling),
    names: namesOf(service, telling),
    others: othersOf(team, telling),
  };
}

/** Who cannot be offered a call now; for the engine who is held for a call-back rings too. */
function othersOf(team: ServiceView['team'], { words, language }: Telling): string | null {
  const held = team.filter(({ state }) => state === 'held').length;
  const reasons = team.flatMap(({ reason, state }) =>
    reason === null || state === 'held' ? [] : [reason],
  );
  const counts = [
    ...(held === 0 ? [] : [words.held(held)]),
    ...(reasons.length === 0 ? [] : [reasonCounts(reasons, language)]),
  ];
  return counts.length === 0 ? null : words.notNow(counts.join(', '));
}

function ableOf(able: number, agents: number, { words }: Telling): string {
  if (agents === 0) return words.noAgents;
  return able === 0 ? words.nobodyAble(agents) : words.ableOf(able, agents);
}

function namesOf({ team }: ServiceView, { words, nameOf }: Telling): string | null {
  const able = team.filter(({ reason }) => reason === null);
  if (able.length === 0) return null;
  const names = able.slice(0, NAMES_MAX).map(({ agentId }) => nameOf(agentId));
  const rest = able.length - names.length;
  return words.ableNames(rest > 0 ? `${names.join(', ')} +${rest}` : names.join(', '));
}
