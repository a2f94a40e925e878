/**
 * `/healthz`: the process lives. `/readyz`: calls can be served, or which part is not ready and
 * why.
 */
import type { PresenceHealth } from '@rufwerk/engine/graph';
import type { RuntimeHealth } from '@rufwerk/engine/runtime';
import type { Response, Server } from 'restify';
import type { ConfigurationInForce } from '../configuration/inForce.ts';
import { presencePart, type TeamsLookedUp } from './presencePart.ts';

export interface HealthParts {
  readonly configuration: Pick<ConfigurationInForce, 'current'>;
  readonly firstImport: { readonly trouble: string | null };
  readonly runtime: { health(): RuntimeHealth };
  readonly presence: { health(): PresenceHealth };
  readonly teams: TeamsLookedUp;
}

export interface Part {
  readonly part: string;
  readonly ready: boolean;
  readonly detail: string;
}

const NONE_YET = 'no configuration is in force yet';

export function serveHealth(server: Server, parts: HealthParts): void {
  server.get('/healthz', (_request, response: Response, next) => {
    write(response, 200, { status: 'alive' });
    next(false);
  });
  server.get('/readyz', (_request, response: Response, next) => {
    const all = readiness(parts);
    const ready = all.every((part) => part.ready);
    write(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', parts: all });
    next(false);
  });
}

function readiness(parts: HealthParts): Part[] {
  const { configuration, firstImport, runtime, presence, teams } = parts;
  const { brokenBecause, seq } = runtime.health();
  const inForce = configuration.current();
  const { version } = inForce;
  return [
    {
      part: 'engine',
      ready: brokenBecause === null,
      detail: brokenBecause ?? `journal row ${seq}`,
    },
    {
      part: 'configuration',
      ready: version > 0,
      detail: version > 0 ? `version ${version} in force` : (firstImport.trouble ?? NONE_YET),
    },
    presencePart(inForce, presence.health(), teams),
  ];
}

function write(response: Response, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
