import { fileURLToPath } from 'node:url';
import { createServer } from 'restify';
import type { Server } from 'restify';
import { ActivityFeeds } from './activity/activity-feeds.ts';
import { registerTimeStream } from './clock/time-stream.ts';
import { Switchboard } from './calls/index.ts';
import { registerConnector } from './connector/index.ts';
import { registerControl } from './control/index.ts';
import { registerMessageControl } from './control/messages.ts';
import { Emergencies } from './emergencies/emergencies.ts';
import { registerLogin } from './entra/login.ts';
import { registerGraph } from './graph/index.ts';
import { registerPage } from './http/page.ts';
import { SentMail } from './mail/sent-mail.ts';
import { PresenceBoard } from './presence/board.ts';
import type { RecordedRequest } from './product/request-log.ts';
import { Subscriptions } from './subscriptions/subscriptions.ts';
import { Tenant } from './tenant.ts';
import { readWorld } from './world/description.ts';
import type { WorldDescription } from './world/description.ts';

export type { WorldDescription } from './world/description.ts';
export type { RecordedRequest } from './product/request-log.ts';

const HOST = '127.0.0.1';
const BUILT_PAGE = fileURLToPath(new URL('../../dist/page', import.meta.url));

export interface SimulatedTenantOptions {
  /** 0 or nothing takes a free port. */
  readonly port?: number;
  /** A world's name (`contoso`, `generated:1000`) or the world itself. */
  readonly world?: string | WorldDescription;
  readonly product?: { readonly baseUrl: string };
  readonly seed?: number;
  /** Where the built page lies. */
  readonly pageDirectory?: string;
  /** ISO 8601; the played time begins here instead of now. */
  readonly startsAt?: string;
}

/** What a program needs to know to sign in to the tenant. */
export interface TenantCredentials {
  readonly tenantId: string;
  readonly applicationId: string;
  readonly applicationSecret: string;
}

export interface SimulatedTenant {
  readonly url: string;
  readonly port: number;
  readonly tenant: TenantCredentials;
  /** Every request of the product so far, with what it was answered: for contract tests. */
  recordedRequests(): readonly RecordedRequest[];
  /** Says where the product listens, when that is known only later. */
  setProduct(baseUrl: string): void;
  close(): Promise<void>;
}

/**
 * Starts a Microsoft 365 tenant in this process, on loopback only. Rejects with the error of
 * `listen` when the port is in use, and with an Error that says what to give when the world is
 * unknown.
 */
export async function startSimulatedTenant(
  options: SimulatedTenantOptions = {},
): Promise<SimulatedTenant> {
  const seed = options.seed ?? 1;
  const world =
    typeof options.world === 'object'
      ? options.world
      : await readWorld(options.world ?? 'contoso', seed);
  const tenant = await Tenant.create({
    world,
    productBaseUrl: options.product?.baseUrl ?? 'http://127.0.0.1:3978',
    seed,
    startsAtMs: options.startsAt === undefined ? Date.now() : Date.parse(options.startsAt),
  });
  const server = createServer({ name: 'simulated-tenant', maxParamLength: 500 });
  const presence = new PresenceBoard(tenant);
  const subscriptions = new Subscriptions(tenant, presence);
  const board = new Switchboard(tenant, presence);
  const mail = new SentMail(tenant);
  const feeds = new ActivityFeeds(tenant);
  const emergencies = new Emergencies(board, subscriptions);
  registerTimeStream(server, tenant);
  registerLogin(server, tenant);
  registerGraph(server, tenant, { presence, board, subscriptions, mail, feeds });
  registerControl(server, board, subscriptions, emergencies);
  registerMessageControl(server, mail, feeds);
  registerConnector(server, tenant);
  registerPage(server, tenant, options.pageDirectory ?? BUILT_PAGE);

  const port = await listen(server, options.port ?? 0);
  tenant.url = `http://${HOST}:${port}`;
  return {
    url: tenant.url,
    port,
    tenant: {
      tenantId: tenant.id,
      applicationId: tenant.application.id,
      applicationSecret: tenant.application.secret,
    },
    recordedRequests: () => tenant.requests.since(),
    setProduct: (baseUrl) => {
      tenant.product.baseUrl = baseUrl;
    },
    close: async () => {
      tenant.clock.close();
      board.notifier.close();
      emergencies.close();
      subscriptions.close();
      await close(server);
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve(server.address().port));
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.server.closeAllConnections();
  await closed;
}
