import { expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { DecisionId } from '@rufwerk/engine/core';
import { tabLink } from '../../src/bot/tab-link.ts';

const decision = asId<DecisionId>('d 1&2');

test('a plain address carries the decision as a parameter and keeps its own', () => {
  expect(tabLink('http://127.0.0.1:3978/tab/live?theme=dark', decision)).toBe(
    'http://127.0.0.1:3978/tab/live?theme=dark&decision=d+1%262',
  );
});

test('a Teams deep link hands the decision to the tab', () => {
  const link = new URL(tabLink('https://teams.microsoft.com/l/entity/app-id/live', decision));
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
    subEntityId: 'decision/d 1&2',
  });
});

test('without a decision the tab opens at its start', () => {
  const url = 'https://teams.microsoft.com/l/entity/app-id/live';
  expect(tabLink(url, null)).toBe(url);
});
