/** The Graph adapter in front of the simulated tenant, on the real wire protocol. */
import { expect } from '@jest/globals';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asId } from '@rufwerk/engine/core';
import type {
  CallEffect,
  EffectId,
  EffectOutcome,
  PersonId,
  PlatformCallId,
  TaskId,
} from '@rufwerk/engine/core';
import type { Clock, InputDraft } from '@rufwerk/engine/ports';
import { startSimulatedTenant } from '../../../src/simulator/index.ts';
import type { SimulatedTenant } from '../../../src/simulator/index.ts';
import {
  createCallingWebhook,
  createGraph,
  createTokenSource,
} from '../../../src/engine/graph/index.ts';
import type { CallingWebhook, Graph, MeasuredExchange } from '../../../src/engine/graph/index.ts';
import { loadGraphContract } from '../../contract/graphSchema.ts';
import { PeopleDouble } from './knownPeople.ts';
import { eventually } from './playedClock.ts';
import { RecordedLog } from './recordedLog.ts';
import { SinkDouble } from './sinkDouble.ts';

export const SERVICE = '+41440000100';
export const CALLER = '+41790000001';
export const ANNA = 'anna.agent@contoso.example';

const contract = loadGraphContract();

export const realClock: Clock = {
  now: () => Date.now(),
  setTimer(at, callback) {
    const timer = setTimeout(callback, Math.max(0, at - Date.now()));
    return { cancel: () => clearTimeout(timer) };
  },
};

/** What one test uses up. */
interface Adapter {
  readonly graph: Graph;
  readonly webhook: CallingWebhook;
  readonly people: PeopleDouble;
  readonly sink: SinkDouble;
  readonly exchanges: MeasuredExchange[];
}

/** What a call's control view shows, as far as these tests look. */
interface ShownCall {
  readonly id: string;
  readonly state: string;
  readonly hears: { readonly what: string; readonly names: readonly string[] };
  readonly legs: readonly { readonly id: string; readonly upn: string }[];
}

export class SimulatedStage {
  readonly simulated: SimulatedTenant;
  readonly #product: Server;
  readonly #publicUrl: string;
  #adapter: Adapter | null = null;
  #effects = 0;

  private constructor(simulated: SimulatedTenant, product: Server, publicUrl: string) {
    this.simulated = simulated;
    this.#product = product;
    this.#publicUrl = publicUrl;
  }

