/** Closing for an emergency reaches everybody, whatever is under way for them. */
import { describe, expect, test } from '@jest/globals';
import { asId, type Fact, type PlatformCallId, type ServiceId } from '@rufwerk/engine/core';
import { opened } from './helpDesk.ts';
import { factsOf, person, type PlayedTenant } from './playedTenant.ts';

const serviceId = asId<ServiceId>('help-desk');

function closes(tenant: PlayedTenant): Fact[] {
  return tenant.give({ type: 'EmergencyClosed', serviceId, by: person('s') });
}

function reopens(tenant: PlayedTenant): Fact[] {
  return tenant.give({ type: 'EmergencyReopened', serviceId, by: person('s') });
}

const HEARS_CLOSED = { phase: 'leaving', leaving: { cause: 'emergency' } } as const;

describe('closing for an emergency while a redirect is in flight', () => {
  const redirected = (): PlayedTenant => {
    const tenant = opened({ agents: ['a'], delivery: 'redirect' });
    tenant.dials('call-1');
    closes(tenant);
    return tenant;
  };

  test('leaves the caller to the agent who is being sent the call', () => {
    const tenant = redirected();
    tenant.settle('redirect-call');
    expect(tenant.task('call-1')).toMatchObject({ phase: 'handed-over', agentId: 'a' });
  });

  test('tells the caller so once the redirect has failed', () => {
    const tenant = redirected();
    tenant.settle('redirect-call', { kind: 'failed', cause: 'busy' });
    expect(tenant.task('call-1')).toMatchObject(HEARS_CLOSED);
    tenant.settle('answer-call');
    tenant.established('call-1');
    expect(tenant.open('play-prompt').at(-1)?.prompt).toBe('closed');
  });

  test('tells the caller so when the call turns out to be answered', () => {
    const tenant = redirected();
    tenant.established('call-1');
    expect(tenant.task('call-1')).toMatchObject(HEARS_CLOSED);
  });

  test('opened again meanwhile, the call waits as before', () => {
    const tenant = redirected();
    reopens(tenant);
    tenant.settle('redirect-call', { kind: 'failed', cause: 'busy' });
    expect(tenant.task('call-1')?.phase).toBe('arriving');
  });
});

describe('closing for an emergency while a caller is being called back', () => {
  /** Agent a is held, the caller's telephone rings. */
  const dialling = (isTold: boolean): PlayedTenant => {
    const tenant = opened({ agents: ['a'], callBack: { offered: true, attempts: 1 } });
    tenant.duty('a', false);
    tenant.waits('call-1');
    tenant.give({ type: 'TonePressed', platformCallId: asId('call-1'), tone: '1' });
    tenant.callState('call-1', 'terminated');
    tenant.duty('a', true);
    const platformCallId = asId<PlatformCallId>('back-1');
    if (isTold) tenant.settle('dial-caller', { kind: 'dialled', platformCallId });
    return tenant;
  };

  test('frees the agent and hangs up; the caller keeps the place and the attempt', () => {
    const tenant = dialling(true);
    closes(tenant);
    expect(tenant.agent('a').offerId).toBeNull();
    expect(tenant.open('hang-up-call')).toMatchObject([{ platformCallId: 'back-1' }]);
    expect([...tenant.state.tasks.values()]).toMatchObject([
      { phase: 'call-back', callBackAttempts: 0 },
    ]);
  });

  test('a telephone that is told to ring only then is hung up', () => {
    const tenant = dialling(false);
    closes(tenant);
    tenant.settle('dial-caller', { kind: 'dialled', platformCallId: asId('back-1') });
    expect(tenant.open('hang-up-call')).toMatchObject([{ platformCallId: 'back-1' }]);
  });

  test('the caller is called again once the service is open', () => {
    const tenant = dialling(true);
    closes(tenant);
    tenant.pass(600_000);
    expect(tenant.open('dial-caller')).toHaveLength(0);
    expect(factsOf(reopens(tenant), 'CallOffered')).toMatchObject([{ agentId: 'a', held: true }]);
  });
});
