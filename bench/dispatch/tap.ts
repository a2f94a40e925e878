/**
 * A tap on the wire between the played platform and Rufwerk: it forwards everything as it is and
 * notes when notifications reach Rufwerk, when requests leave it, and how long the platform took to
 * answer.
 */
import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';

export interface Exchange {
  readonly path: string;
  readonly body: Buffer;
  /** `performance.now()` when the request had arrived here, and when its answer had gone back. */
  readonly arrivedMs: number;
  readonly answeredMs: number;
  readonly status: number;
}

export class Tap {
  readonly exchanges: Exchange[] = [];
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  #target: URL;

  constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((incoming, outgoing) => {
      this.#forward(incoming, outgoing).catch((error: unknown) => {
        outgoing.writeHead(502);
        outgoing.end(String(error));
      });
    });
  }

  /** Listens on a free port and returns its address. */
  async open(port = 0): Promise<string> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    return `http://127.0.0.1:${address.port}`;
  }

  pointTo(target: string): void {
    this.#target = new URL(target);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    this.#agent.destroy();
    await once(this.#server, 'close');
  }

  async #forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const arrivedMs = performance.now();
    const forwarded = request({
      agent: this.#agent,
      host: this.#target.hostname,
      port: this.#target.port,
      method: incoming.method,
      path: incoming.url,
      headers: { ...incoming.headers, host: this.#target.host },
    });
    forwarded.end(body);
    const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.end(await bodyOf(answer));
    this.exchanges.push({
      path: incoming.url ?? '',
      body,
      arrivedMs,
      answeredMs: performance.now(),
      status: answer.statusCode ?? 502,
    });
  }
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
