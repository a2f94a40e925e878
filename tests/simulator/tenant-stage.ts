import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulatedTenant } from '../../src/simulator/index.ts';
import { listOf } from './wire.ts';
import type { Wire, WireNotification } from './wire.ts';
import type { SimulatedTenant, SimulatedTenantOptions } from '../../src/simulator/index.ts';

/** A notification as the stand-in for the product received it. */
export interface Received {
  readonly authorization: string;
  readonly path: string;
  readonly isLegacy: boolean;
  readonly changeType: string;
  /** The resource below the call: empty for the call itself, `participants`, `operations`. */
  readonly about: string;
  readonly data: Wire;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Wire;
}

export const SERVICE = '+41440000100';
export const CALLER = '+41790000001';
export const ANNA = 'anna.agent@contoso.example';
export const BEN = 'ben.agent@contoso.example';
export const CARLA = 'carla.agent@contoso.example';

/** A whole Contoso tenant and a stand-in for the product that only takes notes. */
export class TenantStage {
  readonly simulated: SimulatedTenant;
  readonly productUrl: string;
  readonly received: Received[] = [];
  /**
   * What the stand-in answers to the next notifications; then 202 again (204 to the legacy
   * format).
   */
  readonly answersNext: number[] = [];
  readonly #closeProduct: () => Promise<void>;
  #token = '';

  private constructor(
    simulated: SimulatedTenant,
    productUrl: string,
    closeProduct: () => Promise<void>,
  ) {
    this.simulated = simulated;
    this.productUrl = productUrl;
    this.#closeProduct = closeProduct;
  }

