/**
 * What must not matter does not: other names for equals, somebody who is never picked, somebody off
 * duty, another date. Each change is made to a whole day, and the facts are compared.
 */
import { describe, expect, test } from '@jest/globals';
import {
  emptyState,
  evolve,
  type Fact,
  orderSchema,
  readSnapshot,
  SNAPSHOT_SCHEMA_VERSION,
  step,
  writeSnapshot,
} from '@rufwerk/engine/core';
import { START_AT } from '../../engine/core/playedTenant.ts';
import { playQuietDay } from './quietDay.ts';

const SIX = ['a', 'b', 'c', 'd', 'e', 'f'];
const ORDERS = orderSchema.options;
/** Those under which agents who do alike are equal: no list, no weight, no lot of their own. */
const FAIR = ['longest-idle', 'broadcast', 'fewest-calls', 'least-talk-time'] as const;

/** Who was offered what and who talked when, in words; the rest of a decision left out. */
function offersAndTalks(facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => {
    switch (fact.type) {
      case 'CallOffered':
      case 'CallConnected':
        return [`${fact.at - START_AT} ${fact.type} ${fact.taskId} ${fact.agentId}`];
      case 'CallEnded':
        return [`${fact.at - START_AT} ${fact.type} ${fact.taskId} ${fact.reason}`];
      default:
        return [];
    }
  });
}

const withoutNames = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/ [a-z]$/, ''));

describe('a change that must not matter', () => {
  test.each(FAIR)('%s: other names for agents who are equals change nothing but names', (order) => {
    const day = { order, seed: 5 };
    const before = offersAndTalks(playQuietDay({ ...day, agents: SIX }).facts);
    const after = offersAndTalks(
      playQuietDay({ ...day, agents: ['u', 'v', 'w', 'x', 'y', 'z'] }).facts,
    );
    expect(before.length).toBeGreaterThan(300);
    expect(withoutNames(after)).toEqual(withoutNames(before));
    expect(after).not.toEqual(before);
  });

  test.each(ORDERS)('%s: an agent who is never picked can as well be absent', (order) => {
    // Off duty from the first call on or far down the list: whoever the day never came to.
    const offDuty = ['c', 'f'];
    const day = { order, seed: 6 };
    const all = offersAndTalks(playQuietDay({ ...day, agents: SIX, offDuty }).facts);
    const picked = SIX.filter((name) => all.some((line) => line.endsWith(` ${name}`)));
    expect(picked.length).toBeLessThan(SIX.length);
    expect(offersAndTalks(playQuietDay({ ...day, agents: picked }).facts)).toEqual(all);
  });

  test('fixed-order: whoever stands last and is never reached can as well be absent', () => {
    const day = { order: 'fixed-order', seed: 8, calls: 60 } as const;
    const crowd = [...SIX, 'g', 'h', 'i', 'j', 'k', 'l'];
    const all = offersAndTalks(playQuietDay({ ...day, agents: crowd }).facts);
    const picked = crowd.filter((name) => all.some((line) => line.endsWith(` ${name}`)));
    expect(picked.length).toBeLessThan(crowd.length);
    expect(offersAndTalks(playQuietDay({ ...day, agents: picked }).facts)).toEqual(all);
  });

  test.each(ORDERS)('%s: somebody off duty beside the others changes nothing', (order) => {
    const day = { order, seed: 7 };
    const before = offersAndTalks(playQuietDay({ ...day, agents: SIX }).facts);
    const crowd = ['x', ...SIX, 'y'];
    const after = offersAndTalks(
      playQuietDay({ ...day, agents: crowd, offDuty: ['x', 'y'] }).facts,
    );
    expect(after).toEqual(before);
  });

  test.each(ORDERS)('%s: another date changes instants and nothing else', (order) => {
    const shiftMs = 123_456_789;
    const day = { order, agents: SIX, seed: 9, calls: 120 };
    const before = playQuietDay(day).facts;
    const after = playQuietDay({ ...day, startAt: START_AT + shiftMs }).facts;
    expect(moved(after, shiftMs)).toEqual(moved(before, 0));
  });
});

/** Instants moved back; a digest is made of instants too, and so left out. */
function moved(facts: readonly Fact[], shiftMs: number): string[] {
  const movedBack = (key: string, value: unknown): unknown => {
    if (key === 'digest') return '';
    return typeof value === 'number' && value > START_AT / 2 ? value - shiftMs : value;
  };
  return facts.map((fact) => JSON.stringify(fact, movedBack));
}

test.each(ORDERS)('%s: facts fold to the state, inputs decide to the same facts again', (order) => {
  const { tenant } = playQuietDay({ order, agents: SIX, seed: 10, calls: 120 });
  const now = writeSnapshot(tenant.state);
  const folded = emptyState();
  const decided = emptyState();
  const half = tenant.journal.length >> 1;
  let tail = emptyState();
  for (const [index, { input, facts }] of tenant.journal.entries()) {
    for (const fact of facts) evolve(folded, fact);
    expect(JSON.stringify(step(decided, input))).toBe(JSON.stringify(facts));
    if (index === half) tail = readSnapshot(writeSnapshot(decided), SNAPSHOT_SCHEMA_VERSION);
    if (index > half) step(tail, input);
  }
  expect(writeSnapshot(folded)).toBe(now);
  expect(writeSnapshot(decided)).toBe(now);
  expect(writeSnapshot(tail)).toBe(now);
});
