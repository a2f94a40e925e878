/**
 * The composition root: the only place that knows all parts and wires them together.
 *
 *   clock, store -> people ---+
 *   login -> Graph -----------+-> runtime -> presence polling
 *   bot ----------------------+        \-> presence push
 *                                       \-> HTTP: webhooks, API, live stream, tab
 */
import path from 'node:path';
import { asId, isCallbackAccount, type TenantId } from '@rufwerk/engine/core';
import {
  type CallingWebhook,
  createCallingWebhook,
  type Graph,
  type PresencePush,
} from '@rufwerk/engine/graph';
import type { Log, TenantStore } from '@rufwerk/engine/ports';
import { openStore } from '@rufwerk/engine/store';
import type { ApiParts } from './api/index.ts';
import { startClock, type TellingClock } from './clock/index.ts';
import { FirstImport } from './configuration/firstImport.ts';
import { type EmergencyHouse, openEmergencies } from './emergencies/emergencyHouse.ts';
import { Endings } from './endings.ts';
import type { Environment } from './environment/schema.ts';
import { GroupKeeper } from './groups/groupKeeper.ts';
import { Metrics } from './health/metrics.ts';
import { HoursKeeper, type HoursKeeperParts } from './hours/hoursKeeper.ts';
import { type House, openHouse } from './house.ts';
import { openHttp } from './http/openHttp.ts';
import { LiveHub } from './live/hub.ts';
import { pushChecks } from './notifications/checks.ts';
import { openPush } from './notifications/openPush.ts';
import { EmergencyWatch, Readiness } from './readiness/index.ts';
import { agentsOf } from './session/responsibility.ts';

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
  const house = await openHouse(options, tenant, clock, metrics);
  const { runtime, configuration, graph, bot } = house;
  endings.add(() => house.callerIds.stop());
  endings.add(async () => {
    configuration.stop();
    bot.alerts.stop();
    await runtime.stop();
  });
  const webhook = openWebhook(options, house, tenant, clock);
  const { push, polling } = await startPresence(options, house, tenant, clock, metrics);
  const { hours, groups } = startKeepers({ runtime, clock, log }, tenant, graph);
  for (const keeper of [push, polling, hours, groups]) endings.add(() => keeper.stop());
  const emergencies = await startEmergencies(options, house, tenant, clock, metrics, push);
  // Before the notifications that its events come by are closed.
  endings.add(() => emergencies.stop());
  const readiness = await watchReadiness(options, house, tenant, clock, push, emergencies, groups);
  const { drills, personOfNumber } = emergencies;
  const parts: ApiParts = { ...house.apiParts, runtime, configuration, readiness, push, drills };
  const hub = new LiveHub(parts, clock);
  endings.add(() => hub.close());
  await hub.start();
  endings.add(() => readiness.stop());
  endings.add(runtime.onCommitted(metrics.observeCommit));
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
    personOfNumber,
    hub,
    runtime,
    presence: graph.presence,
    teams: groups,
    firstImport,
  });
  const ending = new AbortController();
  endings.add(async () => {
    ending.abort();
    // Its streams end first: they would hold the server open.
    hub.close();
    await http.close();
  });
  for (const beginning of [push, emergencies, bot.alerts]) beginning.begin();
  firstImport.run(environment.CONFIGURATION, ending.signal).catch((err: unknown) => {
    log.error({ err }, 'The first configuration could not be imported');
  });
  return http.url;
}

function openWebhook(
  { environment, log }: ServerOptions,
  { runtime, graph }: House,
  { people }: TenantStore,
  clock: TellingClock,
): CallingWebhook {
  return createCallingWebhook({
    ...{ people, clock, log, sink: runtime, hangUp: graph.hangUp },
    appId: environment.MICROSOFT_APP_ID,
    tenantId: environment.MICROSOFT_TENANT_ID,
    openIdUrl: environment.CALLING_OPENID_URL,
    isCallbackAccount: (account) => runtime.read((state) => isCallbackAccount(state, account)),
  });
}

/** Push tells first, polling tells all; each watches over the other. */
async function startPresence(
  { environment, log }: ServerOptions,
  { runtime, configuration, graph }: House,
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

function startEmergencies(
  { environment, log }: ServerOptions,
  { runtime, configuration, bot, tokens, graph: { directory } }: House,
  tenant: TenantStore,
  clock: TellingClock,
  { observeGraph: observe }: Metrics,
  push: PresencePush,
): Promise<EmergencyHouse> {
  return openEmergencies({
    ...{ environment, tenant, runtime, configuration, bot, tokens, push, clock, log, observe },
    directory,
  });
}

function watchReadiness(
  { environment, log }: ServerOptions,
  { runtime, configuration, tokens, graph, bot, callerIds }: House,
  { people, notes }: TenantStore,
  clock: TellingClock,
  push: PresencePush,
  { policies, drills }: EmergencyHouse,
  groups: GroupKeeper,
): Promise<Readiness> {
  const emergencies = new EmergencyWatch({
    ...{ runtime, people, clock, log, callerIds, directory: graph.directory },
    hasChat: (personId) => bot.hasChat(personId),
    isSet: {
      teamsAppId: environment.TEAMS_APP_ID !== undefined,
      callerIdKey: environment.EMERGENCY_CALLER_ID_KEY !== undefined,
    },
    inForce: () => configuration.current(),
    subscriptions: policies,
    lastDrills: () => drills.recorder.lastDrills(),
  });
  const { presence } = graph;
  const notifications = (checkedAgainAt: number) => pushChecks(push, clock.now(), checkedAgainAt);
  return Readiness.open({
    ...{ runtime, clock, log, tokens, presence, people, notes, notifications, emergencies },
    groups,
  });
}

function importInto({ configuration, graph, runtime }: House, { people }: TenantStore, log: Log) {
  const { directory } = graph;
  return new FirstImport({ configuration, directory, people, sink: runtime, log });
}

/** What keeps the engine in step with calendars and teams. */
function startKeepers(
  watched: Omit<HoursKeeperParts, 'notes'>,
  { notes, people }: TenantStore,
  { directory }: Graph,
): { readonly hours: HoursKeeper; readonly groups: GroupKeeper } {
  return {
    hours: new HoursKeeper({ ...watched, notes }),
    groups: new GroupKeeper({ ...watched, directory, people }),
  };
}
