/** The people and one call of Contoso's IT Helpdesk, as the read tables would tell of them. */
import { asId } from '@rufwerk/engine/core';
import type {
  Candidate,
  Category,
  DecisionId,
  DecisionRecord,
  NotChosen,
  PersonId,
  ReasonCode,
  SeenPresence,
  ServiceId,
  ServiceView,
  TaskId,
} from '@rufwerk/engine/core';
import type { CallRow, DecisionRow, OfferRow, PersonDetails } from '@rufwerk/engine/ports';

export const appId = 'c0ffee00-1d2e-4f3a-8b4c-5d6e7f8a9b0c';
export const tenantId = '5d6a2f0e-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
export const startsAt = Date.parse('2026-11-21T09:00:00Z');
export const MINUTE_MS = 60_000;

export const helpdesk = asId<ServiceId>('it-helpdesk');
export const sales = asId<ServiceId>('sales');
export const task = asId<TaskId>('t-1');

function colleague(name: string, entraId: string, displayName: string): PersonDetails {
  const id = asId<PersonId>(`p-${name}`);
  const unlisted = { phone: null, mail: null };
  return {
    ...{ id, entraId, displayName, ...unlisted },
    userPrincipalName: `${name}@contoso.example`,
  };
}

export const adrian = colleague('admin', '2d8e3ff2-478a-49c8-88f8-2d146dd99d5f', 'Adrian Weber');
export const sam = colleague('sam', '0b0e8998-ed5e-49c8-9610-1c577dcb34c5', 'Sam Taylor');
export const sofia = colleague('sofia', '4fd1febc-02b2-4920-a17f-6b0080660745', 'Sofia Keller');
export const anna = colleague('anna', 'dc5d9672-7bb8-4b4d-a234-574557e0c5dd', 'Anna Müller');
export const ben = colleague('ben', 'bf44452c-8070-4c67-83ec-51c04fcc8a36', 'Ben Carter');
export const carla = colleague('carla', 'c18b6383-0bc6-487c-a164-e93709269b7a', 'Carla Schröder');
export const david = colleague('david', '7243f233-eb72-4ff6-9fbe-7a9cf345ed04', 'David Lefèvre');
export const emma = colleague('emma', '618d052b-e1fe-41b3-bfee-4db6f7c5f3b7', 'Emma Wilson');
export const ursula = colleague('ursula', '6246f948-b703-4987-b290-9c14207df73d', 'Ursula Zürcher');
export const caller: PersonDetails = {
  id: asId<PersonId>('p-caller'),
  entraId: null,
  userPrincipalName: null,
  displayName: '+41790000001',
  phone: '+41790000001',
  mail: null,
};

export const everybody = [adrian, sam, sofia, anna, ben, carla, david, emma, caller];

const seen = (availability: string, activity = availability): SeenPresence => ({
  availability,
  activity,
  ageMs: 3_000,
  source: 'graph-poll',
});

function candidate({ id }: PersonDetails, idleMinutes: number): Candidate {
  const idleSinceAt = startsAt - idleMinutes * MINUTE_MS;
  const presence = seen('Available');
  const value = idleSinceAt;
  return {
    agentId: id,
    value,
    idleSinceAt,
    offersOfThisTask: 0,
    isLate: false,
    tieBreak: 7,
    presence,
  };
}

const carlaInACall: NotChosen = {
  agentId: carla.id,
  reason: { code: 'in-a-call', activity: 'InACall', ageMs: 3_000 },
  presence: seen('Busy', 'InACall'),
};
const davidOffDuty: NotChosen = {
  agentId: david.id,
  reason: {
    code: 'off-duty',
    sinceAt: startsAt - 60 * MINUTE_MS,
    reasonCode: null,
    misses: 0,
  },
  presence: null,
};

function record(
  number: number,
  at: number,
  candidates: readonly Candidate[],
  notChosen: readonly NotChosen[],
): DecisionRecord {
  return {
    ...{ number, at, candidates, notChosen },
    decisionId: asId<DecisionId>(`d-${number}`),
    taskId: task,
    serviceId: helpdesk,
    order: 'longest-idle',
    ruleVersion: 2,
    offered: Math.min(1, candidates.length),
    change: null,
    digest: '0123456789abcdef',
  };
}

