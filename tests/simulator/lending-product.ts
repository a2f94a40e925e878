import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A question of the carrier, as it came. */
export interface AskedCallerId {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A stand-in for the product that lends numbers to the carrier, and takes notes. */
export class LendingProduct {
  readonly url: string;
  readonly asked: AskedCallerId[] = [];
  /** What it answers; null lets the carrier wait for ever. */
  answer: { readonly status: number; readonly body: unknown } | null = null;
  readonly #close: () => Promise<void>;

  private constructor(url: string, close: () => Promise<void>) {
    this.url = url;
    this.#close = close;
  }

  static async open(): Promise<LendingProduct> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        product.asked.push({
          path: request.url ?? '',
          authorization: request.headers.authorization,
          body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
        });
        if (product.answer === null) return;
        response.writeHead(product.answer.status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(product.answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const product: LendingProduct = new LendingProduct(url, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return product;
  }

  close(): Promise<void> {
    return this.#close();
  }

  reset(): void {
    this.asked.length = 0;
    this.answer = { status: 200, body: { number: '+41440000901' } };
  }
}
