/** Everything that is reached over HTTP, behind one restify server. */
import type { Bot } from '@rufwerk/bot';
import type { CallingWebhook } from '@rufwerk/engine/graph';
import type { Clock, Log, People } from '@rufwerk/engine/ports';
import type { Server } from 'restify';
import { serveAnnouncements } from '../announcements/route.ts';
import { serveSignInRedirect } from '../accounts/redirectPage.ts';
import { type ApiParts, apiOperations } from '../api/index.ts';
import { serveDoctor } from '../doctor/route.ts';
import { callerIdDescribed, type CallerIdParts, serveCallerId } from '../emergencies/callerId.ts';
import type { Environment } from '../environment/schema.ts';
import type { Metrics } from '../health/metrics.ts';
import { type HealthParts, serveHealth } from '../health/readiness.ts';
import type { LiveHub } from '../live/hub.ts';
import { liveDescribed, serveLive } from '../live/route.ts';
import { serveNotifications } from '../notifications/route.ts';
import { createSession } from '../session/reader.ts';
import { createTokenCheck } from '../session/token.ts';
import { serveTab } from '../tab/route.ts';
import { openApiDocument } from './openApi.ts';
import { servePlatform } from './platform.ts';
import { serveOperations } from './routes.ts';
import { createHttpServer, listen, stopListening } from './server.ts';

export interface HttpParts extends Pick<
  HealthParts,
  'runtime' | 'presence' | 'firstImport' | 'teams'
> {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly builtTab: string;
  readonly webhook: CallingWebhook;
  readonly bot: Pick<Bot, 'messages'>;
  readonly parts: ApiParts;
  readonly people: People;
  readonly personOfNumber: CallerIdParts['personOfNumber'];
  readonly hub: LiveHub;
}

/** Resolves when it listens; rejects with words when the port is in use. */
export async function openHttp(http: HttpParts): Promise<{
  readonly url: string;
  close(): Promise<void>;
}> {
  const { environment, clock, log, parts, runtime, presence, metrics, firstImport, teams } = http;
  const server = createHttpServer(clock);
  const session = createSession({
    checkToken: createTokenCheck({
      loginUrl: environment.LOGIN_URL,
      tenantId: environment.MICROSOFT_TENANT_ID,
      appId: environment.MICROSOFT_APP_ID,
      publicHost: new URL(environment.PUBLIC_URL).host,
      clock,
    }),
    people: http.people,
    configuration: parts.configuration,
  });
  const operations = apiOperations(parts);
  const { configuration } = parts;
  serveHealth(server, { runtime, presence, firstImport, teams, configuration });
  metrics.serve(server, {
    runtime: () => runtime.health(),
    presence: () => presence.health(),
    push: () => parts.push.health(),
    now: () => clock.now(),
  });
  servePlatform(server, { webhook: http.webhook, bot: http.bot, metrics, log });
  serveNotifications(server.server, { door: parts.push.door, log });
  serveSignInRedirect(server, { push: parts.push, log });
  serveDoctor(server, { dataKey: environment.DATA_KEY, readiness: parts.readiness, log });
  const { EMERGENCY_CALLER_ID_KEY: key } = environment;
  const { people, personOfNumber } = http;
  serveCallerId(server, { key, runtime: parts.runtime, people, personOfNumber, log });
  serveAnnouncements(server, parts.announcements, log);
  serveOperations(server, operations, { session, log });
  serveLive(server, http.hub, { session, log });
  serveOpenApi(server, openApiDocument([...operations, callerIdDescribed, liveDescribed]));
  await serveTab(server, environment, http.builtTab);
  const port = await listen(server, environment.PORT, environment.HOST);
  const url = `http://${environment.HOST}:${port}`;
  return { url, close: () => stopListening(server) };
}

function serveOpenApi(server: Server, document: object): void {
  const text = JSON.stringify(document);
  server.get('/api/openapi.json', (_request, response, next) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(text);
    next(false);
  });
}
