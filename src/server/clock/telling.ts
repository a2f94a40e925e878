import type { Clock } from '@rufwerk/engine/ports';

/** An instant and how fast time flows from it: 1 is real time, 0 holds it still. */
export interface PlayedTime {
  readonly nowMs: number;
  readonly rate: number;
}

/** A clock that can also be shown on a screen, which lets it run on by itself. */
export interface TellingClock extends Clock {
  time(): PlayedTime;
  /** Calls back when the time jumps or flows differently; the returned function ends that. */
  onChange(listener: (time: PlayedTime) => void): () => void;
}
