/**
 * The composition root: the only place that knows all parts and wires them together.
 *
 *   clock, store -> people ---+
 *   login -> Graph -----------+-> runtime -> presence polling
 *   bot ----------------------+        \-> presence push
 *                                       \-> HTTP: webhooks, API, live stream, tab
 */
import path from 'node:path';
import { createBot } from '@rufwerk/bot';
import { asId, type TenantId } from '@rufwerk/engine/core';
import {
  createCallingWebhook,
  createGraph,
  createTokenSource,
  type PresencePush,
} from '@rufwerk/engine/graph';
import type { Log, TenantStore, TokenSource } from '@rufwerk/engine/ports';
import { startTenantRuntime, type TenantRuntime } from '@rufwerk/engine/runtime';
import { openStore } from '@rufwerk/engine/store';
import { AnnouncementLibrary } from './announcements/library.ts';
import { isMeantAsMusic } from './announcements/uses.ts';
import type { ApiParts } from './api/index.ts';
import { startClock, type TellingClock } from './clock/index.ts';
import { createTurns } from './configuration/changes.ts';
import { FirstImport } from './configuration/firstImport.ts';
import { type ConfigurationInForce, watchConfiguration } from './configuration/inForce.ts';
import { Endings } from './endings.ts';
import type { Environment } from './environment/schema.ts';
import { GroupKeeper } from './groups/groupKeeper.ts';
import { Metrics } from './health/metrics.ts';
import { HoursKeeper, type HoursKeeperParts } from './hours/hoursKeeper.ts';
import { openHttp } from './http/openHttp.ts';
import { Late } from './late.ts';
import { LiveHub } from './live/hub.ts';
import { pushChecks } from './notifications/checks.ts';
import { openPush } from './notifications/openPush.ts';
import { Readiness } from './readiness/index.ts';
import { agentsOf, responsibilityOf } from './session/responsibility.ts';

/** A deadline that comes up later than this was slept through. */
const GAP_AFTER_MS = 30_000;
const BUILT_TAB = path.resolve(import.meta.dirname, '../../dist/tab');

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly environment: Environment;
  readonly log: Log;
  /** Told when the engine has stopped for good: the process must end. */
  readonly onBroken: (because: string) => void;
}

/**
 * Resolves once it listens; `/readyz` says when calls can be served. Rejects with words for a
 * person.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const endings = new Endings();
  try {
    const url = await open(options, endings);
    return { url, close: () => endings.run() };
  } catch (error) {
    await endings.run().catch((err: unknown) => {
      options.log.warn({ err }, 'What had been opened could not be closed');
    });
    throw error;
  }
}

/** Everything that it opens, it tells how to close. */
async function open(options: ServerOptions, endings: Endings): Promise<string> {
  const { environment, log } = options;
  const running = await startClock(environment, log);
  endings.add(() => running.close());
  const { clock } = running;
  const store = await openStore({
    dataDirectory: environment.DATA_DIR,
    dataKey: environment.DATA_KEY,
    log,
  });
  endings.add(() => store.close());
  const tenantId = asId<TenantId>(environment.MICROSOFT_TENANT_ID);
  const tenant = await store.openTenant(tenantId);
  const metrics = new Metrics();
  const house = await wire(options, tenant, clock, metrics);
  const { runtime, configuration, graph, bot } = house;
  endings.add(async () => {
    configuration.stop();
    await runtime.stop();
  });
  const webhook = createCallingWebhook({
    sink: runtime,
    people: tenant.people,
    appId: environment.MICROSOFT_APP_ID,
    tenantId,
    openIdUrl: environment.CALLING_OPENID_URL,
    clock,
    log,
    hangUp: graph.hangUp,
  });
  const { push, polling } = await startPresence(options, house, tenant, clock, metrics);
  const keepers = startKeepers({ runtime, clock, log }, tenant, graph);
  for (const keeper of [push, polling, ...keepers]) endings.add(() => keeper.stop());
  const readiness = watchReadiness(house, tenant, clock, push);
  const parts: ApiParts = { ...house.apiParts, runtime, configuration, readiness, push };
  const hub = new LiveHub(parts, clock);
  endings.add(() => hub.close());
  await hub.start();
  for (const stop of [readiness.stop, runtime.onCommitted(metrics.observeCommit)])
    endings.add(stop);
  const { people } = tenant;
  const firstImport = importInto(house, tenant, log);
  const http = await openHttp({
    environment,
    clock,
    log,
    metrics,
    builtTab: BUILT_TAB,
    webhook,
    bot,
    parts,
    people,
    hub,
    runtime,
    presence: graph.presence,
    firstImport,
  });
  const ending = new AbortController();
  endings.add(async () => {
    ending.abort();
    // Its streams end first: they would hold the server open.
    hub.close();
    await http.close();
  });
  push.begin();
  firstImport.run(environment.CONFIGURATION, ending.signal).catch((err: unknown) => {
    log.error({ err }, 'The first configuration could not be imported');
  });
  return http.url;
}

