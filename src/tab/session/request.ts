/** One request to Rufwerk's API: token, problem details, schema, and the server's clock. */
import { problemSchema, type Problem } from '@rufwerk/engine/api';
import type { z } from 'zod';
import type { ServedClock } from '../clock/servedClock.ts';
import type { Language } from '../language/language.ts';
import type { TokenSource } from './tokens.ts';
import { TroubleError } from './trouble.ts';

export interface Outgoing {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of a body. */
  readonly sound?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** `/api`: for what programs ask as well, whose address carries no version. */
  readonly below?: '/api' | '/api/v1';
}

/** Sends a request with a token; the response is not yet judged. @throws TroubleError */
export type Send = (path: string, outgoing?: Outgoing) => Promise<Response>;

export interface SendWorld {
  readonly tokens: TokenSource;
  readonly clock: ServedClock;
  readonly ask: typeof fetch;
  /** In which the server words what it says; the browser's own may differ from that of Teams. */
  readonly language: Language;
}

/** Paths are below `/api/v1` unless they say otherwise. A refused token is renewed once. */
export function createSend({ tokens, clock, ask, language }: SendWorld): Send {
  const attempt = async (path: string, outgoing: Outgoing, token: string): Promise<Response> => {
    const { method = 'GET', body, sound, headers, signal, below = '/api/v1' } = outgoing;
    const response = await ask(`${below}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sound === undefined ? {} : { 'content-type': 'audio/wav' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(sound === undefined ? {} : { body: sound }),
      ...(signal === undefined ? {} : { signal }),
    });
    clock.noteHeader(response.headers.get('x-rufwerk-now'));
    return response;
  };

  return async (path, outgoing = {}) => {
    const token = await tokens.get();
    const response = await reached(attempt(path, outgoing, token));
    if (response.status !== 401) return response;
    await response.body?.cancel();
    tokens.forget(token);
    return reached(attempt(path, outgoing, await tokens.get()));
  };
}

/**
 * `fetch` rejects with a TypeError when nothing answers; what the caller aborted stays an abort.
 */
async function reached(answer: Promise<Response>): Promise<Response> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TypeError) throw new TroubleError({ kind: 'unreachable' });
    throw error;
  }
}

/**
 * The body of a good answer, checked. @throws TroubleError when it is refused or not understood.
 */
export async function read<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  await refuseBad(response);
  const parsed = schema.safeParse(await jsonOf(response));
  if (parsed.success) return parsed.data;
  throw new TroubleError({ kind: 'not-understood', path: new URL(response.url).pathname });
}

/** Has something done of which only the success counts. @throws TroubleError */
export async function perform(send: Send, path: string, outgoing: Outgoing): Promise<void> {
  const response = await send(path, outgoing);
  await refuseBad(response);
  await response.body?.cancel();
}

/** @throws TroubleError of kind `refused` unless the server did what it was asked. */
export async function refuseBad(response: Response): Promise<void> {
  if (response.ok) return;
  throw new TroubleError({ kind: 'refused', problem: await problemOf(response) });
}

async function problemOf(response: Response): Promise<Problem> {
  const parsed = problemSchema.safeParse(await jsonOf(response));
  if (parsed.success) return parsed.data;
  // A proxy between us answers in its own words: only the status is worth telling.
  return { type: 'about:blank', title: response.statusText, status: response.status };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    // No JSON is no answer that a schema accepts.
    return null;
  }
}
