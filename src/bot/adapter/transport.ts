/**
 * The SDK's way out to the network, replaced: its own pipeline repeats a POST after a lost answer,
 * which could post a card twice. Here a request goes out once, and every error says whether it may
 * have happened.
 */
import { toHttpHeadersLike } from '@azure/core-http-compat';
import type { CompatResponse, RequestPolicy, WebResourceLike } from '@azure/core-http-compat';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { z } from 'zod';

/** Teams answered with an error. */
export class ConnectorRefused extends Error {
  override readonly name = 'ConnectorRefused';
  readonly status: number;
  readonly code: string | null;
  readonly retryAfterMs: number | null;

  constructor(status: number, code: string | null, retryAfterMs: number | null) {
    super(`Teams answered ${status}${code === null ? '' : ` ${code}`}`);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No answer came: the request may have been carried out. */
export class ConnectorSilent extends Error {
  override readonly name = 'ConnectorSilent';
}

/** One request at the Bot Connector takes far less. */
const TIMEOUT_MS = 10_000;

const errorBodySchema = z.object({ error: z.object({ code: z.string() }) });

/** Sends one request; throws `ConnectorRefused` or `ConnectorSilent`, which the SDK passes on. */
export const transport: RequestPolicy = { sendRequest };

async function sendRequest(request: WebResourceLike): Promise<CompatResponse> {
  const { response, text } = await exchange(request);
  if (!response.ok) {
    const retryAfterMs = parseRetryAfter(response.headers);
    throw new ConnectorRefused(response.status, errorCode(text), retryAfterMs);
  }
  const headers = createHttpHeaders(Object.fromEntries(response.headers));
  return {
    request,
    status: response.status,
    headers: toHttpHeadersLike(headers),
    bodyAsText: text,
  };
}

async function exchange(request: WebResourceLike): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      body: typeof request.body === 'string' ? request.body : null,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { response, text: await response.text() };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ConnectorSilent(`Teams gave no answer: ${cause}`, { cause: error });
  }
}

function errorCode(text: string): string | null {
  try {
    const read = errorBodySchema.safeParse(JSON.parse(text));
    return read.success ? read.data.error.code : null;
  } catch {
    // A gateway's error page is no JSON; the status says enough.
    return null;
  }
}

/** Seconds or an HTTP date, counted from the answer's own date. */
function parseRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const afterMs = Date.parse(value) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(afterMs) ? null : Math.max(0, afterMs);
}
