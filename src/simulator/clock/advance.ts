import type { Activity } from '../product/activity.ts';
import type { PlayedClock } from './played-clock.ts';

/** The product's own deadlines lie between ours, so time never leaps further than this at once. */
const QUIET_SLICE_MS = 60_000;
/** While somebody calls, the product looks at presence every few seconds and must get to it. */
const CALLING_SLICE_MS = 10_000;

/**
 * Puts the played time forward in slices: to the next deadline, or at most a minute. After each
 * slice the product gets the real time it needs to hear of it and to act (offer the next agent,
 * play a prompt), so that what it does inside the hour happens inside the hour and not after it.
 */
export async function advanceClock(
  clock: PlayedClock,
  activity: Activity,
  seconds: number,
  somebodyCalls: () => boolean,
): Promise<void> {
  const endMs = clock.nowMs() + seconds * 1000;
  for (;;) {
    const nowMs = clock.nowMs();
    if (nowMs >= endMs) return;
    const sliceMs = somebodyCalls() ? CALLING_SLICE_MS : QUIET_SLICE_MS;
    const nextMs = Math.min(endMs, nowMs + sliceMs, clock.nextDueAt() ?? endMs);
    clock.jumpTo(nextMs);
    await activity.settled();
  }
}
