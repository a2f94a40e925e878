import { useEffect, useState } from 'react';
import type { PlayedClock } from './wire.ts';

/** The played instant (epoch ms) that belongs to a clock reading received at `receivedAt`. */
export function playedNow(clock: PlayedClock, receivedAt: number, now: number): number {
  return Date.parse(clock.now) + (now - receivedAt) * clock.rate;
}

/** Renders again every second, for clocks and durations on the screen; asks the server nothing. */
export function useEverySecond(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Minutes and seconds, `1:05`; hours only where there are some. Never negative. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const tail = `${hours > 0 ? twoDigits(minutes) : minutes}:${twoDigits(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}
