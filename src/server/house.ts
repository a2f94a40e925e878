/** Adapters, announcements, runtime and configuration of the tenant, wired to each other. */
import { createBot } from '@rufwerk/bot';
import { asId, type PersonId, type TenantId } from '@rufwerk/engine/core';
import { createGraph, createTokenSource, type Graph } from '@rufwerk/engine/graph';
import type { AnyEffectPerformer, TenantStore, TokenSource } from '@rufwerk/engine/ports';
import { startTenantRuntime, type TenantRuntime } from '@rufwerk/engine/runtime';
import { AnnouncementLibrary } from './announcements/library.ts';
import { isMeantAsMusic } from './announcements/uses.ts';
import type { ApiParts } from './api/index.ts';
import { createMailOfOccasion } from './builtInMails.ts';
import type { TellingClock } from './clock/index.ts';
import { createTurns } from './configuration/changes.ts';
import { type ConfigurationInForce, watchConfiguration } from './configuration/inForce.ts';
import { createEmergencyActivity } from './emergencies/activity.ts';
import { type EmergencyLinks, emergencyLinks } from './emergencies/links.ts';
import type { Metrics } from './health/metrics.ts';
import { Late } from './late.ts';
import { EmergencyCallerIds } from './readiness/index.ts';
import { responsibilityOf } from './session/responsibility.ts';
import type { ServerOptions } from './startServer.ts';

/** A deadline that comes up later than this was slept through. */
const GAP_AFTER_MS = 30_000;

type Bot = ReturnType<typeof createBot>;

export interface House {
  readonly runtime: TenantRuntime;
  readonly configuration: ConfigurationInForce;
  readonly graph: Graph;
  readonly bot: Bot;
  readonly tokens: TokenSource;
  readonly callerIds: EmergencyCallerIds;
  readonly apiParts: Omit<ApiParts, 'runtime' | 'configuration' | 'readiness' | 'push' | 'drills'>;
}

/** Adapters are made before the runtime that drives them; what they ask it comes through `late`. */
export async function openHouse(
  { environment, log, onBroken }: ServerOptions,
  tenant: TenantStore,
  clock: TellingClock,
  metrics: Metrics,
): Promise<House> {
  const { people, tables, emergencyPlaces } = tenant;
  const late = new Late();
  const links = emergencyLinks(environment);
  const announcements = await AnnouncementLibrary.open({
    dataDirectory: environment.DATA_DIR,
    clock,
    log,
    isMusic: (name) => isMeantAsMusic(late.inForce().configuration, name),
  });
  const { MICROSOFT_APP_ID: appId, MICROSOFT_TENANT_ID: tenantId } = environment;
  const tokens = createTokenSource({
    ...{ tenantId, appId, clock },
    secret: environment.MICROSOFT_APP_SECRET,
    loginUrl: environment.LOGIN_URL,
  });
  const graph = createGraph({
    ...{ tenantId, appId, tokens, people, clock, log },
    graphUrl: environment.GRAPH_URL,
    publicUrl: environment.PUBLIC_URL,
    announcementPath: (name) => announcements.pathFor(name),
    observe: metrics.observeGraph,
  });
  const adapters = { environment, log, tenant, clock, tokens, late, links };
  const bot = openBot(adapters);
  const runtime = await startTenantRuntime({
    tenantId: asId<TenantId>(tenantId),
    store: tenant,
    clock,
    performers: performersOf(graph, bot, adapters),
    log,
    gapAfterMs: environment.CLOCK === 'simulated' ? null : GAP_AFTER_MS,
    onBroken,
    observeFlush: metrics.observeFlush,
    observeEffect: metrics.observeEffect,
  });
  const configuration = await watchConfiguration(runtime);
  late.fill(runtime, configuration);
  const callerIds = await EmergencyCallerIds.open({ runtime, notes: tenant.notes, clock, log });
  const { directory } = graph;
  const apiParts = {
    ...{ people, tables, emergencyPlaces, directory, announcements, callerIds, log },
    inTurn: createTurns(),
  };
  return { runtime, configuration, graph, bot, tokens, callerIds, apiParts };
}

interface AdapterParts extends Pick<ServerOptions, 'environment' | 'log'> {
  readonly tenant: TenantStore;
  readonly clock: TellingClock;
  readonly tokens: TokenSource;
  readonly late: Late;
  readonly links: EmergencyLinks;
}

function openBot({ environment, log, tenant, clock, tokens, late, links }: AdapterParts): Bot {
  const { people, tables, notes, emergencyPlaces } = tenant;
  return createBot({
    ...{ tokens, clock, log, notes, people, tables },
    appId: environment.MICROSOFT_APP_ID,
    tenantId: environment.MICROSOFT_TENANT_ID,
    openIdUrl: environment.CONNECTOR_OPENID_URL,
    serviceUrl: environment.BOT_SERVICE_URL,
    tabUrl: `${environment.PUBLIC_URL}/tab/live`,
    responsibilityOf: (personId) => responsibilityOf(late.inForce(), personId),
    serviceName: (serviceId) => late.serviceName(serviceId),
    services: (visible) => late.services(visible),
    explain: (decision) => late.explain(decision),
    emergencies: {
      ...late.emergencies,
      placeOf: async (agentId) => (await emergencyPlaces.get(agentId))?.line ?? null,
      urlOf: (emergencyId, reader) =>
        reader === 'agent' ? links.ownWork : links.inTab(emergencyId),
    },
  });
}

function performersOf(
  graph: Graph,
  bot: Bot,
  { tenant: { people }, late, links }: AdapterParts,
): readonly AnyEffectPerformer[] {
  const told = {
    people,
    inForce: () => late.inForce(),
    languageOf: (personId: PersonId) => bot.languageOf(personId),
  };
  const mail = createMailOfOccasion({ ...told, linkTo: links.forPeople });
  const activity = createEmergencyActivity({ ...told, linkTo: links.inTeams });
  return [
    ...[graph.calls, graph.presence.effects, bot.cards, bot.alerts, bot.emergencyCards],
    ...[graph.emergencyMail(mail), graph.emergencyActivity(activity)],
  ];
}
