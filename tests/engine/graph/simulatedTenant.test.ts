/** The Graph adapter on the real wire protocol: login, calls, roster, presence, directory. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { OfferId, TaskId } from '@rufwerk/engine/core';
import { createTokenSource } from '../../../src/engine/graph/index.ts';
import { eventually } from './playedClock.ts';
import { ANNA, CALLER, realClock, SimulatedStage } from './simulatedStage.ts';
import { engineDouble } from './presence/engineDouble.ts';

const offerId = asId<OfferId>('offer-1');

describe('in the simulated tenant', () => {
  let stage: SimulatedStage;

  beforeAll(async () => {
    stage = await SimulatedStage.open();
  });
  beforeEach(() => stage.begin());
  afterEach(() => stage.end());
  afterAll(() => stage.close());

  test('a call is answered, an agent is invited, talks, and it is hung up', async () => {
    const anna = await stage.personOf(ANNA);
    const on = await stage.answered();
    const { sink, exchanges } = stage.now;
    expect(sink.of('CallArrived')).toMatchObject([{ callerId: `caller-${CALLER}` }]);
    expect(await stage.perform({ kind: 'answer-call', ...on })).toEqual({ kind: 'done' });
    const music = { kind: 'play-prompt', ...on, prompt: 'waiting-music' } as const;
    expect(await stage.perform(music)).toEqual({ kind: 'done' });

    const invited = await stage.perform({ kind: 'invite-agent', ...on, offerId, agentId: anna });
    expect(invited).toEqual({ kind: 'invited', participantId: expect.any(String) });
    const inviteEffect = stage.lastEffectId;
    await stage.act(on.platformCallId, ANNA, 'accept');
    await eventually('the agent is in the roster', () =>
      sink.of('RosterReported').some(({ roster }) => roster.some((one) => one.personId === anna)),
    );
    expect(sink.of('OperationReported')).toContainEqual(
      expect.objectContaining({ effectId: inviteEffect, status: 'completed' }),
    );

    expect(await stage.perform({ kind: 'stop-prompts', ...on })).toEqual({ kind: 'done' });
    expect(await stage.perform({ kind: 'keep-call-alive', ...on })).toEqual({ kind: 'done' });
    expect(await stage.perform({ kind: 'read-call', ...on })).toMatchObject({
      kind: 'call-read',
      state: 'established',
      roster: expect.arrayContaining([expect.objectContaining({ personId: anna })]),
    });
    expect(await stage.perform({ kind: 'hang-up-call', ...on })).toEqual({ kind: 'done' });
    const late = await stage.perform({ kind: 'keep-call-alive', ...on });
    expect(late).toEqual({ kind: 'call-gone' });
    expect(exchanges.every(({ status }) => status !== null)).toBe(true);
  });

  test('a ringing agent is recalled, and the operation that invited fails', async () => {
    const anna = await stage.personOf(ANNA);
    const on = await stage.answered();
    const invited = await stage.perform({ kind: 'invite-agent', ...on, offerId, agentId: anna });
    const inviteEffect = stage.lastEffectId;
    if (invited.kind !== 'invited' || invited.participantId === null) throw new Error('no invite');

    const { participantId } = invited;
    const remove = { kind: 'remove-participant', ...on, participantId } as const;
    expect(await stage.perform(remove)).toEqual({ kind: 'done' });
    await eventually('the invitation has failed', () =>
      stage.now.sink
        .of('OperationReported')
        .some(({ effectId, status }) => effectId === inviteEffect && status === 'failed'),
    );
    // A second removal finds nobody, which is what was wanted.
    expect(await stage.perform(remove)).toEqual({ kind: 'done' });
  });

  test('an invitation whose answer is lost is in doubt and not repeated', async () => {
    const anna = await stage.personOf(ANNA);
    const on = await stage.answered();
    const path = `/communications/calls/${on.platformCallId}/participants/invite`;
    await stage.control('PUT', 'faults', { graph: { status: 504, share: 1, path, after: true } });
    const outcome = await stage.perform({ kind: 'invite-agent', ...on, offerId, agentId: anna });
    expect(outcome).toMatchObject({ kind: 'unknown' });
    const requests = stage.simulated.recordedRequests();
    expect(requests.filter((one) => one.path.endsWith('/invite'))).toHaveLength(1);
  });

  test('an unanswered call is redirected, or rejected', async () => {
    const anna = await stage.personOf(ANNA);
    const { platformCallId } = await stage.dialled();
    const on = { taskId: asId<TaskId>('task-1'), platformCallId };
    const redirect = { ...on, offerId, agentIds: [anna], timeoutSeconds: 20 };
    expect(await stage.perform({ kind: 'redirect-call', ...redirect })).toEqual({ kind: 'done' });
    expect((await stage.call(platformCallId)).legs).toMatchObject([{ upn: ANNA }]);
    const reject = { kind: 'reject-call', platformCallId, reason: 'busy' } as const;
    expect(await stage.perform(reject)).not.toEqual({ kind: 'done' });
  });

  test('a change of presence is told, and health says how old it is', async () => {
    const anna = await stage.personOf(ANNA);
    const { graph, sink } = stage.now;
    const show = (availability: string): Promise<unknown> =>
      stage.control('PUT', `people/${ANNA}/presence`, { availability, activity: availability });
    await show('Busy');
    const engine = engineDouble(sink);
    const intervalsMs = { next: 40, soon: 40, asleep: 40 };
    const polling = graph.presence.startPolling({ engine, agentIds: () => [anna], intervalsMs });
    const told = (availability: string): boolean =>
      sink
        .of('PresenceBlockPolled')
        .some(({ changes }) => changes.some((change) => change.availability === availability));
    await eventually('Busy is told', () => told('Busy'));
    await show('DoNotDisturb');
    await eventually('DoNotDisturb is told', () => told('DoNotDisturb'));
    expect(graph.presence.health().lastSuccessAt).not.toBeNull();
    await polling.stop();
  });

  test('a withdrawn consent is named, and the login being down is, too', async () => {
    await stage.control('PUT', 'consents', { 'User.Read.All': false });
    await expect(stage.now.graph.directory.findUser(ANNA)).rejects.toThrow(/User\.Read\.All/);
    await stage.control('PUT', 'consents', { 'User.Read.All': true });
    await stage.control('PUT', 'faults', { login: { down: true } });
    const { tenantId, applicationId: appId, applicationSecret: secret } = stage.simulated.tenant;
    const loginUrl = `${stage.simulated.url}/login`;
    const tokens = createTokenSource({ tenantId, appId, secret, loginUrl, clock: realClock });
    await expect(tokens.accessToken('https://graph.microsoft.com/.default')).rejects.toThrow(
      /gives no token \(it answers 503\)/,
    );
  });

  test('people are found by name', async () => {
    const { directory } = stage.now.graph;
    const found = await directory.searchUsers('anna', 5);
    expect(found.map(({ userPrincipalName }) => userPrincipalName)).toContain(ANNA);
    expect(await directory.findUser('nobody@contoso.example')).toBeNull();
  });
});
