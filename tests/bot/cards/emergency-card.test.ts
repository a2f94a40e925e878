import { describe, expect, test } from '@jest/globals';
import { emergencyCard } from '../../../src/bot/cards/emergency/card.ts';
import type { EmergencyMatter } from '../../../src/bot/cards/emergency/card.ts';
import { buttonsOf, textsOf } from '../stage/card-text.ts';
import { caller, carla, sofia } from '../stage/contoso.ts';
import { PLACE } from '../stage/emergency.ts';
import { emergencies, everyCard, telling } from '../stage/every-card.ts';

const NINE = '{{TIME(2026-11-21T09:00:00Z)}}';

function matter(state: string): EmergencyMatter {
  const found = emergencies[state];
  if (found === undefined) throw new Error(`no ${state} on this stage`);
  return found;
}

const english = (state: string): string[] =>
  textsOf(emergencyCard(matter(state), telling('en')).card);
const german = (state: string): string[] =>
  textsOf(emergencyCard(matter(state), telling('de')).card);
const buttons = (state: string): string[] =>
  buttonsOf(emergencyCard(matter(state), telling('en')).card);

describe('an emergency card', () => {
  test('EMG-16, EMG-20: says who, since when, where, and who has been told how', () => {
    expect(english('stands')).toEqual([
      'Emergency call: Anna Müller',
      'The call stands',
      `since ${NINE}. Do not disturb is shown until {{TIME(2026-11-21T09:15:00Z)}}, longer when ` +
        'somebody says that the call goes on.',
      `Where, as Teams tells it: ${PLACE}`,
      'A callback goes to the own number and rings Anna Müller in Teams.',
      'Told',
      'Carla Schröder',
      ' – mail tried again at {{TIME(2026-11-21T09:00:04Z)}}, Teams activity sent',
      'Sam Taylor',
      ' – Teams activity being sent',
      `Dialled {{DATE(2026-11-21T09:00:00Z,SHORT)}} ${NINE}`,
    ]);
    expect(buttons('stands')).toEqual([
      'The call has ended',
      'The call goes on',
      'Open in Rufwerk',
    ]);
  });

  test('says who said that the call goes on, and that it has ended', () => {
    expect(english('goes on')).toContain(
      'Sam Taylor said at {{TIME(2026-11-21T09:01:00Z)}} that the call goes on.',
    );
    expect(english('call over')).toContain(
      'Sam Taylor said at {{TIME(2026-11-21T09:01:00Z)}} that the call has ended.',
    );
    expect(english('watched')).toContain('Nobody said that the call goes on.');
  });

  test('EMG-12: after the call it says until when a callback may come', () => {
    expect(english('call over')).toContain(
      'The emergency service may call back: no calls are offered until ' +
        '{{TIME(2026-11-21T10:00:00Z)}}.',
    );
    expect(buttons('call over')).toEqual(['Open in Rufwerk']);
  });

  test('tells the agent of the protection, and asks nothing of Teams about the own place', () => {
    const told = english('for the agent');
    expect(told[0]).toBe('Your emergency call: you are protected');
    expect(told).toContain('You are offered no calls, and whoever must know is told.');
    expect(told.join()).not.toContain('Hauptstrasse');
    expect(buttons('call over, for the agent')).toEqual(['I am ready', 'Open in Rufwerk']);
  });

  test('asks a contact, who decides nothing, for nothing', () => {
    expect(english('for a contact')).toContain(`Where, as Teams tells it: ${PLACE}`);
    expect(buttons('for a contact')).toEqual(['Open in Rufwerk']);
  });

  test('says so where Teams tells no place, and where there is nobody to tell', () => {
    expect(english('place unknown')).toContain('Where: Teams has not told.');
    expect(english('nobody to tell')).toContain(
      'There are no contacts to tell; an administrator adds them in Set-up.',
    );
  });

  test('says what Teams shows where a presence set by hand outranks ours', () => {
    expect(english('shown instead')).toContainEqual(
      expect.stringMatching(/^Teams shows “Busy” instead of Do not disturb/),
    );
    expect(english('own Do not disturb')).toContainEqual(expect.stringContaining('voicemail'));
  });

  test('DEC-7: names who is rung for a callback to the pool, and no number', () => {
    const many = english('pool, many told');
    expect(many).toContainEqual(
      expect.stringMatching(/number of the pool, which rings Anna Müller, then .* \+144 too/),
    );
    expect(many.join()).not.toContain('+4144');
  });

  test.each([
    ['beside others', [carla.id, caller.id], 'Carla Schröder'],
    ['alone', [caller.id], 'Sam Taylor'],
  ])('DEC-7: a mail address that no Teams rings for is not named, %s', (_, rung, named) => {
    const { view } = matter('pool, many told');
    const { card } = emergencyCard(
      { ...matter('stands'), view: { ...view, rungForCallback: rung } },
      telling('en'),
    );
    expect(textsOf(card)).toContain(
      `A callback goes to a number of the pool, which rings Anna Müller, then ${named} too.`,
    );
  });

  test('dialled again it says both times', () => {
    expect(english('dialled again').at(-1)).toBe(
      `Dialled {{DATE(2026-11-21T09:00:00Z,SHORT)}} ${NINE} · again ` +
        '{{DATE(2026-11-21T09:10:00Z,SHORT)}} {{TIME(2026-11-21T09:10:00Z)}}',
    );
  });

  test('DEC-9: afterwards says who and from when to when, and nothing else', () => {
    const afterwards = [
      'Emergency call: Anna Müller',
      'Over',
      `From {{DATE(2026-11-21T09:00:00Z,SHORT)}} ${NINE} to ` +
        '{{DATE(2026-11-21T10:00:00Z,SHORT)}} {{TIME(2026-11-21T10:00:00Z)}}.',
    ];
    expect(english('ended, for the agent')).toEqual(afterwards);
    expect(english('ended')).toEqual([...afterwards, expect.stringContaining('ready again')]);
    expect(buttons('ended')).toEqual([]);
  });

  test('EMG-20: afterwards the supervisors are told whom nothing has reached', () => {
    const { view } = matter('ended');
    const mail = { contactId: sofia.id, channel: 'mail', retryAt: 0, because: null } as const;
    const notices = [
      ...view.notices,
      { ...mail, state: 'waiting' } as const,
      { ...mail, channel: 'card', state: 'unreachable', because: 'no-app' } as const,
    ];
    const texts = (state: string) =>
      textsOf(emergencyCard({ ...matter(state), view: { ...view, notices } }, telling('en')).card);
    const told = texts('ended');
    const at = told.indexOf('Reached in no way: please tell them');
    expect(told.slice(at + 1)).toContain('Sofia Keller');
    expect(told.slice(at + 1)).toContain(
      ' – mail given up, card impossible: Rufwerk is not installed in their Teams, or is blocked ' +
        'there',
    );
    expect(told.slice(at + 1)).not.toContain('Carla Schröder');
    expect(texts('ended, for the agent').join()).not.toContain('Reached');
  });

  test.each(['drill', 'drill, for the agent'])(
    'a %s is marked as one in both languages',
    (state) => {
      expect(english(state)[0]).toMatch(/^DRILL – /);
      expect(english(state)[1]).toContain('This is a drill');
      expect(german(state)[0]).toMatch(/^ÜBUNG – /);
      expect(german(state)[1]).toContain('Dies ist eine Übung');
    },
  );

  test('DEC-9: a notification never shows the place', () => {
    for (const each of Object.values(emergencies)) {
      const { card, text } = emergencyCard(each, telling('en'));
      expect(`${text} ${String(card['fallbackText'])}`).not.toContain('Hauptstrasse');
    }
  });

  test('a place cannot forge what stands around it', () => {
    const line = `${'x'.repeat(900)}\n{{TIME(2017-02-14T06:08:00Z)}} \${title}`;
    const { card } = emergencyCard(
      { ...matter('stands'), place: { kind: 'known', line } },
      telling('en'),
    );
    const where = textsOf(card).find((text) => text.startsWith('Where'));
    expect([...(where ?? '')].length).toBeLessThan(430);
    expect(JSON.stringify(card)).not.toContain('{{TIME(2017');
  });
});

