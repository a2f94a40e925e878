import { describe, expect, test } from '@jest/globals';
import { de } from '../../../src/tab/language/de.ts';
import { en } from '../../../src/tab/language/en.ts';
import { createFormats } from '../../../src/tab/language/formats.ts';
import { formatLocaleOf, languageOf } from '../../../src/tab/language/language.ts';

/** Every text by its full name. */
function texts(tree: object, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${prefix}${name}`, value] as [string, string]]
      : texts(value as object, `${prefix}${name}.`),
  );
}

function gaps(text: string): string[] {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names)].sort();
}

const german = new Map(texts(de));

describe('the tab’s words', () => {
  test('fill the same gaps in both languages', () => {
    const differing = texts(en).filter(
      ([name, text]) => gaps(german.get(name) ?? '').join() !== gaps(text).join(),
    );
    expect(differing).toEqual([]);
  });

  test('German is spelled as in Switzerland and quotes as there', () => {
    const foreign = texts(de).filter(([, text]) => /ß|„|“|"/.test(text));
    expect(foreign).toEqual([]);
  });

  test('duty, after-call work and the pause have the words of the trade', () => {
    expect([de.duty.label, de.state['after-call-work'], de.state.paused]).toEqual([
      'Angemeldet',
      'Nachbearbeitung',
      'Sperrzeit',
    ]);
  });
});

describe('the person’s locale', () => {
  test.each([
    ['de-ch', 'de', 'de-ch'],
    ['de', 'de', 'de'],
    ['en-us', 'en', 'en-us'],
    ['fr-fr', 'en', 'en-GB'],
    ['', 'en', 'en-GB'],
  ])('%s speaks %s and writes times as %s', (locale, language, format) => {
    expect([languageOf(locale), formatLocaleOf(locale)]).toEqual([language, format]);
  });

  test('lists read as sentences', () => {
    expect(createFormats('de-ch').list(['IT Helpdesk', 'Sales', 'Claims'])).toBe(
      'IT Helpdesk, Sales und Claims',
    );
  });
});
