/** Every order: the scan, the record and the sentence say the same, and no two people are equal. */
import { describe, expect, test } from '@jest/globals';
import { inOrder, orderSchema, orderSentence } from '@rufwerk/engine/core';
import { evaluate } from '../../../../src/engine/core/distribution/evaluate.ts';
import { scan } from '../../../../src/engine/core/distribution/scan.ts';
import { CASES, SPOKEN_OF, type Standing } from './cases.ts';
import { playedCase, type PlayedCase } from './played.ts';

const ORDERS = orderSchema.options;
const MANY = 25;

/** Names in the order in which the scan would ring them. */
function scanned({ tenant, service, task, at }: PlayedCase): string[] {
  const { state } = tenant;
  const { rows, winners } = scan(state, service, task, at, MANY);
  return [...rows.subarray(0, winners)].map((row) => String(state.standings.agents[row]?.id));
}

function recorded({ tenant, service, task, at }: PlayedCase): string[] {
  return evaluate(tenant.state, service, task, at).candidates.map(({ agentId }) => agentId);
}

describe('the cases that everything shares', () => {
  test.each(CASES)('NIMx-01 $order: $words', ({ order, people, expected }) => {
    const played = playedCase(order, people);
    expect(recorded(played)).toEqual(expected);
    expect(scanned(played)).toEqual(expected);
    const fewer = scan(played.tenant.state, played.service, played.task, played.at, 1);
    expect(fewer.winners).toBe(1);
    expect(fewer.candidates).toBe(people.length);
    expect(fewer.digest.toString()).toBe(
      evaluate(played.tenant.state, played.service, played.task, played.at).digest,
    );
  });

  test.each(ORDERS)('NIMx-01 %s: its sentence speaks of what it compares', (order) => {
    const [en, de] = SPOKEN_OF[order];
    expect(orderSentence(order, 'en')).toContain(en);
    expect(orderSentence(order, 'de')).toContain(de);
  });

  test('every order but the random one has an example', () => {
    const shown = new Set(CASES.map(({ order }) => order));
    expect(ORDERS.filter((order) => !shown.has(order))).toEqual(['weighted-random']);
  });
});

describe('people who stand alike', () => {
  const ALIKE: readonly Standing[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name }));

  test.each(ORDERS)('NIMx-01 %s is total: no two compare equal, either way round', (order) => {
    const { tenant, service, task, at } = playedCase(order, ALIKE);
    const { candidates } = evaluate(tenant.state, service, task, at);
    for (const left of candidates) {
      for (const right of candidates) {
        if (left === right) continue;
        expect(Math.sign(inOrder(left, right))).toBe(-Math.sign(inOrder(right, left)));
        expect(inOrder(left, right)).not.toBe(0);
      }
    }
  });

  test.each(ORDERS)('NIMx-01 %s: the scan breaks ties as the record does', (order) => {
    const played = playedCase(order, ALIKE);
    expect(scanned(played)).toEqual(recorded(played));
  });

  test.each(['longest-idle', 'fewest-calls', 'best-skill'] as const)(
    '%s: the lot is drawn anew for each call, so that a tie favours nobody',
    (order) => {
      const tenant = playedCase(order, ALIKE).tenant;
      const first = new Set<string>();
      for (let number = 2; number < 40; number += 1) {
        const call = `call-${number}`;
        tenant.dials(call);
        const task = tenant.task(call);
        const [service] = tenant.state.services.values();
        if (task === undefined || service === undefined) continue;
        const record = evaluate(tenant.state, service, task, tenant.now);
        first.add(String(record.candidates[0]?.agentId));
      }
      expect(first.size).toBeGreaterThan(3);
    },
  );
});

test('NIMx-01 weighted-random: who has three lots is drawn first about three times as often', () => {
  const people: readonly Standing[] = [{ name: 'a' }, { name: 'b' }];
  const { tenant, service, task, at } = playedCase('weighted-random', people);
  const [a] = ['a', 'b'].map((name) => tenant.agent(name));
  if (a?.settings == null) throw new Error('Agent a has an entry in the configuration.');
  a.settings = { ...a.settings, lots: 3 };
  tenant.state.standings.refresh(a);
  const draws = 4_000;
  let first = 0;
  for (let number = 1; number <= draws; number += 1) {
    const { candidates } = evaluate(tenant.state, service, { ...task, number }, at);
    if (candidates[0]?.agentId === a.id) first += 1;
  }
  expect(first / draws).toBeGreaterThan(0.72);
  expect(first / draws).toBeLessThan(0.78);
});
