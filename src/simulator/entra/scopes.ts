import type { Tenant } from '../tenant.ts';

export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';
export const BOT_FRAMEWORK_AUDIENCE = 'https://api.botframework.com';

const SIGN_IN_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** What a token request asks for, taken apart. */
export interface RequestedScopes {
  readonly audience: string;
  /** Names of permissions, without the resource; `.default` stands for all that are consented. */
  readonly permissions: readonly string[];
  readonly signIn: readonly string[];
}

/** Takes a `scope` parameter apart; undefined when it names a resource that nobody registered. */
export function parseScopes(tenant: Tenant, scope: string): RequestedScopes | undefined {
  const all = scope.split(/\s+/).filter((part) => part !== '');
  const asked = all.filter((part) => !SIGN_IN_SCOPES.includes(part.toLowerCase()));
  const audiences = new Set(asked.map((part) => audienceOf(tenant, part)));
  const [audience = GRAPH_AUDIENCE] = audiences;
  if (audiences.size > 1 || audience === 'unknown') return undefined;
  return {
    audience,
    permissions: asked.map((part) => part.slice(part.lastIndexOf('/') + 1)),
    signIn: all.filter((part) => SIGN_IN_SCOPES.includes(part.toLowerCase())),
  };
}

function audienceOf(tenant: Tenant, scope: string): string {
  if (!scope.includes('/')) return GRAPH_AUDIENCE;
  if (scope.startsWith(`${GRAPH_AUDIENCE}/`) || scope.startsWith(`${tenant.url}/graph`)) {
    return GRAPH_AUDIENCE;
  }
  return scope.startsWith(`${BOT_FRAMEWORK_AUDIENCE}/`) ? BOT_FRAMEWORK_AUDIENCE : 'unknown';
}
