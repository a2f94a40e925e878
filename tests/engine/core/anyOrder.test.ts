/**
 * Random stories: whatever arrives in whatever order, the state stays sound, the journal decides
 * again to the same bytes, and nobody known to be in a call is rung (NIM-28, NIM-42).
 */
import { expect, test } from '@jest/globals';
import {
  checkAll,
  emptyState,
  type Fact,
  step,
  type TenantState,
  writeSnapshot,
} from '@rufwerk/engine/core';
import fc from 'fast-check';
import { HELP_DESK, PlayedTenant } from './playedTenant.ts';

const [service] = HELP_DESK.services ?? [];
if (service === undefined) throw new Error('The help desk has one service.');
const WORLD = {
  services: [
    service,
    {
      ...service,
      id: 'sales',
      resourceAccount: 'account-sales',
      agents: ['c', 'd', 'e'],
      delivery: 'redirect' as const,
      presence: { busy: true },
    },
  ],
};

const agent = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const call = fc.constantFrom('call-1', 'call-2', 'call-3', 'call-4');
const outcome = fc.constantFrom(
  { kind: 'done' } as const,
  { kind: 'invited', participantId: 'invited-1' } as const,
  { kind: 'call-gone' } as const,
  { kind: 'failed', cause: 'refused' } as const,
  { kind: 'unknown', cause: 'no answer' } as const,
);
const effectKind = fc.constantFrom(
  'answer-call',
  'invite-agent',
  'redirect-call',
  'remove-participant',
  'play-prompt',
  'keep-call-alive',
  'hang-up-call',
  'show-decision-card',
);

type Event = (tenant: PlayedTenant) => Fact[];

/** The platform does what it was asked, in the usual way: without these few stories get far. */
const goesWell: fc.Arbitrary<Event> = fc.oneof(
  call.map((name): Event => (tenant) => [
    ...tenant.dials(name),
    ...tenant.dials(`${name}${tenant.now}`),
  ]),
  fc.constant<Event>((tenant) => settleOldest(tenant)),
  fc.nat(3).map((index): Event => (tenant) => {
    const task = [...tenant.state.tasks.values()].filter(({ phase }) => phase === 'arriving')[
      index
    ];
    return task === undefined ? [] : tenant.established(task.platformCallId ?? '');
  }),
  fc.nat(3).map((index): Event => (tenant) => {
    const offer = [...tenant.state.offers.values()][index];
    const task = offer && tenant.state.tasks.get(offer.taskId);
    if (offer === undefined || task === undefined) return [];
    return tenant.roster(task.platformCallId ?? '', 'bot', 'caller', offer.agentId);
  }),
  fc.nat(3).map((index): Event => (tenant) => {
    const task = [...tenant.state.tasks.values()].filter(({ agentId }) => agentId !== null)[index];
    return task === undefined ? [] : tenant.presence(task.agentId ?? '', 'Busy', 'InACall');
  }),
);

function settleOldest(tenant: PlayedTenant): Fact[] {
  const [oldest] = tenant.state.openEffects.values();
  if (oldest === undefined) return [];
  const { kind } = oldest.effect;
  if (kind === 'invite-agent') return tenant.rings();
  return kind === 'read-call' ? tenant.reads('established', 'bot', 'caller') : tenant.settle(kind);
}

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.tuple(call, fc.constantFrom('account-help-desk', 'account-sales', 'account-nobody')).map(
    ([name, account]): Event =>
      (tenant) =>
        tenant.dials(name, account),
  ),
  fc.tuple(call, fc.constantFrom('establishing', 'established', 'terminated')).map(
    ([name, state]): Event =>
      (tenant) =>
        tenant.callState(name, state),
  ),
  fc.tuple(call, fc.uniqueArray(fc.oneof(agent, fc.constantFrom('bot', 'caller')))).map(
    ([name, people]): Event =>
      (tenant) =>
        tenant.roster(name, ...people),
  ),
  fc.tuple(call, fc.constantFrom(603, 486, 487, 500)).map(
    ([name, code]): Event =>
      (tenant) =>
        tenant.invitationFails(name, code),
  ),
  fc.tuple(effectKind, outcome).map(
    ([kind, answer]): Event =>
      (tenant) =>
        tenant.open(kind).length === 0 ? [] : tenant.settle(kind, answer),
  ),
  fc.tuple(fc.constantFrom('incoming', 'established', 'terminated'), fc.uniqueArray(agent)).map(
    ([state, people]): Event =>
      (tenant) =>
        tenant.open('read-call').length === 0
          ? []
          : tenant.reads(state, 'bot', 'caller', ...people),
  ),
  fc.tuple(agent, fc.constantFrom('Available', 'Busy', 'Away', 'Offline')).map(
    ([who, value]): Event =>
      (tenant) =>
        tenant.presence(who, value, value),
  ),
  agent.map(
    (who): Event =>
      (tenant) =>
        tenant.presence(who, 'Busy', 'InACall'),
  ),
  fc.tuple(agent, fc.boolean()).map(
    ([who, onDuty]): Event =>
      (tenant) =>
        tenant.duty(who, onDuty),
  ),
  fc.integer({ min: 100, max: 40_000 }).map(
    (ms): Event =>
      (tenant) =>
        tenant.pass(ms),
  ),
  fc.constant<Event>((tenant) => tenant.give({ type: 'GapObserved', fromAt: tenant.now })),
  fc.constant<Event>((tenant) => {
    tenant.restart();
    return [];
  }),
  fc.constantFrom(WORLD, { services: [service] }).map(
    (world): Event =>
      (tenant) =>
        tenant.configure(world),
  ),
);

interface Before {
  readonly agents: Pick<TenantState['agents'], 'get'>;
}

/** An offer's fact beside what was known the moment before. */
function expectNobodyInACallRings(before: Before, facts: readonly Fact[]): void {
  for (const fact of facts) {
    if (fact.type !== 'CallOffered') continue;
    const known = before.agents.get(fact.agentId);
    const changed = facts.some(
      (other) => other.type === 'PresenceChanged' && other.agentId === fact.agentId,
    );
    if (!changed) expect(known?.evidence?.activity).not.toBe('InACall');
  }
}

test('NIM-28 NIM-42 DEC-4: in any order of events the state stays sound and replays to the same bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(goesWell, goesWell, event), { minLength: 20, maxLength: 120 }),
      (events) => {
        const tenant = new PlayedTenant(WORLD);
        for (const happens of events) {
          const before = structuredCloneOf(tenant.state);
          expectNobodyInACallRings(before, happens(tenant));
          expect(checkAll(tenant.state)).toEqual([]);
        }
        expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
        const again = emptyState();
        for (const { input, facts } of tenant.journal) {
          expect(JSON.stringify(step(again, input))).toBe(JSON.stringify(facts));
        }
      },
    ),
    { numRuns: 400, seed: 20260105 },
  );
});

/** Only what the check above looks at. */
function structuredCloneOf({ agents }: TenantState): Before {
  return { agents: new Map([...agents].map(([id, known]) => [id, { ...known }])) };
}
