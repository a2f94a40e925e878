import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Clock, Log, TokenSource } from '@rufwerk/engine/ports';
import { isLoopback, secureAddress } from '../secureAddress.ts';
import { authorised } from './authorisation.ts';
import type { RequestTerms } from './exchange.ts';
import { graphAnswerOf } from './graphAnswer.ts';
import type { GraphAnswer } from './graphAnswer.ts';
import { ChainMiddleware, PendingExchange } from './chainMiddleware.ts';
import { measured } from './measured.ts';
import type { ExchangeObserver } from './measured.ts';
import { patient } from './patience.ts';
import { transport } from './transport.ts';

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** After the version, beginning with a slash; every part and query value already encoded. */
  readonly path: string;
  readonly body?: object;
  readonly terms: RequestTerms;
}

/** Microsoft Graph for the application itself. An answer is a value, whatever the network does. */
export interface GraphClient {
  send(request: GraphRequest): Promise<GraphAnswer>;
  /** The path of an `@odata.nextLink`; null when it leads away from where our token belongs. */
  pathOfLink(link: string): string | null;
}

export interface GraphClientOptions {
  /** With the version, such as `https://graph.microsoft.com/v1.0`; http on loopback only. */
  readonly graphUrl: string;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of every try: metrics and the benchmark listen here. */
  readonly observe?: ExchangeObserver;
}

/**
 * Joins our chain (patience, authorisation, measuring, transport) to Microsoft's client library.
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { tokens, clock, log, observe = () => undefined } = options;
  const url = secureAddress(options.graphUrl, 'GRAPH_URL');
  const base = url.href.replace(/\/+$/, '');
  const send = patient(authorised(measured(transport, observe, log), tokens, scopeOf(url)), clock);
  const library = Client.initWithMiddleware({
    baseUrl: base.slice(0, base.lastIndexOf('/')),
    defaultVersion: base.slice(base.lastIndexOf('/') + 1),
    middleware: new ChainMiddleware(send),
  });
  return {
    async send({ method, path, body, terms }) {
      const exchange = new PendingExchange(terms);
      const request = library
        .api(path)
        .responseType(ResponseType.RAW)
        .middlewareOptions([exchange]);
      if (method === 'GET') await request.get();
      else if (method === 'DELETE') await request.delete();
      else if (method === 'PATCH') await request.patch(body);
      else await request.post(body);
      return graphAnswerOf(exchange.reply(), clock.now(), terms.clue);
    },
    pathOfLink: (link) => (link.startsWith(`${base}/`) ? link.slice(base.length) : null),
  };
}

/** A national cloud's tokens name its own address; the simulated tenant takes Microsoft's. */
function scopeOf(graphUrl: URL): string {
  const resource = isLoopback(graphUrl) ? 'https://graph.microsoft.com' : graphUrl.origin;
  return `${resource}/.default`;
}
