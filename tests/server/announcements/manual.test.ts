/** What an administrator must know of announcements before callers hear them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readBuiltIn } from '../../../src/server/announcements/builtIn.ts';
import { HOLIDAY_PLACES } from '../../../src/server/hours/holidays.ts';

const root = path.join(import.meta.dirname, '../../..');
const settings = await readFile(path.join(root, 'docs/settings.md'), 'utf8');
const readme = (await readFile(path.join(root, 'README.md'), 'utf8')).replaceAll(/\s+/g, ' ');

test('the manual of the settings names every built-in announcement, and how to upload others', async () => {
  const [line = ''] = settings
    .split('\n')
    .filter((each) => each.includes('announcements.greeting`'));
  for (const name of (await readBuiltIn()).keys()) expect(line).toContain(name);
  expect(line).toMatch(/Set up.*PUT \/api\/v1\/announcements\/\{name\}.*WAV, PCM, 16 kHz, mono/);
  expect(line).toContain('no words');
});

test('the manual of the settings names every country and region whose holidays are known', () => {
  const [line = ''] = settings.split('\n').filter((each) => each.includes('hours.holidays`'));
  const named = new Set(line.match(/\b[A-Z]{2}(-[A-Z0-9]{2,3})?\b/g));
  expect(HOLIDAY_PLACES.filter((place) => !named.has(place))).toEqual([]);
});

test('the README says before the first call that the built-in announcements have no words', () => {
  const before = readme.slice(readme.indexOf('Before the first call:'));
  expect(before).toMatch(
    /^Before the first call:.*built-in announcements are melodies without words/,
  );
});
