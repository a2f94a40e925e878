/** Callbacks to numbers of the pool: past every rule, to a person, never to voicemail. */
import { describe, expect, test } from '@jest/globals';
import { asId, type PlatformCallId, writeSnapshot } from '@rufwerk/engine/core';
import { talks } from '../helpDesk.ts';
import { person, type PlayedTenant } from '../playedTenant.ts';
import {
  afterACall,
  callsBack,
  clientsRing,
  inCall,
  presenceIsRead,
  presses,
  protectedTenant,
  rungNow,
  saysOver,
  teamsTakes,
} from './emergencyScenes.ts';

/** After the call of d the responder dials the number that was seen. */
function calledBack(): PlayedTenant {
  const tenant = afterACall();
  callsBack(tenant, 'back-1');
  return tenant;
}

function ringingAgent(): PlayedTenant {
  const tenant = calledBack();
  presenceIsRead(tenant);
  clientsRing(tenant);
  return tenant;
}

/** Ten seconds later the contacts ring too. */
function ringingAll(): PlayedTenant {
  const tenant = ringingAgent();
  tenant.pass(10_000);
  presenceIsRead(tenant);
  clientsRing(tenant);
  return tenant;
}

/** The platform reports how the invitation that rings ended. */
function invitationEnds(tenant: PlayedTenant, status: 'completed' | 'failed'): void {
  const [ring] = [...tenant.state.callbacks.values()][0]?.rings ?? [];
  tenant.give({
    ...{ type: 'OperationReported', platformCallId: asId<PlatformCallId>('back-1') },
    ...{ effectId: ring?.effectId ?? null, status, code: null, subcode: null },
  });
}

