/**
 * How long an answer asks to wait (RFC 9110, 10.2.3), in milliseconds; null when it does not say.
 * An instant is compared with the answer's own date: our clock may differ from Graph's by minutes.
 */
export function retryAfterMs(headers: Headers, nowAt: number): number | null {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d{1,9}(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const at = Date.parse(value);
  if (Number.isNaN(at)) return null;
  const saidAt = Date.parse(headers.get('date') ?? '');
  return Math.max(0, at - (Number.isNaN(saidAt) ? nowAt : saidAt));
}
