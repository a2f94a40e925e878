import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Parsed JSON; undefined when there is none. */
  readonly body: unknown;
}

/** What the double answers; `hang` never does, `cut` closes the connection after reading. */
export type Reaction =
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: unknown;
      /** Answers no earlier. */
      readonly after?: Promise<void>;
    }
  | 'hang'
  | 'cut';

/** A small HTTP server on loopback whose answers a test decides one by one. */
export class HttpDouble {
  readonly received: ReceivedRequest[] = [];
  react: (request: ReceivedRequest) => Reaction = () => ({ status: 200, body: {} });
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const isJson = incoming.headers['content-type']?.includes('json') === true && text !== '';
      const request: ReceivedRequest = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        text,
        body: isJson ? (JSON.parse(text) as unknown) : undefined,
      };
      this.received.push(request);
      const reaction = this.react(request);
      if (reaction === 'hang') return;
      if (reaction === 'cut') {
        incoming.socket.destroy();
        return;
      }
      const { status, headers = {}, body, after } = reaction;
      const answer = () => {
        outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
        outgoing.end(body === undefined ? '' : JSON.stringify(body));
      };
      if (after === undefined) answer();
      else void after.then(answer);
    });
  });

  /** Starts a double on a free port. */
  static async start(): Promise<HttpDouble> {
    const double = new HttpDouble();
    double.#server.on('connection', (socket) => {
      double.#sockets.add(socket);
      socket.on('close', () => double.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => double.#server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Answers the next requests with these reactions, then as before. */
  script(...reactions: readonly Reaction[]): void {
    const after = this.react;
    const left = [...reactions];
    this.react = (request) => left.shift() ?? after(request);
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
