import { createDecipheriv, createHmac, privateDecrypt } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';
import type { SelfSigned } from './self-signed.ts';
import type { Reply, TenantStage } from './tenant-stage.ts';

/** One entry of a notification, as it came. */
export interface WireItem {
  readonly subscriptionId: string;
  readonly clientState: string | null;
  readonly changeType?: string;
  readonly lifecycleEvent?: string;
  readonly tenantId: string;
  readonly resource: string;
  readonly subscriptionExpirationDateTime: string;
  readonly resourceData: { readonly id: string };
  readonly encryptedContent?: {
    readonly data: string;
    readonly dataSignature: string;
    readonly dataKey: string;
    readonly encryptionCertificateId: string;
    readonly encryptionCertificateThumbprint: string;
  };
}

interface WirePost {
  readonly path: string;
  readonly value: readonly WireItem[];
  readonly validationTokens?: readonly string[];
}

type Handle = (request: IncomingMessage, response: ServerResponse) => boolean;

let kept: SelfSigned | undefined;
/** One certificate for all tests of a file: making a key takes time. */
export function certificate(): SelfSigned {
  kept ??= selfSigned();
  return kept;
}

/** A stand-in for the product's notification endpoints, which takes notes. */
export class Subscriber {
  readonly url: string;
  readonly posts: WirePost[] = [];
  /** Validation tokens that were asked for, by path. */
  readonly handshakes: string[] = [];
  /** Answers in the place of the well-behaved stand-in, when it returns true. */
  handle: Handle = () => false;
  readonly #close: () => Promise<void>;

  private constructor(url: string, close: () => Promise<void>) {
    this.url = url;
    this.#close = close;
  }

  static async open(): Promise<Subscriber> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        subscriber.#answer(request, response, Buffer.concat(chunks).toString('utf8'));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const subscriber: Subscriber = new Subscriber(url, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return subscriber;
  }

  close(): Promise<void> {
    return this.#close();
  }

  reset(): void {
    this.posts.length = 0;
    this.handshakes.length = 0;
    this.handle = () => false;
  }

  /** Asks for a subscription with everything that a rich one needs, unless told otherwise. */
  subscribe(
    stage: TenantStage,
    token: string | undefined,
    ids: readonly string[],
    fields: Readonly<Record<string, unknown>> = {},
  ): Promise<Reply> {
    return stage.graph(
      'POST',
      '/subscriptions',
      {
        changeType: 'updated',
        notificationUrl: `${this.url}/notifications`,
        lifecycleNotificationUrl: `${this.url}/lifecycle`,
        resource: `/communications/presences?$filter=id in ('${ids.join("','")}')`,
        clientState: 'only we know',
        includeResourceData: true,
        encryptionCertificate: certificate().base64,
        encryptionCertificateId: 'first',
        ...fields,
      },
      token,
    );
  }

  /** Every notification that was told at the one path, in the order it came. */
  items(path: 'notifications' | 'lifecycle' = 'notifications'): WireItem[] {
    return this.posts.filter((post) => post.path === `/${path}`).flatMap(({ value }) => value);
  }

  /** `availability/activity` of every rich notification, decrypted. */
  told(): string[] {
    return this.items().map((item) => {
      const { availability, activity } = decrypted(item);
      return `${availability}/${activity}`;
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse, text: string): void {
    const url = new URL(request.url ?? '', this.url);
    const token = url.searchParams.get('validationToken');
    if (token !== null) this.handshakes.push(url.pathname);
    else this.posts.push({ path: url.pathname, ...(JSON.parse(text) as Omit<WirePost, 'path'>) });
    if (this.handle(request, response)) return;
    const status = token === null ? 202 : 200;
    response.writeHead(status, { 'Content-Type': 'text/plain' });
    response.end(token ?? '');
  }
}

/** What a rich notification says; throws when its signature is false. */
export function decrypted(
  { encryptedContent }: WireItem,
  { privateKey }: SelfSigned = certificate(),
): Readonly<Record<string, string>> {
  if (encryptedContent === undefined) throw new Error('It carries no resource data.');
  const key = privateDecrypt(privateKey, Buffer.from(encryptedContent.dataKey, 'base64'));
  const data = Buffer.from(encryptedContent.data, 'base64');
  const signature = createHmac('sha256', key).update(data).digest('base64');
  if (signature !== encryptedContent.dataSignature) throw new Error('The signature is false.');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const text = Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
  return JSON.parse(text) as Record<string, string>;
}
