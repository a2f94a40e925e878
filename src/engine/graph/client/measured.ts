import { randomUUID } from 'node:crypto';
import type { Log } from '@rufwerk/engine/ports';
import type { Reply, Send } from './exchange.ts';

/** One try of one request, as metrics and the benchmark want it. */
export interface MeasuredExchange {
  readonly operation: string;
  /** The answer's status; null when none came. */
  readonly status: number | null;
  /** Real time from sending to the end of the answer: the other side's time, not ours. */
  readonly durationMs: number;
  /** When it was sent, by `performance.now()`. */
  readonly sentAtMs: number;
  /**
   * What Graph's clock showed (the Date header, whole seconds, epoch ms); null when it said not.
   */
  readonly serverAt: number | null;
}

export type ExchangeObserver = (exchange: MeasuredExchange) => void;

/**
 * Numbers every try (Microsoft's support asks for `client-request-id`), times it and logs
 * failures.
 */
export function measured(send: Send, observe: ExchangeObserver, log: Log): Send {
  return async (request) => {
    const requestId = randomUUID();
    const { operation } = request.terms;
    const sentAtMs = performance.now();
    const reply = await send({
      ...request,
      headers: { ...request.headers, 'client-request-id': requestId },
    });
    const durationMs = performance.now() - sentAtMs;
    const status = reply.kind === 'answered' ? reply.status : null;
    observe({ operation, status, durationMs, sentAtMs, serverAt: serverTime(reply) });
    if (reply.kind !== 'answered') {
      log.warn({ operation, requestId, cause: reply.cause }, 'Microsoft Graph gave no answer');
    } else if (reply.status >= 400) {
      log.info({ operation, requestId, status }, 'Microsoft Graph refused a request');
    }
    return reply;
  };
}

function serverTime(reply: Reply): number | null {
  if (reply.kind !== 'answered') return null;
  const at = Date.parse(reply.headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
}
