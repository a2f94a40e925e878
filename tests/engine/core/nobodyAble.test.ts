/** Who counts as somebody: a service acts on "nobody" only when no one could come free. */
import { expect, test } from '@jest/globals';
import { opened } from './helpDesk.ts';
import { factsOf, type PlayedTenant } from './playedTenant.ts';

const queue = {
  whenNobody: { do: 'number', number: '+41435000000' } as const,
  nobodyAfterSeconds: 10,
};

/** Agent a is the only one; another caller is waiting, or a colleague called by mistake. */
function waitsFrom(caller: string, before: (tenant: PlayedTenant) => void): PlayedTenant {
  const tenant = opened({ agents: ['a'], queue });
  before(tenant);
  tenant.dials('call-1', 'account-help-desk', caller);
  tenant.settle('answer-call');
  tenant.established('call-1');
  return tenant;
}

test.each<[string, string, (tenant: PlayedTenant) => void]>([
  [
    'is not to be disturbed',
    'caller',
    (tenant) => tenant.presence('a', 'DoNotDisturb', 'DoNotDisturb'),
  ],
  ['is not there', 'caller', (tenant) => tenant.presence('a', 'Offline', 'Offline')],
  ['is off duty', 'caller', (tenant) => tenant.duty('a', false)],
  ['is the caller', 'a', () => undefined],
])(
  'NIMx-07: an only agent who %s is nobody, after the stated time exactly',
  (_, caller, before) => {
    const tenant = waitsFrom(caller, before);
    expect(factsOf(tenant.pass(9_999), 'CallLeftQueue')).toEqual([]);
    expect(factsOf(tenant.pass(1), 'CallLeftQueue')).toMatchObject([{ cause: 'nobody' }]);
  },
);

test('NIMx-07: an only agent whom Teams shows in a call is somebody', () => {
  const tenant = waitsFrom('caller', (played) => played.presence('a', 'Busy', 'InACall'));
  expect(factsOf(tenant.pass(60_000), 'CallLeftQueue')).toEqual([]);
});
