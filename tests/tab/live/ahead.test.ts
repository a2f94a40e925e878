import { expect, test } from '@jest/globals';
import { aheadBy } from '../../../src/tab/live/decision/ahead.ts';
import { decisionLink } from '../../../src/tab/live/decision/deepLink.ts';
import { routeOfLink } from '../../../src/tab/shell/routes.ts';
import { ago, anna, ben, presence } from '../contoso.ts';

const winner = {
  agent: anna,
  value: 0,
  idleSince: ago(600),
  offersOfThisTask: 0,
  isLate: false,
  tieBreak: 5,
  presence: presence('Available'),
};
const equal = { ...winner, agent: ben };

test('the first value in which the winner differs from the next is the one that decided', () => {
  const offeredBefore = { ...equal, offersOfThisTask: 1, idleSince: ago(9_000) };
  expect(aheadBy(winner, offeredBefore)).toBe('offers');
  expect(aheadBy(winner, { ...equal, value: 1, idleSince: ago(60) })).toBe('value');
  expect(aheadBy(winner, { ...equal, idleSince: ago(60) })).toBe('idle');
  expect(aheadBy(winner, { ...equal, tieBreak: 6 })).toBe('lot');
  const late = { ...equal, isLate: true, value: -1, idleSince: ago(9_000) };
  expect(aheadBy(winner, late)).toBe('presence');
});

test('a decision’s link opens Live in Teams and leads to the decision', () => {
  const link = new URL(decisionLink('app-id', 'd-7'));
  expect(link.pathname).toBe('/l/entity/app-id/live');
  const context = JSON.parse(link.searchParams.get('context') ?? '') as { subEntityId: string };
  expect(routeOfLink('/tab/live', context.subEntityId)).toEqual({
    page: 'live-decision',
    decisionId: 'd-7',
  });
});
