/**
 * Rufwerk's HTTP side over the real core, runtime and store. Played are: Entra, the directory, the
 * clock, and the platform, on which every effect succeeds at once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  asId,
  type BlockId,
  type PersonId,
  type PlatformCallId,
  type ResourceAccountId,
  type TenantId,
} from '@rufwerk/engine/core';
import type { TenantStore } from '@rufwerk/engine/ports';
import { startTenantRuntime, type TenantRuntime } from '@rufwerk/engine/runtime';
import { openStore } from '@rufwerk/engine/store';
import type { JWTPayload } from 'jose';
import { AnnouncementLibrary } from '../../../src/server/announcements/library.ts';
import { isMeantAsMusic } from '../../../src/server/announcements/uses.ts';
import { SimulatedClock } from '../../../src/server/clock/simulatedClock.ts';
import { createTurns } from '../../../src/server/configuration/changes.ts';
import { adopt, checkFile } from '../../../src/server/configuration/import.ts';
import { watchConfiguration } from '../../../src/server/configuration/inForce.ts';
import { openDrills } from '../../../src/server/emergencies/drill/openDrills.ts';
import { environmentSchema } from '../../../src/server/environment/schema.ts';
import { useOf } from '../../../src/server/groups/namedGroups.ts';
import { Metrics } from '../../../src/server/health/metrics.ts';
import { openHttp } from '../../../src/server/http/openHttp.ts';
import { LiveHub } from '../../../src/server/live/hub.ts';
import { openPush } from '../../../src/server/notifications/openPush.ts';
import { EmergencyCallerIds, Readiness } from '../../../src/server/readiness/index.ts';
import { silentLog } from '../log.ts';
import { simulatedVariables } from '../environment/variables.ts';
import { contosoFile, type Name, objectId, PlayedDirectory, upn, user } from './contoso.ts';
import { obligingPlatform } from './obligingPlatform.ts';
import { PlayedLogin, PlayedPresence } from './outside.ts';
import { openSignIn, type SignIn, TENANT_ID } from './signIn.ts';

/** What the carrier would ask with. */
export const CALLER_ID_KEY = 'a-key-that-only-the-carrier-has';

export const START_MS = Date.UTC(2026, 10, 20, 8);

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; null when it is none. */
  readonly body: unknown;
}

export interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface StageParts {
  readonly url: string;
  readonly runtime: TenantRuntime;
  readonly tenant: TenantStore;
  readonly clock: SimulatedClock;
  readonly signIn: SignIn;
  readonly directory: PlayedDirectory;
  readonly dataDirectory: string;
  /** Whose own number is whose. */
  readonly numbers: Map<string, PersonId>;
  readonly login: PlayedLogin;
  readonly presence: PlayedPresence;
  readonly close: () => Promise<void>;
}

interface StageOptions {
  /** Where presence accounts sign in; left out, nowhere. */
  readonly accountsLoginUrl?: string;
}

export class Stage {
  readonly parts: StageParts;
  #calls = 0;

  private constructor(parts: StageParts) {
    this.parts = parts;
  }

  /** With the Contoso configuration in force, and everybody shown as Available. */
  static async open(options: StageOptions = {}): Promise<Stage> {
    const stage = await Stage.openEmpty(options);
    const { directory, tenant, runtime } = stage.parts;
    const checked = await checkFile(contosoFile, directory);
    if (checked.kind !== 'good') throw new Error(JSON.stringify(checked));
    const configuration = await adopt(checked, tenant.people);
    await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
    await stage.showPresence('Available');
    return stage;
  }

  /** Before the first configuration. */
  static async openEmpty({ accountsLoginUrl }: StageOptions = {}): Promise<Stage> {
    const clock = new SimulatedClock({ nowMs: START_MS, rate: 0 });
    const signIn = await openSignIn(() => clock.now() / 1000);
    const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-server-'));
    const dataKey = Buffer.alloc(32, 7);
    const store = await openStore({ dataDirectory, dataKey, log: silentLog });
    const tenantId = asId<TenantId>(TENANT_ID);
    const tenant = await store.openTenant(tenantId);
    const runtime = await startTenantRuntime({
      tenantId,
      store: tenant,
      clock,
      performers: [obligingPlatform],
      log: silentLog,
      gapAfterMs: null,
    });
    const directory = new PlayedDirectory();
    const login = new PlayedLogin();
    const presence = new PlayedPresence(clock);
    const numbers = new Map<string, PersonId>();
    const outside = { signIn, directory, numbers, login, presence };
    const given = { clock, tenant, runtime, dataDirectory, ...outside };
    const { url, close } = await openStageHttp(given, accountsLoginUrl ?? signIn.loginUrl);
    return new Stage({
      ...given,
      url,
      close: async () => {
        await close();
        await runtime.stop();
        await store.close();
        signIn.close();
        clock.close();
        await rm(dataDirectory, { recursive: true, force: true });
      },
    });
  }

  close(): Promise<void> {
    return this.parts.close();
  }

  /** The token that Teams would hand to the tab of this person. */
  token(name: Name, claims: JWTPayload = {}): Promise<string> {
    const { entraId, userPrincipalName, displayName } = user(name);
    return this.parts.signIn.token({
      oid: entraId,
      preferred_username: userPrincipalName,
      name: displayName,
      ...claims,
    });
  }

