/** Teams as far as a bot sees it, over real HTTP: signed activities in, the Bot Connector out. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { appId, tenantId } from './contoso.ts';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How the next request is answered; `cut` ends the connection without an answer. */
export type Fault =
  'cut' | { readonly status: number; readonly code?: string; readonly retryAfter?: string };

export interface TokenChanges {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string;
  /** Epoch ms. */
  readonly expiresAt?: number;
  readonly key?: CryptoKey;
}

/** Made once: a key for each test would cost more than the tests. */
const keys = generateKeyPair('RS256');

export class FakeTeams {
  readonly requests: SeenRequest[] = [];
  /** Consumed one by one by requests to the connector. */
  readonly faults: Fault[] = [];
  /** The same for requests about one person only, by Entra id. */
  readonly faultsOf = new Map<string, Fault[]>();
  endorsements: readonly string[] = ['msteams'];
  readonly #server: Server;
  readonly #key: CryptoKey;
  readonly #publicKey: object;
  #posted = 0;

  private constructor(key: CryptoKey, publicKey: object) {
    this.#key = key;
    this.#publicKey = publicKey;
    this.#server = createServer((request, response) => {
      void this.#serve(request, response);
    });
  }

  static async start(): Promise<FakeTeams> {
    const { privateKey, publicKey } = await keys;
    const teams = new FakeTeams(privateKey, await exportJWK(publicKey));
    await new Promise<void>((resolve) => teams.#server.listen(0, '127.0.0.1', resolve));
    return teams;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get openIdUrl(): string {
    return `${this.url}/openid`;
  }

  get serviceUrl(): string {
    return `${this.url}/connector/`;
  }

  /** Requests to the connector, as `POST v3/conversations/...`. */
  get calls(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path.replace('/connector/', '')}`);
  }

  /** A token as the Bot Connector signs it, good for an hour after `at`. */
  token(at: number, changes: TokenChanges = {}): Promise<string> {
    const { expiresAt = at + 3_600_000 } = changes;
    return new SignJWT({ serviceurl: changes.serviceUrl ?? this.serviceUrl })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT' })
      .setIssuer(changes.issuer ?? 'https://api.botframework.com')
      .setAudience(changes.audience ?? appId)
      .setNotBefore(Math.floor(at / 1000) - 60)
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(changes.key ?? this.#key);
  }

  /** What a person's client sends on top of the fields every activity has. */
  activity(
    person: { readonly entraId: string | null },
    fields: Readonly<Record<string, unknown>>,
  ): Record<string, unknown> {
    const id = person.entraId ?? '';
    return {
      id: 'f:1',
      channelId: 'msteams',
      serviceUrl: this.serviceUrl,
      from: { id: `29:${id}`, aadObjectId: id },
      recipient: { id: `28:${appId}` },
      conversation: { id: `a:${id}`, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      locale: 'en-GB',
      ...fields,
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path === '/openid') return answer(response, 200, { jwks_uri: `${this.url}/keys` });
    if (path === '/keys') {
      const key = { ...this.#publicKey, kid: 'key-1', endorsements: this.endorsements };
      return answer(response, 200, { keys: [key] });
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as SeenRequest['body'];
    const { method = '', headers } = request;
    this.requests.push({ method, path, authorization: headers.authorization, body });
    this.#answerConnector(request, response, body);
  }

  #faultOf(url: string, body: SeenRequest['body']): Fault | undefined {
    const about = `${url} ${JSON.stringify(body['members'] ?? [])}`;
    const [, faults] = [...this.faultsOf].find(([entraId]) => about.includes(entraId)) ?? [];
    return faults?.shift();
  }

  #answerConnector(
    { method, socket, url = '' }: IncomingMessage,
    response: ServerResponse,
    body: SeenRequest['body'],
  ): void {
    const fault = this.#faultOf(url, body) ?? this.faults.shift();
    if (fault === 'cut') {
      socket.destroy();
    } else if (fault !== undefined) {
      const { status, code = 'ServiceError', retryAfter } = fault;
      if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
      answer(response, status, { error: { code, message: 'as asked' } });
    } else if (url.endsWith('/v3/conversations')) {
      const [member] = body['members'] as readonly { readonly id: string }[];
      answer(response, 201, { id: `a:${member?.id}` });
    } else if (method === 'POST') {
      this.#posted += 1;
      answer(response, 201, { id: `activity-${this.#posted}` });
    } else {
      answer(response, 200, { id: url.split('/').at(-1) });
    }
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
