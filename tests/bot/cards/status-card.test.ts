import { describe, expect, test } from '@jest/globals';
import type { ServiceView } from '@rufwerk/engine/core';
import { statusCard } from '../../../src/bot/cards/status/card.ts';
import { textsOf } from '../stage/card-text.ts';
import { helpdeskView, startsAt } from '../stage/contoso.ts';
import { telling } from '../stage/every-card.ts';

/** Anna is held for a caller who is being called back. */
function heldView(): ServiceView {
  const [anna, ...others] = helpdeskView.team;
  if (anna === undefined) throw new Error('The help desk has nobody.');
  const reason = { code: 'ringing', sinceAt: startsAt } as const;
  return { ...helpdeskView, able: 1, team: [{ ...anna, state: 'held', reason }, ...others] };
}

describe('the status of the services', () => {
  test.each([
    ['en', 'Not now: 1 held for a call-back, 1 in a call, 1 off duty.'],
    ['de', 'Zurzeit nicht: 1 für einen Rückruf reserviert, 1 im Gespräch, 1 abgemeldet.'],
  ] as const)(
    'NIMx-06: who is held for a call-back is not said to ring (%s)',
    (language, sentence) => {
      const { card } = statusCard([heldView()], startsAt, telling(language));
      expect(textsOf(card)).toContain(sentence);
    },
  );
});
