import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type {
  CallEffect,
  EffectId,
  EffectOutcome,
  OfferId,
  PersonId,
  PlatformCallId,
  TaskId,
} from '@rufwerk/engine/core';
import { GraphStage } from '../graphStage.ts';

const taskId = asId<TaskId>('task-1');
const platformCallId = asId<PlatformCallId>('call/1');
const offerId = asId<OfferId>('offer-1');
const effectId = asId<EffectId>('effect-7');
const call = '/communications/calls/call%2F1';
const callbackUri = 'https://contact.example/api/calls?effect=effect-7&task=task-1';

describe('effects on calls', () => {
  let stage: GraphStage;
  let anna: PersonId;

  beforeEach(async () => {
    stage = await GraphStage.open();
    anna = stage.people.add('anna', 'entra-anna');
  });
  afterEach(() => stage.close());

  function perform(effect: CallEffect, mayHaveHappened = false): Promise<EffectOutcome> {
    return stage.graph.calls.perform({ effectId, effect, mayHaveHappened });
  }
  const answer: CallEffect = { kind: 'answer-call', taskId, platformCallId };
  const read: CallEffect = { kind: 'read-call', taskId, platformCallId };
  const keepAlive: CallEffect = { kind: 'keep-call-alive', taskId, platformCallId };
  const hangUp: CallEffect = { kind: 'hang-up-call', taskId, platformCallId };
  const music: CallEffect = {
    kind: 'play-prompt',
    taskId,
    platformCallId,
    prompt: 'waiting-music',
  };
  const remove: CallEffect = {
    kind: 'remove-participant',
    taskId,
    platformCallId,
    participantId: 'p-1',
  };
  const invite = (agentId = anna): CallEffect => ({
    kind: 'invite-agent',
    taskId,
    platformCallId,
    offerId,
    agentId,
  });
  const redirect = (): CallEffect => ({
    kind: 'redirect-call',
    taskId,
    platformCallId,
    offerId,
    agentIds: [anna],
    timeoutSeconds: 20,
  });

  /** Answers every reading of the call with this state and these participants. */
  function callIs(state: string, participants: readonly object[] = []): void {
    stage.double.react = ({ method, path }) => {
      if (method !== 'GET') return { status: 400, body: { error: { code: 'BadRequest' } } };
      const body = path.endsWith('/participants') ? { value: participants } : { id: 'x', state };
      return { status: 200, body };
    };
  }

  describe('an answer', () => {
    test('asks for service-hosted media and carries effect and task in its callback', async () => {
      stage.double.script({ status: 202 });
      expect(await perform(answer)).toEqual({ kind: 'done' });
      expect(stage.requested()).toEqual([`POST ${call}/answer`]);
      expect(stage.double.received[0]?.body).toEqual({
        callbackUri,
        acceptedModalities: ['audio'],
        mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
      });
    });

    test.each(['establishing', 'established'])(
      'to a call that is %s already is done: the refusal is read',
      async (state) => {
        callIs(state);
        expect(await perform(answer)).toEqual({ kind: 'done' });
      },
    );

    test('that is refused while the call still rings has failed', async () => {
      callIs('incoming');
      expect(await perform(answer)).toEqual({
        kind: 'failed',
        cause: 'Microsoft Graph answered 400 (BadRequest)',
      });
    });

    test('to a call that is over finds it gone', async () => {
      callIs('terminated');
      expect(await perform(answer)).toEqual({ kind: 'call-gone' });
    });

    test('without permission names the permission', async () => {
      stage.double.react = () => ({ status: 403, body: { error: { code: '7504' } } });
      expect(await perform(answer)).toMatchObject({
        kind: 'failed',
        cause: expect.stringMatching(/7504.*Calls\.JoinGroupCall\.All.*admin consent/s),
      });
    });

    test('is sent again after a restart', async () => {
      stage.double.script({ status: 202 });
      expect(await perform(answer, true)).toEqual({ kind: 'done' });
    });
  });

  describe('an invitation', () => {
    test('names the agent by Entra id and gives back who can be recalled', async () => {
      const participants = [{ participantId: 'p-9', identity: {} }];
      stage.double.script({ status: 200, body: { id: 'op', status: 'Running', participants } });
      expect(await perform(invite())).toEqual({ kind: 'invited', participantId: 'p-9' });
      expect(stage.requested()).toEqual([`POST ${call}/participants/invite`]);
      expect(stage.double.received[0]?.body).toMatchObject({
        clientContext: 'effect-7',
        participants: [{ identity: { user: { id: 'entra-anna' } } }],
      });
    });

    test('whose answer names no participant is out all the same', async () => {
      stage.double.script({ status: 200, body: { id: 'op', status: 'running' } });
      expect(await perform(invite())).toEqual({ kind: 'invited', participantId: null });
    });

    test('whose answer is lost is unknown, and not sent twice', async () => {
      stage.double.script('cut');
      expect(await perform(invite())).toMatchObject({ kind: 'unknown' });
      expect(stage.requested()).toHaveLength(1);
    });

    test('that was open at a restart is unknown, and not sent at all', async () => {
      expect(await perform(invite(), true)).toMatchObject({ kind: 'unknown' });
      expect(stage.requested()).toEqual([]);
    });

    test('of somebody outside the directory fails before anything is sent', async () => {
      const erased = stage.people.add('erased', null);
      expect(await perform(invite(erased))).toMatchObject({ kind: 'failed' });
      expect(stage.requested()).toEqual([]);
    });

    test('into a call that is gone says so', async () => {
      stage.double.script({ status: 400, body: { error: { code: '8522', message: 'gone' } } });
      expect(await perform(invite())).toEqual({ kind: 'call-gone' });
    });

    test('that fails at once is refused', async () => {
      stage.double.script({ status: 200, body: { status: 'Failed' } });
      expect(await perform(invite())).toMatchObject({ kind: 'failed' });
    });
  });

  describe('a redirect', () => {
    test('sends the call to the agents for so long', async () => {
      stage.double.script({ status: 202 });
      expect(await perform(redirect())).toEqual({ kind: 'done' });
      expect(stage.double.received[0]?.body).toMatchObject({
        callbackUri,
        timeout: 20,
        targets: [{ identity: { user: { id: 'entra-anna' } } }],
      });
    });

    test('in doubt is unknown, and not sent twice', async () => {
      stage.double.script({ status: 504 });
      expect(await perform(redirect())).toMatchObject({ kind: 'unknown' });
      expect(await perform(redirect(), true)).toMatchObject({ kind: 'unknown' });
      expect(stage.requested()).toHaveLength(1);
    });
  });

  describe('reading a call', () => {
    const user = (id: string): object => ({ identity: { user: { id } } });

    test('tells state and roster in our own ids', async () => {
      callIs('Established', [
        { id: 'p-1', info: user('entra-anna') },
        { id: 'p-2', info: user('somebody') },
        { id: 'p-3', info: { identity: { phone: { id: '+41790000001' } } } },
        { id: 'p-4', info: { identity: { application: { id: 'bot' } } } },
        { id: 'p-5', info: user('entra-anna'), isInLobby: true },
        { id: 'p-6', info: user('entra-anna'), removedState: { reason: 'left' } },
      ]);
      expect(await perform(read)).toEqual({
        kind: 'call-read',
        state: 'established',
        roster: [
          { participantId: 'p-1', personId: anna, isApplication: false },
          { participantId: 'p-2', personId: null, isApplication: false },
          { participantId: 'p-3', personId: null, isApplication: false },
          { participantId: 'p-4', personId: null, isApplication: true },
        ],
      });
    });

    test('an agent’s voicemail in the roster is not the agent', async () => {
      callIs('established', [
        { id: 'p-1', info: { ...user('entra-anna'), endpointType: 'voicemail' } },
      ]);
      expect(await perform(read)).toMatchObject({
        roster: [{ personId: null, isApplication: true }],
      });
    });

    test.each([
      ['hold', 'established'],
      ['transferAccepted', 'established'],
      ['redirecting', 'establishing'],
      ['terminating', 'terminated'],
    ])('knows the platform’s state %s as %s', async (told, state) => {
      callIs(told);
      expect(await perform(read)).toMatchObject({ kind: 'call-read', state });
    });

    test('of a call that is gone says so', async () => {
      stage.double.react = () => ({ status: 404 });
      expect(await perform(read)).toEqual({ kind: 'call-gone' });
    });
  });

  test('a removal that finds no participant is done while the call lives', async () => {
    callIs('established');
    stage.double.script({ status: 404, body: { error: { code: '8525' } } });
    expect(await perform(remove)).toEqual({ kind: 'done' });
    expect(stage.requested()[0]).toBe(`DELETE ${call}/participants/p-1`);
    stage.double.react = () => ({ status: 404 });
    expect(await perform(remove)).toEqual({ kind: 'call-gone' });
  });

  test('a keep-alive answered 404 while the call goes on does not lose the call', async () => {
    callIs('established');
    stage.double.script({ status: 404 });
    expect(await perform(keepAlive)).toEqual({ kind: 'done' });
    expect(stage.requested()[0]).toBe(`POST ${call}/keepAlive`);
    stage.double.react = () => ({ status: 404 });
    expect(await perform(keepAlive)).toEqual({ kind: 'call-gone' });
  });

  test('a prompt is fetched from our media address, and played again after a restart', async () => {
    stage.double.react = () => ({ status: 200, body: { status: 'Running' } });
    expect(await perform(music, true)).toEqual({ kind: 'done' });
    expect(stage.double.received[0]?.body).toEqual({
      clientContext: 'effect-7',
      prompts: [
        {
          '@odata.type': '#microsoft.graph.mediaPrompt',
          mediaInfo: { uri: 'https://contact.example/media/waiting-music.wav' },
        },
      ],
    });
  });

  test('stopping prompts, rejecting and hanging up reach their addresses', async () => {
    stage.double.react = () => ({ status: 200 });
    await perform({ kind: 'stop-prompts', taskId, platformCallId });
    await perform({ kind: 'reject-call', platformCallId, reason: 'busy' });
    await perform(hangUp);
    expect(stage.requested()).toEqual([
      `POST ${call}/cancelMediaProcessing`,
      `POST ${call}/reject`,
      `DELETE ${call}`,
    ]);
    expect(stage.double.received[1]?.body).toEqual({
      reason: 'busy',
      callbackUri: 'https://contact.example/api/calls?effect=effect-7',
    });
  });

  test('hanging up a call that is gone says so', async () => {
    stage.double.script({ status: 404 });
    expect(await perform(hangUp)).toEqual({ kind: 'call-gone' });
  });
});