  /** A request to the API as this person. */
  async ask(name: Name, address: string, sent: Sent = {}): Promise<Answer> {
    const authorization = `Bearer ${await this.token(name)}`;
    return this.send(address, { ...sent, headers: { authorization, ...sent.headers } });
  }

  /** A request with nothing but what is given. An object is sent as JSON, bytes as they are. */
  async send(address: string, { method = 'GET', body, headers = {} }: Sent = {}): Promise<Answer> {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(this.parts.url + address, {
      method,
      headers: {
        ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const { status } = response;
    const parsed: unknown = isJson ? JSON.parse(text) : null;
    return { status, headers: response.headers, text, body: parsed };
  }

  /** The internal id of somebody who is in the person table. */
  personId(name: Name): PersonId {
    const id = this.parts.tenant.people.findByEntraId(objectId(name))?.id;
    if (id === undefined) throw new Error(`${upn(name)} is not known yet.`);
    return id;
  }

  /** What Teams shows of all agents, as a poll would tell. */
  async showPresence(availability: string): Promise<void> {
    const agents: readonly Name[] = ['anna.agent', 'ben.agent', 'emma.agent'];
    const agentIds = agents.map((name) => this.personId(name));
    const blockId = asId<BlockId>('block-1');
    const { runtime } = this.parts;
    await runtime.submit({ type: 'PresenceBlocksFormed', blocks: [{ blockId, agentIds }] });
    await runtime.submit({
      type: 'PresenceBlockPolled',
      blockId,
      changes: agentIds.map((agentId) => ({
        agentId,
        availability,
        activity: availability,
        fidelity: 'activity',
        outOfOffice: false,
        sequenceNumber: null,
      })),
    });
  }

  /** An outside caller dials the service of this resource account; resolves when the call is in. */
  async dial(account: 'it-helpdesk' | 'sales', phone = '+41790000001'): Promise<PlatformCallId> {
    const { runtime, tenant } = this.parts;
    this.#calls += 1;
    const platformCallId = asId<PlatformCallId>(`call-${this.#calls}`);
    const callerId = await tenant.people.ensureCaller(phone);
    const resourceAccountId = asId<ResourceAccountId>(objectId(account));
    await runtime.submit({ type: 'CallArrived', platformCallId, resourceAccountId, callerId });
    await this.report(platformCallId, 'established');
    return platformCallId;
  }

  /** The platform tells the state of a call. */
  async report(platformCallId: PlatformCallId, state: 'established' | 'terminated'): Promise<void> {
    await this.parts.runtime.submit({
      type: 'CallStateReported',
      platformCallId,
      state,
      code: null,
      subcode: null,
    });
  }
}

/** The HTTP server with nothing behind its webhooks. */
async function openStageHttp(
  parts: Omit<StageParts, 'url' | 'close'>,
  accountsLoginUrl: string,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { clock, signIn, tenant, runtime, directory, dataDirectory } = parts;
  const configuration = await watchConfiguration(runtime);
  const { people, tables, emergencyPlaces } = tenant;
  const log = silentLog;
  const inTurn = createTurns();
  const announcements = await AnnouncementLibrary.open({
    ...{ dataDirectory, clock, log },
    isMusic: (name) => isMeantAsMusic(configuration.current().configuration, name),
  });
  const callerIds = await EmergencyCallerIds.open({ runtime, notes: tenant.notes, clock, log });
  const groups = {
    missing: () => runtime.read((state) => useOf(state, directory.lostGroups)),
    lookAgain: () => Promise.resolve(),
  };
  const readiness = await Readiness.open({
    ...{ runtime, clock, log, people, notes: tenant.notes },
    ...{ tokens: parts.login, presence: parts.presence },
    notifications: () => [],
    groups,
    emergencies: { told: () => Promise.resolve([]), lookAgain: () => Promise.resolve() },
  });
  const environment = environmentSchema.parse({
    ...simulatedVariables,
    LOGIN_URL: signIn.loginUrl,
    EMERGENCY_CALLER_ID_KEY: CALLER_ID_KEY,
  });
  const drills = openDrills({ tenantId: TENANT_ID, tenant, runtime, log });
  const agentIds = () => [];
  const push = await openPush({
    environment: { ...environment, LOGIN_URL: accountsLoginUrl },
    ...{ tenant, runtime, agentIds, clock, log },
  });
  const apiParts = {
    ...{ runtime, people, tables, directory, configuration, announcements, inTurn, log },
    ...{ readiness, push, emergencyPlaces, drills, callerIds },
  };
  const hub = new LiveHub(apiParts, clock);
  await hub.start();
  const http = await openHttp({
    environment,
    clock,
    log,
    metrics: new Metrics(),
    builtTab: path.join(import.meta.dirname, 'tab'),
    webhook: () => Promise.resolve({ status: 202 }),
    bot: { messages: () => Promise.reject(new Error('The played bot is out of order.')) },
    parts: apiParts,
    ...{ people, teams: { wasLookedUp: () => true } },
    personOfNumber: (number) => parts.numbers.get(number) ?? null,
    hub,
    runtime,
    presence: parts.presence,
    firstImport: { trouble: 'the file is missing' },
  });
  return {
    url: http.url,
    close: async () => {
      hub.close();
      await readiness.stop();
      await callerIds.stop();
      configuration.stop();
      await http.close();
      await push.stop();
      await drills.recorder.stop();
    },
  };
}
