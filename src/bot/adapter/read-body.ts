import type { BotRequest } from './index.ts';

/** Teams' activities are a few kilobytes; cards with many inputs stay below this. */
const BODY_BYTES_MAX = 256 * 1024;

/** The parsed body; undefined when there is none, it is no JSON or it is too large. */
export async function readBody(request: BotRequest): Promise<unknown> {
  if (request.body !== undefined && typeof request.body !== 'string') return request.body;
  return parsed(request.body ?? (await readAll(request)));
}

async function readAll(request: BotRequest): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_BYTES_MAX) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever sends no JSON is told so by the status; there is nothing in it to log.
    return undefined;
  }
}
