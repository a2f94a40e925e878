import type { IncomingMessage } from 'node:http';
import type { Request } from 'restify';

/** The largest thing anybody sends here is a list of 650 ids or a message with a card. */
const BODY_BYTES_MAX = 2_000_000;

/** A request as handlers see it: read whole, its body parsed by its content type. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, a record of form fields, or the bare text; undefined when there was no body. */
  readonly body: unknown;
  readonly bodyLength: number;
}

/** A body that is no JSON though it says so, or that is too large. */
export class UnreadableBody extends Error {}

/** Reads a request to its end. Throws UnreadableBody. */
export async function readIncoming(request: Request): Promise<Incoming> {
  const text = await readText(request);
  const headers = headersOf(request);
  return {
    method: request.method ?? 'GET',
    path: request.getPath(),
    query: Object.fromEntries(new URLSearchParams(request.getQuery())),
    params: request.params as Record<string, string>,
    headers,
    body: parseBody(text, headers['content-type'] ?? ''),
    bodyLength: text.length,
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_BYTES_MAX) throw new UnreadableBody('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

function parseBody(text: string, contentType: string): unknown {
  if (text === '') return undefined;
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  if (!contentType.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableBody('The body is not valid JSON.', { cause });
  }
}
