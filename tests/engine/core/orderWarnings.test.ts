/** An order, or a preference, that has nothing to go by is told before it is in force. */
import { describe, expect, test } from '@jest/globals';
import { told, warned } from './hardlyMeant.ts';

const TEAM = '0f0e0d0c-0b0a-4908-8706-050403020100';
const german = [{ skill: 'german', minimum: 50 }];
const SPEAKER = { id: 'a', skills: [{ skill: 'german', level: 60 }] };
const others = { agents: [SPEAKER, { id: 'b', skills: [{ skill: 'french', level: 60 }] }] };

describe('NIMx-01: the order "best skill"', () => {
  const desk = { agents: ['a'], order: 'best-skill' as const };

  test('without skills to compare is told where it was chosen', () => {
    expect(warned(desk, others)).toEqual(['order']);
    expect(told(desk, 'en')).toContain('There are no skills to compare');
    expect(told(desk, 'de')).toContain('Es gibt keine Fähigkeiten zu vergleichen');
  });

  test('with a skill of somebody who serves is nothing to warn about', () => {
    expect(warned({ ...desk, responsibility: { skills: german } }, others)).toEqual([]);
    const levels = [{ afterSeconds: 30, agents: ['b'], skills: german }];
    expect(warned({ ...desk, responsibility: { levels } }, others)).toEqual([]);
  });

  test('names the skill that nobody of those who serve has', () => {
    const skills = [...german, { skill: 'french', minimum: 0 }];
    expect(warned({ ...desk, responsibility: { skills } }, others)).toEqual([
      'responsibility.skills[1]',
    ]);
    const levels = [{ afterSeconds: 30, agents: ['c'], skills: [{ skill: 'latin' }] }];
    expect(warned({ ...desk, responsibility: { skills: german, levels } }, others)).toEqual([
      'responsibility.levels[0].skills[0]',
    ]);
    const german2 = { ...desk, responsibility: { skills: [{ skill: 'germann' }] } };
    expect(told(german2, 'en', others)).toContain('Nobody who serves here has the skill "germann"');
    expect(told(german2, 'de', others)).toContain('Niemand hier hat die Fähigkeit «germann»');
  });

  test('of a team nobody can tell who has a skill, unless nobody at all has it', () => {
    const ofTeam = (skill: string) =>
      warned({ order: 'best-skill', responsibility: { team: TEAM, skills: [{ skill }] } }, others);
    expect(ofTeam('french')).toEqual([]);
    expect(ofTeam('latin')).toEqual(['responsibility.skills[0]']);
  });

  test('of a service for nobody it is enough to hear that nobody is responsible', () => {
    expect(warned({ order: 'best-skill' })).toEqual(['agents']);
    expect(warned({ order: 'best-skill', responsibility: { by: 'nobody' } })).toEqual([]);
  });
});

describe('NIMx-01: a fixed order', () => {
  test('has no list in a service by skills', () => {
    const bySkills = { by: 'skills' as const, skills: german };
    const desk = { order: 'fixed-order' as const, responsibility: bySkills };
    expect(warned(desk, others)).toEqual(['order']);
    expect(told(desk, 'en', others)).toContain('A service by skills has no list');
    expect(told(desk, 'de', others)).toContain('Ein Service nach Fähigkeiten hat keine Liste');
  });

  test('has no list where a team alone serves, but one where people stand before it', () => {
    const desk = { order: 'fixed-order' as const, responsibility: { team: TEAM } };
    expect(warned(desk)).toEqual(['order']);
    expect(told(desk, 'en')).toContain('A team has no order');
    expect(told(desk, 'de')).toContain('Ein Team hat keine Reihenfolge');
    expect(warned({ ...desk, agents: ['a'] })).toEqual([]);
  });
});

test('NIMx-04: people who are preferred for no time at all are not preferred', () => {
  const desk = { agents: ['a', 'b'], responsibility: { preferred: ['a'] } };
  expect(warned(desk)).toEqual(['responsibility.preferredFirstSeconds']);
  expect(told(desk, 'en')).toContain('Nobody is preferred for 0 seconds');
  expect(told(desk, 'de')).toContain('0 Sekunden lang wird niemand bevorzugt');
  const longer = { preferred: ['a'], preferredFirstSeconds: 1 };
  expect(warned({ ...desk, responsibility: longer })).toEqual([]);
});

test('NIMx-04: a step by skills names the skill that nobody has, where others still serve', () => {
  const skills = [...german, { skill: 'latin', minimum: 1 }];
  const levels = [{ afterSeconds: 30, skills: german }];
  const responsibility = { by: 'skills' as const, skills, levels };
  expect(warned({ responsibility }, others)).toEqual(['responsibility.skills[1]']);
});
