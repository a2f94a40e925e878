import { describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type {
  Alert,
  Effect,
  PersonId,
  PlatformCallId,
  ResourceAccountId,
  ServiceId,
  TaskId,
} from '@rufwerk/engine/core';
import { laneOf, trackOf } from '../../../../src/engine/runtime/effects/lanes.ts';

const on = (call: string) => ({
  taskId: asId<TaskId>('task-1'),
  platformCallId: asId<PlatformCallId>(call),
});
const dial = (task: string): Effect => ({
  kind: 'dial-caller',
  taskId: asId<TaskId>(task),
  callerId: asId<PersonId>('caller'),
  resourceAccountId: asId<ResourceAccountId>('account'),
  timeoutSeconds: 45,
});
const alert = (raised: Alert): Effect => ({ kind: 'raise-alert', alert: raised, recipientIds: [] });
const closed: Alert = {
  kind: 'service-closed',
  serviceId: asId<ServiceId>('sales'),
  by: asId<PersonId>('sam'),
};
const breached: Alert = { kind: 'invariant-breached', invariant: 'one-offer', detail: 'two' };

describe('the lane of an effect', () => {
  test('is its call: a transfer waits for the invitation before it', () => {
    const target = { kind: 'number', number: '+41435000000' } as const;
    const transfer: Effect = { kind: 'transfer-call', ...on('call-1'), target };
    const listen: Effect = { kind: 'listen-for-tones', ...on('call-1') };
    expect(laneOf(transfer)).toBe(laneOf({ kind: 'answer-call', ...on('call-1') }));
    expect(laneOf(transfer)).toBe(laneOf(listen));
    expect(laneOf(transfer)).not.toBe(laneOf({ kind: 'answer-call', ...on('call-2') }));
  });

  test('is its task while a caller is called back and there is no call yet', () => {
    expect(laneOf(dial('task-1'))).toBe(laneOf(dial('task-1')));
    expect(laneOf(dial('task-1'))).not.toBe(laneOf(dial('task-2')));
    expect(trackOf(dial('task-1'))).toBe('steering');
  });

  test('is one for all alerts, so that they are told in the order they were raised', () => {
    expect(laneOf(alert(closed))).toBe(laneOf(alert(breached)));
    expect(trackOf(alert(closed))).toBe('cards');
  });

  test('does not let a prompt hold up the call', () => {
    const prompt: Effect = { kind: 'play-prompt', ...on('call-1'), prompt: 'greeting' };
    expect(laneOf(prompt)).not.toBe(laneOf({ kind: 'hang-up-call', ...on('call-1') }));
  });
});
