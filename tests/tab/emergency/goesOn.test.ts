import { describe, expect, test } from '@jest/globals';
import { mayRenew } from '../../../src/tab/emergency/goesOn.ts';
import { annasEmergency } from '../contosoEmergency.ts';

const SHOWN_UNTIL_AT = Date.parse(annasEmergency.shownUntil);

describe('"the call goes on"', () => {
  test.each([
    [180_001, false],
    [180_000, true],
    [0, true],
    // The engine has not yet told that it watches: the press is worth as much.
    [-5_000, true],
  ])('%i ms before our Do not disturb ends: %s', (left, asked) => {
    expect(mayRenew(annasEmergency, SHOWN_UNTIL_AT - left)).toBe(asked);
  });

  test('is asked as long as only Teams’ own presence tells, and never after the call', () => {
    const now = SHOWN_UNTIL_AT - 600_000;
    expect(mayRenew({ ...annasEmergency, call: 'watched' }, now)).toBe(true);
    expect(mayRenew({ ...annasEmergency, call: 'over' }, SHOWN_UNTIL_AT)).toBe(false);
  });
});
