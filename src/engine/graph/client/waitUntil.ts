import type { Clock } from '@rufwerk/engine/ports';

/** Resolves when the clock reaches the instant (epoch ms). */
export function waitUntil(clock: Clock, at: number): Promise<void> {
  return new Promise((resolve) => {
    clock.setTimer(at, resolve);
  });
}
