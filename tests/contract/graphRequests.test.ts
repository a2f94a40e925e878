/**
 * Every request the Graph adapter sends is one that Microsoft Graph's published description knows.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type {
  CallEffect,
  EffectId,
  OfferId,
  PlatformCallId,
  ResourceAccountId,
  TaskId,
  TransferTarget,
} from '@rufwerk/engine/core';
import { createCall, transferCall } from '../../src/engine/graph/index.ts';
import { GraphStage } from '../engine/graph/graphStage.ts';
import { eventually } from '../engine/graph/playedClock.ts';
import { engineDouble } from '../engine/graph/presence/engineDouble.ts';
import { SinkDouble } from '../engine/graph/sinkDouble.ts';
import { loadGraphContract } from './graphSchema.ts';
import type { GraphSchema } from './graphSchema.ts';

const contract = loadGraphContract();
if (contract.kind === 'absent') {
  test.skip(`Graph's contract is not checked: ${contract.reason}`, () => undefined);
} else {
  describe('requests to Microsoft Graph are valid under its contract', () => {
    adapterRequests(contract.schema);
  });
  describe('the judge of requests and answers', () => {
    judge(contract.schema);
  });
}

function adapterRequests(schema: GraphSchema): void {
  let stage: GraphStage;

  beforeEach(async () => {
    stage = await GraphStage.open();
    stage.double.react = () => ({ status: 200, body: { value: [], state: 'established' } });
  });
  afterEach(() => stage.close());

  function expectValid(count: number): void {
    const requests = stage.double.received.map(({ method, path, body }) => ({
      method,
      path: path.replace('/v1.0', ''),
      body,
    }));
    expect(requests).toHaveLength(count);
    for (const request of requests) {
      const problems = schema.requestProblems(request);
      expect({ ...request, problems }).toEqual({ ...request, problems: [] });
    }
  }

  test('every effect on calls', async () => {
    const on = { taskId: asId<TaskId>('t'), platformCallId: asId<PlatformCallId>('call-1') };
    const offerId = asId<OfferId>('offer-1');
    const agentId = stage.people.add('anna', 'entra-anna');
    const callerId = stage.people.add('caller', null, '+41790000001');
    const resourceAccountId = asId<ResourceAccountId>('account');
    const targets: readonly TransferTarget[] = [
      { kind: 'person', personId: agentId },
      { kind: 'number', number: '+41435000000' },
      { kind: 'voicemail', personId: agentId },
      { kind: 'group-voicemail', groupId: 'group' },
    ];
    const effects: CallEffect[] = [
      { kind: 'answer-call', ...on },
      { kind: 'redirect-call', ...on, offerId, agentIds: [agentId], timeoutSeconds: 15 },
      { kind: 'reject-call', platformCallId: on.platformCallId, reason: 'forbidden' },
      { kind: 'play-prompt', ...on, prompt: 'greeting' },
      { kind: 'stop-prompts', ...on },
      { kind: 'invite-agent', ...on, offerId, agentId },
      { kind: 'remove-participant', ...on, participantId: 'p-1' },
      { kind: 'keep-call-alive', ...on },
      { kind: 'hang-up-call', ...on },
      { kind: 'read-call', ...on },
      { kind: 'listen-for-tones', ...on },
      ...targets.map((target): CallEffect => ({ kind: 'transfer-call', ...on, target })),
      { kind: 'invite-target', ...on, target: { kind: 'number', number: '+41435000000' } },
      { kind: 'dial-caller', taskId: on.taskId, callerId, resourceAccountId, timeoutSeconds: 30 },
    ];
    expect(new Set(effects.map(({ kind }) => kind))).toEqual(new Set(stage.graph.calls.kinds));
    for (const effect of effects) {
      const effectId = asId<EffectId>('effect-1');
      await stage.graph.calls.perform({ effectId, effect, mayHaveHappened: false });
    }
    // A reading asks for the call and for its participants.
    expectValid(effects.length + 1);
  });

  test('calls placed and transferred', async () => {
    const { callContext } = stage.graph;
    const callee = { kind: 'phone', id: '+41790000001' } as const;
    const ids = { effectId: asId<EffectId>('effect-1'), taskId: null, tenantId: 'tenant' };
    await createCall(callContext, { ...ids, callee, resourceAccountId: 'account' });
    const platformCallId = asId<PlatformCallId>('call-1');
    await transferCall(callContext, { platformCallId, target: { kind: 'user', id: 'u' } });
    await transferCall(callContext, {
      platformCallId,
      target: callee,
      replacesCallId: platformCallId,
    });
    expectValid(3);
  });

  test('presence', async () => {
    const agentIds = [stage.people.add('anna', 'entra-anna')];
    const sink = new SinkDouble();
    const engine = engineDouble(sink, () => stage.clock.now());
    const { presence } = stage.graph;
    const polling = presence.startPolling({ engine, agentIds: () => agentIds });
    await stage.clock.advance(0);
    await eventually('a poll is committed', () => sink.of('PresenceBlockPolled').length === 1);
    await polling.stop();
    expectValid(1);
  });

  test('the directory', async () => {
    const { directory } = stage.graph;
    stage.double.react = () => ({ status: 200, body: { value: [] } });
    await directory.findUser('anna.agent@contoso.example');
    await directory.searchUsers("O'Neill", 10);
    await directory.listGroupMembers('group-1');
    expectValid(3);
  });
}

function judge(schema: GraphSchema): void {
  const invite = (body: object): string[] => {
    const path = '/communications/calls/1/participants/invite';
    return schema.requestProblems({ method: 'POST', path, body });
  };
  const answer = (body?: object): string[] =>
    schema.requestProblems({ method: 'POST', path: '/communications/calls/1/answer', body });

  test('knows what Graph does not have', () => {
    const problems = schema.requestProblems({
      method: 'POST',
      path: '/communications/calls/1/sing',
    });
    expect(problems).toEqual([expect.stringContaining('no such request')]);
    const path = '/users?$colour=red';
    expect(schema.requestProblems({ method: 'GET', path })).toEqual(['query $colour: unknown']);
  });

  test('misses what must be given', () => {
    expect(answer()).toEqual(['no body']);
    expect(answer({ acceptedModalities: ['audio'] })).toEqual([
      '/callbackUri: must be given',
      '/mediaConfig: must be given',
    ]);
  });

  test('finds misspelled, wrong and unnamed values', () => {
    const mediaConfig = { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' };
    expect(answer({ callbackUri: 'x', mediaConfig, callBackUri: 'x' })).toEqual([
      '/callBackUri: no such property',
    ]);
    expect(answer({ callbackUri: 'x', mediaConfig: { ...mediaConfig, prefetch: [] } })).toEqual([
      '/mediaConfig/prefetch: no such property',
    ]);
    expect(answer({ callbackUri: 'x', mediaConfig: {} })).toEqual([
      '/mediaConfig/@odata.type: which kind of it?',
    ]);
    expect(answer({ callbackUri: 'x', mediaConfig, acceptedModalities: ['smell'] })).toEqual([
      expect.stringContaining('/acceptedModalities/0'),
    ]);
    expect(invite({ participants: 'anna', clientContext: 'effect-1' })).toEqual([
      expect.stringContaining('/participants'),
    ]);
  });

  test('judges answers by their status', () => {
    const get = { method: 'GET', path: '/communications/calls/1' };
    expect(schema.answerProblems({ ...get, status: 200, body: { id: '1' } })).toEqual([]);
    expect(schema.answerProblems({ ...get, status: 200, body: { state: 'singing' } })).toEqual(
      expect.arrayContaining([expect.stringContaining('/state')]),
    );
    const error = { error: { code: '8522', message: 'Call not found.' } };
    expect(schema.answerProblems({ ...get, status: 404, body: error })).toEqual([]);
    expect(schema.answerProblems({ ...get, status: 404, body: { oops: 1 } })).not.toEqual([]);
    expect(schema.answerProblems({ ...get, status: 302 })).toEqual(['status 302: not documented']);
    const hangUp = { method: 'DELETE', path: '/communications/calls/1', status: 204 };
    expect(schema.answerProblems(hangUp)).toEqual([]);
  });
}
