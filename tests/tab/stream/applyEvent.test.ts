import { expect, test } from '@jest/globals';
import type { DecisionsPage } from '@rufwerk/engine/api';
import { QueryClient } from '@tanstack/react-query';
import { createServedClock } from '../../../src/tab/clock/servedClock.ts';
import { applyEvent, withDecision } from '../../../src/tab/stream/applyEvent.ts';
import { keys } from '../../../src/tab/stream/keys.ts';
import { annasWork, decisions } from '../contoso.ts';

const [newest, changed] = decisions as [(typeof decisions)[0], (typeof decisions)[0]];

test('what the stream tells is what the screens read', () => {
  const cache = new QueryClient();
  applyEvent({ event: 'my-work', data: annasWork }, cache, createServedClock());
  expect(cache.getQueryData(keys.myWork)).toEqual(annasWork);
});

test('a decision reaches its own page, its service’s list and the list of all', () => {
  const cache = new QueryClient();
  const empty: DecisionsPage = { items: [], next: null };
  for (const list of [null, 'it-helpdesk', 'sales'])
    cache.setQueryData(keys.decisions(list), empty);
  cache.setQueryData(keys.decision(newest.id), newest);
  const told = { ...newest, outcome: 'accepted' };
  applyEvent({ event: 'decision', data: told }, cache, createServedClock());
  const shown = (list: string | null): number | undefined =>
    cache.getQueryData<DecisionsPage>(keys.decisions(list))?.items.length;
  expect([shown(null), shown('it-helpdesk'), shown('sales')]).toEqual([1, 1, 0]);
  expect(cache.getQueryData(keys.decision(newest.id))).toEqual(told);
});

test('a list that nobody has opened is not made up from one decision', () => {
  const cache = new QueryClient();
  applyEvent({ event: 'decision', data: newest }, cache, createServedClock());
  expect(cache.getQueryData(keys.decisions(null))).toBeUndefined();
});

test('a changed decision stays in its place, and a list does not grow without end', () => {
  const page: DecisionsPage = { items: [...decisions], next: null };
  const after = withDecision(page, { ...changed, outcome: 'missed' });
  expect(after.items.map(({ id }) => id)).toEqual(decisions.map(({ id }) => id));
  expect(after.items[1]?.outcome).toBe('missed');
  let grown = page;
  for (let n = 0; n < 100; n += 1) grown = withDecision(grown, { ...newest, id: `more-${n}` });
  expect(grown.items).toHaveLength(20);
  expect(grown.items[0]?.id).toBe('more-99');
});
