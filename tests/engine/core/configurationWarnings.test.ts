/**
 * What a configuration may say but hardly means is told before it is in force, in both languages.
 */
import { describe, expect, test } from '@jest/globals';
import { told, warned } from './hardlyMeant.ts';
import { service, type ServiceDraft } from './helpDesk.ts';

const TEAM = '0f0e0d0c-0b0a-4908-8706-050403020100';
const german = [{ skill: 'german', minimum: 50 }];
const SPEAKER = { id: 'a', skills: [{ skill: 'german', level: 60 }] };

describe('who is responsible', () => {
  test('people who serve are no reason to warn', () => {
    expect(warned({ agents: ['a'] })).toEqual([]);
    expect(warned({ responsibility: { team: TEAM } })).toEqual([]);
    expect(
      warned({ responsibility: { by: 'skills', skills: german } }, { agents: [SPEAKER] }),
    ).toEqual([]);
    const announce = { do: 'announce', announcement: 'news' } as const;
    expect(warned({ responsibility: { by: 'nobody' }, queue: { whenNobody: announce } })).toEqual(
      [],
    );
  });

  test('nobody, and nothing that ends the wait, is said to be for ever', () => {
    expect(told({}, 'en')).toContain('every caller waits for ever');
    expect(told({}, 'de')).toContain('wartet endlos');
    expect(told({ queue: { maximumWaitSeconds: 60 } }, 'en')).toContain(
      'wait until it leaves the queue',
    );
    const bySkills = { by: 'skills', skills: german } as const;
    expect(warned({ responsibility: bySkills })).toEqual(['responsibility.skills']);
    expect(told({ responsibility: bySkills }, 'en')).toContain('for ever');
  });

  test('skills that a service by people never asks for, and a level that opens for nobody', () => {
    const levels = [{ afterSeconds: 30, skills: german }];
    const fields = ['responsibility.skills', 'responsibility.levels[0].agents'];
    expect(warned({ agents: ['a'], responsibility: { skills: german, levels } })).toEqual([
      ...fields,
      'responsibility.levels[0].skills',
    ]);
    // The order "best skill" compares them.
    const compared = { order: 'best-skill', responsibility: { skills: german } } as const;
    expect(warned({ agents: ['a'], ...compared }, { agents: [SPEAKER] })).toEqual([]);
  });

  test('people whom a service by skills never asks for', () => {
    const skills = [{ skill: 'german', minimum: 20 }];
    const levels = [{ afterSeconds: 30, agents: ['b'], skills }];
    const responsibility = { by: 'skills' as const, team: TEAM, skills: german, levels };
    expect(warned({ agents: ['a'], responsibility }, { agents: [SPEAKER] })).toEqual([
      'agents',
      'responsibility.team',
      'responsibility.levels[0].agents',
    ]);
  });

  test('NIMx-04: a later level by skills that asks for as much or more opens for nobody new', () => {
    const level = (afterSeconds: number, skill: string, minimum: number) => ({
      afterSeconds,
      skills: [{ skill, minimum }],
    });
    const bySkills = (...levels: ReturnType<typeof level>[]) =>
      warned(
        { responsibility: { by: 'skills', skills: german, levels } },
        { agents: [SPEAKER, { id: 'b', skills: [{ skill: 'french', level: 60 }] }] },
      );
    expect(bySkills(level(10, 'german', 20), level(20, 'french', 40))).toEqual([]);
    expect(bySkills(level(10, 'german', 60))).toEqual(['responsibility.levels[0].skills']);
    // More than the level before it, even though less than the first.
    expect(bySkills(level(10, 'german', 20), level(20, 'german', 30))).toEqual([
      'responsibility.levels[1].skills',
    ]);
  });

  test('NIMx-04: a level that names somebody who serves already', () => {
    const level = (afterSeconds: number, ...agents: string[]) => ({ afterSeconds, agents });
    const levels = [level(10, 'b', 'a'), level(20, 'b', 'c')];
    expect(warned({ agents: ['a'], responsibility: { levels } })).toEqual([
      'responsibility.levels[0].agents[1]',
      'responsibility.levels[1].agents[0]',
    ]);
  });

  test('a call-back that nobody could make', () => {
    const offered = { offered: true, key: '1' } as const;
    const nobody = { responsibility: { by: 'nobody' as const } };
    expect(warned({ ...nobody, callBack: offered })).toEqual(['callBack.offered']);
    expect(warned({ agents: ['a'], callBack: offered })).toEqual([]);
  });

  test('preferred people who do not serve; of a team nobody can tell', () => {
    const preferred = { preferred: ['x'], preferredFirstSeconds: 10 };
    const field = 'responsibility.preferred[0]';
    expect(warned({ agents: ['a'], responsibility: preferred })).toEqual([field]);
    expect(warned({ agents: ['x'], responsibility: preferred })).toEqual([]);
    expect(warned({ responsibility: { ...preferred, team: TEAM } })).toEqual([]);
    const bySkills = { ...preferred, by: 'skills' as const, skills: german };
    expect(warned({ responsibility: bySkills }, { agents: [SPEAKER] })).toEqual([field]);
  });

  test('a profile with a skill that nobody has', () => {
    const profiles = [{ id: 'p', name: 'P', skills: ['german', 'germann'] }];
    expect(warned({ agents: ['a'] }, { agents: [SPEAKER], profiles })).toEqual([
      'profiles[0].skills[1]',
    ]);
  });

  test('an overflow into a service for which nobody is responsible', () => {
    const bounded = { queue: { maximumWaitSeconds: 60 }, supervisors: ['s'] };
    const services = [service('empty', { ...bounded })];
    const whenFull = { do: 'service', service: 'empty' } as const;
    expect(warned({ agents: ['a'], queue: { whenFull } }, { services })).toEqual([
      'queue.whenFull.service',
      'services[1].agents',
    ]);
  });
});

