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

test('NIMx-06: an action that nobody knows is refused with those that there are', () => {
  const said = (whenFull: object, language: 'en' | 'de') => {
    const result = validateConfiguration(
      { services: [service({ queue: { whenFull } })] },
      language,
    );
    return result.ok ? null : result.problems[0];
  };
  for (const action of [{ do: 'fly' }, {}]) {
    expect(said(action, 'en')).toEqual({
      field: 'services[0].queue.whenFull.do',
      rule: 'There is no such value here.',
      mend: 'Use one of: service, person, number, voicemail, group-voicemail, announce.',
    });
    expect(said(action, 'de')?.rule).toBe('Diesen Wert gibt es hier nicht.');
  }
});

test.each([
  ['a country', { emergency: { country: 'ch' } }],
  ['an emergency number', { emergency: { numbers: [{ country: 'CH', numbers: ['one'] }] } }],
  [
    'a telephone number',
    { emergency: { callbackNumbers: [{ resourceAccount: 'r', number: '1' }] } },
  ],
  ['a team', { services: [service({ responsibility: { team: 'sales' } })] }],
  [
    'a time',
    { services: [service({ hours: { timeZone: 'UTC', week: { monday: [{ from: '8' }] } } })] },
  ],
])('the form of %s is told in both languages', (_, document) => {
  const rule = (language: 'en' | 'de') => {
    const result = validateConfiguration(document, language);
    return result.ok ? '' : (result.problems[0]?.rule ?? '');
  };
  expect(rule('de')).not.toContain('nicht die richtige Form');
  expect(rule('de')).not.toBe(rule('en'));
  expect(rule('en')).not.toContain('Invalid');
});
