/**
 * A tenant's time never goes back. Where the clock stands before what the journal has seen (it was set
 * back, or a played world began anew), the tenant's time goes on from the journal's last instant at the
 * clock's pace.
 */
import type { Clock } from '@rufwerk/engine/ports';

/** The clock itself, or one that runs `aheadMs` before it. */
export function notBefore(clock: Clock, lastAt: number): Clock {
  const aheadMs = Math.max(0, lastAt - clock.now());
  if (aheadMs === 0) return clock;
  return {
    now: () => clock.now() + aheadMs,
    setTimer: (at, callback) => clock.setTimer(at - aheadMs, callback),
  };
}
