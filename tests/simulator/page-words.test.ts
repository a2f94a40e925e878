import { describe, expect, test } from '@jest/globals';
import { readDeepLink } from '../../src/simulator/page/app/deepLinks.ts';
import { markdownToHtml } from '../../src/simulator/page/chat/markdown.ts';
import { badgeOf, presenceInWords } from '../../src/simulator/page/clients/presence.ts';
import { de } from '../../src/simulator/page/language/de.ts';
import { en } from '../../src/simulator/page/language/en.ts';
import {
  freeNumber,
  ringingAt,
  stateInWords,
} from '../../src/simulator/page/telephone/callWords.ts';
import type { Say } from '../../src/simulator/page/language/language.ts';
import { groupCallsByPerson } from '../../src/simulator/page/world/callsOf.ts';
import { formatDuration, playedNow } from '../../src/simulator/page/world/playedTime.ts';
import type { Call, Hears, Leg, World } from '../../src/simulator/page/world/wire.ts';

type Texts = { readonly [name: string]: string | Texts };

/** Every text by its path, with the values it wants filled in. */
function placeholders(texts: Texts, path = ''): readonly string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [`${path}${name}: ${(text.match(/\{\{\w+\}\}/g) ?? []).toSorted().join(' ')}`]
      : placeholders(text, `${path}${name}.`),
  );
}

function callFrom(
  from: string,
  legs: readonly Leg[] = [],
  state: Call['state'] = 'answered',
): Call {
  const to = '+41440000100';
  return { id: from, from, to, state, connectedTo: null, endReason: null, legs, timeline: [] };
}

const leg = (id: string, upn: string, state: Leg['state'], endedAt: string | null): Leg => ({
  id,
  upn,
  state,
  startedAt: '2026-01-05T09:00:00.000Z',
  endedAt,
});

test('German fills in the same values as English, text by text', () => {
  expect(placeholders(de)).toEqual(placeholders(en));
});

describe('messages of the bot', () => {
  test('bold, italics, links and lists are shown', () => {
    expect(markdownToHtml('**Anna** _rang_')).toBe('<p><strong>Anna</strong> <em>rang</em></p>');
    expect(markdownToHtml('- help\n- why')).toBe('<ul><li>help</li><li>why</li></ul>');
    expect(markdownToHtml('[doc](https://contoso.example/a)')).toContain(
      'href="https://contoso.example/a"',
    );
  });

  test('whatever a caller is called stays text', () => {
    const html = markdownToHtml('<img src=x onerror="alert(1)"> [x](javascript:alert(1))');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<a');
  });
});

describe('what the caller hears, in words', () => {
  const world: World = { people: [], services: [], calls: [] };
  /** Says a text by its name and its values, so that no language matters. */
  const say: Say = (key, values = {}) => [key, ...Object.values(values)].join(' ');
  const hearing = (hears: Hears, state: Call['state'] = 'answered'): string =>
    stateInWords({ ...callFrom('+41790000001', [], state), hears }, world, say);

  test.each([
    [
      'announcement',
      ['waiting-music'],
      'telephone.states.plays telephone.announcements.waitingMusic',
    ],
    [
      'announcement',
      ['comfort', 'jazz'],
      'telephone.states.plays telephone.announcements.comfort, jazz',
    ],
    ['silence', [], 'telephone.states.silence'],
    ['ringing', [], 'telephone.states.transferring'],
  ] as const)('%s of %j', (what, names, words) => {
    expect(hearing({ what, names, from: null })).toBe(words);
  });

  test('whose voicemail it is', () => {
    const hears = { what: 'voicemail', names: [], from: 'Sales team' } as const;
    expect(hearing(hears, 'voicemail')).toBe('telephone.states.voicemailOf Sales team');
  });

  test('a telephone outside that rings is among those that ring, but not the caller’s own', () => {
    const sentOn = { ...callFrom('+41790000001'), ringsAt: ['+41435000000'] };
    expect(ringingAt(sentOn, world)).toEqual(['+41 43 500 00 00']);
    expect(ringingAt({ ...sentOn, direction: 'outgoing' }, world)).toEqual([]);
  });
});

