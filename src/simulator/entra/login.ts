import type { Server } from 'restify';
import type { Answer } from '../http/answer.ts';
import { ok } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { productRoute } from '../http/routes.ts';
import type { Handler, Method } from '../http/routes.ts';
import type { Tenant } from '../tenant.ts';
import { entraError, unknownTenant } from './errors.ts';
import { AuthorizationCodes } from './authorization-codes.ts';
import { DeviceCodes } from './device-codes.ts';
import { registerSignInPages } from './sign-in-pages.ts';
import { SHARED_AUTHORITIES } from './signed-in.ts';
import { issuerOf } from './tokens.ts';
import { TokenEndpoint } from './token-endpoint.ts';

/** The tenant that bots of many tenants sign in to. */
const BOT_AUTHORITY = 'botframework.com';

/**
 * Microsoft Entra at `/login/{tenant}/...`: what identity libraries ask for (discovery, keys,
 * tokens), and the metadata of the calling platform's key at `/calling/v1/...`.
 */
export function registerLogin(server: Server, tenant: Tenant): void {
  const codes = new AuthorizationCodes(tenant);
  const devices = new DeviceCodes(tenant);
  const tokenEndpoint = new TokenEndpoint(tenant, codes, devices);
  const route = (method: Method, path: string, handle: Handler): void => {
    productRoute(server, tenant, method, `/login/:tenant/${path}`, (incoming) => {
      if (tenant.faults.login.down) return isDown(tenant);
      const name = incoming.params['tenant'] ?? '';
      return isKnown(tenant, name) ? handle(incoming) : entraError(tenant, unknownTenant(name));
    });
  };
  const idOf = ({ params }: Incoming): string => tenantIdOf(tenant, params['tenant'] ?? '');
  route('get', 'v2.0/.well-known/openid-configuration', (incoming) =>
    ok(openIdConfiguration(tenant, idOf(incoming), issuerOf(tenant, idOf(incoming)))),
  );
  // The first version of the same, which Graph's page on notifications points to.
  route('get', '.well-known/openid-configuration', (incoming) => {
    const issuer = `https://sts.windows.net/${idOf(incoming)}/`;
    return ok(openIdConfiguration(tenant, idOf(incoming), issuer));
  });
  for (const path of ['discovery/v2.0/keys', 'discovery/keys']) {
    route('get', path, () => ok({ keys: [tenant.keys.login.publicJwk] }));
  }
  route('get', 'discovery/instance', () => ok(instanceDiscovery(tenant)));
  route('post', 'oauth2/v2.0/token', (incoming: Incoming) => tokenEndpoint.answer(incoming));
  route('post', 'oauth2/v2.0/devicecode', (incoming) => tokenEndpoint.beginDeviceFlow(incoming));
  registerSignInPages(server, tenant, codes, devices);
  registerCallingMetadata(server, tenant);
}

function registerCallingMetadata(server: Server, tenant: Tenant): void {
  const configuration = '/calling/v1/.well-known/OpenIdConfiguration';
  productRoute(server, tenant, 'get', configuration, () =>
    ok({
      issuer: 'https://api.botframework.com',
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${tenant.url}/calling/v1/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
  );
  productRoute(server, tenant, 'get', '/calling/v1/keys', () =>
    ok({ keys: [tenant.keys.calling.publicJwk] }),
  );
}

function isKnown(tenant: Tenant, name: string): boolean {
  const known = [
    tenant.id,
    ...tenant.directory.partnerTenantIds,
    ...SHARED_AUTHORITIES,
    BOT_AUTHORITY,
  ];
  return known.includes(name.toLowerCase());
}

/** The tenant behind a name; whoever asks without one is answered as the played one. */
function tenantIdOf(tenant: Tenant, name: string): string {
  const asked = name.toLowerCase();
  return tenant.directory.partnerTenantIds.includes(asked) ? asked : tenant.id;
}

function isDown(tenant: Tenant): Answer {
  return entraError(tenant, {
    status: 503,
    error: 'temporarily_unavailable',
    code: 90033,
    description: 'A transient error has occurred. Please try again.',
  });
}

function openIdConfiguration(
  tenant: Tenant,
  tenantId: string,
  issuer: string,
): Readonly<Record<string, unknown>> {
  const authority = `${tenant.url}/login/${tenantId}`;
  return {
    issuer,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${authority}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
    userinfo_endpoint: `${tenant.url}/graph/oidc/userinfo`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    response_types_supported: ['code', 'id_token'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    cloud_instance_name: 'microsoftonline.com',
    tenant_region_scope: 'EU',
  };
}

function instanceDiscovery(tenant: Tenant): Readonly<Record<string, unknown>> {
  const host = new URL(tenant.url).host;
  const authority = `${tenant.url}/login/${tenant.id}/v2.0`;
  return {
    tenant_discovery_endpoint: `${authority}/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
