import type { Answered, Lost, NotSent, OutgoingRequest, Reply, RequestTerms } from './exchange.ts';

/** All that matters on the wire. */
type WireRequest = Omit<OutgoingRequest, 'terms'> & {
  readonly terms: Pick<RequestTerms, 'timeoutMs'>;
};

/** The largest answer we read: a page of 999 members of a group has about 300 kB. */
const ANSWER_LIMIT_BYTES = 8 * 1024 * 1024;

/** What the network says when it never reached the other side, in words. */
const NEVER_REACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing accepts connections there',
  ENOTFOUND: 'the name cannot be resolved',
  EAI_AGAIN: 'the name cannot be resolved at the moment',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Sends a request by Node's fetch and reads the whole answer within the time of its terms. */
export async function transport(request: WireRequest): Promise<Reply> {
  const { url, method, headers, body, terms } = request;
  try {
    const response = await fetch(url, {
      method,
      headers,
      body,
      // A redirect would carry the token to an address that nobody has checked.
      redirect: 'manual',
      signal: AbortSignal.timeout(terms.timeoutMs),
    });
    return await readWhole(response);
  } catch (error) {
    return noAnswer(error, new URL(url).host, terms.timeoutMs);
  }
}

async function readWhole(response: Response): Promise<Answered | Lost> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > ANSWER_LIMIT_BYTES) {
      return { kind: 'lost', cause: `the answer is larger than ${ANSWER_LIMIT_BYTES} bytes` };
    }
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return { kind: 'answered', status: response.status, headers: response.headers, text };
}

/**
 * Only the shape of an error is looked at: fetch makes its errors outside the realm in which tests
 * run, where `instanceof` says no.
 */
interface NetworkError {
  readonly name: string;
  readonly code?: unknown;
  readonly cause?: unknown;
  /** A host with several addresses fails with one error for each of them. */
  readonly errors?: readonly unknown[];
}

function noAnswer(error: unknown, host: string, timeoutMs: number): NotSent | Lost {
  if (!isNetworkError(error)) throw error;
  if (error.name === 'TimeoutError') {
    return { kind: 'lost', cause: `${host} did not answer within ${timeoutMs} ms` };
  }
  const code = codeOf(error);
  const reason = NEVER_REACHED[code];
  if (reason === undefined) return { kind: 'lost', cause: `connection to ${host} lost (${code})` };
  return { kind: 'not-sent', cause: `${host}: ${reason} (${code})`, isTransient: true };
}

/** The network's own code stands up to three causes deep. */
function codeOf(error: NetworkError): string {
  let each: unknown = error;
  for (let depth = 0; depth < 4 && isNetworkError(each); depth += 1) {
    if (typeof each.code === 'string') return each.code;
    each = each.errors?.[0] ?? each.cause;
  }
  return error.name;
}

function isNetworkError(error: unknown): error is NetworkError {
  return typeof error === 'object' && error !== null && 'name' in error;
}
