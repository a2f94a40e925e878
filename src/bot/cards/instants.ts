/** Instants on cards: the client shows them in its own time zone and language. */
const SAME_DAY_MS = 12 * 3_600_000;

/** The time; with its date when it lies far from `near`, where the time alone would mislead. */
export function instant(at: number, near: number): string {
  const iso = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const time = `{{TIME(${iso})}}`;
  return Math.abs(near - at) < SAME_DAY_MS ? time : `{{DATE(${iso},SHORT)}} ${time}`;
}

/** Date and time, for what is read later. */
export function dateAndTime(at: number): string {
  const iso = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return `{{DATE(${iso},SHORT)}} {{TIME(${iso})}}`;
}
