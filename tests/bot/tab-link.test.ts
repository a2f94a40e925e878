import { expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { DecisionId } from '@rufwerk/engine/core';
import { tabLink } from '../../src/bot/tab-link.ts';

const decision = asId<DecisionId>('d 1&2');

test('a plain address carries the decision in its path and keeps its own parameters', () => {
  expect(tabLink('http://127.0.0.1:3978/tab/live?theme=dark', decision)).toBe(
    'http://127.0.0.1:3978/tab/live/decisions/d%201%262?theme=dark',
  );
});

test('a Teams deep link hands the decision to the tab', () => {
  const link = new URL(tabLink('https://teams.microsoft.com/l/entity/app-id/live', decision));
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
    subEntityId: 'decisions/d%201%262',
  });
});

test('without a decision the tab opens at its start', () => {
  const url = 'https://teams.microsoft.com/l/entity/app-id/live';
  expect(tabLink(url, null)).toBe(url);
});
