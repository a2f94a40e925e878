/** Random configurations in which every feature can meet every other one. */
import type { ConfigurationDraft } from '@rufwerk/engine/core';
import fc from 'fast-check';

export const AGENTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
export const SERVICES = ['one', 'two', 'three'] as const;
export const TEAM = '0f0e0d0c-0b0a-4908-8706-050403020100';

type ServiceDraft = NonNullable<ConfigurationDraft['services']>[number];

const someAgents = fc.uniqueArray(fc.constantFrom(...AGENTS), { minLength: 1, maxLength: 8 });

const responsibility: fc.Arbitrary<ServiceDraft['responsibility']> = fc.record({
  by: fc.constantFrom('people' as const, 'people' as const, 'skills' as const),
  team: fc.constantFrom(null, null, TEAM),
  newMembersActive: fc.constantFrom(true, true, true, true, false),
  skills: fc.constantFrom([{ skill: 'german', minimum: 50 }], [{ skill: 'printers', minimum: 1 }]),
  levels: fc.constantFrom(
    [],
    [{ afterSeconds: 20, agents: ['g', 'h'], skills: [{ skill: 'german', minimum: 10 }] }],
    [
      { afterSeconds: 10, agents: ['g'], skills: [{ skill: 'german', minimum: 40 }] },
      { afterSeconds: 25, agents: ['h'], skills: [{ skill: 'german', minimum: 10 }] },
      { afterSeconds: 70, agents: ['f'], skills: [{ skill: 'printers', minimum: 1 }] },
    ],
  ),
  preferred: fc.constantFrom([], ['a', 'b']),
  preferredFirstSeconds: fc.constantFrom(0, 10, 90),
  lastAgentFirstSeconds: fc.constantFrom(0, 0, 15, 90),
});

/** To one of the later services only, so that no call goes round. */
const action = (later: readonly string[]): fc.Arbitrary<object> =>
  fc.constantFrom<object>(
    { do: 'announce', announcement: 'all-busy' },
    { do: 'person', person: 'h' },
    { do: 'number', number: '+41435000000' },
    { do: 'voicemail', person: 'g' },
    // Twice, because what one service leaves undone shows in the next.
    ...[...later, ...later].map((service) => ({ do: 'service', service })),
  );

const queue = (later: readonly string[]): fc.Arbitrary<ServiceDraft['queue']> =>
  fc.record({
    priority: fc.integer({ min: 1, max: 5 }),
    maximumWaiting: fc.constantFrom(null, null, null, 0, 1, 3),
    whenFull: action(later),
    maximumWaitSeconds: fc.constantFrom(null, 5, 20, 60, 100, 240),
    whenTooLong: action(later),
    nobodyAfterSeconds: fc.constantFrom(0, 10, 60),
    whenNobody: fc.option(action(later)),
    whenClosed: action(later),
    waitingAtClosing: fc.constantFrom('serve', 'act'),
  }) as fc.Arbitrary<ServiceDraft['queue']>;

/** No longer than the maximum wait: another ring time would be refused. */
function ringSeconds(
  { ringTimeoutSeconds }: { readonly ringTimeoutSeconds: number },
  queue: ServiceDraft['queue'],
): number {
  return Math.min(ringTimeoutSeconds, queue?.maximumWaitSeconds ?? Infinity);
}

const service = (index: number): fc.Arbitrary<ServiceDraft> => {
  const id = SERVICES[index] ?? 'one';
  return fc
    .record({
      agents: someAgents,
      responsibility,
      redirects: fc.constantFrom(false, false, false, true),
      order: fc.constantFrom(
        'longest-idle' as const,
        'round-robin' as const,
        'fixed-order' as const,
        'fewest-calls' as const,
        'least-talk-time' as const,
        'lowest-occupancy' as const,
        'best-skill' as const,
        'weighted-random' as const,
        'broadcast' as const,
      ),
      presence: fc.record({ busy: fc.boolean(), away: fc.boolean() }),
      offers: fc.record({
        ringTimeoutSeconds: fc.constantFrom(5, 15, 60),
        pauseAfterMissedSeconds: fc.constantFrom(0, 30),
        pauseAfterDeclinedSeconds: fc.constantFrom(0, 20),
        offDutyAfterMisses: fc.constantFrom(0, 0, 2),
        broadcastTo: fc.constantFrom(2, 3),
        pauseAfterMissedBroadcast: fc.boolean(),
      }),
      afterCallWork: fc.record({
        mode: fc.constantFrom(
          'none' as const,
          'fixed' as const,
          'extendable' as const,
          'until-done' as const,
        ),
      }),
      queue: queue(SERVICES.slice(index + 1)),
      redirectMaximumMinutes: fc.constant(5),
      callBack: fc.boolean(),
      comfort: fc.constantFrom(null, 'comfort'),
    })
    .map(({ redirects, callBack, comfort, order, offers, ...rest }) => ({
      ...rest,
      offers: { ...offers, ringTimeoutSeconds: ringSeconds(offers, rest.queue) },
      id,
      name: id,
      resourceAccount: `account-${id}`,
      supervisors: ['s'],
      delivery: redirects ? ('redirect' as const) : ('conference' as const),
      order: redirects && order === 'broadcast' ? ('longest-idle' as const) : order,
      announcements: { comfort },
      callBack: { offered: callBack && !redirects, retryAfterSeconds: 60 },
    }));
};

export const configurations: fc.Arbitrary<ConfigurationDraft> = fc
  .record({
    services: fc.tuple(service(0), service(1), service(2)),
    ageingSeconds: fc.constantFrom(10, 60, 120),
  })
  .map(({ services, ageingSeconds }) => ({
    services,
    ageingSeconds,
    administrators: ['s'],
    emergency: {
      contacts: ['porter', 'h'],
      callbackNumbers: [1, 2].map((number) => ({
        resourceAccount: `account-pool-${number}`,
        number: `+4144000090${number}`,
      })),
    },
    agents: [
      { id: 'a', skills: [{ skill: 'german', level: 90 }] },
      {
        id: 'b',
        skills: [
          { skill: 'german', level: 55 },
          { skill: 'printers', level: 70 },
        ],
        lots: 3,
      },
      {
        id: 'c',
        skills: [{ skill: 'german', level: 20 }],
        emergency: { callback: 'pool' },
      },
      { id: 'd', skills: [{ skill: 'printers', level: 5 }] },
    ],
    profiles: [
      { id: 'german-only', name: 'German', skills: ['german'] },
      { id: 'printers-only', name: 'Printers', skills: ['printers'] },
    ],
    breakReasons: [{ code: 100, name: 'Lunch', maximumMinutes: 30 }],
  }));

/**
 * What a configuration is changed to: other settings, and sometimes one or two services are gone.
 * The first ones, because nothing overflows into them.
 */
export const otherConfigurations: fc.Arbitrary<ConfigurationDraft> = fc
  .record({ configuration: configurations, removed: fc.constantFrom(0, 0, 0, 1, 2) })
  .map(({ configuration, removed }) => ({
    ...configuration,
    services: (configuration.services ?? []).slice(removed),
  }));
