/** What an operation of the API answers, and how it is written on the wire. */
import type { ServerResponse } from 'node:http';
import type { Language } from '@rufwerk/engine/core';
import { problemIn, type Refusal } from './problem.ts';

export interface Answered {
  readonly kind: 'answered';
  /** Written as JSON; a string with a content type of its own is written as it is. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Outcome = Answered | Refusal;

export function answered(body: unknown, headers?: Readonly<Record<string, string>>): Answered {
  return { kind: 'answered', body, ...(headers === undefined ? {} : { headers }) };
}

/** Done, and nothing to tell. */
export const done: Answered = { kind: 'answered', body: undefined };

export function writeOutcome(
  response: ServerResponse,
  outcome: Outcome,
  /** In which the reader wants to be told what is wrong. */
  language: Language = 'en',
): void {
  if (outcome.kind === 'refused') {
    const { problem, headers } = outcome;
    write(response, problem.status, JSON.stringify(problemIn(problem, language)), {
      'content-type': 'application/problem+json',
      ...headers,
    });
  } else if (outcome.body === undefined) {
    response.writeHead(204, { ...outcome.headers });
    response.end();
  } else if (typeof outcome.body === 'string') {
    write(response, 200, outcome.body, outcome.headers);
  } else {
    write(response, 200, JSON.stringify(outcome.body), {
      'content-type': 'application/json; charset=utf-8',
      ...outcome.headers,
    });
  }
}

function write(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const length = String(Buffer.byteLength(text));
  response.writeHead(status, {
    'content-length': length,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}
