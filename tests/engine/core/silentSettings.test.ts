/** A setting that changes nothing beside the others, or stands there twice, is told. */
import { describe, expect, test } from '@jest/globals';
import type { ConfigurationDraft } from '@rufwerk/engine/core';
import { told, warned } from './hardlyMeant.ts';
import type { ServiceDraft } from './helpDesk.ts';

const SPEAKER = { id: 'a', skills: [{ skill: 'german', level: 60 }] };
const german = { skill: 'german', minimum: 50 };
const bySkills = (...skills: object[]) => ({
  responsibility: { by: 'skills' as const, skills: skills as (typeof german)[] },
});

/** What is said of the settings, the field, and what is said of those that are meant. */
type Case = readonly [string, Partial<ServiceDraft>, string, Partial<ServiceDraft>];

const SILENT: readonly Case[] = [
  [
    'a comfort message that comes only when every call has left',
    {
      announcements: { comfort: 'wait', comfortEverySeconds: 60 },
      queue: { maximumWaitSeconds: 60 },
    },
    'announcements.comfortEverySeconds',
    {
      announcements: { comfort: 'wait', comfortEverySeconds: 59 },
      queue: { maximumWaitSeconds: 60 },
    },
  ],
  [
    'Busy agents while their calls cannot be seen, where Busy is never rung',
    { presence: { busyWhileDegraded: true } },
    'presence.busyWhileDegraded',
    { presence: { busyWhileDegraded: true, busy: true } },
  ],
  [
    'a supervisor who stands twice',
    { supervisors: ['s', 't', 's'] },
    'supervisors[2]',
    { supervisors: ['s', 't'] },
  ],
  [
    'a preferred person who stands twice',
    { responsibility: { preferred: ['a', 'a'], preferredFirstSeconds: 5 } },
    'responsibility.preferred[1]',
    { responsibility: { preferred: ['a'], preferredFirstSeconds: 5 } },
  ],
  [
    'a person who stands twice at one level',
    { responsibility: { levels: [{ afterSeconds: 5, agents: ['b', 'b'] }] } },
    'responsibility.levels[0].agents[1]',
    { responsibility: { levels: [{ afterSeconds: 5, agents: ['b', 'c'] }] } },
  ],
];

describe('a setting that makes no difference', () => {
  test.each(SILENT)('%s is told, with words in both languages', (_, silent, field, meant) => {
    const desk = { agents: ['a'] };
    expect(warned({ ...desk, ...silent })).toEqual([field]);
    expect(warned({ ...desk, ...meant })).toEqual([]);
    expect(told({ ...desk, ...silent }, 'de')).not.toBe(told({ ...desk, ...silent }, 'en'));
  });

  test('NIMx-04: a skill that a service asks for twice', () => {
    const rest = { agents: [SPEAKER] };
    expect(warned(bySkills(german, { ...german, minimum: 20 }), rest)).toEqual([
      'responsibility.skills[1]',
    ]);
    const levels = [{ afterSeconds: 9, skills: [{ skill: 'german' }, { skill: 'german' }] }];
    const levelled = { responsibility: { ...bySkills(german).responsibility, levels } };
    expect(warned(levelled, rest)).toEqual(['responsibility.levels[0].skills[1]']);
    expect(told(levelled, 'en', rest)).toContain('"german" stands twice: the higher minimum');
  });

  test('NIMx-03: what chooses people, in a service for nobody', () => {
    const levels = [{ afterSeconds: 9, skills: [german] }];
    const responsibility = { by: 'nobody' as const, skills: [german], levels };
    expect(warned({ responsibility: { ...responsibility, lastAgentFirstSeconds: 9 } })).toEqual([
      'responsibility.skills',
      'responsibility.levels[0].skills',
      'responsibility.lastAgentFirstSeconds',
    ]);
  });
});

describe('what stands twice for everybody', () => {
  const desk = { agents: ['a'] };

  test('NIMx-05: two break reasons of one name, which nobody could tell apart', () => {
    const named = (...names: string[]): Partial<ConfigurationDraft> => ({
      breakReasons: names.map((name, index) => ({ code: 100 + index, name })),
    });
    expect(warned(desk, named('Lunch', 'Training', 'lunch'))).toEqual(['breakReasons[2].name']);
    expect(warned(desk, named('Lunch', 'Training'))).toEqual([]);
    expect(told(desk, 'de', named('Lunch', 'Lunch'))).toContain(
      'Zwei Pausengründe heissen «Lunch»',
    );
  });

  test('an administrator who stands twice', () => {
    expect(warned(desk, { administrators: ['x', 'y', 'x'] })).toEqual(['administrators[2]']);
  });
});
