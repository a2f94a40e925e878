/** "What would have had to be otherwise?": what is said is enough, and nothing less would be. */
import { describe, expect, test } from '@jest/globals';
import {
  type Candidate,
  changeText,
  inOrder,
  type Order,
  orderSchema,
  type SmallestChange,
  valueUnit,
} from '@rufwerk/engine/core';
import { evaluate } from '../../../src/engine/core/distribution/evaluate.ts';
import { smallestChange } from '../../../src/engine/core/explain/smallestChange.ts';
import { Random } from '../../../bench/distribution/random.ts';
import { playedCase } from './orders/played.ts';
import { person } from './roster.ts';

const ORDERS = orderSchema.options;
const BEST_POSSIBLE = -5;

/** Small numbers, so that ties are frequent. */
function someone(random: Random, order: Order, place: number): Candidate {
  const idleSinceAt = random.below(4);
  const unit = valueUnit(order);
  const drawn = random.below(5);
  const value = { instant: idleSinceAt, place, level: -drawn }[unit as string] ?? drawn;
  const ageMs = random.below(100_000);
  return {
    agentId: person(`agent-${place}`),
    offersOfThisTask: random.below(8) === 0 ? 1 : 0,
    isLate: random.below(4) === 0,
    value,
    idleSinceAt,
    tieBreak: random.below(1_000_000),
    presence: { availability: 'Available', activity: 'Available', ageMs, source: 'graph-poll' },
  };
}

/** The candidate with the change, or with a little less of it. */
function changed(candidate: Candidate, change: SmallestChange, order: Order, less = 0): Candidate {
  switch (change.kind) {
    case 'offers':
      return { ...candidate, offersOfThisTask: candidate.offersOfThisTask - change.by + less };
    case 'presence':
      return { ...candidate, isLate: less > 0 };
    case 'value':
      return { ...candidate, value: candidate.value - change.by + less };
    case 'idle': {
      const idleSinceAt = candidate.idleSinceAt - change.byMs + less;
      const value = valueUnit(order) === 'instant' ? idleSinceAt : candidate.value;
      return { ...candidate, value, idleSinceAt };
    }
    case 'lot': {
      const value = valueUnit(order) === 'lot' ? -1 : candidate.value;
      return less > 0 ? candidate : { ...candidate, tieBreak: -1, value };
    }
    case 'reason':
      return candidate;
  }
}

describe('the smallest change', () => {
  test.each(ORDERS)('DEC-1 %s: what is said is enough, and the least of it', (order) => {
    const random = new Random(20_261_121);
    let told = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const size = 2 + random.below(3);
      const candidates = Array.from({ length: size }, (_, place) => someone(random, order, place));
      candidates.sort(inOrder);
      const leastValue = valueUnit(order) === 'level' ? BEST_POSSIBLE : 0;
      const [winner] = candidates;
      const counts = { almost: [], offered: 1, wanted: 1 };
      const change = smallestChange({ order, leastValue, candidates, ...counts });
      const agent = candidates.find(({ agentId }) => agentId === change?.agentId);
      if (change === null || agent === undefined || winner === undefined) continue;
      told += 1;
      expect(agent).not.toBe(winner);
      // A place is taken: whoever stood there moves down.
      const isPlace = change.kind === 'value' && valueUnit(order) === 'place';
      const beaten = isPlace ? { ...winner, value: winner.value + 0.5 } : winner;
      expect(inOrder(changed(agent, change, order), beaten)).toBeLessThan(0);
      expect(inOrder(changed(agent, change, order, 1), beaten)).toBeGreaterThan(0);
      if (change.kind === 'value') expect(change.to).toBeGreaterThanOrEqual(leastValue);
    }
    expect(told).toBeGreaterThan(1_000);
  });

  test('one call fewer is enough where the tie goes to whoever is idle longer', () => {
    const people = [
      { name: 'a', calls: 2, idle: 10 },
      { name: 'b', calls: 3, idle: 60 },
    ];
    const { tenant, service, task, at } = playedCase('fewest-calls', people);
    const { change, order } = evaluate(tenant.state, service, task, at);
    if (change === null) throw new Error('One change is enough.');
    expect(change).toMatchObject({ kind: 'value', agentId: 'b', by: 1, to: 2 });
    expect(changeText(change, order, 'en')).toBe('would have been rung with 1 call fewer today');
  });

  test.each(['round-robin', 'best-skill', 'fewest-calls'] as const)(
    '%s: a tie that idle time decided is not said to be drawn',
    (order) => {
      const people = [
        { name: 'a', idle: 60 },
        { name: 'b', idle: 20 },
      ];
      const { tenant, service, task, at } = playedCase(order, people);
      const { change } = evaluate(tenant.state, service, task, at);
      expect(change).toMatchObject({ kind: 'idle', agentId: 'b' });
      if (change === null) throw new Error('One change is enough.');
      expect(changeText(change, order, 'en')).toBe(
        'would have been rung after being idle 40 s longer',
      );
      expect(changeText(change, order, 'de')).toBe(
        'wäre gerufen worden, hätte die freie Zeit 40 s länger gedauert',
      );
    },
  );

  test('nobody is told of less than nothing: nor fewer calls than none, nor levels above 100', () => {
    const calls = playedCase('fewest-calls', [
      { name: 'a', calls: 0, idle: 60 },
      { name: 'b', calls: 1, idle: 20 },
    ]);
    const skills = playedCase('best-skill', [
      { name: 'a', skill: 100, idle: 60 },
      { name: 'b', skill: 90, idle: 20 },
    ]);
    for (const { tenant, service, task, at } of [calls, skills]) {
      expect(evaluate(tenant.state, service, task, at).change).toBeNull();
    }
  });
});

describe('its words', () => {
  const agentId = person('a');
  const value = (by: number, to = 1) => ({ kind: 'value', agentId, by, to }) as const;

  test('speak of one and of several as people do', () => {
    const said = (by: number, order: Order) =>
      (['en', 'de'] as const).map((language) => changeText(value(by), order, language));
    expect(said(1, 'fixed-order')).toEqual([
      'would have been rung 1 place further up in the list',
      'wäre gerufen worden, hätte der Name 1 Platz weiter oben in der Liste gestanden',
    ]);
    expect(said(2, 'fixed-order')[1]).toContain('2 Plätze');
    expect(said(1, 'fewest-calls')[1]).toContain('1 Anruf weniger');
    expect(said(2, 'fewest-calls')[0]).toContain('2 calls fewer');
  });

  test('an old presence is said to be why others went first', () => {
    const change = { kind: 'presence', agentId, ageMs: 131_000 } as const;
    expect(changeText(change, 'longest-idle', 'en')).toContain('131 s old: others go first then');
    expect(changeText(change, 'longest-idle', 'de')).toContain('131 s alt');
  });

  test('a round robin that has offered the winner nothing asks for nothing either', () => {
    expect(changeText(value(4, 0), 'round-robin', 'en')).toContain('offered them no call yet');
  });
});
