/** Serves the API's operations through restify: who asks, how much is read, what is answered. */
import type { Request, Response, Server } from 'restify';
import type { Language } from '@rufwerk/engine/core';
import type { Log } from '@rufwerk/engine/ports';
import { NotAccepted, UnreadableCursor } from '@rufwerk/engine/ports';
import type { Session } from '../session/reader.ts';
import { writeOutcome, type Outcome } from './answer.ts';
import { readBody } from './body.ts';
import { languageOf } from './language.ts';
import { type Operation, type RawBody, WRONG_SHAPE } from './operation.ts';
import { invalid, notNow, ownFault, tooLarge } from './problem.ts';

export interface ApiEntrance {
  readonly session: Session;
  readonly log: Log;
}

/** restify's word for each method. */
const METHOD = { get: 'get', put: 'put', post: 'post', delete: 'del' } as const;

/** Puts each operation at its path. */
export function serveOperations(
  server: Server,
  operations: readonly Operation[],
  entrance: ApiEntrance,
): void {
  for (const operation of operations) {
    const register = METHOD[operation.method];
    server[register](operation.path, async (request: Request, response: Response) => {
      const language = languageOf(request.headers['accept-language']);
      writeOutcome(response, await outcomeOf(operation, request, language, entrance), language);
    });
  }
}

async function outcomeOf(
  operation: Operation,
  request: Request,
  language: Language,
  { session, log }: ApiEntrance,
): Promise<Outcome> {
  try {
    const reader = await session(request.headers.authorization);
    if ('kind' in reader) return reader;
    const body = await bodyOf(request, operation);
    if (body === 'too-large') return tooLarge(operation.bodyLimitBytes, operation.bodyLimitWords);
    return await operation.run({
      reader,
      params: request.params as Readonly<Record<string, string>>,
      query: Object.fromEntries(new URLSearchParams(request.getQuery())),
      body,
      accept: request.headers.accept ?? '',
      language,
      ifMatch: request.headers['if-match'] ?? null,
    });
  } catch (error) {
    return outcomeOfFault(error, operation.path, log);
  }
}

async function bodyOf(
  request: Request,
  operation: Operation,
): Promise<RawBody | 'too-large' | null> {
  if (operation.body === null) return null;
  const bytes = await readBody(request, operation.bodyLimitBytes);
  if (bytes === null) return 'too-large';
  return { contentType: request.headers['content-type'] ?? '', bytes };
}

/**
 * An input that was not taken can be sent again, and a page that nobody gave out cannot be turned
 * to; anything else thrown is a fault of ours.
 */
export function outcomeOfFault(error: unknown, path: string, log: Log): Outcome {
  if (error instanceof NotAccepted) return notNow(takesNoMore, error.message);
  if (error instanceof UnreadableCursor) return unreadableCursor;
  log.error({ path, err: error }, 'A request failed');
  return ownFault;
}

const takesNoMore = {
  en: 'Rufwerk takes no more for now',
  de: 'Rufwerk nimmt im Augenblick nicht mehr an',
};

const unreadableCursor = invalid({
  title: WRONG_SHAPE.query,
  field: 'query.cursor',
  rule: {
    en: 'A cursor is `next` of the page before.',
    de: 'Ein Cursor ist `next` der vorherigen Seite.',
  },
  mend: {
    en: 'Begin at the first page, without a cursor.',
    de: 'Beginnen Sie bei der ersten Seite, ohne Cursor.',
  },
});
