import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'restify';
import { registerConnector } from '../../src/simulator/connector/index.ts';
import { applicationToken } from '../../src/simulator/entra/tokens.ts';
import { Tenant } from '../../src/simulator/tenant.ts';
import { readWorld } from '../../src/simulator/world/description.ts';

/** A request as the stand-in for the product's bot received it. */
export interface ReceivedActivity {
  readonly authorization: string;
  readonly activity: Readonly<Record<string, unknown>>;
}

/** What the stand-in answers to an activity. */
export type BotBehaviour = (activity: ReceivedActivity['activity']) => {
  readonly status: number;
  readonly body?: unknown;
};

/** The members of answers that tests name; each answer has some of them. */
export interface WireBody {
  readonly id: string;
  readonly activityId: string;
  readonly message: string;
  readonly notice: string | null;
  readonly jwks_uri: string;
  readonly keys: readonly { readonly endorsements: readonly string[] }[];
  readonly members: readonly unknown[];
  readonly error: { readonly code: string };
}

/** A chat as the control interface shows it. */
export interface WireChat {
  readonly id: string;
  readonly messages: readonly WireMessage[];
}

export interface WireMessage extends WireContent {
  readonly id: string;
  readonly updates: readonly WireContent[];
}

interface WireContent {
  readonly text: string;
  readonly cards: readonly { readonly body: readonly { readonly text: string }[] }[];
}

export interface Reply<Body = WireBody> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** The connector of a Contoso tenant with a stand-in for the product's bot, each on a free port. */
export interface Stage {
  readonly tenant: Tenant;
  readonly received: readonly ReceivedActivity[];
  behave(behaviour: BotBehaviour): void;
  /** A request of the bot, signed in as it is unless another `authorization` is given. */
  asBot<Body = WireBody>(
    method: string,
    path: string,
    body?: unknown,
    authorization?: string,
  ): Promise<Reply<Body>>;
  /** A request to the control interface. */
  asControl<Body = WireBody>(method: string, path: string, body?: unknown): Promise<Reply<Body>>;
  /** Anna's chat as the control interface shows it now. */
  annasChat(): Promise<WireChat>;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const received: ReceivedActivity[] = [];
  let behaviour: BotBehaviour = () => ({ status: 200 });
  const bot = createHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const activity = JSON.parse(
        Buffer.concat(chunks).toString('utf8'),
      ) as ReceivedActivity['activity'];
      received.push({ authorization: request.headers.authorization ?? '', activity });
      const { status, body } = behaviour(activity);
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  const tenant = await Tenant.create({
    world: await readWorld('contoso', 1),
    productBaseUrl: await listen(bot),
    seed: 1,
    startsAtMs: Date.now(),
  });
  const server = createServer({ maxParamLength: 500 });
  registerConnector(server, tenant);
  tenant.url = await listen(server);
  return {
    tenant,
    received,
    behave: (next) => {
      behaviour = next;
    },
    asBot: async (method, path, body, authorization) =>
      call(`${tenant.url}/connector/${path}`, method, body, {
        Authorization:
          authorization ??
          `Bearer ${await applicationToken(tenant, 'https://api.botframework.com')}`,
      }),
    asControl: (method, path, body) => call(`${tenant.url}/_simulator/${path}`, method, body, {}),
    annasChat: async () => {
      const path = `${tenant.url}/_simulator/chats?upn=${anna.upn}`;
      const [chat] = (await call<readonly WireChat[]>(path, 'GET', undefined, {})).body;
      if (chat === undefined) throw new Error('Anna has no chat.');
      return chat;
    },
    close: async () => {
      tenant.clock.close();
      bot.closeAllConnections();
      await new Promise((resolve) => bot.close(resolve));
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function listen(server: {
  listen(port: number, host: string, then: () => void): unknown;
  address(): unknown;
}): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

async function call<Body>(
  url: string,
  method: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Reply<Body>> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as Body,
  };
}

export const anna = {
  upn: 'anna.agent@contoso.example',
  id: 'dc5d9672-7bb8-4b4d-a234-574557e0c5dd',
  name: 'Anna Müller',
};

/** A card with one button, as bots of Teams write them. */
export function cardSaying(text: string): Readonly<Record<string, unknown>> {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text }],
    actions: [{ type: 'Action.Execute', title: 'Why?', verb: 'why', data: { call: 7 } }],
  };
}

/** The activity that carries a card. */
export function cardMessage(text: string): Readonly<Record<string, unknown>> {
  return {
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: cardSaying(text) },
    ],
  };
}
