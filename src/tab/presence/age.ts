/**
 * An age in the unit that a person would use: `4 s`, `12 min`, `3 h`. The units read alike in both
 * languages.
 */
export function roughAge(ageMs: number): string {
  const seconds = Math.max(0, Math.round(ageMs / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h`;
}
