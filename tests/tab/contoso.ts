/** What the mock server tells: one moment at Contoso, valid under the API's schemas. */
import type {
  Decision,
  Me,
  MyWork,
  Person,
  SeenPresenceView,
  ServiceDetail,
  ServiceTile,
} from '@rufwerk/engine/api';

/** Saturday morning in winter: 10:12:07 in Zurich. */
export const NOW = Date.parse('2026-11-21T09:12:07.000Z');

export function ago(seconds: number): string {
  return new Date(NOW - seconds * 1000).toISOString();
}

function person(id: string, name: string): Person {
  return { id, name };
}

export const anna = person('p-anna', 'Anna Müller');
export const ben = person('p-ben', 'Ben Carter');
export const carla = person('p-carla', 'Carla Schröder');
export const david = person('p-david', 'David Lefèvre');
export const emma = person('p-emma', 'Emma Wilson');

export const people: Readonly<Record<string, Me>> = {
  anna: {
    ...anna,
    userPrincipalName: 'anna.agent@contoso.example',
    roles: ['agent'],
  },
  sam: {
    ...person('p-sam', 'Sam Taylor'),
    userPrincipalName: 'sam.supervisor@contoso.example',
    roles: ['supervisor'],
  },
  admin: {
    ...person('p-admin', 'Adrian Weber'),
    userPrincipalName: 'admin@contoso.example',
    roles: ['administrator'],
  },
  ursula: {
    ...person('p-ursula', 'Ursula Zürcher'),
    userPrincipalName: 'ursula.user@contoso.example',
    roles: [],
  },
};

export function presence(
  availability: string,
  activity = availability,
  ageMs = 4_000,
): SeenPresenceView {
  return { availability, activity, ageMs, source: 'graph-poll' };
}

const IN_A_CALL = { code: 'in-a-call', activity: 'InACall', ageMs: 4_000 } as const;
const BUSY = {
  code: 'not-distributed',
  category: 'busy',
  activity: 'InAMeeting',
  ageMs: 4_000,
} as const;

export const annasWork: MyWork = {
  agent: anna,
  onDuty: true,
  state: 'not-offered',
  since: ago(607),
  until: null,
  emergency: null,
  breakReasons: [{ code: 100, name: 'Lunch' }],
  break: null,
  next: null,
  profiles: [],
  afterCallWork: null,
  presence: presence('Busy', 'InAMeeting'),
  services: [
    {
      id: 'it-helpdesk',
      name: 'IT Helpdesk',
      reason: BUSY,
      active: true,
      waiting: 2,
      longestWaitSince: ago(83),
      colleaguesAble: 1,
    },
    {
      id: 'claims',
      name: 'Claims',
      reason: BUSY,
      active: true,
      waiting: 0,
      longestWaitSince: null,
      colleaguesAble: 0,
    },
  ],
  ...{ offer: null, call: null },
  today: [
    {
      offerId: 'o-3',
      serviceName: 'IT Helpdesk',
      offeredAt: ago(1_800),
      outcome: 'accepted',
      decisionId: 'd-3',
    },
    {
      offerId: 'o-2',
      serviceName: 'Claims',
      offeredAt: ago(4_200),
      outcome: 'missed',
      decisionId: 'd-2',
    },
  ],
};

export const tiles: readonly ServiceTile[] = [
  {
    id: 'it-helpdesk',
    name: 'IT Helpdesk',
    delivery: 'conference',
    order: 'longest-idle',
    closed: null,
    degraded: null,
    waiting: 2,
    longestWaitSince: ago(83),
    connected: 1,
    agents: 4,
    able: 0,
    notAble: [
      { code: 'in-a-call', category: null, count: 1 },
      { code: 'in-our-call', category: null, count: 1 },
      { code: 'not-distributed', category: 'busy', count: 1 },
      { code: 'off-duty', category: null, count: 1 },
    ],
  },
  {
    id: 'sales',
    name: 'Sales',
    delivery: 'redirect',
    order: 'longest-idle',
    closed: null,
    degraded: null,
    waiting: 0,
    longestWaitSince: null,
    connected: 0,
    agents: 3,
    able: 2,
    notAble: [{ code: 'off-duty', category: null, count: 1 }],
  },
  {
    id: 'claims',
    name: 'Claims',
    delivery: 'conference',
    order: 'longest-idle',
    closed: null,
    degraded: { since: ago(420), cost: 'busy-not-rung' },
    waiting: 1,
    longestWaitSince: ago(12),
    connected: 0,
    agents: 2,
    able: 1,
    notAble: [{ code: 'after-call-work', category: null, count: 1 }],
  },
];

