/** Sentences about an emergency that the card and the list share. */
import type { EmergencyView } from '@rufwerk/engine/core';
import type { EmergencyAct } from '../../emergencies/acts.ts';
import { dateAndTime, instant } from '../instants.ts';
import type { Telling } from '../telling.ts';

export function titleOf({ agentId, isDrill }: EmergencyView, telling: Telling): string {
  const { emergency: words } = telling.words;
  const title = words.title(telling.nameOf(agentId));
  return isDrill ? words.drill(title) : title;
}

/** What stands, in two words. */
export function stateText({ call, endedAt }: EmergencyView, { words }: Telling): string {
  return words.emergency.states[endedAt === null ? call : 'ended'];
}

/** What that means, and until when. */
export function stateDetail(view: EmergencyView, { words }: Telling): string {
  const { emergency } = words;
  const { call, startedAt, dialledAt, shownUntilAt, untilAt, endedAt } = view;
  if (endedAt !== null) return emergency.endedDetail(dateAndTime(startedAt), dateAndTime(endedAt));
  const since = instant(dialledAt, dialledAt);
  switch (call) {
    case 'shown':
      return emergency.shownDetail(since, instant(shownUntilAt, dialledAt));
    case 'watched':
      return emergency.watchedDetail(since);
    case 'over':
      return emergency.overDetail(instant(untilAt, dialledAt));
  }
}

/** Who made it so, or how we know. */
export function actText(act: EmergencyAct, { words, nameOf }: Telling): string {
  const { emergency } = words;
  const when = instant(act.at, act.at);
  if (act.kind === 'goes-on') return emergency.saidGoesOn(nameOf(act.by), when);
  if (act.by === null) return emergency.causes[act.cause];
  return act.kind === 'over'
    ? emergency.saidOver(nameOf(act.by), when)
    : emergency.saidReady(nameOf(act.by), when);
}
