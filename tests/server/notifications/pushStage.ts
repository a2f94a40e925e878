/** Presence push against the simulated tenant, on the real wire, with a server of its own. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import { openPresencePush, type PresencePush } from '@rufwerk/engine/graph';
import type { Clock, Timer } from '@rufwerk/engine/ports';
import type { PersonId } from '@rufwerk/engine/core';
import { startSimulatedTenant, type SimulatedTenant } from '../../../src/simulator/index.ts';
import { serveNotifications } from '../../../src/server/notifications/route.ts';
import { loadGraphContract } from '../../contract/graphSchema.ts';
import { SecretsDouble } from '../../engine/graph/accounts/secretsDouble.ts';
import { PeopleDouble } from '../../engine/graph/knownPeople.ts';
import { eventually } from '../../engine/graph/playedClock.ts';
import { RecordedLog } from '../../engine/graph/recordedLog.ts';
import { SinkDouble } from '../../engine/graph/sinkDouble.ts';

export const ONE = 'presence.one@contoso.example';
export const TWO = 'presence.two@contoso.example';
export const FABRIKAM = 'presence.guest@fabrikam.example';
export const FABRIKAM_TENANT = 'a94de2c8-6b0f-4f13-97d5-e2810c3b6f7a';

/** The machine's clock, which a test can put forward. */
class ForwardClock implements Clock {
  #aheadMs = 0;
  readonly #set = new Map<Timer, { readonly at: number; readonly callback: () => void }>();

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  setTimer(at: number, callback: () => void): Timer {
    const once = (): void => {
      if (this.#set.delete(timer)) callback();
    };
    const running = setTimeout(once, Math.max(0, at - this.now()));
    const timer = {
      cancel: () => {
        clearTimeout(running);
        this.#set.delete(timer);
      },
    };
    this.#set.set(timer, { at, callback: once });
    return timer;
  }

  forward(ms: number): void {
    this.#aheadMs += ms;
    for (const { at, callback } of [...this.#set.values()]) if (at <= this.now()) callback();
  }
}

export class PushStage {
  readonly simulated: SimulatedTenant;
  readonly clock = new ForwardClock();
  readonly people = new PeopleDouble();
  readonly log = new RecordedLog();
  readonly secrets = new SecretsDouble();
  readonly sink = new SinkDouble();
  readonly #server: Server;
  #push: PresencePush | null = null;
  #agentIds: PersonId[] = [];

  private constructor(simulated: SimulatedTenant, server: Server) {
    this.simulated = simulated;
    this.#server = server;
  }

  /** With Anna and Ben, and no account yet. */
  static async open(): Promise<PushStage> {
    const server = createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const simulated = await startSimulatedTenant();
    const stage = new PushStage(simulated, server);
    for (const name of ['anna', 'ben']) {
      const id = await stage.entraIdOf(`${name}.agent@contoso.example`);
      stage.#agentIds.push(stage.people.add(name, id));
    }
    serveNotifications(server, {
      door: {
        take: (body, receivedMs) => stage.push.door.take(body, receivedMs),
        takeLifecycle: (body) => stage.push.door.takeLifecycle(body),
      },
      log: stage.log,
    });
    await stage.start();
    return stage;
  }

  /** Starts push, as after a restart when it ran before. */
  async start(): Promise<void> {
    await this.#push?.stop();
    const { sink, people, secrets, clock, log, simulated } = this;
    const { tenantId, applicationId: appId, applicationSecret: secret } = simulated.tenant;
    this.#push = await openPresencePush({
      ...{ sink, people, secrets, clock, log, tenantId, appId, secret },
      urgentPeople: () => Promise.resolve(this.#agentIds),
      loginUrl: `${simulated.url}/login`,
      graphUrl: `${simulated.url}/graph/v1.0`,
      publicUrl: this.#publicUrl,
    });
    this.#push.begin();
  }

  /** Posts to the server as Graph does, or as anybody can. */
  post(path: string, body: string): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return fetch(this.#publicUrl + path, { method: 'POST', headers, body });
  }

  get #publicUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get push(): PresencePush {
    if (this.#push === null) throw new Error('Push was not started.');
    return this.#push;
  }

  /** Signs an account in by the browser, as an administrator would. */
  async signIn(upn: string, tenantId?: string): Promise<string> {
    const { signIns } = this.push.accounts;
    const { state } = await signIns.startByRedirect(tenantId);
    const address = state.kind === 'waiting' ? state.address : '';
    const body = new URLSearchParams({ upn, act: 'sign-in' });
    const sent = await fetch(address, { method: 'POST', redirect: 'manual', body });
    const back = new URL(sent.headers.get('location') ?? '').searchParams;
    const over = await signIns.finishRedirect({
      state: back.get('state') ?? '',
      code: back.get('code'),
      error: back.get('error'),
      errorDescription: back.get('error_description'),
    });
    if (over?.state.kind !== 'signed-in') throw new Error(JSON.stringify(over));
    return over.state.accountId;
  }

  health(accountId: string): ReturnType<PresencePush['health']>['accounts'][number] {
    const found = this.push.health().accounts.find((each) => each.accountId === accountId);
    if (found === undefined) throw new Error(`Nothing is told of ${accountId}.`);
    return found;
  }

  /** Waits until the account covers everybody. */
  live(accountId: string): Promise<void> {
    return eventually('subscribed', () => this.health(accountId).state === 'live');
  }

  /** As if the keys had been made so much earlier; to be noticed at the next start. */
  makeKeysOlder(ms: number): void {
    const text = this.secrets.values.get('notification-keys') ?? '[]';
    const keys = JSON.parse(text) as { madeAt: number }[];
    const older = keys.map((key) => ({ ...key, madeAt: key.madeAt - ms }));
    this.secrets.values.set('notification-keys', JSON.stringify(older));
  }

  /** Time passes for both sides. */
  async forward(seconds: number): Promise<void> {
    await this.control('PUT', 'clock', { advanceSeconds: seconds });
    this.clock.forward(seconds * 1_000);
  }

  show(name: string, availability: string, activity: string): Promise<unknown> {
    const path = `people/${name}.agent@contoso.example/presence`;
    return this.control('PUT', path, { availability, activity });
  }

  /** What was committed, as `who availability/activity fidelity`. */
  told(): string[] {
    return this.sink
      .of('PresencePushed')
      .flatMap(({ readings }) => readings)
      .map((each) => `${each.agentId} ${each.availability}/${each.activity} ${each.fidelity}`);
  }

  async control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.simulated.url}/_simulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response.status === 204 ? null : response.json();
  }

  /** The subscriptions that there are at Graph. */
  async subscriptions(): Promise<{ readonly id: string }[]> {
    const world = (await this.control('GET', 'world')) as { subscriptions: { id: string }[] };
    return world.subscriptions;
  }

  async entraIdOf(upn: string): Promise<string> {
    const world = (await this.control('GET', 'world')) as { people: { upn: string; id: string }[] };
    return world.people.find((each) => each.upn === upn)?.id ?? '';
  }

  /** What was asked of Graph stands in its contract, where that is at hand. */
  expectValidRequests(): void {
    const contract = loadGraphContract();
    if (contract.kind === 'absent') return;
    for (const { method, path, query, body } of this.simulated.recordedRequests()) {
      if (!path.startsWith('/graph/v1.0')) continue;
      const search = new URLSearchParams(query).toString();
      const relative = path.replace('/graph/v1.0', '') + (search === '' ? '' : `?${search}`);
      const problems = contract.schema.requestProblems({ method, path: relative, body });
      expect({ method, relative, problems }).toEqual({ method, relative, problems: [] });
    }
  }

  async close(): Promise<void> {
    await this.#push?.stop();
    await this.simulated.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
