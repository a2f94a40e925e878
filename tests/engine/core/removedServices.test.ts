/** A service is removed while it has calls: talks go on, and nobody is left without a word. */
import { describe, expect, test } from '@jest/globals';
import { asId, removedServices, type Fact } from '@rufwerk/engine/core';
import { helpDesk, rungFor, service, type ServiceDraft, talks } from './helpDesk.ts';
import { factsOf, PlayedTenant } from './playedTenant.ts';

const OTHER = service('other', { agents: ['a'] });

function openedBoth(settings: Partial<ServiceDraft> = {}): PlayedTenant {
  return new PlayedTenant({ services: [helpDesk({ agents: ['a'], ...settings }), OTHER] });
}

function removes(tenant: PlayedTenant): Fact[] {
  return tenant.configure({ services: [OTHER] });
}

describe('NIM-28 NIM-42: a conversation of a service that is removed', () => {
  test('goes on, and its agent is rung for nobody else', () => {
    const tenant = openedBoth();
    talks(tenant, 'call-1');
    removes(tenant);
    expect(tenant.open('hang-up-call')).toEqual([]);
    expect(tenant.agent('a').taskId).toBe(tenant.task('call-1')?.id);
    tenant.dials('call-2', 'account-other');
    tenant.settle('answer-call');
    tenant.established('call-2');
    expect(rungFor(tenant, 'call-2')).toEqual([]);
    tenant.callState('call-1', 'terminated');
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
  });

  test('is followed by what its agent chose, and by no after-call work', () => {
    const tenant = openedBoth();
    talks(tenant, 'call-1');
    const agentId = asId<never>('a');
    tenant.give({ type: 'NextStateChosen', agentId, next: { kind: 'off-duty' }, by: agentId });
    removes(tenant);
    tenant.callState('call-1', 'terminated');
    expect(tenant.agent('a')).toMatchObject({ afterCallWork: null, onDuty: false, taskId: null });
  });

  test('is forgotten with an agent who serves nothing else', () => {
    const tenant = openedBoth({ agents: ['b'] });
    talks(tenant, 'call-1');
    removes(tenant);
    expect(tenant.agent('b').serves).toBe(false);
    tenant.callState('call-1', 'terminated');
    expect([...tenant.state.agents.keys()]).toEqual(['a']);
  });

  test('survives a restart, and the return of the service', () => {
    const tenant = openedBoth();
    talks(tenant, 'call-1');
    removes(tenant);
    tenant.restart();
    tenant.configure({ services: [helpDesk({ agents: ['a'] }), OTHER] });
    expect(tenant.task('call-1')).toMatchObject({ phase: 'connected', agentId: 'a' });
    tenant.callState('call-1', 'terminated');
    expect(tenant.agent('a').afterCallWork).not.toBeNull();
  });
});

describe('a caller who waits in a service that is removed', () => {
  test('is told that it is closed, and then the call ends', () => {
    const tenant = openedBoth();
    tenant.duty('a', false);
    tenant.waits('call-1');
    removes(tenant);
    expect(tenant.task('call-1')).toMatchObject({
      phase: 'leaving',
      leaving: { action: { do: 'announce', announcement: 'closed' } },
    });
    expect(tenant.open('play-prompt').at(-1)?.prompt).toBe('closed');
    expect(factsOf(tenant.pass(11 * 60_000), 'CallEnded')).toMatchObject([{ reason: 'announced' }]);
  });

  test('is told so also when the key has just been pressed for a call-back', () => {
    const tenant = openedBoth({ callBack: { offered: true } });
    tenant.duty('a', false);
    tenant.waits('call-1');
    tenant.give({ type: 'TonePressed', platformCallId: asId('call-1'), tone: '1' });
    removes(tenant);
    expect(tenant.task('call-1')?.phase).toBe('leaving');
  });

  test('is told so once a redirect that was in flight has failed', () => {
    const tenant = openedBoth({ delivery: 'redirect' });
    tenant.dials('call-1');
    removes(tenant);
    tenant.settle('redirect-call', { kind: 'failed', cause: 'busy' });
    expect(tenant.task('call-1')).toMatchObject({ phase: 'leaving', leaving: { cause: 'closed' } });
  });
});

test('a call-back of a service that is removed is not kept', () => {
  const tenant = openedBoth({ callBack: { offered: true } });
  tenant.duty('a', false);
  tenant.waits('call-1');
  tenant.give({ type: 'TonePressed', platformCallId: asId('call-1'), tone: '1' });
  tenant.callState('call-1', 'terminated');
  expect(factsOf(removes(tenant), 'CallEnded')).toMatchObject([{ reason: 'service-removed' }]);
});

test('before a service is removed, its live calls are counted and told', () => {
  const tenant = openedBoth();
  talks(tenant, 'call-1');
  tenant.waits('call-2');
  expect(removedServices(tenant.state, ['other'])).toEqual([
    {
      field: 'services',
      rule: '"help-desk" is removed while 1 of its callers is waiting and 1 is being served.',
      mend:
        'Whoever waits is told that it is closed. Talks go on to their end, without after-call ' +
        'work. Close the service first and let it run empty.',
    },
  ]);
  expect(removedServices(tenant.state, ['help-desk', 'other'])).toEqual([]);
});

test('before a service is removed, call-backs that end unheard are told, and nothing that is not', () => {
  const tenant = openedBoth({ callBack: { offered: true } });
  tenant.duty('a', false);
  tenant.waits('call-1');
  tenant.give({ type: 'TonePressed', platformCallId: asId('call-1'), tone: '1' });
  tenant.callState('call-1', 'terminated');
  const told = (language: 'en' | 'de') => {
    const [found] = removedServices(tenant.state, ['other'], language);
    return `${found?.rule} ${found?.mend}`;
  };
  expect(told('en')).toBe(
    '"help-desk" is removed while 1 is to be called back. Nobody is called back, and nobody ' +
      'hears of it. Close the service first and let it run empty.',
  );
  expect(told('de')).toContain('während eine Person zurückgerufen werden soll. Niemand wird');
});
