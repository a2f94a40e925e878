/**
 * A duration with its unit, so that nobody takes it for a time of day: `7 s`, `12:05 min`, `1:00:00
 * h`. The units read alike in both languages. Never negative.
 */
export function durationWords(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = twoDigits(seconds % 60);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest} h` : `${minutes}:${rest} min`;
}

/** A remaining time in whole seconds (ms): it counts 3, 2, 1 and is over at 0. Never negative. */
export function timeLeft(untilAt: number, now: number): number {
  return Math.max(0, Math.ceil((untilAt - now) / 1_000)) * 1_000;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
