/** How often people are read, by how soon their presence may decide something. */
import type { PresenceUrgency } from '@rufwerk/engine/core';

export type Intervals = Readonly<Record<'next' | 'soon' | 'asleep', number>>;

/**
 * Milliseconds from one reading of a block to the next. Whoever is held back may be offered a call
 * the moment that ends, without another reading: with a tick and Graph's answer on top, what is
 * known of the person is still no older than five seconds. 100,000 such people are 154 blocks and
 * so 35 requests a second, which `RequestBudget` allows.
 */
export const DEFAULT_INTERVALS_MS: Intervals = { next: 2_000, soon: 4_500, asleep: 60_000 };

/**
 * Most urgent first. Whoever is awaited is read as often as whoever is next, but first where the
 * budget does not allow both.
 */
export const LEVELS = ['next', 'soon', 'asleep'] as const;

/** The place of an urgency in `LEVELS`: the smaller, the more often it is read. */
export type Level = 0 | 1 | 2;

export function levelOf(urgency: PresenceUrgency): Level {
  switch (urgency) {
    case 'awaited':
    case 'next':
      return 0;
    case 'soon':
      return 1;
    case 'asleep':
      return 2;
  }
}

export function intervalOf(level: Level, intervalsMs: Intervals): number {
  return intervalsMs[LEVELS[level]];
}
