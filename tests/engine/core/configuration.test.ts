import { describe, expect, test } from '@jest/globals';
import { validateConfiguration } from '@rufwerk/engine/core';

const service = (changes: object = {}): object => ({
  id: 'help-desk',
  name: 'Help desk',
  resourceAccount: 'account-1',
  ...changes,
});
const problems = (document: unknown): readonly { field: string; rule: string; mend: string }[] => {
  const result = validateConfiguration(document);
  return result.ok ? [] : result.problems;
};

describe('the configuration document', () => {
  test('NIM-18 NIM-22 DEC-1 DEC-3 DEC-23: what is left out has the decided defaults', () => {
    const result = validateConfiguration({ services: [service()] });
    expect(result.ok && result.configuration.services[0]).toMatchObject({
      delivery: 'conference',
      order: 'longest-idle',
      presence: {
        busy: false,
        away: false,
        busyWhileDegraded: false,
        blockingActivities: 'in-a-call',
      },
      offers: { ringTimeoutSeconds: 15 },
    });
  });

  test('names the field, the rule and the mend', () => {
    expect(problems({ services: [service({ offers: { ringTimeoutSeconds: 4 } })] })).toEqual([
      {
        field: 'services[0].offers.ringTimeoutSeconds',
        rule: expect.stringContaining('5'),
        mend: 'Use at least 5.',
      },
    ]);
    expect(problems({ services: [service({ delivery: 'pigeon' })] })[0]).toMatchObject({
      field: 'services[0].delivery',
      mend: 'Use one of: conference, redirect.',
    });
  });

  test('refuses settings that nobody knows, instead of ignoring them', () => {
    expect(problems({ services: [service({ colour: 'blue' })] })[0]).toMatchObject({
      field: 'services[0]',
      mend: 'Remove or correct: colour.',
    });
  });

  test('refuses two services of one id or of one resource account, and a person twice', () => {
    const twice = [service(), service({ name: 'Other' })];
    expect(problems({ services: twice }).map(({ field }) => field)).toEqual([
      'services[1].id',
      'services[1].resourceAccount',
    ]);
    expect(problems({ services: [service({ agents: ['a', 'b', 'a'] })] })[0]?.field).toBe(
      'services[0].agents[2]',
    );
  });

  test.each([null, undefined, 42, 'text', [], { services: 'none' }])(
    'never throws for a document such as %p',
    (document) => {
      expect(() => validateConfiguration(document)).not.toThrow();
    },
  );
});

test('what is wrong with the shape is told in words, in both languages', () => {
  const said = (document: unknown, language: 'en' | 'de') => {
    const result = validateConfiguration(document, language);
    return result.ok ? '' : `${result.problems[0]?.rule} ${result.problems[0]?.mend}`;
  };
  const ringing = (ringTimeoutSeconds: unknown) => ({
    services: [{ id: 'desk', name: 'Desk', resourceAccount: 'r', offers: { ringTimeoutSeconds } }],
  });
  expect(said(ringing(91), 'en')).toBe('Too large or too long: at most 90. Use at most 90.');
  expect(said(ringing('long'), 'de')).toBe('Hier muss eine Zahl stehen. Verlangt ist eine Zahl.');
  expect(said({ services: 'desk' }, 'en')).toBe('This must be a list. Give a list.');
  expect(said([], 'de')).toContain('Hier muss eine Gruppe von Einstellungen stehen.');
});
