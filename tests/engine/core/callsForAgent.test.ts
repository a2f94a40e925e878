/** What keeps a call that waits from an agent against whom nothing else speaks. */
import { describe, expect, test } from '@jest/globals';
import {
  agentView,
  asId,
  callsForAgent,
  callStandingText,
  decisionAbout,
  decisionText,
  orderSchema,
  serviceStandingText,
  serviceView,
} from '@rufwerk/engine/core';
import { opened } from './helpDesk.ts';
import { person, type PlayedTenant } from './playedTenant.ts';

const serviceId = asId<never>('help-desk');
const team = null;
const telling = { timeOf: String };

function standings(tenant: PlayedTenant, name: string) {
  const service = tenant.state.services.get(serviceId);
  if (service === undefined) throw new Error('No help desk.');
  const calls = callsForAgent(tenant.state, tenant.agent(name), service, tenant.now);
  return calls.map(({ standing }) => standing);
}

/** Only a is of the first level; b comes after a minute. */
function levelled(): PlayedTenant {
  const levels = [{ afterSeconds: 60, agents: ['b'], skills: [] }];
  return opened({ agents: ['a'], responsibility: { levels, team } });
}

describe('NIMx-04: a level that has not opened', () => {
  test('keeps the call that waits from who is free, and no screen says otherwise', () => {
    const tenant = levelled();
    tenant.duty('a', false);
    tenant.waits('call-1');
    expect(standings(tenant, 'b')).toMatchObject([
      { is: 'against', reasons: [{ code: 'level-not-reached', level: 1 }] },
    ]);
    const view = serviceView(tenant.state, serviceId, tenant.now);
    expect(view?.able).toBe(0);
    expect(view?.team.find(({ agentId }) => agentId === 'b')).toMatchObject({
      state: 'ready',
      reason: { code: 'level-not-reached' },
    });
    const own = agentView(tenant.state, person('b'), tenant.now);
    expect(own).toMatchObject({ state: 'ready', services: [{ waiting: 1 }] });
    expect(own?.services[0]?.reason).toMatchObject({ code: 'level-not-reached' });
    tenant.pass(60_000);
    expect(standings(tenant, 'b')).toEqual([{ is: 'rings-here' }]);
  });

  test('keeps a new call as well: nobody counts as able for it', () => {
    const tenant = levelled();
    expect(serviceView(tenant.state, serviceId, tenant.now)?.able).toBe(1);
    const own = agentView(tenant.state, person('b'), tenant.now);
    expect(own?.services[0]).toMatchObject({
      reason: { code: 'level-not-reached', fromAt: null },
      colleaguesAble: 1,
    });
  });
});

test('NIMx-04: a call kept for others is told as theirs first', () => {
  const responsibility = { preferred: ['c'], preferredFirstSeconds: 60, team };
  const tenant = opened({ responsibility });
  tenant.presence('c', 'Busy', 'InACall');
  tenant.waits('call-1');
  expect(standings(tenant, 'a')).toMatchObject([
    { is: 'against', reasons: [{ code: 'others-first', cause: 'preferred' }] },
  ]);
  expect(serviceView(tenant.state, serviceId, tenant.now)?.able).toBe(0);
});

test('the own call of an agent is not offered to them, and the next one is', () => {
  const tenant = opened({ agents: ['a'] });
  tenant.dials('call-1', 'account-help-desk', 'a');
  tenant.settle('answer-call');
  tenant.established('call-1');
  const [standing] = standings(tenant, 'a');
  expect(standing).toMatchObject({ is: 'against' });
  const reasons = standing?.is === 'against' ? standing.reasons : [];
  expect(reasons.map(({ code }) => code)).toContain('is-the-caller');
});

test('a call that rings at another names whom, and what the order compared', () => {
  const tenant = opened();
  tenant.waits('call-1');
  const [winner = ''] = [...tenant.state.offers.values()].map(({ agentId }) => agentId);
  const other = ['a', 'b', 'c', 'd'].find((name) => name !== winner) ?? '';
  const [standing] = standings(tenant, other);
  if (standing === undefined) throw new Error('No call waits.');
  expect(standing).toEqual({ is: 'rings-others', agentIds: [winner] });
  const [record] = tenant.decisions;
  if (record === undefined) throw new Error('Nothing was decided.');
  const decision = decisionAbout(record, person(other));
  expect(decision).toMatchObject({ was: 'behind', comparison: 'lot' });
  const told = { standing, decision, ringing: ['Anna'] };
  expect(callStandingText(told, [], 'en', telling)).toMatch(
    /^rings at Anna; place \d in the order "Longest idle": equal otherwise, the lot decided$/,
  );
  expect(callStandingText(told, [], 'de', telling)).toMatch(
    /^klingelt bei Anna; Stelle \d .*Los entschied$/,
  );
});

describe('words', () => {
  const nothing = { reasons: [], waiting: 0, newCall: null, standings: [] };

  test('never say that a call would be offered while one waits that is not', () => {
    expect(serviceStandingText(nothing, 'en')).toMatch(/^No call waits; nothing speaks against/);
    const waiting = { ...nothing, waiting: 2 };
    expect(serviceStandingText(waiting, 'en')).toBe('2 calls wait, and none is offered here now');
    expect(serviceStandingText(waiting, 'de')).toMatch(/^2 Anrufe warten, und keiner/);
    const rings = { ...waiting, standings: [{ is: 'rings-here' } as const] };
    expect(serviceStandingText(rings, 'de')).toMatch(/hier zugestellt$/);
    const later = { ...nothing, newCall: { code: 'level-not-reached', level: 1, fromAt: null } };
    expect(serviceStandingText({ ...later } as never, 'en')).toContain('rung from level 1 on');
  });

  test('each order says its own values', () => {
    const behind = { was: 'behind', place: 2, value: 3, neededValue: 1, comparison: 'value' };
    const texts = orderSchema.options.map((order) =>
      decisionText(
        { ...behind, order, decisionId: asId('decision-1'), at: 0 } as never,
        'en',
        telling,
      ),
    );
    expect(new Set(texts).size).toBe(orderSchema.options.length);
    expect(texts).toContain(
      'place 2 in the order "Fewest calls": 3 calls today, who was rung: 1 call today',
    );
  });
});
