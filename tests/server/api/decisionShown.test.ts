/** What became of a decision's offer, with the time that its caller waited for Teams. */
import { describe, expect, test } from '@jest/globals';
import {
  asId,
  type DecisionId,
  type PersonId,
  type ServiceId,
  type TaskId,
} from '@rufwerk/engine/core';
import type { DecisionRow, OfferRow } from '@rufwerk/engine/ports';
import type { ApiParts } from '../../../src/server/api/parts.ts';
import { summaryShown } from '../../../src/server/api/decisionShown.ts';

const decisionId = asId<DecisionId>('decision-1');
const taskId = asId<TaskId>('task-1');
const serviceId = asId<ServiceId>('it-helpdesk');
const anna = asId<PersonId>('anna');

const decision: DecisionRow = {
  ...{ at: 1_000, decisionId, taskId, serviceId, seq: 1 },
  ...{ order: 'longest-idle', ruleVersion: 1, digest: 'd', winnerId: anna },
  ...{ number: 1, winnerValue: null, offered: 1, candidates: 1 },
  ...{ notChosen: {}, notDistributed: {} },
};

const offer: OfferRow = {
  ...{ offerId: 'offer-1', taskId, serviceId, agentId: anna, decisionId },
  ...{ offeredAt: 1_000, endedAt: null, outcome: null, confirmedInMs: null },
};

function shown(of: Partial<OfferRow>) {
  const parts = {
    people: { find: () => undefined },
    tables: {
      findCall: () => Promise.resolve(null),
      listOffers: () => Promise.resolve([{ ...offer, ...of }]),
    },
    configuration: { current: () => ({ configuration: null }) },
  } as unknown as ApiParts;
  return summaryShown(parts, decision);
}

describe('how long Teams was asked again', () => {
  test('DEC-15: is shown where no answer came, too: the caller has waited for it', async () => {
    const inVain = { outcome: 'not-confirmed', endedAt: 3_500 };
    expect(await shown(inVain)).toMatchObject({ outcome: 'not-confirmed', confirmedInMs: 2_500 });
  });

  test('DEC-15: is what the reading took where the agent rang then', async () => {
    const rang = { outcome: 'accepted', endedAt: 9_000, confirmedInMs: 42 };
    expect(await shown(rang)).toMatchObject({ outcome: 'accepted', confirmedInMs: 42 });
  });

  test('is nothing where Teams was not asked', async () => {
    expect(await shown({ outcome: 'missed', endedAt: 21_000 })).toMatchObject({
      confirmedInMs: null,
    });
  });
});
