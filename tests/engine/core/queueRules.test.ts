import { describe, expect, test } from '@jest/globals';
import { desk, rung, service, serviceId } from './distributionStories.ts';
import { factsOf, person, PlayedTenant } from './playedTenant.ts';

const number = { do: 'number', number: '+41435000000' } as const;

describe('the queue', () => {
  test('more calls than it takes are treated as full, but one that somebody can take is not', () => {
    const tenant = new PlayedTenant(
      desk({ agents: ['a'], queue: { maximumWaiting: 1, whenFull: number } }),
    );
    tenant.waits('c1');
    expect(rung(tenant)).toEqual(['a']);
    tenant.waits('c2');
    const facts = tenant.dials('c3');
    expect(factsOf(facts, 'CallLeftQueue')[0]).toMatchObject({ cause: 'full', action: number });
    tenant.settle('answer-call');
    tenant.established('c3');
    expect(tenant.open('transfer-call')[0]?.target).toEqual({
      kind: 'number',
      number: '+41435000000',
    });
  });

  test('a call leaves at its maximum wait exactly, though an agent rings just then', () => {
    const tenant = new PlayedTenant(
      desk({
        agents: ['a'],
        queue: { maximumWaitSeconds: 20, whenTooLong: number },
        offers: { ringTimeoutSeconds: 15 },
      }),
    );
    tenant.presence('a', 'Offline', 'Offline');
    tenant.waits('c1');
    const startedAt = tenant.now;
    tenant.pass(10_000);
    tenant.presence('a', 'Available', 'Available');
    expect(rung(tenant)).toEqual(['a']);
    const facts = tenant.pass(10_000);
    const [left] = factsOf(facts, 'CallLeftQueue');
    expect(left).toMatchObject({ cause: 'too-long', at: startedAt + 20_000 });
    expect(tenant.open('invite-target')[0]?.target).toMatchObject({ kind: 'number' });
    expect([...tenant.state.offers.values()][0]?.phase).toBe('recalling');
  });

  test('DEC-4: an agent who accepts while the call is leaving has it', () => {
    const tenant = new PlayedTenant(
      desk({ agents: ['a'], queue: { maximumWaitSeconds: 20, whenTooLong: number } }),
    );
    tenant.presence('a', 'Offline', 'Offline');
    tenant.waits('c1');
    tenant.pass(10_000);
    tenant.presence('a', 'Available', 'Available');
    tenant.pass(10_000);
    tenant.roster('c1', 'bot', 'caller', 'a');
    expect(tenant.task('c1')).toMatchObject({ phase: 'connected', agentId: 'a', leaving: null });
  });

  test('a transfer that fails is told to the caller, who is then hung up', () => {
    const queue = { maximumWaiting: 0, whenFull: number };
    const tenant = new PlayedTenant(desk({ agents: [], queue }));
    tenant.dials('c1');
    tenant.settle('answer-call');
    tenant.established('c1');
    tenant.settle('transfer-call', { kind: 'failed', cause: 'refused' });
    expect(tenant.open('play-prompt')[0]?.prompt).toBe('all-busy');
    tenant.settle('play-prompt', { kind: 'failed', cause: 'refused' });
    expect(tenant.open('hang-up-call')).toHaveLength(1);
  });

  test('NIMx-07: overflow moves the call to another service, where its age counts', () => {
    const whenTooLong = { do: 'service', service: 'second' } as const;
    const tenant = new PlayedTenant(
      desk({ agents: ['a'], queue: { maximumWaitSeconds: 20, whenTooLong } }, [
        service('second', { agents: ['b'] }),
      ]),
    );
    tenant.presence('a', 'Offline', 'Offline');
    tenant.waits('c1');
    const queuedAt = tenant.now;
    tenant.pass(20_000);
    const rankAt = queuedAt + 2 * 120_000;
    expect(tenant.task('c1')).toMatchObject({ serviceId: 'second', queuedAt, rankAt });
    expect(rung(tenant)).toEqual(['b']);
  });

  test('nobody on duty is acted on, somebody who is only busy is not', () => {
    const whenNobody = { do: 'voicemail', person: 'b' } as const;
    const tenant = new PlayedTenant(desk({ agents: ['a'], queue: { whenNobody } }));
    tenant.presence('a', 'Busy', 'InACall');
    tenant.waits('c1');
    tenant.pass(5_000);
    expect(tenant.task('c1')?.phase).toBe('waiting');
    tenant.duty('a', false);
    tenant.pass(6_000);
    expect(tenant.open('transfer-call')[0]?.target).toEqual({ kind: 'voicemail', personId: 'b' });
  });

  test('a closed service takes no new call but serves who waits; an emergency clears the queue', () => {
    const tenant = new PlayedTenant(desk({ agents: ['a'] }));
    tenant.presence('a', 'Offline', 'Offline');
    tenant.waits('c1');
    const id = serviceId('help-desk');
    tenant.give({ type: 'ServiceClosed', serviceId: id, cause: 'holiday' });
    expect(tenant.task('c1')?.phase).toBe('waiting');
    expect(factsOf(tenant.dials('c2'), 'CallLeftQueue')[0]?.cause).toBe('closed');
    const facts = tenant.give({ type: 'EmergencyClosed', serviceId: id, by: person('s') });
    expect(factsOf(facts, 'CallLeftQueue')[0]).toMatchObject({ cause: 'emergency' });
    const again = tenant.give({ type: 'EmergencyClosed', serviceId: id, by: person('s') });
    expect(factsOf(again, 'InputIgnored')[0]?.reason).toBe('already-so');
  });

  test('NIMx-04: levels open over time, and preferred people come first for a stated time', () => {
    const responsibility = {
      levels: [{ afterSeconds: 20, agents: ['b'] }],
      preferred: ['c'],
      preferredFirstSeconds: 10,
    };
    const tenant = new PlayedTenant(desk({ agents: ['a', 'c'], responsibility }));
    tenant.presence('c', 'Busy', 'InACall');
    tenant.waits('c1');
    expect(rung(tenant)).toEqual([]);
    const [record] = tenant.decisions.slice(-1);
    const reasonOf = (id: string): string | undefined =>
      record?.notChosen.find(({ agentId }) => agentId === id)?.reason.code;
    expect([reasonOf('a'), reasonOf('b')]).toEqual(['others-first', 'level-not-reached']);
    tenant.pass(10_000);
    expect(rung(tenant)).toEqual(['a']);
    tenant.presence('a', 'Offline', 'Offline');
    tenant.pass(17_000);
    expect(rung(tenant)).toEqual(['b']);
  });
});
