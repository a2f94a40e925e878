import type { Server } from 'restify';
import { ok } from '../http/answer.ts';
import { productRoute } from '../http/routes.ts';
import type { Tenant } from '../tenant.ts';
import { BotRoutes } from './bot-routes.ts';
import { ChatControl } from './chat-control.ts';
import { Chats } from './chats.ts';
import { PersonActs } from './person-acts.ts';

/** The Bot Connector at `/connector`, and people's chats with the bot in the control interface. */
export function registerConnector(server: Server, tenant: Tenant): void {
  const chats = new Chats(tenant);
  registerMetadata(server, tenant);
  new BotRoutes(tenant, chats).register(server);
  new ChatControl(tenant, chats, new PersonActs(tenant, chats)).register(server);
}

/** Where bots find the key that signs what the connector sends them. */
function registerMetadata(server: Server, tenant: Tenant): void {
  productRoute(server, tenant, 'get', '/connector/.well-known/openidconfiguration', () =>
    ok({
      issuer: 'https://api.botframework.com',
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${tenant.url}/connector/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
  );
  // The endorsement says which channel the key may speak for.
  productRoute(server, tenant, 'get', '/connector/.well-known/keys', () =>
    ok({ keys: [{ ...tenant.keys.connector.publicJwk, endorsements: ['msteams'] }] }),
  );
}
