import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { OutgoingRequest, Reply, RequestTerms, Send } from './exchange.ts';

/**
 * Travels through Microsoft's client library as a middleware option: takes the terms of a request
 * to our chain and its reply back, because the library would turn what is a value here into an
 * exception.
 */
export class PendingExchange {
  readonly terms: RequestTerms;
  #reply: Reply | null = null;

  constructor(terms: RequestTerms) {
    this.terms = terms;
  }

  settle(reply: Reply): void {
    this.#reply = reply;
  }

  reply(): Reply {
    if (this.#reply === null) throw new Error('the client library has not sent the request');
    return this.#reply;
  }
}

/** The library's only middleware: all that it would do by itself is done by our own chain. */
export class ChainMiddleware implements Middleware {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Named and typed by the library. */
  execute = async (context: Context): Promise<void> => {
    const exchange = context.middlewareControl?.getMiddlewareOptions(PendingExchange);
    if (!(exchange instanceof PendingExchange)) {
      throw new Error('a request reached the chain without its terms');
    }
    exchange.settle(await this.#send(outgoingOf(context, exchange.terms)));
  };
}

function outgoingOf(context: Context, terms: RequestTerms): OutgoingRequest {
  const { request, options = {} } = context;
  const { body } = options;
  if (typeof request !== 'string' || (body != null && typeof body !== 'string')) {
    throw new Error('the client library made a request of a kind that we never ask for');
  }
  const headers = Object.fromEntries(new Headers(options.headers));
  // The library names a content type even where there is no content.
  if (body == null) delete headers['content-type'];
  return { url: request, method: options.method ?? 'GET', headers, body: body ?? null, terms };
}
