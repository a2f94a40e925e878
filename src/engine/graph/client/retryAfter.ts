/**
 * How long an answer asks to wait (RFC 9110, 10.2.3), in milliseconds; null when it does not say.
 */
export function retryAfterMs(headers: Headers, nowAt: number): number | null {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d{1,9}(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - nowAt);
}
