const MINUTE_MS = 60_000;
/** From here on nobody needs the minutes. */
const IN_HOURS_FROM_MS = 2 * 60 * MINUTE_MS;

/** How long something takes or lies back, said alike in both languages: "35 min", "3 h". */
export function spanOf(ms: number): string {
  if (ms >= IN_HOURS_FROM_MS) return `${Math.floor(ms / (60 * MINUTE_MS))} h`;
  return `${Math.max(0, Math.round(ms / MINUTE_MS))} min`;
}
