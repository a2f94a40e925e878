/** Emergency numbers by country: what is offered, and what is recognised (EMG-04, DEC-10). */
import { describe, expect, test } from '@jest/globals';
import { countriesWithNumbers, isEmergencyNumber, numbersOffered } from '@rufwerk/engine/core';

describe('emergency numbers', () => {
  test.each([
    ['US', ['911']],
    ['PR', ['911']],
    ['CA', ['911']],
    ['GB', ['999', '112']],
    ['DK', ['112']],
  ])('EMG-03 DEC-10: in %s %j are offered', (code, numbers) => {
    expect(numbersOffered(code, [])).toEqual(numbers);
  });

  test('DEC-10: 911 is recognised everywhere and offered only where it is the number', () => {
    expect(isEmergencyNumber('911')).toBe(true);
    const offering = countriesWithNumbers([]).filter((code) =>
      numbersOffered(code, []).includes('911'),
    );
    expect(offering).toEqual(['CA', 'MX', 'PR', 'US']);
  });

  test('EMG-04: an administrator adds countries, or puts numbers in the place of built-in ones', () => {
    const own = [
      { country: 'CH', numbers: ['112'] },
      { country: 'XK', numbers: ['192'] },
    ];
    expect(numbersOffered('CH', own)).toEqual(['112']);
    expect(isEmergencyNumber('192', own)).toBe(true);
    expect(countriesWithNumbers(own)).toContain('XK');
    expect(numbersOffered('QQ', own)).toEqual([]);
  });

  test.each(['+41440000112', '1120', '', 'help'])('%j is none', (dialled) => {
    expect(isEmergencyNumber(dialled)).toBe(false);
  });
});