describe('a callback to a number of the pool', () => {
  test('EMG-14: rings its agent at once, and the contacts after ten seconds', () => {
    const tenant = ringingAgent();
    expect(rungNow(tenant)).toEqual(['d']);
    tenant.pass(9_999);
    expect(tenant.open('read-presence').filter(({ because }) => because === 'callback')).toEqual(
      [],
    );
    tenant.pass(1);
    presenceIsRead(tenant);
    clientsRing(tenant);
    expect(rungNow(tenant)).toEqual(['d', 'nurse', 'porter']);
  });

  test('EMG-14: is no task of a service: no queue, no list, no after-call work', () => {
    const tenant = calledBack();
    expect(tenant.state.tasks.size).toBe(0);
    presenceIsRead(tenant);
    clientsRing(tenant);
    inCall(tenant, 'back-1', 'd');
    tenant.callState('back-1', 'terminated');
    expect(tenant.agent('d').afterCallWork).toBeNull();
    expect(tenant.state.callbacks.size).toBe(0);
  });

  test('EMG-14: rings an agent off duty, on a break and in a call of ours', () => {
    const other = protectedTenant();
    for (const agent of ['a', 'b', 'c']) other.duty(agent, false);
    expect(talks(other, 'call-1')).toBe('d');
    presses(other, 'd');
    saysOver(other, 'd');
    teamsTakes(other);
    callsBack(other, 'back-1');
    presenceIsRead(other);
    expect(rungNow(other)).toEqual(['d']);
  });

  test('DEC-7: a person’s own Do not disturb is answered by ringing the contacts at once', () => {
    const tenant = calledBack();
    presenceIsRead(tenant, { d: 'DoNotDisturb' });
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['nurse', 'porter']);
  });

  test('DEC-7: nobody who is not to be disturbed is rung into their voicemail', () => {
    const tenant = calledBack();
    presenceIsRead(tenant, { d: 'DoNotDisturb' });
    presenceIsRead(tenant, { nurse: 'DoNotDisturb' });
    expect(rungNow(tenant)).toEqual(['porter']);
    tenant.pass(5_000);
    presenceIsRead(tenant, { nurse: 'Available', d: 'DoNotDisturb' });
    expect(rungNow(tenant)).toEqual(expect.arrayContaining(['porter', 'nurse']));
  });

  test('DEC-7: a ring stops before voicemail would answer, and begins again until somebody comes', () => {
    const tenant = ringingAll();
    tenant.pass(5_000);
    expect(tenant.open('remove-participant')).toMatchObject([{ participantId: 'leg-of-d' }]);
    expect(rungNow(tenant)).toEqual(['nurse', 'porter']);
    tenant.settle('remove-participant');
    tenant.pass(4_000);
    presenceIsRead(tenant);
    clientsRing(tenant);
    expect(rungNow(tenant)).toContain('d');
  });

  test('DEC-7: a refusal or a busy agent brings the contacts at once', () => {
    const tenant = ringingAgent();
    invitationEnds(tenant, 'failed');
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['nurse', 'porter']);
  });

  test('DEC-7: a voicemail that answered all the same is taken out again', () => {
    const tenant = ringingAgent();
    invitationEnds(tenant, 'completed');
    tenant.reads('established', 'bot', 'responder');
    expect(tenant.open('remove-participant')).toMatchObject([{ participantId: 'leg-of-d' }]);
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['nurse', 'porter']);
  });

  test('DEC-7: whoever answers for the agent, by forwarding, is no voicemail and stays', () => {
    const tenant = ringingAgent();
    invitationEnds(tenant, 'completed');
    tenant.reads('established', 'bot', 'responder', 'mobile-of-d');
    expect([...tenant.state.callbacks.values()][0]?.joined).toEqual(['d']);
    expect(tenant.open('remove-participant')).toEqual([]);
    tenant.pass(30_000);
    tenant.reads('established', 'bot', 'responder', 'mobile-of-d');
    expect(tenant.open('hang-up-call')).toEqual([]);
  });

  test('DEC-7: Do not disturb that was seen before counts where nothing can be read', () => {
    const tenant = afterACall();
    tenant.presence('d', 'DoNotDisturb', 'DoNotDisturb');
    callsBack(tenant, 'back-1');
    tenant.pass(2_000);
    presenceIsRead(tenant);
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['nurse', 'porter']);
  });

  test('the first who answers ends the ringing of the others, but not that of the agent', () => {
    const tenant = ringingAll();
    inCall(tenant, 'back-1', 'porter');
    expect(rungNow(tenant)).toEqual(['d']);
    expect(tenant.open('stop-prompts')).toHaveLength(1);
    expect(tenant.open('remove-participant')).toMatchObject([{ participantId: 'leg-of-nurse' }]);
  });

  test('when all who answered have left, the caller is not left alone', () => {
    const tenant = ringingAgent();
    inCall(tenant, 'back-1', 'd');
    inCall(tenant, 'back-1');
    tenant.reads('established', 'bot', 'responder');
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toContain('d');
  });

  test('when the caller has gone, nobody is kept in the call', () => {
    const tenant = ringingAgent();
    inCall(tenant, 'back-1', 'd');
    tenant.pass(30_000);
    tenant.reads('established', 'bot', 'd');
    expect(tenant.open('hang-up-call')).toHaveLength(1);
    expect(tenant.state.callbacks.size).toBe(0);
  });

  test('somebody outside Teams is tried once and not again', () => {
    const tenant = calledBack();
    tenant.pass(10_000);
    presenceIsRead(tenant);
    presenceIsRead(tenant);
    tenant.settle('invite-target');
    for (const { target, effectId } of tenant.open('invite-target')) {
      const isOutside = target.kind === 'person' && target.personId === person('nurse');
      const outcome = isOutside
        ? ({ kind: 'does-not-apply' } as const)
        : ({ kind: 'invited', participantId: 'leg' } as const);
      tenant.give({ type: 'EffectReported', effectId, outcome });
    }
    tenant.pass(60_000);
    const asked = tenant.open('read-presence').flatMap(({ agentIds }) => agentIds);
    expect(asked).not.toContain('nurse');
  });

  test('the caller hears it ring again when the tone has come to its end', () => {
    const tenant = calledBack();
    const [prompt] = tenant.open('play-prompt');
    tenant.settle('play-prompt');
    tenant.give({
      ...{ type: 'OperationReported', platformCallId: asId<PlatformCallId>('back-1') },
      ...{ effectId: prompt?.effectId ?? null, status: 'completed', code: 0, subcode: null },
    });
    expect(tenant.open('play-prompt')).toMatchObject([{ prompt: 'ringing' }]);
  });

  test('presence that cannot be read holds up nothing', () => {
    const tenant = calledBack();
    const [read] = tenant.open('read-presence').filter(({ because }) => because === 'callback');
    const outcome = { kind: 'failed', cause: 'down' } as const;
    tenant.give({ type: 'EffectReported', effectId: read?.effectId as never, outcome });
    expect(rungNow(tenant)).toEqual(['d']);
  });

  test('an unanswered reading holds up nothing either', () => {
    const tenant = calledBack();
    tenant.pass(2_000);
    expect(rungNow(tenant)).toEqual(['d']);
  });

  test('a restart in the middle of the ringing rings on', () => {
    const tenant = ringingAgent();
    tenant.restart();
    tenant.pass(15_000);
    expect(tenant.open('remove-participant')).toMatchObject([{ participantId: 'leg-of-d' }]);
    inCall(tenant, 'back-1', 'd');
    expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
  });

  test('a callback that nobody ever answers is rung until the caller hangs up', () => {
    const tenant = calledBack();
    let rings = 0;
    for (let second = 0; second < 600; second += 1) {
      if (tenant.open('read-presence').some(({ because }) => because === 'callback')) {
        presenceIsRead(tenant);
      }
      rings += tenant.open('invite-target').length;
      clientsRing(tenant);
      while (tenant.open('remove-participant').length > 0) tenant.settle('remove-participant');
      if (tenant.open('read-call').length > 0) tenant.reads('established', 'bot', 'responder');
      tenant.pass(1_000);
    }
    expect(rings).toBeGreaterThan(60);
    tenant.callState('back-1', 'terminated');
    expect(tenant.state.callbacks.size).toBe(0);
  });
});
