/** A duration as a clock face: `0:07`, `12:05`, `1:00:00`. Never negative. */
export function clockFace(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = `${hours > 0 ? twoDigits(minutes) : minutes}:${twoDigits(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** A remaining time counts 3, 2, 1 and is over at 0: what has begun counts as a whole second. */
export function secondsLeft(untilAt: number, now: number): number {
  return Math.max(0, Math.ceil((untilAt - now) / 1_000));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
