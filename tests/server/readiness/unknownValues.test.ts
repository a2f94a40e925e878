/** Unknown values of presence in the log and in readiness. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readinessSchema } from '@rufwerk/engine/api';
import { asId, type BlockId } from '@rufwerk/engine/core';
import {
  logUnknownValue,
  UnknownValueWatch,
  unknownValuesCheck,
} from '../../../src/server/readiness/unknownValues.ts';
import { RecordedLog } from '../../engine/graph/recordedLog.ts';
import { opened } from '../../engine/core/helpDesk.ts';
import { Stage } from '../stage/stage.ts';

test('DEC-1: each value is logged once as a warning, without whose it was', () => {
  const tenant = opened({ agents: ['a'] });
  const log = new RecordedLog();
  const told = () => tenant.presence('a', 'Dreaming', 'Flying');
  for (const fact of [...told(), ...tenant.presence('a', 'Available', 'Available'), ...told()]) {
    logUnknownValue(fact, log);
  }
  expect(log.lines).toMatchObject([
    { level: 'warn', details: { value: 'dreaming' } },
    { level: 'warn', details: { value: 'flying' } },
  ]);
  for (const { details } of log.lines) expect(Object.keys(details)).toEqual(['value']);
});

test('DEC-1: no more than a hundred values are remembered, those that were seen last', () => {
  const watch = new UnknownValueWatch();
  const tenant = opened({ agents: ['a'] });
  for (let index = 0; index < 150; index += 1) {
    for (const fact of tenant.presence('a', `Dream ${index}`, 'Available')) watch.observe(fact);
    for (const fact of tenant.presence('a', 'Dream 0', 'Available')) watch.observe(fact);
  }
  const told = watch.told([], tenant.now);
  expect([told.size, told.has('dream 0'), told.has('dream 149')]).toEqual([100, true, true]);
  expect(told.has('dream 50')).toBe(false);
});

test('many and long values are shortened', () => {
  const values = Array.from({ length: 7 }, (_, index) => `${index}${'x'.repeat(100)}`);
  const { state, words } = unknownValuesCheck(new Set(values));
  expect(state).toBe('advice');
  expect(words.cause?.en).toMatch(/ and 2 more\.$/);
  expect(words.cause?.en.length).toBeLessThan(350);
});

describe('the finding', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.close());

  /** A reading of everybody; empty, it brings nothing new. */
  async function polled(availability: string, activity = availability): Promise<void> {
    const agentId = stage.personId('anna.agent');
    const told = { fidelity: 'activity', outOfOffice: false, sequenceNumber: null } as const;
    const changes = availability === '' ? [] : [{ agentId, availability, activity, ...told }];
    const blockId = asId<BlockId>('block-1');
    await stage.parts.runtime.submit({ type: 'PresenceBlockPolled', blockId, changes });
  }

  async function advance(ms: number): Promise<void> {
    stage.parts.clock.follow({ nowMs: stage.parts.clock.now() + ms, rate: 0 });
    await new Promise((resolve) => setImmediate(resolve));
  }

  async function stateTold(): Promise<string | undefined> {
    const { checks } = readinessSchema.parse((await stage.ask('admin', '/api/readiness')).body);
    return checks.find(({ id }) => id === 'presence.unknown-values')?.state;
  }

  test('DEC-1: an unknown value vanishes once none was seen for an hour', async () => {
    await polled('Dreaming', 'Flying');
    await advance(40 * 60_000);
    await polled('Available');
    await advance(19 * 60_000);
    expect(await stateTold()).toBe('advice');
    await advance(60_000);
    expect(await stateTold()).toBe('good');
  });

  test('DEC-1: an unknown value that somebody goes on showing is told until it ends', async () => {
    await polled('Dreaming', 'Flying');
    for (let hours = 0; hours < 3; hours += 1) {
      await advance(3_600_000);
      await polled('');
      expect(await stateTold()).toBe('advice');
    }
    await stage.ask('admin', '/api/readiness/check', { method: 'POST', body: {} });
    expect(await stateTold()).toBe('advice');
    await polled('Available');
    expect(await stateTold()).toBe('good');
  });
});