  /** Making the tenant's keys takes long, so all tests of a file share it and reset its world. */
  static async open(): Promise<SimulatedStage> {
    const product = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { authorization } = request.headers;
        const query = Object.fromEntries(new URL(request.url ?? '', publicUrl).searchParams);
        void stage.#take({ authorization, body: Buffer.concat(chunks), query }).then((status) => {
          response.statusCode = status;
          response.end();
        });
      });
    });
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
    const publicUrl = `http://127.0.0.1:${(product.address() as AddressInfo).port}`;
    const simulated = await startSimulatedTenant({ product: { baseUrl: publicUrl } });
    const stage = new SimulatedStage(simulated, product, publicUrl);
    return stage;
  }

  /** A new adapter for the next test. */
  begin(): void {
    const clock = realClock;
    const { tenantId, applicationId: appId, applicationSecret: secret } = this.simulated.tenant;
    const [people, sink, log] = [new PeopleDouble(), new SinkDouble(), new RecordedLog()];
    const exchanges: MeasuredExchange[] = [];
    const { url } = this.simulated;
    const tokens = createTokenSource({
      ...{ tenantId, appId, secret, clock },
      loginUrl: `${url}/login`,
    });
    const graph = createGraph({
      ...{ tenantId, appId, publicUrl: this.#publicUrl, tokens, people, clock, log },
      announcementPath: (name) => `/media/${name}.wav`,
      graphUrl: `${url}/graph/v1.0`,
      observe: (exchange) => exchanges.push(exchange),
    });
    const webhook = createCallingWebhook({
      ...{ sink, people, appId, tenantId, clock, log, hangUp: graph.hangUp },
      isCallbackAccount: () => Promise.resolve(false),
      openIdUrl: `${url}/calling/v1/.well-known/OpenIdConfiguration`,
    });
    this.#adapter = { graph, webhook, people, sink, exchanges };
  }

  /**
   * All that was asked stands in Graph's contract, where that is at hand; the world starts anew.
   */
  async end(): Promise<void> {
    this.#expectValidRequests();
    await this.control('POST', 'reset');
    this.#adapter = null;
  }

  async close(): Promise<void> {
    await this.simulated.close();
    this.#product.closeAllConnections();
    await new Promise((resolve) => this.#product.close(resolve));
  }

  get now(): Adapter {
    if (this.#adapter === null) throw new Error('No test has begun.');
    return this.#adapter;
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

  perform(effect: CallEffect): Promise<EffectOutcome> {
    this.#effects += 1;
    const effectId = asId<EffectId>(this.lastEffectId);
    return this.now.graph.calls.perform({ effectId, effect, mayHaveHappened: false });
  }

  get lastEffectId(): string {
    return `effect-${this.#effects}`;
  }

  /** Somebody outside dials the service, and the engine is told. */
  async dialled(): Promise<Extract<InputDraft, { type: 'CallArrived' }>> {
    await this.control('POST', 'calls', { from: CALLER, to: SERVICE });
    const { sink } = this.now;
    await eventually('the call has arrived', () => sink.of('CallArrived').length === 1);
    const [arrived] = sink.of('CallArrived');
    if (arrived === undefined) throw new Error('no call');
    return arrived;
  }

  /** ... and is answered. */
  async answered(): Promise<{ readonly taskId: TaskId; readonly platformCallId: PlatformCallId }> {
    const { platformCallId } = await this.dialled();
    const on = { taskId: asId<TaskId>('task-1'), platformCallId };
    expect(await this.perform({ kind: 'answer-call', ...on })).toEqual({ kind: 'done' });
    await eventually('it is established', () => this.reported('established'));
    return on;
  }

  reported(state: string): boolean {
    return this.now.sink.of('CallStateReported').some((input) => input.state === state);
  }

  /** Somebody of the directory, under an id of our own. */
  async personOf(upn: string): Promise<PersonId> {
    const found = await this.now.graph.directory.findUser(upn);
    if (found === null) throw new Error(`${upn} is not in the directory`);
    return this.now.people.add(upn.split('.')[0] ?? upn, found.entraId);
  }

  async call(id: string): Promise<ShownCall> {
    return (await this.control('GET', `calls/${id}`)) as ShownCall;
  }

  /** What a person does with the newest leg that is theirs. */
  async act(callId: string, upn: string, what: 'accept' | 'decline'): Promise<void> {
    const { legs } = await this.call(callId);
    const leg = legs.findLast((each) => each.upn === upn);
    await this.control('POST', `people/${upn}/calls/${leg?.id ?? ''}/${what}`);
  }

  async #take(post: Parameters<CallingWebhook>[0]): Promise<number> {
    // What is told between two tests is nobody's news any more.
    if (this.#adapter === null) return 202;
    return (await this.#adapter.webhook(post)).status;
  }

  #expectValidRequests(): void {
    if (contract.kind === 'absent') return;
    const requests = this.simulated
      .recordedRequests()
      .filter(({ path }) => path.startsWith('/graph/v1.0'));
    expect(requests).not.toEqual([]);
    for (const { method, path, query, body } of requests) {
      const search = new URLSearchParams(query).toString();
      const relative = path.replace('/graph/v1.0', '') + (search === '' ? '' : `?${search}`);
      const problems = contract.schema.requestProblems({ method, path: relative, body });
      expect({ method, relative, problems }).toEqual({ method, relative, problems: [] });
    }
  }
}
