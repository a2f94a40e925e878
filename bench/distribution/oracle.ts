/**
 * W6: one service, first come first served, against the exact recursion of Kiefer and Wolfowitz: a
 * caller starts when the first of the agents is free, so the waits are known path by path. The core
 * must give the very same ones. Whoever is invited accepts in the same instant.
 */
import {
  asId,
  CURRENT_FLAGS,
  emptyState,
  type Fact,
  type Input,
  nextDeadlineAt,
  type PersonId,
  type PlatformCallId,
  step,
  type TenantState,
  validateConfiguration,
} from '@rufwerk/engine/core';
import { Agenda } from './agenda.ts';
import { START_AT } from './contactCentre.ts';
import { callState, type Draft } from './platform.ts';
import { Random } from './random.ts';

export interface Load {
  readonly agents: number;
  readonly occupancy: number;
  readonly calls: number;
  readonly seed: number;
}

interface Caller {
  readonly arrivesAt: number;
  readonly talkMs: number;
}

const MEAN_TALK_MS = 180_000;

/** Waits of all callers, in ms, by the core and by the recursion. */
export function compareWaits(load: Load): {
  readonly differences: number;
  readonly largestMs: number;
  readonly meanWaitMs: number;
  readonly waited: number;
} {
  const callers = callersOf(load);
  const exact = kieferWolfowitz(callers, load.agents);
  const played = playThroughCore(callers, load.agents);
  let largestMs = 0;
  let differences = 0;
  for (const [index, wait] of exact.entries()) {
    const difference = Math.abs(wait - (played[index] ?? Number.POSITIVE_INFINITY));
    if (difference > 0) differences += 1;
    largestMs = Math.max(largestMs, difference);
  }
  const meanWaitMs = exact.reduce((sum, wait) => sum + wait, 0) / exact.length;
  return {
    differences,
    largestMs,
    meanWaitMs,
    waited: exact.filter((wait) => wait > 0).length / exact.length,
  };
}

/** Share of callers who wait, in the long run, with exponential times (Erlang's second formula). */
export function erlangC(agents: number, occupancy: number): number {
  const load = agents * occupancy;
  let term = 1;
  let sum = 1;
  for (let servers = 1; servers < agents; servers += 1) {
    term *= load / servers;
    sum += term;
  }
  const last = (term * load) / agents / (1 - occupancy);
  return last / (sum + last);
}

/** No two instants are alike, so that the order of events at one instant plays no part. */
function callersOf({ agents, occupancy, calls, seed }: Load): Caller[] {
  const random = new Random(seed);
  const everyMs = MEAN_TALK_MS / (agents * occupancy);
  let at = START_AT + 1_000;
  return Array.from({ length: calls }, () => {
    at += 2 * Math.max(1, Math.round(random.exponential(everyMs) / 2));
    const talkMs = 2 * Math.round(random.exponential(MEAN_TALK_MS) / 2) + 1;
    return { arrivesAt: at, talkMs };
  });
}

function kieferWolfowitz(callers: readonly Caller[], agents: number): number[] {
  const freeAt = new Agenda<number>();
  for (let agent = 0; agent < agents; agent += 1) freeAt.plan(0, agent);
  return callers.map(({ arrivesAt, talkMs }) => {
    const startsAt = Math.max(arrivesAt, freeAt.nextAt);
    freeAt.take();
    freeAt.plan(startsAt + talkMs, 0);
    return startsAt - arrivesAt;
  });
}

function playThroughCore(callers: readonly Caller[], agents: number): number[] {
  const state = openedService(agents);
  const ends = new Agenda<PlatformCallId>();
  const waits: number[] = Array.from({ length: callers.length }, () => Number.NaN);
  const give = (draft: Draft, at: number): void => {
    const input: Input = { ...draft, at };
    follow(step(state, input), at);
  };
  const follow = (facts: readonly Fact[], at: number): void => {
    for (const fact of facts) {
      if (fact.type === 'CallConnected') {
        const platformCallId = state.tasks.get(fact.taskId)?.platformCallId ?? null;
        const number = Number(platformCallId?.slice(5));
        const caller = callers[number];
        if (caller === undefined || platformCallId === null) continue;
        waits[number] = at - caller.arrivesAt;
        ends.plan(at + caller.talkMs, platformCallId);
      }
      if (fact.type !== 'EffectRequested') continue;
      const { effect, effectId } = fact;
      if (effect.kind === 'answer-call') give(callState(effect.platformCallId, 'established'), at);
      else if (effect.kind === 'invite-agent') {
        const { platformCallId, agentId } = effect;
        give({ type: 'RosterReported', platformCallId, roster: [entry(agentId), entry(null)] }, at);
      } else if (effect.kind === 'read-call') {
        const { agentId = null } = state.tasks.get(effect.taskId) ?? {};
        const roster = [entry(null), ...(agentId === null ? [] : [entry(agentId)])];
        const outcome = { kind: 'call-read', state: 'established', roster } as const;
        give({ type: 'EffectReported', effectId, outcome }, at);
      } else give({ type: 'EffectReported', effectId, outcome: { kind: 'done' } }, at);
    }
  };
  for (let next = 0; next < callers.length || ends.nextAt < Infinity;) {
    const arrivesAt = callers[next]?.arrivesAt ?? Infinity;
    const deadlineAt = nextDeadlineAt(state) ?? Infinity;
    const at = Math.min(arrivesAt, ends.nextAt, deadlineAt);
    if (at === deadlineAt) give({ type: 'TimeReached' }, at);
    else if (at === ends.nextAt) {
      const ended = ends.take();
      if (ended !== undefined) give(callState(ended, 'terminated'), at);
    } else {
      give(
        {
          type: 'CallArrived',
          platformCallId: asId(`call-${next}`),
          resourceAccountId: asId('account'),
          callerId: asId(`caller-${next}`),
        },
        at,
      );
      next += 1;
    }
  }
  return waits;
}

function entry(personId: PersonId | null) {
  return { participantId: `participant-${personId}`, personId, isApplication: false };
}

function openedService(agents: number): TenantState {
  const people = Array.from({ length: agents }, (_, number) => asId<PersonId>(`agent-${number}`));
  const result = validateConfiguration({
    services: [
      {
        id: 'service',
        name: 'Service',
        resourceAccount: 'account',
        agents: people,
        afterCallWork: { mode: 'none' },
        presence: { notOlderThanSeconds: 3_600 },
      },
    ],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const state = emptyState();
  const at = START_AT;
  const { configuration } = result;
  step(state, { type: 'TenantOpened', at, tenantId: asId('t'), seed: 1, flags: CURRENT_FLAGS });
  step(state, { type: 'ConfigurationSubmitted', at, configuration, by: null });
  // Evidence from far ahead never grows old: presence plays no part here.
  const shown = { availability: 'Available', activity: 'Available', outOfOffice: false };
  const reading = { ...shown, fidelity: 'activity', sequenceNumber: null } as const;
  const blockId = asId<Extract<Input, { type: 'PresenceBlockPolled' }>['blockId']>('block');
  step(state, { type: 'PresenceBlocksFormed', at, blocks: [{ blockId, agentIds: people }] });
  const changes = people.map((agentId) => ({ ...reading, agentId }));
  step(state, { type: 'PresenceBlockPolled', at, blockId, changes });
  state.standings.confirmBlock(blockId, Number.MAX_SAFE_INTEGER);
  const block = state.blocks.get(blockId);
  if (block !== undefined) block.confirmedAt = Number.MAX_SAFE_INTEGER;
  return state;
}
