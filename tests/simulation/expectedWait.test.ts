/**
 * The expected wait in simulated worlds: of all callers who waited, four in five found an agent
 * within the interval that they were told, and the interval is narrow enough to be of use.
 */
import { expect, test } from '@jest/globals';
import {
  expectedWait,
  type Input,
  nextDeadlineAt,
  type PersonId,
  type PresenceReading,
  step,
} from '@rufwerk/engine/core';
import { Agenda } from '../../bench/distribution/agenda.ts';
import * as centres from '../../bench/distribution/contactCentre.ts';
import { arrival, type Draft, Platform } from '../../bench/distribution/platform.ts';
import { Random } from '../../bench/distribution/random.ts';

const POLL_EVERY_MS = 600_000;

interface Told {
  readonly fromAt: number;
  readonly toAt: number;
  readonly width: number;
  readonly mean: number;
}

/** Of a centre: how its staff changes, and how many milliseconds lie between two calls. */
interface Kind {
  /** Every so often some of the people who are there leave in Teams, and as many come back. */
  readonly staffChangesEveryMs: number | null;
  readonly callEveryMs: number;
}

/** This many of a hundred people come or go at each change. */
const MOVE_SHARE = 0.06;

const STEADY: Kind = { staffChangesEveryMs: null, callEveryMs: 1_500 };
const CHANGING: Kind = { staffChangesEveryMs: 300_000, callEveryMs: 3_000 };

/** A centre of twelve busy services; calls come faster than they can be taken, in waves. */
function playBusyDay(
  seed: number,
  { staffChangesEveryMs, callEveryMs }: Kind,
): { told: number; within: number; widths: number[] } {
  const random = new Random(seed);
  const { blockOf, contactCentre, openedTenant, START_AT } = centres;
  const size = { agents: 120, services: 12, servicesPerAgent: 1 };
  const centre = contactCentre(size, random);
  const state = openedTenant(centre);
  const agenda = new Agenda<Draft>();
  const behaviour = { talkMs: 180_000, declines: 0.03, doesNotAnswer: 0.03 };
  const platform = new Platform(state, agenda, random, behaviour);
  const away = new Set<PersonId>();
  const waiting = new Map<string, Told>();
  const result = { told: 0, within: 0, widths: [] as number[] };
  let nextCallAt = START_AT + 1_000;
  let pollAt = START_AT;
  let staffAt = staffChangesEveryMs === null ? Infinity : START_AT + staffChangesEveryMs;
  for (let calls = 0; calls < 9_000;) {
    const deadlineAt = nextDeadlineAt(state) ?? Infinity;
    const at = Math.min(deadlineAt, nextCallAt, agenda.nextAt);
    if (at >= pollAt) {
      pollAt = at + POLL_EVERY_MS;
      step(state, { type: 'PresenceBlockPolled', at, blockId: blockOf(0), changes: [] });
    }
    if (at >= staffAt) {
      staffAt = at + (staffChangesEveryMs ?? Infinity);
      const moving = centre.people.filter(() => random.share() < MOVE_SHARE);
      const changes = moving.map((id) => {
        if (!away.delete(id)) away.add(id);
        return seenInTeams(id, !away.has(id));
      });
      step(state, { type: 'PresenceBlockPolled', at, blockId: blockOf(0), changes });
    }
    let draft: Draft | undefined = { type: 'TimeReached' };
    if (at !== deadlineAt && at === agenda.nextAt) draft = agenda.take();
    else if (at !== deadlineAt) {
      draft = arrival(calls, calls % size.services);
      calls += 1;
      const wave = calls % 1_500 < 900 ? 1 : 2;
      nextCallAt += Math.max(1, Math.round(random.exponential(callEveryMs * wave)));
    }
    if (draft === undefined) continue;
    const input: Input = { ...draft, at: Math.max(at, state.lastAt) };
    const facts = step(state, input);
    platform.hears(facts, input.at);
    for (const fact of facts) {
      if (fact.type === 'CallConnected') {
        const told = waiting.get(fact.taskId);
        waiting.delete(fact.taskId);
        if (told === undefined) continue;
        result.told += 1;
        if (told.fromAt <= fact.at && fact.at <= told.toAt) result.within += 1;
        result.widths.push(told.width / told.mean);
      }
      if (fact.type === 'CallEnded' || fact.type === 'CallLeftQueue') waiting.delete(fact.taskId);
      if (fact.type !== 'NobodyEligible' || waiting.has(fact.taskId)) continue;
      const task = state.tasks.get(fact.taskId);
      const service = task && state.services.get(task.serviceId);
      const expected = task && service ? expectedWait(state, service, task) : null;
      if (expected === null) continue;
      const { fromMs, toMs } = expected;
      waiting.set(fact.taskId, {
        fromAt: fact.at + fromMs,
        toAt: fact.at + toMs,
        width: toMs - fromMs,
        mean: (fromMs + toMs) / 2,
      });
    }
  }
  return result;
}

function seenInTeams(agentId: PersonId, isThere: boolean): PresenceReading {
  const availability = isThere ? 'Available' : 'Offline';
  return {
    ...{ agentId, availability, activity: availability },
    ...{ fidelity: 'activity' as const, outOfOffice: false, sequenceNumber: null },
  };
}

test.each([
  ['the same people all day', STEADY],
  ['people who come and go in Teams', CHANGING],
] as const)(
  'with %s 75 to 85 of 100 waits end as was told, and the interval says something',
  (words, kind) => {
    const days = [1, 2, 3].map((seed) => playBusyDay(seed, kind));
    const told = days.reduce((sum, day) => sum + day.told, 0);
    const within = days.reduce((sum, day) => sum + day.within, 0);
    const widths = days.flatMap((day) => day.widths).sort((left, right) => left - right);
    const medianWidth = widths[Math.floor(widths.length / 2)] ?? Infinity;
    process.stdout.write(
      `expected wait with ${words}: ${told} told, ` +
        `${((100 * within) / told).toFixed(1)} % within, ` +
        `median width ${medianWidth.toFixed(2)} of the middle\n`,
    );
    expect(told).toBeGreaterThan(2_000);
    expect(within / told).toBeGreaterThan(0.75);
    expect(within / told).toBeLessThan(0.85);
    expect(medianWidth).toBeLessThan(1.5);
  },
);