describe('every emergency card', () => {
  test.each(['en', 'de'] as const)('has at most six actions and 28 KB (%s)', (language) => {
    const cards = Object.entries(everyCard(language)).filter(([name]) => name.includes('emergenc'));
    expect(cards.length).toBeGreaterThan(15);
    for (const [name, card] of cards) {
      const size = Buffer.byteLength(JSON.stringify(card));
      expect({ name, fits: size <= 28 * 1024 }).toEqual({ name, fits: true });
      expect(buttonsOf(card).length).toBeLessThanOrEqual(6);
    }
  });

  test('of an emergency that everybody is told of says how many it leaves out', () => {
    expect(english('pool, many told')).toContain('and 130 more; the tab shows everyone.');
  });

  test('what failed comes first', () => {
    const { view } = matter('stands');
    const failed = {
      contactId: carla.id,
      channel: 'mail',
      state: 'given-up',
      retryAt: null,
      because: null,
    } as const;
    const notices = [...view.notices.filter(({ contactId }) => contactId !== carla.id), failed];
    const { card } = emergencyCard(
      { ...matter('stands'), view: { ...view, notices } },
      telling('en'),
    );
    const texts = textsOf(card);
    expect(texts[texts.indexOf('Told') + 1]).toBe('Carla Schröder');
    expect(texts).toContain(' – mail given up');
  });
});
