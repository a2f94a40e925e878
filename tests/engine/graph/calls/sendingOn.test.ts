/** Effects that send a call on, bring somebody in, listen for keys, and call somebody back. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type {
  CallEffect,
  EffectId,
  EffectOutcome,
  PersonId,
  PlatformCallId,
  ResourceAccountId,
  TaskId,
  TransferTarget,
} from '@rufwerk/engine/core';
import { GraphStage } from '../graphStage.ts';

const taskId = asId<TaskId>('task-1');
const on = { taskId, platformCallId: asId<PlatformCallId>('call-1') };
const call = '/communications/calls/call-1';
const CALLER = '+41790000001';

let stage: GraphStage;
let anna: PersonId;
beforeEach(async () => {
  stage = await GraphStage.open();
  anna = stage.people.add('anna', 'entra-anna');
});
afterEach(() => stage.close());

function perform(effect: CallEffect, mayHaveHappened = false): Promise<EffectOutcome> {
  const effectId = asId<EffectId>('effect-7');
  return stage.graph.calls.perform({ effectId, effect, mayHaveHappened });
}

const transferTo = (target: TransferTarget): CallEffect => ({
  kind: 'transfer-call',
  ...on,
  target,
});
const transfer = (): CallEffect => transferTo({ kind: 'person', personId: anna });
const listen: CallEffect = { kind: 'listen-for-tones', ...on };
const bringIn = (): CallEffect => ({
  kind: 'invite-target',
  ...on,
  target: { kind: 'person', personId: anna },
});
const dial = (callerId = stage.people.add('caller', null, CALLER)): CallEffect => ({
  kind: 'dial-caller',
  taskId,
  callerId,
  resourceAccountId: asId<ResourceAccountId>('account'),
  timeoutSeconds: 45,
});

function sentBody(): unknown {
  return stage.double.received[0]?.body;
}

describe('a transfer', () => {
  const user = (id: string): object => ({ identity: { user: { id } } });

  test.each([
    ['a person', { kind: 'person', personId: 'anna' }, user('entra-anna')],
    [
      'a number',
      { kind: 'number', number: '+41435000000' },
      { identity: { phone: { id: '+41435000000' } } },
    ],
    [
      'a person’s voicemail',
      { kind: 'voicemail', personId: 'anna' },
      { ...user('entra-anna'), endpointType: 'voicemail' },
    ],
    [
      'a group’s shared voicemail',
      { kind: 'group-voicemail', groupId: 'group-1' },
      { ...user('group-1'), endpointType: 'voicemail' },
    ],
  ])('to %s is done once the platform tries', async (_what, target, named) => {
    stage.double.script({ status: 202 });
    expect(await perform(transferTo(target as TransferTarget))).toEqual({ kind: 'done' });
    expect(stage.requested()).toEqual([`POST ${call}/transfer`]);
    expect(sentBody()).toMatchObject({ transferTarget: named });
  });

  test('to a person does not ask for the voicemail', async () => {
    await perform(transfer());
    expect(JSON.stringify(sentBody())).not.toContain('voicemail');
  });

  test('to somebody outside the directory fails before anything is sent', async () => {
    const personId = stage.people.add('erased', null);
    const failed = { kind: 'failed', cause: expect.stringContaining('not in the directory') };
    expect(await perform(transferTo({ kind: 'person', personId }))).toEqual(failed);
    expect(await perform(transferTo({ kind: 'voicemail', personId }))).toEqual(failed);
    expect(stage.requested()).toEqual([]);
  });

  test('that was sent before a restart is not sent again', async () => {
    expect(await perform(transfer(), true)).toMatchObject({ kind: 'unknown' });
    expect(stage.requested()).toEqual([]);
  });
});

describe('listening for keys', () => {
  test('asks for them under the effect, as often as it takes', async () => {
    stage.double.script({ status: 504 }, { status: 200, body: { status: 'Completed' } });
    expect(await stage.clock.advanceUntil(perform(listen))).toEqual({ kind: 'done' });
    const path = `POST ${call}/subscribeToTone`;
    expect(stage.requested()).toEqual([path, path]);
    expect(sentBody()).toEqual({ clientContext: 'effect-7' });
  });
});

describe('bringing somebody into a conference', () => {
  test('invites a person or a number under the effect, and tells how to take it back', async () => {
    const body = { status: 'Running', participants: [{ participantId: 'p-9' }] };
    stage.double.react = () => ({ status: 200, body });
    const taken = { kind: 'invited', participantId: 'p-9' };
    expect(await perform(bringIn())).toEqual(taken);
    const target = { kind: 'number', number: '+41435000000' } as const;
    expect(await perform({ kind: 'invite-target', ...on, target })).toEqual(taken);
    expect(stage.double.received.map(({ body }) => body)).toMatchObject([
      { participants: [{ identity: { user: { id: 'entra-anna' } } }], clientContext: 'effect-7' },
      { participants: [{ identity: { phone: { id: '+41435000000' } } }] },
    ]);
  });

  test('DEC-7: somebody whom Teams does not know is said to be no matter of it, at once', async () => {
    const personId = stage.people.add('contact of outside', null);
    const target = { kind: 'person', personId } as const;
    const invitation: CallEffect = { kind: 'invite-target', ...on, target };
    expect(await perform(invitation)).toEqual({ kind: 'does-not-apply' });
    const erased = { kind: 'person', personId: asId<PersonId>('erased') } as const;
    const failed = { kind: 'failed', cause: expect.stringContaining('not in the directory') };
    expect(await perform({ kind: 'invite-target', ...on, target: erased })).toEqual(failed);
    expect(stage.requested()).toEqual([]);
  });
});

describe('calling somebody back', () => {
  const placed = { status: 201, body: { id: 'call-2', state: 'establishing' } };

  test('dials the number in the name of the service, and tells the new call', async () => {
    stage.double.script(placed);
    expect(await perform(dial())).toEqual({ kind: 'dialled', platformCallId: 'call-2' });
    expect(stage.requested()).toEqual(['POST /communications/calls']);
    expect(sentBody()).toMatchObject({
      callbackUri: 'https://contact.example/api/calls?effect=effect-7&task=task-1&placed=true',
      source: { identity: { applicationInstance: { id: 'account' } } },
      targets: [{ identity: { phone: { id: CALLER } } }],
      mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
    });
  });

  test('calls a colleague in Teams', async () => {
    stage.double.script(placed);
    expect(await perform(dial(anna))).toMatchObject({ kind: 'dialled' });
    expect(sentBody()).toMatchObject({ targets: [{ identity: { user: { id: 'entra-anna' } } }] });
  });

  test('without a number is not possible', async () => {
    const withheld = await stage.people.ensureCaller(null);
    expect(await perform(dial(withheld))).toMatchObject({ kind: 'failed' });
    expect(await perform(dial(asId<PersonId>('erased')))).toMatchObject({ kind: 'failed' });
    expect(stage.requested()).toEqual([]);
  });

  test('is not dialled a second time after a restart', async () => {
    expect(await perform(dial(), true)).toMatchObject({ kind: 'unknown' });
    expect(stage.requested()).toEqual([]);
  });
});

describe('when the platform does not do it', () => {
  const effects = [
    ['a transfer', transfer],
    ['listening for keys', () => listen],
    ['bringing somebody in', bringIn],
    ['calling back', () => dial()],
  ] as const;

  test.each(effects)('%s into a call that is gone says so', async (_what, effect) => {
    stage.double.script({ status: 404, body: { error: { code: '8522', message: 'gone' } } });
    expect(await perform(effect())).toEqual({ kind: 'call-gone' });
  });

  test.each(effects)('%s in conflict with the call’s state has failed', async (_what, effect) => {
    stage.double.script({ status: 409, body: { error: { code: 'Conflict', message: 'no' } } });
    const cause = 'Microsoft Graph answered 409 (Conflict)';
    expect(await perform(effect())).toEqual({ kind: 'failed', cause });
  });

  test.each([
    ['a transfer', transfer, 'Calls.Initiate.All'],
    ['listening for keys', () => listen, 'Calls.AccessMedia.All'],
    ['bringing somebody in', bringIn, 'Calls.InitiateGroupCall.All'],
    ['calling back', () => dial(), 'Calls.Initiate.All'],
  ] as const)('%s without consent names the permission', async (_what, effect, permission) => {
    stage.double.script({ status: 403, body: { error: { code: '7504', message: 'no' } } });
    const cause = expect.stringContaining(permission);
    expect(await perform(effect())).toEqual({ kind: 'failed', cause });
  });

  test.each([
    ['a transfer', transfer],
    ['bringing somebody in', bringIn],
    ['calling back', () => dial()],
  ] as const)('%s whose answer is lost is in doubt, and not repeated', async (_what, effect) => {
    stage.double.script('cut');
    expect(await perform(effect())).toMatchObject({ kind: 'unknown' });
    stage.double.script({ status: 504 });
    expect(await perform(effect())).toMatchObject({ kind: 'unknown' });
    expect(stage.requested()).toHaveLength(2);
  });

  test.each(effects)(
    '%s that comes too often waits as long as it is told',
    async (_what, effect) => {
      stage.double.script({ status: 429, headers: { 'retry-after': '2' } });
      const startedAt = stage.clock.now();
      await stage.clock.advanceUntil(perform(effect()));
      expect(stage.clock.now() - startedAt).toBeGreaterThanOrEqual(2_000);
      expect(stage.requested()).toHaveLength(2);
    },
  );

  test('an answer that names no call leaves the call-back in doubt', async () => {
    stage.double.script({ status: 201, body: {} });
    expect(await perform(dial())).toMatchObject({ kind: 'unknown' });
  });
});