  static async open(options: SimulatedTenantOptions = {}): Promise<TenantStage> {
    const product = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.method === 'POST') {
          const text = Buffer.concat(chunks).toString('utf8');
          response.statusCode = stage.take(request.url ?? '', request.headers, text);
        } else response.statusCode = 404;
        response.end();
      });
    });
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
    const productUrl = `http://127.0.0.1:${(product.address() as AddressInfo).port}`;
    const simulated = await startSimulatedTenant({ product: { baseUrl: productUrl }, ...options });
    const stage = new TenantStage(simulated, productUrl, async () => {
      product.closeAllConnections();
      await new Promise((resolve) => product.close(resolve));
    });
    await stage.signIn();
    return stage;
  }

  async close(): Promise<void> {
    await this.simulated.close();
    await this.#closeProduct();
  }

  /** The world as at its start, for the next test; making the keys of a new tenant takes longer. */
  async reset(): Promise<void> {
    await this.control('POST', 'reset');
    await this.pass(0.001);
    this.received.length = 0;
    this.answersNext.length = 0;
    await this.signIn();
  }

  take(path: string, headers: Readonly<Record<string, unknown>>, text: string): number {
    const body = JSON.parse(text) as Wire & WireNotification;
    const authorization = String(headers['authorization']);
    const [notification] = body.value ?? [];
    this.received.push({
      authorization,
      path,
      isLegacy: notification === undefined,
      changeType: (notification?.changeType ?? '').toLowerCase(),
      about: (notification?.resourceUrl ?? '').split('/')[4] ?? '',
      data: notification?.resourceData ?? body,
    });
    return this.answersNext.shift() ?? (notification === undefined ? 204 : 202);
  }

  /** Gets a token as the application; consents count from now on. */
  async signIn(): Promise<void> {
    this.#token = (await this.token({})).body.access_token;
  }

  /** Asks the token endpoint with the right credentials unless others are given. */
  token(form: Readonly<Record<string, string>>): Promise<Reply> {
    const { tenantId, applicationId, applicationSecret } = this.simulated.tenant;
    const fields = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: applicationId,
      client_secret: applicationSecret,
      scope: 'https://graph.microsoft.com/.default',
      ...form,
    });
    return this.#request('POST', `/login/${tenantId}/oauth2/v2.0/token`, String(fields), {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
  }

  /** A token for Graph in the name of a person who is signed in to the tab. */
  async delegatedToken(
    upn: string,
    scope = 'https://graph.microsoft.com/.default',
  ): Promise<string> {
    const headers = { 'Content-Type': 'application/json' };
    const page = await this.#request('POST', '/page/token', JSON.stringify({ upn }), headers);
    const reply = await this.token({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: page.body.token,
      scope,
    });
    return reply.body.access_token;
  }

  graph(method: string, path: string, body?: unknown, token = this.#token): Promise<Reply> {
    return this.#request(method, `/graph/v1.0${path}`, toJson(body), {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
    });
  }

  control(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.#request(method, `/_simulator/${path}`, toJson(body), {
      'Content-Type': 'application/json',
    });
  }

  get(path: string): Promise<Reply> {
    return this.#request('GET', path, undefined, {});
  }

  /**
   * Lets played time pass; everything under way between product and world has arrived afterwards.
   */
  async pass(seconds = 0.1): Promise<void> {
    const reply = await this.control('PUT', 'clock', { advanceSeconds: seconds });
    if (reply.status !== 200) throw new Error(`The clock answered ${reply.status}.`);
  }

  async idOf(upn: string): Promise<string> {
    return (await this.control('GET', `people/${upn}`)).body.id;
  }

  /** An outside caller dials the helpdesk; the product has been told when this returns. */
  async dial(from = CALLER): Promise<string> {
    const reply = await this.control('POST', 'calls', { from, to: SERVICE });
    await this.pass();
    return reply.body.id;
  }

  /** ... and the product answered. */
  async dialAndAnswer(): Promise<string> {
    const id = await this.dial();
    await this.answer(id);
    await this.pass();
    return id;
  }

  answer(id: string): Promise<Reply> {
    return this.graph('POST', `/communications/calls/${id}/answer`, {
      callbackUri: `${this.productUrl}/api/calls?from=answer`,
      mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
      acceptedModalities: ['audio'],
    });
  }

  /** Invites a person, whose client rings when this returns. */
  async invite(id: string, upn: string): Promise<Reply> {
    const reply = await this.graph('POST', `/communications/calls/${id}/participants/invite`, {
      participants: [{ identity: { user: { id: await this.idOf(upn) } } }],
      clientContext: `offer to ${upn}`,
    });
    await this.pass();
    return reply;
  }

  async call(id: string): Promise<Wire> {
    return (await this.control('GET', `calls/${id}`)).body;
  }

  /** What a person does with the leg that is theirs: accept, decline, hangup. */
  async act(id: string, upn: string, what: 'accept' | 'decline' | 'hangup'): Promise<Reply> {
    const { legs } = await this.call(id);
    const leg = legs.findLast((one: Wire) => one.upn === upn);
    const reply = await this.control('POST', `people/${upn}/calls/${leg?.id}/${what}`);
    await this.pass();
    return reply;
  }

  async presenceOf(upn: string): Promise<string> {
    const id = await this.idOf(upn);
    const { body } = await this.graph('GET', `/users/${id}/presence`);
    return `${body.availability}/${body.activity}`;
  }

  /** The states that the product was told of the call itself, in order. */
  toldStates(): string[] {
    return this.received
      .filter(({ about, isLegacy }) => about === '' && !isLegacy)
      .map(({ data }) => data.state);
  }

  /** The last result of an operation of this kind that was told. */
  toldOperation(kind: string): Wire | undefined {
    return this.received.findLast(
      ({ about, data }) => about === 'operations' && data['@odata.type'].endsWith(kind),
    )?.data;
  }

  /** The last roster that was told. */
  lastRoster(): readonly Wire[] {
    const told = this.received.findLast(({ about }) => about === 'participants');
    return told === undefined ? [] : listOf(told.data);
  }

  /** Who stood in the last roster that was told: numbers, user names, the application. */
  toldRoster(): (string | undefined)[] {
    return this.lastRoster().map(({ info }) => {
      const { phone, user, application } = info.identity;
      return phone?.id ?? user?.displayName ?? application?.displayName;
    });
  }

  async #request(
    method: string,
    path: string,
    body: string | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Reply> {
    const response = await fetch(`${this.simulated.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as Wire,
    };
  }
}

function toJson(body: unknown): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}
