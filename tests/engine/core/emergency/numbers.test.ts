/** The pool of callback numbers: one per person for the window, never shared, never reused. */
import { describe, expect, test } from '@jest/globals';
import { emergencyViewOf } from '@rufwerk/engine/core';
import { person } from '../playedTenant.ts';
import {
  emergencyOf,
  isProtected,
  MINUTE_MS,
  presses,
  protectedTenant,
  saysOver,
  saysReady,
  seen,
} from './emergencyScenes.ts';

function numberOf(tenant: ReturnType<typeof protectedTenant>, agent: string): string | null {
  return emergencyOf(tenant, agent)?.account ?? null;
}

/** How many are left, and who got none: each time it was told. */
function told(tenant: ReturnType<typeof protectedTenant>): unknown[] {
  return tenant
    .open('raise-alert')
    .map(({ alert }) => alert.kind === 'callback-numbers-short' && [alert.left, alert.agentId]);
}

describe('the pool of callback numbers', () => {
  test('DEC-7: whoever is called back on the own number takes none', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    expect(numberOf(tenant, 'a')).toBeNull();
  });

  test('DEC-7: four people and three numbers: nobody shares, everybody is protected', () => {
    const tenant = protectedTenant();
    for (const agent of ['d', 'e', 'f', 'g']) presses(tenant, agent);
    const numbers = ['d', 'e', 'f', 'g'].map((agent) => numberOf(tenant, agent));
    expect(numbers).toEqual(['account-pool-1', 'account-pool-2', 'account-pool-3', null]);
    expect(isProtected(tenant, 'g')).toBe(true);
    expect(emergencyViewOf(tenant.state, person('g'))?.callback).toEqual({ path: 'none' });
  });

  test('DEC-7: the last one is forecast, and that none is left is told at once', () => {
    const tenant = protectedTenant();
    presses(tenant, 'd');
    expect(told(tenant)).toEqual([]);
    presses(tenant, 'e');
    expect(told(tenant)).toEqual([[1, null]]);
    presses(tenant, 'f');
    presses(tenant, 'g');
    expect(told(tenant).slice(1)).toEqual([
      [0, null],
      [0, 'g'],
    ]);
  });

  test('DEC-7: it is told once until it changes, however often somebody dials anew', () => {
    const tenant = protectedTenant();
    const people = ['d', 'e', 'f', 'g'];
    for (const agent of people) presses(tenant, agent);
    for (const agent of people) saysOver(tenant, agent);
    tenant.pass(30 * MINUTE_MS);
    for (const agent of people) presses(tenant, agent);
    seen(tenant, 'g', { sign: 'caller-id' });
    expect(told(tenant)).toHaveLength(3);
    for (const agent of people) {
      saysOver(tenant, agent);
      saysReady(tenant, agent);
    }
    // A number of the same hour is still theirs; when the hour is over, it is not.
    presses(tenant, 'e');
    expect(told(tenant)).toHaveLength(3);
    tenant.pass(61 * MINUTE_MS);
    presses(tenant, 'd');
    presses(tenant, 'f');
    expect(told(tenant).slice(3)).toEqual([[1, null]]);
  });

  test('DEC-7: whoever really calls after a drill that lost its number is told of', () => {
    const tenant = protectedTenant();
    for (const agent of ['d', 'e', 'f']) seen(tenant, agent, { sign: 'button', isDrill: true });
    for (const agent of ['g', 'e', 'f', 'd']) presses(tenant, agent);
    expect(told(tenant).at(-1)).toEqual([0, 'd']);
  });

  test('DEC-7: a number is not given out again before the hour is over, ready or not', () => {
    const tenant = protectedTenant();
    presses(tenant, 'd');
    saysOver(tenant, 'd');
    saysReady(tenant, 'd');
    tenant.pass(60 * MINUTE_MS - 1);
    for (const agent of ['e', 'f', 'g']) presses(tenant, agent);
    expect(numberOf(tenant, 'g')).toBeNull();
    tenant.pass(1);
    seen(tenant, 'g', { sign: 'caller-id' });
    expect(numberOf(tenant, 'g')).toBe('account-pool-1');
  });

  test('DEC-7: a second emergency keeps the number, and has it for another hour', () => {
    const tenant = protectedTenant();
    presses(tenant, 'd');
    saysOver(tenant, 'd');
    tenant.pass(50 * MINUTE_MS);
    presses(tenant, 'd');
    expect(numberOf(tenant, 'd')).toBe('account-pool-1');
    tenant.pass(50 * MINUTE_MS);
    for (const agent of ['e', 'f', 'g']) presses(tenant, agent);
    expect(numberOf(tenant, 'g')).toBeNull();
  });

  test('DEC-7: the number that has rested longest comes first', () => {
    const tenant = protectedTenant();
    presses(tenant, 'd');
    tenant.pass(1);
    presses(tenant, 'e');
    for (const agent of ['d', 'e']) {
      saysOver(tenant, agent);
      saysReady(tenant, agent);
    }
    tenant.pass(2 * 60 * MINUTE_MS);
    presses(tenant, 'f');
    presses(tenant, 'g');
    expect([numberOf(tenant, 'f'), numberOf(tenant, 'g')]).toEqual([
      'account-pool-3',
      'account-pool-1',
    ]);
  });

  test('a border controller that asks for a number begins the emergency, and gets one', () => {
    const tenant = protectedTenant();
    seen(tenant, 'a', { sign: 'caller-id' });
    expect(numberOf(tenant, 'a')).toBe('account-pool-1');
    expect(isProtected(tenant, 'a')).toBe(true);
  });

  test('one that asks after the button gets a number for the same emergency', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.pass(2_000);
    seen(tenant, 'a', { sign: 'caller-id' });
    expect(numberOf(tenant, 'a')).toBe('account-pool-1');
    expect(tenant.state.emergencies.size).toBe(1);
  });

  test('a drill gives its number up to a real emergency', () => {
    const tenant = protectedTenant();
    for (const agent of ['d', 'e', 'f']) seen(tenant, agent, { sign: 'button', isDrill: true });
    presses(tenant, 'g');
    expect(numberOf(tenant, 'g')).toBe('account-pool-1');
    expect(numberOf(tenant, 'd')).toBeNull();
  });
});
