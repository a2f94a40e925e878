/**
 * Sends again what may be sent again.
 *
 *   send --answer is final, or tries or time are used up--> reply
 *    ^  \
 *    |   +--429, 503 with Retry-After, never reached------> pause
 *    |   +--lost, 500, 502, 503, 504, if repeated freely--> pause
 *    +----------------------------------------------------------+
 *
 * Pauses are what the answer asks for, else they double from half a second; nothing is random.
 */
import type { Clock } from '@rufwerk/engine/ports';
import type { Reply, RequestTerms, Send } from './exchange.ts';
import { retryAfterMs } from './retryAfter.ts';
import { waitUntil } from './waitUntil.ts';

const FIRST_PAUSE_MS = 500;
const PASSING_FAILURES = new Set([500, 502, 503, 504]);

/** Gives a request the patience of its terms: so many tries, so much time in all. */
export function patient(send: Send, clock: Clock): Send {
  return async (request) => {
    const { terms } = request;
    const untilAt = clock.now() + terms.totalMs;
    let reply = await send(request);
    for (let tried = 1; tried < terms.tries; tried += 1) {
      if (!mayRepeat(reply, terms, clock.now())) return reply;
      const againAt = clock.now() + pauseMs(reply, tried, clock.now());
      // Graph counts requests that come too early against us: better none than an early one.
      if (againAt > untilAt) return reply;
      await waitUntil(clock, againAt);
      reply = await send(request);
    }
    return reply;
  };
}

/** Whether the answer proves that nothing happened, or happening twice would be no harm. */
function mayRepeat(reply: Reply, { repeat }: RequestTerms, nowAt: number): boolean {
  switch (reply.kind) {
    case 'not-sent':
      return reply.isTransient;
    case 'lost':
      return repeat === 'freely';
    case 'answered':
      if (wasNotTaken(reply.status, reply.headers, nowAt)) return true;
      return repeat === 'freely' && PASSING_FAILURES.has(reply.status);
  }
}

/** 429, and 503 that names a time to come back, are given before Graph acts on a request. */
export function wasNotTaken(status: number, headers: Headers, nowAt: number): boolean {
  return status === 429 || (status === 503 && retryAfterMs(headers, nowAt) !== null);
}

function pauseMs(reply: Reply, tried: number, nowAt: number): number {
  const asked = reply.kind === 'answered' ? retryAfterMs(reply.headers, nowAt) : null;
  return asked ?? FIRST_PAUSE_MS * 2 ** (tried - 1);
}