const helpdeskTile = tiles[0] as ServiceTile;

export const helpdesk: ServiceDetail = {
  ...helpdeskTile,
  queue: [
    queued('t-1', 1, '+41 79 000 00 01', 83, 'waiting'),
    queued('t-2', 2, '', 31, 'waiting'),
    { ...queued('t-0', 3, 'Ursula Zürcher', 245, 'connected'), talking: ben },
  ],
  team: [
    member(anna, 'not-offered', 607, presence('Busy', 'InAMeeting'), BUSY),
    member(ben, 'in-a-call', 230, presence('Busy', 'InACall'), {
      code: 'in-our-call',
      sinceAt: NOW - 230_000,
    }),
    member(carla, 'not-offered', 95, presence('Busy', 'InACall', 9_000), IN_A_CALL),
    {
      ...member(david, 'off-duty', 5_400, presence('Away'), {
        ...{ code: 'off-duty', sinceAt: NOW - 5_400_000 },
        ...{ reasonCode: null, misses: 0 },
      }),
      onDuty: false,
    },
  ],
};

function queued(
  taskId: string,
  position: number,
  callerName: string,
  waitSeconds: number,
  phase: ServiceDetail['queue'][number]['phase'],
): ServiceDetail['queue'][number] {
  const queuedAt = ago(waitSeconds);
  const calls = { taskId, position, callerName, queuedAt, phase };
  return { ...calls, priority: 3, offers: [], talking: null, expectedWait: null };
}

function member(
  agent: Person,
  state: ServiceDetail['team'][number]['state'],
  sinceSeconds: number,
  seen: SeenPresenceView,
  reason: ServiceDetail['team'][number]['reason'],
): ServiceDetail['team'][number] {
  return { agent, onDuty: true, state, since: ago(sinceSeconds), presence: seen, reason };
}

const decided = {
  serviceId: 'it-helpdesk',
  serviceName: 'IT Helpdesk',
  order: 'longest-idle',
  ruleVersion: 1,
  offered: 1,
  considered: 4,
  ...{ change: null, confirmedInMs: null },
  unit: 'instant',
  words: { order: 'Who has been idle longest comes first.', change: null },
} as const;

export const decisions: readonly Decision[] = [
  {
    ...decided,
    id: 'd-4',
    at: ago(83),
    taskId: 't-1',
    callerName: '+41 79 000 00 01',
    digest: '5f0c2a91b7e3d846',
    winner: null,
    candidates: [],
    notChosen: [
      { agent: anna, reason: BUSY, presence: presence('Busy', 'InAMeeting') },
      { agent: carla, reason: IN_A_CALL, presence: presence('Busy', 'InACall') },
      {
        agent: david,
        reason: { code: 'off-duty', sinceAt: NOW - 5_400_000, reasonCode: null, misses: 0 },
        presence: presence('Away'),
      },
    ],
    outcome: null,
    callEnd: null,
  },
  {
    ...decided,
    id: 'd-3',
    at: ago(1_800),
    taskId: 't-a',
    callerName: 'Ursula Zürcher',
    digest: '81d2c4e09a7b3f15',
    winner: anna,
    candidates: [candidate(anna, 2_052, 0, 193_482_113), candidate(ben, 1_932, 0, 3_920_118_220)],
    notChosen: [
      { agent: carla, reason: IN_A_CALL, presence: presence('Busy', 'InACall', 2_000) },
      { agent: emma, reason: { code: 'presence-not-known' }, presence: null },
    ],
    outcome: 'accepted',
    callEnd: { at: ago(1_500), reason: 'caller-hung-up', seen: 'reported' },
  },
  {
    ...decided,
    id: 'd-2',
    at: ago(4_200),
    taskId: 't-b',
    serviceId: 'sales',
    serviceName: 'Sales',
    callerName: '+41 79 000 00 02',
    digest: '0b7713fd90ac4e28',
    winner: emma,
    candidates: [candidate(emma, 6_000, 0, 77_120_034)],
    notChosen: [],
    outcome: 'handed-over',
    callEnd: { at: ago(3_900), reason: 'presence-left-the-call', seen: 'inferred' },
  },
];

function candidate(
  agent: Person,
  idleSeconds: number,
  offersOfThisTask: number,
  tieBreak: number,
): Decision['candidates'][number] {
  return {
    agent,
    value: NOW - idleSeconds * 1000,
    idleSince: ago(idleSeconds),
    offersOfThisTask,
    isLate: false,
    tieBreak,
    presence: presence('Available', 'Available', 3_000),
  };
}