/** What the table keeps of a record. */
export function rowOf(decision: DecisionRecord): DecisionRow {
  const { candidates, notChosen, change: _change, ...rest } = decision;
  const counts: Partial<Record<ReasonCode, number>> = {};
  const categories: Partial<Record<Category, number>> = {};
  for (const { reason } of notChosen) {
    counts[reason.code] = (counts[reason.code] ?? 0) + 1;
    if (reason.code !== 'not-distributed') continue;
    categories[reason.category] = (categories[reason.category] ?? 0) + 1;
  }
  return {
    ...rest,
    seq: 1,
    winnerId: candidates[0]?.agentId ?? null,
    winnerValue: candidates[0]?.value ?? null,
    candidates: candidates.length,
    notChosen: counts,
    notDistributed: categories,
  };
}

/** Anna is idle longest, Ben comes next; Carla is in a call and David off duty. */
export const annaWinsRecord = record(
  1,
  startsAt,
  [candidate(anna, 48), candidate(ben, 20)],
  [carlaInACall, davidOffDuty],
);
export const annaWins = rowOf(annaWinsRecord);

/** After Anna declined. */
export const benWinsRecord = record(
  2,
  startsAt + 10_000,
  [candidate(ben, 20)],
  [
    {
      agentId: anna.id,
      reason: { code: 'paused', cause: 'declined', sinceAt: startsAt, untilAt: startsAt + 40_000 },
      presence: seen('Available'),
    },
    carlaInACall,
    davidOffDuty,
  ],
);
export const benWins = rowOf(benWinsRecord);

export const nobodyWinsRecord = record(3, startsAt, [], [carlaInACall, davidOffDuty]);
export const nobodyWins = rowOf(nobodyWinsRecord);

/** The full records, as the journal would give them again. */
export const records = [annaWinsRecord, benWinsRecord, nobodyWinsRecord];

export const waitingCall: CallRow = {
  taskId: task,
  serviceId: helpdesk,
  callerId: caller.id,
  queuedAt: startsAt,
  answeredAt: startsAt + 100,
  connectedAt: null,
  endedAt: null,
  agentId: null,
  endReason: null,
  endSeen: null,
  offers: 0,
};

export function offerTo(
  { id }: PersonDetails,
  decision: DecisionRow,
  outcome: string | null,
): OfferRow {
  return {
    offerId: `o-${decision.decisionId}`,
    taskId: task,
    serviceId: helpdesk,
    agentId: id,
    offeredAt: decision.at,
    endedAt: outcome === null ? null : decision.at + 9_000,
    outcome,
    confirmedInMs: null,
    decisionId: decision.decisionId,
  };
}

export const helpdeskView: ServiceView = {
  serviceId: helpdesk,
  name: 'IT Helpdesk',
  delivery: 'conference',
  order: 'longest-idle',
  closed: null,
  degraded: null,
  waiting: 2,
  longestWaitSinceAt: startsAt - 80_000,
  connected: 0,
  able: 2,
  notAble: [
    { code: 'in-a-call', category: null, count: 1 },
    { code: 'off-duty', category: null, count: 1 },
  ],
  calls: [],
  team: [
    { ...memberOf(anna), reason: null },
    { ...memberOf(ben), reason: null },
    { ...memberOf(carla), state: 'in-a-call', reason: carlaInACall.reason },
    { ...memberOf(david), onDuty: false, state: 'off-duty', reason: davidOffDuty.reason },
  ],
};

export const salesView: ServiceView = {
  ...helpdeskView,
  serviceId: sales,
  name: 'Sales',
  waiting: 0,
  longestWaitSinceAt: null,
  able: 1,
  notAble: [],
  team: [{ ...memberOf(emma), reason: null }],
};

function memberOf({ id }: PersonDetails): Omit<ServiceView['team'][number], 'reason'> {
  const presence = seen('Available');
  return { agentId: id, onDuty: true, state: 'ready', sinceAt: startsAt, presence };
}
