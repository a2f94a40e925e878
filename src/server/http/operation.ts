/**
 * One operation of the HTTP API: its words and schemas, which also make the OpenAPI document, and
 * what it does. Requests reach `perform` signed in, bounded and in the shape of the schemas.
 */
import { inLanguage, type Language, shapeProblem, type Texts } from '@rufwerk/engine/core';
import type { z } from 'zod';
import type { Reader } from '../session/reader.ts';
import type { Outcome } from './answer.ts';
import { invalid, type Refusal } from './problem.ts';

export type Method = 'get' | 'put' | 'post' | 'delete';

/** A body as it came: its bytes in the form the client named. */
export interface RawBody {
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A request as it came, once it is known who asks. */
export interface RawRequest {
  readonly reader: Reader;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: RawBody | null;
  readonly accept: string;
  /** In which the reader wants sentences. */
  readonly language: Language;
  readonly ifMatch: string | null;
}

export interface ApiRequest<Body, Query> extends Omit<RawRequest, 'body' | 'query'> {
  readonly body: Body;
  readonly query: Query;
}

interface Words {
  readonly method: Method;
  /** With `:name` for the parts that vary. */
  readonly path: string;
  readonly summary: string;
  /** What a good answer looks like; left out where it has no body. */
  readonly answer?: z.ZodType;
  /** The media type of the body, where it is not JSON. */
  readonly bodyForm?: string;
  /** The answer carries an ETag, or the change needs an If-Match. */
  readonly versioned?: 'tells' | 'needs';
}

export interface OperationDefinition<
  Body extends z.ZodType,
  Query extends z.ZodType,
> extends Words {
  readonly body?: Body;
  readonly query?: Query;
  readonly bodyLimitBytes?: number;
  /** The limit in words, where bytes say little to whoever sends. */
  readonly bodyLimitWords?: Texts;
  /** Reads the body's bytes; JSON where nothing else is said. */
  readonly readBody?: BodyReader;
  perform(request: ApiRequest<z.output<Body>, z.output<Query>>): Promise<Outcome>;
}

/** What the API's description shows of an operation. */
export interface Described extends Words {
  readonly body: z.ZodType | null;
  readonly query: z.ZodType | null;
  /** The media type of a good answer, where it is not JSON. */
  readonly answerForm?: string;
  /** Who may ask, where it is not whoever has signed in to Teams. */
  readonly security?: keyof typeof SECURITY_SCHEMES;
}

/** What may stand in `Authorization`. */
export const SECURITY_SCHEMES = {
  teams: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  callerIdKey: { type: 'http', scheme: 'bearer', description: 'EMERGENCY_CALLER_ID_KEY' },
} as const;

/** What the server needs to serve an operation, whatever its types. */
export interface Operation extends Described {
  readonly bodyLimitBytes: number;
  readonly bodyLimitWords?: Texts;
  run(request: RawRequest): Promise<Outcome>;
}

export type BodyReader = (
  body: RawBody,
  /** In which the reader wants to be told what is wrong; English where it is left out. */
  language?: Language,
) => { readonly kind: 'read'; readonly value: unknown } | Refusal;

const BODY_LIMIT_BYTES = 64 * 1024;

export function operation<Body extends z.ZodType, Query extends z.ZodType>(
  definition: OperationDefinition<Body, Query>,
): Operation {
  const { body = null, query = null, readBody = readJson, ...words } = definition;
  return {
    bodyLimitBytes: BODY_LIMIT_BYTES,
    ...words,
    body,
    query,
    run: async (raw) => {
      const askedQuery = query?.safeParse(raw.query);
      if (askedQuery?.success === false) {
        return wrongShape('query', askedQuery.error, raw.language);
      }
      const bytes = raw.body ?? { contentType: '', bytes: Buffer.alloc(0) };
      const sent = body === null ? null : readBody(bytes, raw.language);
      if (sent?.kind === 'refused') return sent;
      const sentBody = body?.safeParse(sent?.value);
      if (sentBody?.success === false) return wrongShape('body', sentBody.error, raw.language);
      return definition.perform({
        ...raw,
        body: sentBody?.data as z.output<Body>,
        query: askedQuery?.data as z.output<Query>,
      });
    },
  };
}

/** Reads a JSON body; an empty one is `undefined`, which only an optional schema accepts. */
export const readJson: BodyReader = ({ bytes }) => {
  if (bytes.length === 0) return { kind: 'read', value: undefined };
  try {
    return { kind: 'read', value: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return invalid({
      title: { en: 'The body is not JSON', de: 'Der Inhalt ist kein JSON' },
      field: 'body',
      rule: error.message,
      mend: { en: 'Send a JSON document.', de: 'Senden Sie ein JSON-Dokument.' },
    });
  }
};

export const WRONG_SHAPE = {
  body: { en: 'The body has the wrong shape', de: 'Der Inhalt hat die falsche Form' },
  query: { en: 'The query has the wrong shape', de: 'Die Abfrage hat die falsche Form' },
} as const;

/** Every field that is wrong, in the words of the configuration's problems. */
function wrongShape(place: 'body' | 'query', error: z.ZodError, language: Language): Refusal {
  const problems = error.issues.slice(0, 20).map((issue) => {
    const path = [place, ...issue.path];
    return inLanguage(shapeProblem({ ...issue, path }), language);
  });
  return invalid({
    title: WRONG_SHAPE[place],
    detail: {
      en: 'See /api/openapi.json for what is accepted.',
      de: 'Was angenommen wird, steht in /api/openapi.json.',
    },
    ...problems[0],
    problems,
  });
}