describe('what Teams does not do', () => {
  const whenTooLong = { do: 'voicemail', person: 'a' } as const;

  test('NIMx-06: a call that rang at somebody goes to no voicemail, but a redirected one does', () => {
    const queue = { maximumWaitSeconds: 60, whenTooLong, whenFull: whenTooLong };
    expect(warned({ agents: ['a'], queue })).toEqual(['queue.whenTooLong']);
    expect(warned({ agents: ['a'], queue, delivery: 'redirect' })).toEqual(['delivery']);
    const atClosing = { whenClosed: whenTooLong, waitingAtClosing: 'act' as const };
    expect(warned({ agents: ['a'], queue: atClosing })).toEqual(['queue.whenClosed']);
    expect(warned({ agents: ['a'], queue: { whenClosed: whenTooLong } })).toEqual([]);
  });

  test('a ring that outlasts the voicemail of the agents', () => {
    const ring = (ringTimeoutSeconds: number) =>
      warned({ agents: ['a'], offers: { ringTimeoutSeconds } });
    expect(ring(20)).toEqual([]);
    expect(ring(21)).toEqual(['offers.ringTimeoutSeconds']);
  });
});

describe('in German', () => {
  test('rules, mends and shapes are told without English and without ß', () => {
    const wrong = [
      { agents: ['a', 'a'], responsibility: { by: 'skills' as const } },
      { offers: { ringTimeoutSeconds: 60 }, queue: { maximumWaitSeconds: 30 } },
      { delivery: 'redirect' as const, order: 'broadcast' as const, callBack: { offered: true } },
      { queue: { whenFull: { do: 'service' as const, service: 'desk' } } },
      { offers: { ringTimeoutSeconds: 1 }, id: 'NO', colour: 'blue', order: 'x' as never },
      { agents: ['a'], queue: { maximumWaitSeconds: 30, whenTooLong: {} as never } },
    ];
    for (const of of wrong) {
      const [en, de] = [told(of, 'en'), told(of, 'de')];
      expect(de).not.toBe('');
      expect(de).not.toBe(en);
      expect(de).not.toMatch(/\b(the|Use|Choose|Remove|Invalid|must|letters)\b|ß/);
    }
  });
});

describe('what can never happen, or loses callers', () => {
  const queue = { maximumWaitSeconds: 60, whenNobody: { do: 'announce', announcement: 'sorry' } };

  test.each<[string, Partial<ServiceDraft>]>([
    ['queue.nobodyAfterSeconds', { queue: { ...queue, nobodyAfterSeconds: 60 } as never }],
    [
      'responsibility.preferredFirstSeconds',
      { queue: queue as never, responsibility: { preferred: ['a'], preferredFirstSeconds: 60 } },
    ],
    [
      'responsibility.lastAgentFirstSeconds',
      { queue: queue as never, responsibility: { lastAgentFirstSeconds: 300 } },
    ],
  ])('%s not before the maximum wait', (field, of) => {
    expect(warned({ agents: ['a'], ...of })).toEqual([field]);
    expect(told({ agents: ['a'], ...of }, 'en')).toContain('Use less than 60');
    expect(told({ agents: ['a'], ...of }, 'de')).toContain('Weniger als 60');
    expect(warned({ agents: ['a'], ...of, queue: {} })).toEqual([]);
  });

  test('redirect: whoever is not answered is lost', () => {
    expect(warned({ agents: ['a'], delivery: 'redirect' })).toEqual(['delivery']);
    expect(told({ agents: ['a'], delivery: 'redirect' }, 'en')).toContain('is lost');
    expect(told({ agents: ['a'], delivery: 'redirect' }, 'de')).toContain('geht verloren');
  });
});