/** Push tells first, polling tells all; each watches over the other. */
async function startPresence(
  { environment, log }: ServerOptions,
  { runtime, configuration, graph }: Wired,
  tenant: TenantStore,
  clock: TellingClock,
  { observeGraph: observe }: Metrics,
): Promise<{ readonly push: PresencePush; readonly polling: { stop(): Promise<void> } }> {
  const agentIds = () => agentsOf(configuration.current());
  const push = await openPush({ environment, tenant, runtime, agentIds, clock, log, observe });
  graph.presence.useDelegated(() => push.delegated());
  const polling = graph.presence.startPolling({
    engine: runtime,
    agentIds,
    onChangeLearnt: (learnt, at) => push.polledChange(learnt, at),
  });
  return { push, polling };
}

function watchReadiness(
  { runtime, tokens, graph }: Wired,
  { people }: TenantStore,
  clock: TellingClock,
  push: PresencePush,
): Readiness {
  const { presence } = graph;
  const notifications = () => pushChecks(push, clock.now());
  return new Readiness({ runtime, clock, tokens, presence, people, notifications });
}

function importInto({ configuration, graph, runtime }: Wired, { people }: TenantStore, log: Log) {
  const { directory } = graph;
  return new FirstImport({ configuration, directory, people, sink: runtime, log });
}

/** What keeps the engine in step with calendars and teams. */
function startKeepers(
  watched: Omit<HoursKeeperParts, 'notes'>,
  { notes, people }: TenantStore,
  { directory }: ReturnType<typeof createGraph>,
): readonly { stop(): Promise<void> }[] {
  return [
    new HoursKeeper({ ...watched, notes }),
    new GroupKeeper({ ...watched, directory, people }),
  ];
}

interface Wired {
  readonly runtime: TenantRuntime;
  readonly configuration: ConfigurationInForce;
  readonly graph: ReturnType<typeof createGraph>;
  readonly bot: ReturnType<typeof createBot>;
  readonly tokens: TokenSource;
  readonly apiParts: Omit<ApiParts, 'runtime' | 'configuration' | 'readiness' | 'push'>;
}

/** Adapters are made before the runtime that drives them; what they ask it comes through `late`. */
async function wire(
  { environment, log, onBroken }: ServerOptions,
  tenant: TenantStore,
  clock: TellingClock,
  metrics: Metrics,
): Promise<Wired> {
  const { people, tables, notes } = tenant;
  const appId = environment.MICROSOFT_APP_ID;
  const tenantId = environment.MICROSOFT_TENANT_ID;
  const tokens = createTokenSource({
    tenantId,
    appId,
    secret: environment.MICROSOFT_APP_SECRET,
    loginUrl: environment.LOGIN_URL,
    clock,
  });
  const late = new Late();
  const announcements = await AnnouncementLibrary.open({
    dataDirectory: environment.DATA_DIR,
    clock,
    log,
    isMusic: (name) => isMeantAsMusic(late.inForce().configuration, name),
  });
  const graph = createGraph({
    graphUrl: environment.GRAPH_URL,
    tenantId,
    appId,
    publicUrl: environment.PUBLIC_URL,
    announcementPath: (name) => announcements.pathFor(name),
    tokens,
    people,
    clock,
    log,
    observe: metrics.observeGraph,
  });
  const bot = createBot({
    appId,
    tenantId,
    tokens,
    openIdUrl: environment.CONNECTOR_OPENID_URL,
    serviceUrl: environment.BOT_SERVICE_URL,
    clock,
    log,
    notes,
    people,
    tables,
    tabUrl: `${environment.PUBLIC_URL}/tab/live`,
    responsibilityOf: (personId) => responsibilityOf(late.inForce(), personId),
    serviceName: (serviceId) => late.serviceName(serviceId),
    services: (visible) => late.services(visible),
    explain: (decision) => late.explain(decision),
  });
  const runtime = await startTenantRuntime({
    tenantId: asId<TenantId>(tenantId),
    store: tenant,
    clock,
    performers: [graph.calls, graph.presence.effects, bot.cards, bot.alerts],
    log,
    gapAfterMs: environment.CLOCK === 'simulated' ? null : GAP_AFTER_MS,
    onBroken,
    observeFlush: metrics.observeFlush,
    observeEffect: metrics.observeEffect,
  });
  const configuration = await watchConfiguration(runtime);
  late.fill(runtime, configuration);
  const { directory } = graph;
  const apiParts = { people, tables, directory, announcements, inTurn: createTurns(), log };
  return { runtime, configuration, graph, bot, tokens, apiParts };
}
