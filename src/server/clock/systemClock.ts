import type { Timer } from '@rufwerk/engine/ports';
import type { TellingClock } from './telling.ts';

/** Node's timers overflow beyond this; a later one is armed again when this one fires. */
export const LONGEST_TIMER_MS = 2_000_000_000;

/** The machine's own clock. */
export const systemClock: TellingClock = {
  now: Date.now,
  setTimer,
  time: () => ({ nowMs: Date.now(), rate: 1 }),
  onChange: () => () => undefined,
};

function setTimer(at: number, callback: () => void): Timer {
  let armed: NodeJS.Timeout;
  const arm = (): void => {
    const delayMs = Math.min(LONGEST_TIMER_MS, Math.max(0, at - Date.now()));
    armed = setTimeout(() => (Date.now() >= at ? callback() : arm()), delayMs);
  };
  arm();
  return { cancel: () => clearTimeout(armed) };
}
