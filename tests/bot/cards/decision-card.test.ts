import { describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { DecisionRecord, PersonId, Reason } from '@rufwerk/engine/core';
import { decisionCard } from '../../../src/bot/cards/decision/card.ts';
import type { Detail } from '../../../src/bot/cards/telling.ts';
import { whyCard } from '../../../src/bot/cards/why/card.ts';
import { buttonsOf, textsOf } from '../stage/card-text.ts';
import * as contoso from '../stage/contoso.ts';
import { everyCard, stories, telling } from '../stage/every-card.ts';
import { MemoryPeople } from '../stage/memory.ts';

const english = everyCard('en');
const german = everyCard('de');

describe('a decision card', () => {
  test('says who was chosen, why, and why the others were not', () => {
    expect(textsOf(english['decision, ringing'])).toEqual([
      'IT Helpdesk',
      'Call from +41790000001',
      'Offered to Anna Müller',
      'since {{TIME(2026-11-21T09:00:00Z)}}',
      'Anna Müller was chosen: first by the order of the service of 2 who could be offered the ' +
        'call, idle since {{TIME(2026-11-21T08:12:00Z)}}.',
      expect.stringContaining('then who has been idle longest'),
      'Not chosen: 1 in a call, 1 off duty.',
      'Came in {{DATE(2026-11-21T09:00:00Z,SHORT)}} {{TIME(2026-11-21T09:00:00Z)}} · ' +
        'Decided {{TIME(2026-11-21T09:00:00Z)}}',
    ]);
    expect(buttonsOf(english['decision, ringing'])).toEqual(['Why?', 'Open in Rufwerk']);
  });

  test('says how long Teams was asked again before the ringing', () => {
    if (stories['ringing'] === undefined) throw new Error('no stage');
    const story = { ...stories['ringing'], confirmedInMs: 42 };
    const said = (language: 'en' | 'de') =>
      textsOf(decisionCard(story, 'Sales', telling(language)).card);
    expect(said('en')).toContain('Teams was asked again before the ringing: 42 ms.');
    expect(said('de')).toContain('Teams wurde vor dem Klingeln nochmals gefragt: 42 ms.');
  });

  test('says so when nobody could be offered the call', () => {
    const texts = textsOf(english['decision, waiting']);
    expect(texts).toContain('Waiting');
    expect(texts).toContain('Nobody could be offered this call.');
    expect(texts).toContain('Not chosen: 1 in a call, 1 off duty.');
  });

  test('claims no talk after a hand-over that nobody was seen to take', () => {
    const texts = textsOf(english['decision, never taken']).join(' ');
    expect(texts).toContain('nobody was seen to answer after the redirect');
    expect(texts).not.toContain('Last with');
  });

  test('calls a call abandoned whose caller hung up before anybody took it', () => {
    expect(textsOf(english['decision, abandoned'])).toContain('Abandoned');
    expect(textsOf(german['decision, abandoned'])).toContain('Aufgelegt');
  });

  test('tells of the offers that came to nothing', () => {
    expect(textsOf(english['decision, talking'])).toContain(
      'Offered before: Anna Müller (declined).',
    );
  });

  test('says how the end is known, and that an inferred end was not seen', () => {
    const endOf = (card: unknown): string | undefined =>
      textsOf(card).find((text) => text.startsWith('{{TIME'));
    expect(endOf(english['decision, ended'])).toMatch(/the agent ended the call.*Teams reported/);
    expect(endOf(english['decision, abandoned'])).toMatch(/the caller hung up.*read from Teams/);
    expect(endOf(english['decision, end inferred'])).toMatch(/inferred, not seen/);
    expect(endOf(german['decision, end inferred'])).toMatch(/erschlossen, nicht gesehen/);
  });

  test('has no “Why?” before there is a decision', () => {
    expect(buttonsOf(english['decision, new'])).toEqual(['Open in Rufwerk']);
  });

  test('counts a presence that is not rung by what Teams shows', () => {
    const reason = {
      code: 'not-distributed',
      category: 'busy',
      activity: 'Busy',
      ageMs: 1,
    } as const;
    const [first] = contoso.annaWinsRecord.notChosen;
    if (first === undefined || stories['ringing'] === undefined) throw new Error('no stage');
    const notChosen = [{ ...first, reason }, { ...first, reason }, first];
    const decision = contoso.rowOf({ ...contoso.annaWinsRecord, notChosen });
    const { card } = decisionCard({ ...stories['ringing'], decision }, 'Sales', telling('en'));
    expect(textsOf(card)).toContain('Not chosen: 2 busy, 1 in a call.');
  });

  test('every card exists in German, with no English left and no ß (Swiss spelling)', () => {
    for (const card of Object.values(german)) {
      expect(textsOf(card).join(' ')).not.toMatch(
        /\b(chosen|since|waiting|Call|Decided|offered)\b|ß/,
      );
    }
  });
});

describe('names that others chose', () => {
  const evil = '**Anna**\n# ${taskId} [x](http://evil.example) {{DATE(2017-02-14T06:08:00Z)}}';

  test('stay text: no Markdown, no template, no card function, no new line', () => {
    const people = new MemoryPeople([{ ...contoso.anna, displayName: evil }, contoso.caller]);
    const story = stories['ringing'];
    if (story === undefined) throw new Error('no stage');
    const { card, text } = decisionCard(story, evil, telling('en', 'full', people));
    const written = JSON.stringify(card);
    // Text runs know no Markdown; a text block would.
    expect(written).not.toContain('"TextBlock"');
    expect(textsOf(card)[0]).toBe(evil.replace('\n', ' ').replace('{{', '{\u200b{'));
    expect(written).not.toContain('{{DATE(2017');
    expect(text).not.toContain('\n');
  });

  test('are cut when they are endless', () => {
    const people = new MemoryPeople([{ ...contoso.anna, displayName: 'A'.repeat(5_000) }]);
    const reader = telling('en', 'full', people);
    expect([...reader.nameOf(contoso.anna.id)]).toHaveLength(120);
  });

  test('of an erased person are replaced', () => {
    expect(telling('en').nameOf(asId<PersonId>('p-erased'))).toBe('someone no longer known');
  });

  test('a withheld number is said to be withheld', () => {
    const people = new MemoryPeople([{ ...contoso.caller, phone: null }]);
    const reader = telling('en', 'full', people);
    expect(reader.callerOf(contoso.caller.id)).toBe('a withheld number');
  });
});

describe('the full explanation of a decision', () => {
  const { annaWinsRecord } = contoso;
  const [anna, ben] = annaWinsRecord.candidates;
  if (anna === undefined || ben === undefined) throw new Error('no stage');

  function explained(changes: Partial<DecisionRecord>): string {
    const record = { ...annaWinsRecord, ...changes };
    const matter = { record, serviceName: 'Sales', callerId: null, leadsBack: false };
    return textsOf(whyCard(matter, telling('en')).card).join(' ');
  }

  test('DEC-1: names the comparison that decided, and no other', () => {
    expect(explained({})).toContain('idle longest');
    const counted = { order: 'fewest-calls' as const };
    const equal = [anna, ben].map((candidate) => ({ ...candidate, value: 0 }));
    const idle = explained({ ...counted, candidates: equal });
    expect(idle).toContain('equal with the next by the order of the service, but idle longer');
    expect(idle).not.toContain('drawn by lot');
    const twins = equal.map((candidate) => ({ ...candidate, idleSinceAt: anna.idleSinceAt }));
    expect(explained({ ...counted, candidates: twins })).toContain('drawn by lot');
  });

  test('an agent rung because the presence of the other was old is explained so', () => {
    const late = { ...anna, isLate: true };
    const change = { kind: 'presence', agentId: anna.agentId, ageMs: 131_000 } as const;
    const words = explained({ candidates: [ben, late], change });
    expect(words).toContain('because the presence of the next was old');
    expect(words).toContain('the presence is old, others go first');
    expect(words).toContain(
      'Anna Müller would have been rung, had the presence not been 131 s old: others go first then.',
    );
  });
});

describe('a reason on the card', () => {
  const until = contoso.startsAt + 30_000;
  const paused = { code: 'paused', cause: 'declined', sinceAt: 0, untilAt: until } as const;

  function told(reason: Reason, detail: Detail = 'full'): string {
    const about = { agentId: contoso.ben.id, reason };
    const change = { kind: 'reason', ...about } as const;
    const notChosen = [{ ...about, presence: null }];
    const record = { ...contoso.annaWinsRecord, notChosen, change };
    const matter = { record, serviceName: 'Sales', callerId: null, leadsBack: false };
    return `${textsOf(whyCard(matter, telling('en', detail)).card).join('\n')}\n`;
  }

  test('names the instants that were compared, in the reader’s own time', () => {
    const time = `{{TIME(${new Date(until).toISOString().slice(0, 19)}Z)}}`;
    const words = told(paused);
    expect(words).toContain(`\npause after a declined offer, until ${time}\n`);
    expect(words).toContain(`had this not held: pause after a declined offer, until ${time}.`);
  });

  test('names the values that were compared, and how old they were', () => {
    const ages = { ageMs: 70_000, limitMs: 60_000 };
    const words = told({ code: 'busy-while-degraded', ...ages }, 'colleague');
    expect(words).toContain('the service trusts an activity for 60 s, seen 70 s ago\n');
  });

  test('disarms what Teams told, and nothing else', () => {
    const value = '{{DATE(1999-01-01T00:00:00Z)}}\u202e';
    expect(told({ code: 'presence-value-unknown', value })).not.toContain('{{DATE(1999');
    expect(told({ code: 'in-a-call', activity: value, ageMs: 1 })).not.toContain('\u202e');
  });
});

test('a decision about thousands stays below 28 KB and says how many it leaves out', () => {
  const [first] = contoso.annaWinsRecord.notChosen;
  if (first === undefined) throw new Error('no stage');
  const notChosen = Array.from({ length: 5_000 }, () => first);
  const record = { ...contoso.annaWinsRecord, notChosen };
  const matter = { record, serviceName: 'Sales', callerId: null, leadsBack: false };
  const { card } = whyCard(matter, telling('en'));
  expect(JSON.stringify(card).length).toBeLessThan(28 * 1024);
  expect(textsOf(card)).toContain('and 4982 more; the tab shows everyone.');
});

test('the presence relied on is told in the reader’s words, unknown values as they are', () => {
  expect(textsOf(german['why'])).toContain('Teams: Beschäftigt (InACall), gesehen 3 s vorher');
  const [first] = contoso.annaWinsRecord.notChosen;
  if (first?.presence == null) throw new Error('no stage');
  const presence = { ...first.presence, availability: 'Juggling', activity: 'Juggling' };
  const record = { ...contoso.annaWinsRecord, notChosen: [{ ...first, presence }] };
  const matter = { record, serviceName: 'Sales', callerId: null, leadsBack: false };
  expect(textsOf(whyCard(matter, telling('de')).card)).toContain(
    'Teams: Juggling, gesehen 3 s vorher',
  );
});
