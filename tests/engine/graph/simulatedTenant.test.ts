/** The Graph adapter on the real wire protocol: login, calls, roster, presence, directory. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asId } from '@rufwerk/engine/core';
import type { CallEffect, EffectId, EffectOutcome, OfferId, TaskId } from '@rufwerk/engine/core';
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

const contract = loadGraphContract();
const SERVICE = '+41440000100';
const CALLER = '+41790000001';
const ANNA = 'anna.agent@contoso.example';

const clock: Clock = {
  now: () => Date.now(),
  setTimer(at, callback) {
    const timer = setTimeout(callback, Math.max(0, at - Date.now()));
    return { cancel: () => clearTimeout(timer) };
  },
};

describe('in the simulated tenant', () => {
  let simulated: SimulatedTenant;
  let product: Server;
  let webhook: CallingWebhook | null = null;
  let graph: Graph;
  let people: PeopleDouble;
  let sink: SinkDouble;
  let log: RecordedLog;
  let exchanges: MeasuredExchange[];
  let publicUrl: string;

  // Making the tenant's keys takes long, so all tests share it and reset its world.
  beforeAll(async () => {
    product = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { authorization } = request.headers;
        if (webhook === null) response.end();
        void webhook?.({ authorization, body: Buffer.concat(chunks), query: {} }).then(
          ({ status }) => {
            response.statusCode = status;
            response.end();
          },
        );
      });
    });
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
    publicUrl = `http://127.0.0.1:${(product.address() as AddressInfo).port}`;
    simulated = await startSimulatedTenant({ product: { baseUrl: publicUrl } });
  });
  beforeEach(() => {
    exchanges = [];
    const { tenantId, applicationId: appId, applicationSecret: secret } = simulated.tenant;
    people = new PeopleDouble();
    sink = new SinkDouble();
    log = new RecordedLog();
    const tokens = createTokenSource({
      ...{ tenantId, appId, secret, clock },
      loginUrl: `${simulated.url}/login`,
    });
    graph = createGraph({
      ...{ tenantId, publicUrl, tokens, people, clock, log },
      announcementPath: (name) => `/media/${name}.wav`,
      graphUrl: `${simulated.url}/graph/v1.0`,
      observe: (exchange) => exchanges.push(exchange),
    });
    webhook = createCallingWebhook({
      ...{ sink, people, appId, tenantId, clock, log },
      openIdUrl: `${simulated.url}/calling/v1/.well-known/OpenIdConfiguration`,
    });
  });
  afterEach(async () => {
    expectValidRequests();
    await control('POST', 'reset');
    webhook = null;
  });
  afterAll(async () => {
    await simulated.close();
    product.closeAllConnections();
    await new Promise((resolve) => product.close(resolve));
  });

  /** Everything asked of Graph so far stands in its contract, where that is at hand. */
  function expectValidRequests(): void {
    if (contract.kind === 'absent') return;
    const requests = simulated
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

  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${simulated.url}/_simulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response.status === 204 ? null : response.json();
  }

  let effects = 0;
  function perform(effect: CallEffect): Promise<EffectOutcome> {
    effects += 1;
    const effectId = asId<EffectId>(`effect-${effects}`);
    return graph.calls.perform({ effectId, effect, mayHaveHappened: false });
  }

  /** Somebody outside dials the service, and the engine is told. */
  async function dialled(): Promise<Extract<InputDraft, { type: 'CallArrived' }>> {
    await control('POST', 'calls', { from: CALLER, to: SERVICE });
    await eventually('the call has arrived', () => sink.of('CallArrived').length === 1);
    const [arrived] = sink.of('CallArrived');
    if (arrived === undefined) throw new Error('no call');
    return arrived;
  }

  function reported(state: string): boolean {
    return sink.of('CallStateReported').some((input) => input.state === state);
  }

  async function personOf(upn: string): Promise<ReturnType<PeopleDouble['add']>> {
    const found = await graph.directory.findUser(upn);
    if (found === null) throw new Error(`${upn} is not in the directory`);
    return people.add(upn.split('.')[0] ?? upn, found.entraId);
  }

  async function legOf(upn: string): Promise<string> {
    const { calls } = (await control('GET', 'world')) as { calls: { id: string }[] };
    const call = (await control('GET', `calls/${calls[0]?.id ?? ''}`)) as {
      legs: { id: string; upn: string }[];
    };
    return call.legs.find((leg) => leg.upn === upn)?.id ?? '';
  }

  test('a call is answered, an agent is invited, talks, and it is hung up', async () => {
    const anna = await personOf(ANNA);
    const { platformCallId, callerId } = await dialled();
    expect(callerId).toBe(`caller-${CALLER}`);
    const on = { taskId: asId<TaskId>('task-1'), platformCallId };

    expect(await perform({ kind: 'answer-call', ...on })).toEqual({ kind: 'done' });
    await eventually('it is established', () => reported('established'));
    expect(await perform({ kind: 'answer-call', ...on })).toEqual({ kind: 'done' });
    expect(await perform({ kind: 'play-prompt', ...on, prompt: 'waiting-music' })).toEqual({
      kind: 'done',
    });

    const offerId = asId<OfferId>('offer-1');
    const invited = await perform({ kind: 'invite-agent', ...on, offerId, agentId: anna });
    expect(invited).toEqual({ kind: 'invited', participantId: expect.any(String) });
    const inviteEffect = `effect-${effects}`;
    await control('POST', `people/${ANNA}/calls/${await legOf(ANNA)}/accept`);
    await eventually('the agent is in the roster', () =>
      sink.of('RosterReported').some(({ roster }) => roster.some((one) => one.personId === anna)),
    );
    expect(sink.of('OperationReported')).toContainEqual(
      expect.objectContaining({ effectId: inviteEffect, status: 'completed' }),
    );

    expect(await perform({ kind: 'stop-prompts', ...on })).toEqual({ kind: 'done' });
    expect(await perform({ kind: 'keep-call-alive', ...on })).toEqual({ kind: 'done' });
    expect(await perform({ kind: 'read-call', ...on })).toMatchObject({
      kind: 'call-read',
      state: 'established',
      roster: expect.arrayContaining([expect.objectContaining({ personId: anna })]),
    });
    expect(await perform({ kind: 'hang-up-call', ...on })).toEqual({ kind: 'done' });
    expect(await perform({ kind: 'keep-call-alive', ...on })).toEqual({ kind: 'call-gone' });
    expect(exchanges.every(({ status }) => status !== null)).toBe(true);
  });

  test('a ringing agent is recalled, and the operation that invited fails', async () => {
    const anna = await personOf(ANNA);
    const { platformCallId } = await dialled();
    const on = { taskId: asId<TaskId>('task-1'), platformCallId };
    await perform({ kind: 'answer-call', ...on });
    await eventually('it is established', () => reported('established'));
    const offerId = asId<OfferId>('offer-1');
    const invited = await perform({ kind: 'invite-agent', ...on, offerId, agentId: anna });
    const inviteEffect = `effect-${effects}`;
    if (invited.kind !== 'invited' || invited.participantId === null) throw new Error('no invite');

    const { participantId } = invited;
    expect(await perform({ kind: 'remove-participant', ...on, participantId })).toEqual({
      kind: 'done',
    });
    await eventually('the invitation has failed', () =>
      sink
        .of('OperationReported')
        .some(({ effectId, status }) => effectId === inviteEffect && status === 'failed'),
    );
    // A second removal finds nobody, which is what was wanted.
    expect(await perform({ kind: 'remove-participant', ...on, participantId })).toEqual({
      kind: 'done',
    });
  });

  test('an invitation whose answer is lost is in doubt and not repeated', async () => {
    const anna = await personOf(ANNA);
    const { platformCallId } = await dialled();
    const on = { taskId: asId<TaskId>('task-1'), platformCallId };
    await perform({ kind: 'answer-call', ...on });
    await eventually('it is established', () => reported('established'));
    const path = `/communications/calls/${platformCallId}/participants/invite`;
    await control('PUT', 'faults', { graph: { status: 504, share: 1, path, after: true } });
    const offerId = asId<OfferId>('offer-1');
    const outcome = await perform({ kind: 'invite-agent', ...on, offerId, agentId: anna });
    expect(outcome).toMatchObject({ kind: 'unknown' });
    const invitations = simulated.recordedRequests().filter((one) => one.path.endsWith('/invite'));
    expect(invitations).toHaveLength(1);
  });

  test('an unanswered call is redirected, or rejected', async () => {
    const anna = await personOf(ANNA);
    const { platformCallId } = await dialled();
    const on = { taskId: asId<TaskId>('task-1'), platformCallId };
    const offerId = asId<OfferId>('offer-1');
    const redirect = { ...on, offerId, agentIds: [anna], timeoutSeconds: 20 };
    expect(await perform({ kind: 'redirect-call', ...redirect })).toEqual({ kind: 'done' });
    expect(await legOf(ANNA)).not.toBe('');
    expect(await perform({ kind: 'reject-call', platformCallId, reason: 'busy' })).not.toEqual({
      kind: 'done',
    });
  });

  test('a change of presence is told, and health says how old it is', async () => {
    const anna = await personOf(ANNA);
    await control('PUT', `people/${ANNA}/presence`, { availability: 'Busy', activity: 'Busy' });
    const polling = graph.startPresencePolling({ sink, agentIds: () => [anna], intervalMs: 40 });
    const told = (availability: string): boolean =>
      sink
        .of('PresenceBlockPolled')
        .some(({ changes }) => changes.some((change) => change.availability === availability));
    await eventually('Busy is told', () => told('Busy'));
    await control('PUT', `people/${ANNA}/presence`, {
      availability: 'DoNotDisturb',
      activity: 'DoNotDisturb',
    });
    await eventually('DoNotDisturb is told', () => told('DoNotDisturb'));
    expect(polling.health().lastSuccessAt).not.toBeNull();
    await polling.stop();
  });

  test('a withdrawn consent is named, and the login being down is, too', async () => {
    await control('PUT', 'consents', { 'User.Read.All': false });
    await expect(graph.directory.findUser(ANNA)).rejects.toThrow(/User\.Read\.All/);
    await control('PUT', 'consents', { 'User.Read.All': true });
    await control('PUT', 'faults', { login: { down: true } });
    const { tenantId, applicationId: appId, applicationSecret: secret } = simulated.tenant;
    const loginUrl = `${simulated.url}/login`;
    const tokens = createTokenSource({ tenantId, appId, secret, loginUrl, clock });
    await expect(tokens.accessToken('https://graph.microsoft.com/.default')).rejects.toThrow(
      /gives no token \(it answers 503\)/,
    );
  });

  test('people are found by name', async () => {
    const found = await graph.directory.searchUsers('anna', 5);
    expect(found.map(({ userPrincipalName }) => userPrincipalName)).toContain(ANNA);
    expect(await graph.directory.findUser('nobody@contoso.example')).toBeNull();
  });
});
