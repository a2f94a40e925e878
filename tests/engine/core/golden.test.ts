/** Golden journals: every recorded input is decided again and compared byte by byte, for ever. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { emptyState, type JournalEntry, step } from '@rufwerk/engine/core';

const FOLDER = path.resolve(import.meta.dirname, '../../golden');
const JOURNALS = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe('golden journals', () => {
  test('are there', () => {
    expect(JOURNALS.length).toBeGreaterThanOrEqual(5);
  });

  test.each(JOURNALS)('%s is decided again to the same bytes', (name) => {
    const state = emptyState();
    const lines = readFileSync(path.join(FOLDER, name), 'utf8').trimEnd().split('\n');
    for (const [index, line] of lines.entries()) {
      const { input } = JSON.parse(line) as JournalEntry;
      const decided: JournalEntry = { input, facts: step(state, input) };
      expect(`${index} ${JSON.stringify(decided)}`).toBe(`${index} ${line}`);
    }
  });
});
