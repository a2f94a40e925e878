/** Other programs that write presence, as the core tells of them (AHB-105). */
import { describe, expect, test } from '@jest/globals';
import { PresenceWatch } from '../../../src/server/readiness/presenceWatch.ts';
import { opened, type ServiceDraft, talks } from '../../engine/core/helpDesk.ts';
import { person, type PlayedTenant } from '../../engine/core/playedTenant.ts';

type Shown = readonly [availability: string, activity: string];

const SHOWING: Partial<ServiceDraft> = {
  agents: ['a'],
  showWorkInTeams: true,
  afterCallWork: { mode: 'none' },
};
const MINUTE_MS = 60_000;
const anna = person('a');

/** Anna, known as Available, in two calls of 200 s each that show in Teams. */
function twoCalls(during: Shown, after: Shown): PlayedTenant {
  const tenant = opened(SHOWING);
  for (const call of ['call-1', 'call-2']) {
    talks(tenant, call);
    tenant.settle('write-presence');
    tenant.pass(10_000);
    tenant.presence('a', ...during);
    tenant.pass(MINUTE_MS);
    tenant.presence('a', ...during);
    tenant.pass(130_000);
    tenant.callState(call, 'terminated');
    tenant.settle('clear-presence');
    tenant.pass(5_000);
    tenant.presence('a', ...after);
    tenant.pass(2 * MINUTE_MS);
    tenant.presence('a', 'Available', 'Available');
  }
  return tenant;
}

function watched(tenant: PlayedTenant) {
  const watch = new PresenceWatch(0);
  for (const entry of tenant.journal) watch.observe(entry);
  return watch.told(tenant.now);
}

describe('another program that writes presence after us', () => {
  const available = ['Available', 'Available'] as const;

  test.each([['Available'], ['Away']])('AHB-105: %s in place of ours is found', (shown) => {
    expect(watched(twoCalls([shown, shown], available)).overwritten).toEqual([anna]);
  });

  test.each([
    ['Busy', 'Busy'],
    ['DoNotDisturb', 'DoNotDisturb'],
    ['BeRightBack', 'BeRightBack'],
  ])('AHB-105: %s/%s in place of ours is found, and only the second time', (...shown) => {
    const tenant = twoCalls(shown, available);
    expect(watched(tenant).overwritten).toEqual([anna]);
    const firstCallOnly = tenant.journal.filter(({ input }) => input.at < tenant.now / 2);
    const watch = new PresenceWatch(0);
    for (const entry of firstCallOnly) watch.observe(entry);
    expect(watch.told(tenant.now).overwritten).toEqual([]);
  });

  test.each([
    ['Busy', 'InAConferenceCall'],
    ['Busy', 'InAMeeting'],
    ['DoNotDisturb', 'Presenting'],
  ])('AHB-105: %s/%s comes of a call or meeting of the person, and is none', (...shown) => {
    expect(watched(twoCalls(shown, available)).overwritten).toEqual([]);
  });

  test('AHB-105: nobody is blamed where ours is seen, or was refused', () => {
    expect(watched(twoCalls(['Busy', 'InACall'], available)).overwritten).toEqual([]);
    const refused = opened(SHOWING);
    talks(refused, 'call-1');
    for (let tries = 0; tries < 5; tries += 1) {
      refused.settle('write-presence', { kind: 'failed', cause: 'down' });
      refused.pass(MINUTE_MS);
      refused.presence('a', 'Available', 'Available');
    }
    expect(watched(refused).overwritten).toEqual([]);
  });

  test.each([
    ['Busy', 'Busy'],
    ['Busy', 'InACall'],
  ])('AHB-105: %s/%s that stays after the call is found', (...shown) => {
    const tenant = opened(SHOWING);
    talks(tenant, 'call-1');
    tenant.settle('write-presence');
    tenant.pass(10_000);
    tenant.presence('a', ...shown);
    tenant.pass(MINUTE_MS);
    tenant.callState('call-1', 'terminated');
    tenant.settle('clear-presence');
    for (let minutes = 0; minutes < 17; minutes += 1) {
      tenant.presence('a', ...shown);
      tenant.pass(MINUTE_MS);
    }
    expect(watched(tenant).staying).toEqual([anna]);
    tenant.presence('a', ...available);
    expect(watched(tenant).staying).toEqual([]);
  });
});
