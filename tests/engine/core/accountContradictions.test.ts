/** A resource account stands for a service and is no person: calls sent to it go in circles. */
import { describe, expect, test } from '@jest/globals';
import { type ConfigurationDraft, validateConfiguration } from '@rufwerk/engine/core';
import { service } from './helpDesk.ts';

type ServiceDraft = NonNullable<Parameters<typeof service>[1]>;

const own = 'account-desk';
const other = 'account-other';

function refused(of: ServiceDraft, rest: Partial<ConfigurationDraft> = {}, language?: 'de') {
  const desk = service('desk', { agents: ['a'], supervisors: ['s'], ...of });
  const services = [desk, service('other', { agents: ['b'], supervisors: ['s'] })];
  const result = validateConfiguration({ ...rest, services }, language);
  return result.ok ? [] : result.problems.map(({ field, rule, mend }) => [field, rule, mend]);
}

const callbackNumbers = [{ number: '+41435000000', resourceAccount: 'account-pool' }];

describe('NIMx-06: a service that overflows into itself through a resource account is refused', () => {
  test('its own, as a person and as a voicemail, wherever a call leaves the queue', () => {
    for (const name of ['whenFull', 'whenTooLong', 'whenNobody', 'whenClosed']) {
      for (const what of ['person', 'voicemail'] as const) {
        const queue = { [name]: { do: what, person: own } };
        const [problem, ...others] = refused({ queue });
        expect(problem?.[0]).toBe(`services[0].queue.${name}.person`);
        expect(problem?.[1]).toContain('come in again for ever');
        expect(others).toEqual([]);
      }
    }
  });

  test('another’s: the mend names the service, in both languages', () => {
    const queue = { whenFull: { do: 'person', person: other } as const };
    expect(refused({ queue })[0]?.[2]).toBe('Choose the action "service" with "other".');
    expect(refused({ queue }, {}, 'de')[0]?.[2]).toBe(
      'Wählen Sie die Aktion «Service» mit «other».',
    );
  });

  test('a callback number, by its account and by the number', () => {
    const emergency = { callbackNumbers };
    const byAccount = { whenFull: { do: 'person', person: 'account-pool' } as const };
    const byNumber = { whenFull: { do: 'number', number: '+41435000000' } as const };
    expect(refused({ queue: byAccount }, { emergency })).toHaveLength(1);
    expect(refused({ queue: byNumber }, { emergency })).toHaveLength(1);
    expect(refused({ queue: byNumber })).toEqual([]);
  });
});

describe('a resource account is no person', () => {
  test('among agents, supervisors, the preferred, a level, and administrators', () => {
    const fields = (of: ServiceDraft, rest: Partial<ConfigurationDraft> = {}) =>
      refused(of, rest).map(([field]) => field);
    expect(fields({ agents: ['a', other] })).toEqual(['services[0].agents[1]']);
    expect(fields({ supervisors: [own] })).toEqual(['services[0].supervisors[0]']);
    const levels = [{ afterSeconds: 30, agents: [own] }];
    expect(
      fields({ responsibility: { levels, preferred: [own], preferredFirstSeconds: 5 } }),
    ).toEqual([
      'services[0].responsibility.preferred[0]',
      'services[0].responsibility.levels[0].agents[0]',
    ]);
    expect(fields({}, { administrators: [own], agents: [{ id: other }] })).toEqual([
      'administrators[0]',
      'agents[0].id',
    ]);
  });

  test('people stay people', () => {
    expect(refused({ queue: { whenFull: { do: 'person', person: 'b' } } })).toEqual([]);
  });
});
