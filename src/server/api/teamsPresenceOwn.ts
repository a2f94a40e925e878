/**
 * The person's own choice as it stands. Graph does not say what a person prefers: whether it still
 * holds shows only in what Teams shows.
 */
import { choiceMinutes, type TeamsPresence } from '@rufwerk/engine/api';
import { categoryOf } from '@rufwerk/engine/core';
import type { PresenceEntry } from '@rufwerk/engine/ports';
import { instant } from './shown.ts';

type Own = NonNullable<TeamsPresence['own']>;

/** What was last seen, and since when. */
export interface SeenSince {
  readonly availability: string;
  readonly sinceAt: number;
}

const MINUTE_MS = 60_000;
/** Teams shows a choice some minutes later at times. */
const SHOWN_LATE_MS = 5 * MINUTE_MS;

/** The last choice of the person until its time is over; null without one. */
export function ownOf(
  entries: readonly PresenceEntry[],
  seen: SeenSince | null,
  at: number,
): Own | null {
  const last = entries.find(({ change }) => change.kind === 'own-act');
  if (last?.change.kind !== 'own-act' || last.change.presence === null) return null;
  const { presence, forMinutes } = last.change;
  const untilAt = last.at + choiceMinutes(presence.availability, forMinutes) * MINUTE_MS;
  if (untilAt <= at) return null;
  const standing = standingOf({ availability: presence.availability, at: last.at }, seen, at);
  return { ...presence, since: instant(last.at), until: instant(untilAt), standing };
}

function standingOf(
  chosen: { readonly availability: string; readonly at: number },
  seen: SeenSince | null,
  at: number,
): Own['standing'] {
  if (seen === null || isSame(seen.availability, chosen.availability)) return 'holds';
  // Teams shows no choice while none of the person's clients runs: it is kept for the next one.
  if (categoryOf(seen.availability) === 'offline') return 'holds';
  const mayBeLate = seen.sinceAt <= chosen.at && at - chosen.at < SHOWN_LATE_MS;
  return mayBeLate ? 'not-seen-yet' : 'other-seen';
}

/** The documents spell one value in two ways. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
