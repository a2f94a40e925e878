/** Emergency numbers by country: what is offered, and what is recognised (EMG-04, DEC-10). */
import { describe, expect, test } from '@jest/globals';
import {
  type ConfigurationDraft,
  type ConfigurationProblem,
  countriesWithNumbers,
  isEmergencyNumber,
  type Language,
  numbersOffered,
  validateConfiguration,
} from '@rufwerk/engine/core';

function problems(
  draft: ConfigurationDraft,
  language: Language = 'en',
): readonly ConfigurationProblem[] {
  const result = validateConfiguration(draft, language);
  return result.ok ? [] : result.problems;
}

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

describe('a country in the configuration', () => {
  test.each([
    ['emergency.country', { emergency: { country: 'XX' } }],
    ['agents[0].emergency.country', { agents: [{ id: 'a', emergency: { country: 'XX' } }] }],
  ])('DEC-10: without a number to dial is refused (%s)', (field, draft) => {
    const rule = expect.stringContaining('No emergency number of "XX" is known');
    const mend = expect.stringContaining('emergency.numbers');
    expect(problems(draft)).toEqual([{ field, rule, mend }]);
    expect(problems(draft, 'de')[0]?.rule).toContain('«XX»');
  });

  test('EMG-04: is taken once its numbers are added', () => {
    const numbers = [{ country: 'XK', numbers: ['192'] }];
    const agents = [{ id: 'a', emergency: { country: 'XK' } }];
    expect(problems({ emergency: { country: 'XK', numbers }, agents })).toEqual([]);
  });

  test('stands in one entry, for only the first would count', () => {
    const numbers = ['112', '144'].map((number) => ({ country: 'CH', numbers: [number] }));
    const field = 'emergency.numbers[1].country';
    expect(problems({ emergency: { numbers } })).toMatchObject([{ field }]);
  });
});
