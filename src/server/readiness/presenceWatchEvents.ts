/** What happened to whom, of the last day, and no more of it than tells that something is wrong. */
import type { PersonId } from '@rufwerk/engine/core';

export interface WatchedEvent {
  readonly agentId: PersonId;
  readonly at: number;
}

/** More are not needed to tell that something is wrong. */
export const REMEMBERED = 1_000;

const DAY_MS = 24 * 60 * 60_000;

export function remember(events: WatchedEvent[], event: WatchedEvent): void {
  events.push(event);
  if (events.length > REMEMBERED) events.shift();
}

export function ofTheLastDay(events: readonly WatchedEvent[], nowAt: number): WatchedEvent[] {
  return events.filter(({ at }) => nowAt - at < DAY_MS);
}
