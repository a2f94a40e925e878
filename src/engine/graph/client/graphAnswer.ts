/** What a request to Microsoft Graph came to, once all its tries are over. */
import { z } from 'zod';
import type { Reply } from './exchange.ts';
import { retryAfterMs } from './retryAfter.ts';
import { wasNotTaken } from './patience.ts';
import { readJson } from '../readJson.ts';

export interface Success {
  readonly kind: 'success';
  readonly status: number;
  /** Parsed JSON; null when the answer has none. */
  readonly body: unknown;
}

/** It did not happen. */
export interface Refusal {
  readonly kind: 'refused';
  /** Null when the request never reached Graph. */
  readonly status: number | null;
  /** Graph's code, such as `8522` or `Forbidden`; empty when it gave none. */
  readonly code: string;
  /** Without personal data: it may stand in facts and logs. */
  readonly cause: string;
  readonly retryAfterMs: number | null;
  /** Whether the words of the refusal, which are not kept, had the clue of the request's terms. */
  readonly hasClue?: boolean;
}

/** It may have happened: no answer, or a failure on Graph's side. */
export interface Doubt {
  readonly kind: 'unknown';
  readonly cause: string;
  readonly retryAfterMs: number | null;
}

export type GraphAnswer = Success | Refusal | Doubt;

/** A code is kept only as far as it is one: what else stands there could be personal data. */
const graphError = z.looseObject({
  error: z.looseObject({ code: z.coerce.string().regex(/^[\w.-]{1,64}$/) }),
});

const graphWords = z.looseObject({ error: z.looseObject({ message: z.string() }) });

/** Sorts the last reply of a request's tries. */
export function graphAnswerOf(reply: Reply, nowAt: number, clue?: RegExp): GraphAnswer {
  switch (reply.kind) {
    case 'not-sent':
      return { kind: 'refused', status: null, code: '', cause: reply.cause, retryAfterMs: null };
    case 'lost':
      return { kind: 'unknown', cause: reply.cause, retryAfterMs: null };
    case 'answered': {
      const { status, headers, text } = reply;
      // An answer that is no JSON says nothing more than its status.
      const body = readJson(text) ?? null;
      if (status >= 200 && status < 300) return { kind: 'success', status, body };
      const code = graphError.safeParse(body).data?.error.code ?? '';
      const cause = `Microsoft Graph answered ${status}${code === '' ? '' : ` (${code})`}`;
      const waitMs = retryAfterMs(headers, nowAt);
      const isRefusal = status < 500 || wasNotTaken(status, headers, nowAt);
      if (!isRefusal) return { kind: 'unknown', cause, retryAfterMs: waitMs };
      const words = graphWords.safeParse(body).data?.error.message ?? '';
      const hasClue = clue?.test(words) === true;
      return {
        ...{ kind: 'refused', status, code, cause, retryAfterMs: waitMs },
        ...(hasClue ? { hasClue } : {}),
      };
    }
  }
}
