/** The card as a way of telling, reader by reader. */
import { describe, expect, test } from '@jest/globals';
import {
  type CardOutcome,
  type EffectOutcome,
  type EmergencyView,
  emergencyViewOf,
  nextDeadlineAt,
  writeSnapshot,
} from '@rufwerk/engine/core';
import { person, type PlayedTenant } from '../playedTenant.ts';
import { presses, protectedTenant, saysOver } from './emergencyScenes.ts';

function called(): PlayedTenant {
  const tenant = protectedTenant();
  presses(tenant, 'a');
  return tenant;
}

function viewOf(tenant: PlayedTenant): EmergencyView {
  const view = emergencyViewOf(tenant.state, person('a'));
  if (view === null) throw new Error('The emergency is over.');
  return view;
}

/** The card on its way comes to everybody but those who are named. */
function cardComes(
  tenant: PlayedTenant,
  others: Readonly<Record<string, CardOutcome['result']>> = {},
): void {
  const [card] = tenant.open('show-emergency-card');
  if (card === undefined) throw new Error('No card is on its way.');
  const cards = [person('a'), ...card.recipientIds].map((personId) => ({
    ...{ personId, result: others[personId] ?? 'sent' },
  }));
  const isFailed = Object.values(others).includes('failed');
  const outcome: EffectOutcome = isFailed
    ? { kind: 'failed', cause: 'Teams answered 500', cards }
    : { kind: 'done', cards };
  tenant.settle('show-emergency-card', outcome);
}

function cardsOf(tenant: PlayedTenant): string[] {
  return viewOf(tenant)
    .notices.filter(({ channel }) => channel === 'card')
    .map(({ contactId, state, because }) => `${contactId}: ${because ?? state}`)
    .sort();
}

describe('the card of each reader', () => {
  test('EMG-20: is on its way, then sent, and the card says so once', () => {
    const tenant = called();
    expect(cardsOf(tenant)).toEqual([
      ...['friend: sending', 'nurse: sending', 'porter: sending', 's: sending'],
    ]);
    cardComes(tenant);
    expect(cardsOf(tenant)).toEqual(['friend: sent', 'nurse: sent', 'porter: sent', 's: sent']);
    cardComes(tenant);
    expect(tenant.open('show-emergency-card')).toEqual([]);
  });

  test('EMG-20: that failed is named and tried again, after growing pauses', () => {
    const tenant = called();
    cardComes(tenant, { nurse: 'failed' });
    expect(cardsOf(tenant)).toContain('nurse: sending');
    cardComes(tenant, { nurse: 'failed' });
    expect(cardsOf(tenant)).toContain('nurse: waiting');
    const retryAt = viewOf(tenant).notices.find(({ state }) => state === 'waiting')?.retryAt ?? 0;
    tenant.pass(retryAt - tenant.now - 1);
    expect(tenant.open('show-emergency-card')).toEqual([]);
    tenant.pass(1);
    cardComes(tenant);
    expect(cardsOf(tenant)).toContain('nurse: sent');
  });

  test('EMG-20: without the app it is said why, and tried all the same', () => {
    const tenant = called();
    cardComes(tenant, { s: 'no-app', porter: 'outside' });
    cardComes(tenant, { s: 'no-app', porter: 'outside' });
    expect(cardsOf(tenant)).toEqual([
      ...['friend: sent', 'nurse: sent', 'porter: outside', 's: no-app'],
    ]);
    expect(tenant.open('show-emergency-card')).toEqual([]);
    tenant.pass(10_000);
    cardComes(tenant, { porter: 'outside' });
    expect(cardsOf(tenant)).toContain('s: sent');
  });

  test('whoever can be reached neither by card nor in the feed is told of', () => {
    const tenant = called();
    cardComes(tenant, { friend: 'outside', s: 'no-app' });
    expect(viewOf(tenant).unreachableInTeams).toEqual([]);
    tenant.settle('send-emergency-activity', { kind: 'does-not-apply', because: 'outside' });
    expect(viewOf(tenant).unreachableInTeams).toEqual(['friend']);
  });

  test('one who has the card keeps it, though it could not be brought up to date', () => {
    const tenant = called();
    cardComes(tenant);
    cardComes(tenant, { nurse: 'failed' });
    expect(cardsOf(tenant)).toContain('nurse: sent');
    expect(nextDeadlineAt(tenant.state)).toBeLessThanOrEqual(tenant.now + 2_000);
  });

  test('a whole card that failed is tried again for everybody', () => {
    const tenant = called();
    tenant.settle('show-emergency-card', { kind: 'unknown', cause: 'restarted' });
    expect(cardsOf(tenant)).toContain('s: waiting');
    tenant.pass(2_000);
    cardComes(tenant);
    expect(cardsOf(tenant)).toContain('s: sent');
  });

  test('a card that nobody without the app ever gets does not go on for ever', () => {
    const tenant = called();
    let shown = 0;
    for (let second = 0; second < 60; second += 1) {
      while (tenant.open('show-emergency-card').length > 0) {
        cardComes(tenant, { s: 'no-app' });
        shown += 1;
      }
      tenant.pass(1_000);
    }
    expect(shown).toBeLessThan(10);
    saysOver(tenant, 'a');
    expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
  });
});
