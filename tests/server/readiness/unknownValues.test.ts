/** Unknown values of presence in the log and in readiness. */
import { expect, test } from '@jest/globals';
import {
  logUnknownValue,
  unknownValuesCheck,
} from '../../../src/server/readiness/unknownValues.ts';
import { RecordedLog } from '../../engine/graph/recordedLog.ts';
import { opened } from '../../engine/core/helpDesk.ts';

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

test('many and long values are shortened', () => {
  const values = Array.from({ length: 7 }, (_, index) => `${index}${'x'.repeat(100)}`);
  const { state, words } = unknownValuesCheck(new Set(values));
  expect(state).toBe('advice');
  expect(words.cause?.en).toMatch(/ and 2 more\.$/);
  expect(words.cause?.en.length).toBeLessThan(350);
});