describe('links that the tab opens', () => {
  test('a link to a page of the app leads to it, with its part', () => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: 'decision-7' }));
    const link = `https://teams.microsoft.com/l/entity/some-app/live?context=${context}`;
    expect(readDeepLink(link)).toEqual({ kind: 'page', pageId: 'live', subPageId: 'decision-7' });
  });

  test('a number and a call link are dialled, without the marks of Teams', () => {
    const called = ['tel:112', 'https://teams.microsoft.com/l/call/0/0?users=4:112&source=tab'];
    expect(called.map(readDeepLink)).toEqual(called.map(() => ({ kind: 'call', to: '112' })));
  });

  test('a broken context opens the page all the same', () => {
    const link = 'https://teams.microsoft.com/l/entity/some-app/live?context=%7B';
    expect(readDeepLink(link)).toEqual({ kind: 'page', pageId: 'live', subPageId: '' });
  });

  test('a chat is a chat, and every other address is outside', () => {
    const chat = 'https://teams.microsoft.com/l/chat/0/0?users=28:bot';
    expect(readDeepLink(chat)).toEqual({ kind: 'chat' });
    const pretended = 'https://teams.microsoft.com.evil.example/l/chat/0/0';
    for (const url of ['https://contoso.example', pretended, 'no address']) {
      expect(readDeepLink(url)).toEqual({ kind: 'outside', url });
    }
  });
});

describe('presence', () => {
  const say = (key: string, values?: object): string => `${key} ${JSON.stringify(values ?? {})}`;

  test('values are read without case, as Graph writes both', () => {
    expect(badgeOf({ availability: 'busy', activity: 'inACall' }).status).toBe('busy');
    expect(presenceInWords({ availability: 'Busy', activity: 'inACall' }, say)).toContain(
      'inACall',
    );
  });

  test('a value nobody knows yet is shown as it is, with the badge of the unknown', () => {
    const fresh = { availability: 'Daydreaming', activity: 'Clouds' };
    expect(badgeOf(fresh).status).toBe('unknown');
    expect(presenceInWords(fresh, say)).toContain('Clouds');
  });
});

describe('calls and time', () => {
  test('a client shows what rings and talks now, and nothing that is over', () => {
    const anna = 'anna.agent@contoso.example';
    const ben = 'ben.agent@contoso.example';
    const over = '2026-01-05T09:00:09.000Z';
    const calls = [
      callFrom('+41790000001', [leg('1', anna, 'declined', over), leg('2', ben, 'ringing', null)]),
      callFrom('+41790000002', [leg('3', anna, 'accepted', null)], 'connected'),
      callFrom('+41790000003', [leg('4', anna, 'accepted', over)]),
      callFrom('+41790000004', [leg('5', anna, 'ringing', null)], 'ended'),
    ];
    const world: World = { people: [], services: [], calls };
    const callsOf = groupCallsByPerson(world);
    expect(callsOf(anna).ringing).toEqual([]);
    expect(callsOf(anna).talking.map((each) => each.leg.id)).toEqual(['3']);
    expect(callsOf(ben).ringing.map((each) => each.leg.id)).toEqual(['2']);
  });

  test('the offered number belongs to no call yet', () => {
    expect(freeNumber([])).toBe('+41790000001');
    expect(freeNumber([callFrom('+41790000001'), callFrom('+41790000002')])).toBe('+41790000003');
  });

  test('played time goes on between two readings, at its own rate', () => {
    const clock = { now: '2026-01-05T09:00:00.000Z', rate: 60 };
    const start = Date.parse(clock.now);
    expect(playedNow(clock, 1_000, 3_000) - start).toBe(120_000);
  });

  test('durations read like clocks', () => {
    expect([0, 65_000, 3_661_000, -5].map(formatDuration)).toEqual([
      '0:00',
      '1:05',
      '1:01:01',
      '0:00',
    ]);
  });
});
