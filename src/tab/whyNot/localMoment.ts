/** What a field for date and time says in the browser's own zone, as an instant and back. */

/** "2026-11-20T09:15" as an ISO instant; null where the field is empty or half filled in. */
export function instantOfField(text: string): string | null {
  const at = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** The instant as such a field writes it, to the second. */
export function fieldOfInstant(at: number): string {
  const zoneMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - zoneMs).toISOString().slice(0, 19);
}
