import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ANNA, BEN, DoorStage } from './doorStage.ts';
import { CLIENT_STATE, presenceItem, TENANT_ID } from './publisherDouble.ts';

const OTHER = 'the-subscription-of-a-policy';
const inACall = { id: ANNA, availability: 'Busy', activity: 'InACall' };
const available = { id: BEN, availability: 'Available', activity: 'Available' };

let stage: DoorStage;
beforeAll(async () => {
  stage = await DoorStage.open();
});
afterAll(() => stage.close());

test('notifications are counted by what they tell of, and a post with all it is about', async () => {
  const { topic } = stage;
  const emergencies = { ...topic, subject: 'emergency-calls' } as const;
  const known = { clientState: CLIENT_STATE, tenantIds: [TENANT_ID] };
  const door = stage.door({
    book: { candidates: (id) => [{ ...known, topic: id === OTHER ? emergencies : topic }] },
  });
  const other = presenceItem(available, { subscriptionId: OTHER });
  const forged = presenceItem(available, { subscriptionId: OTHER, clientState: 'forged' });
  await door.take(await stage.publisher.body([presenceItem(inACall)]), performance.now());
  const mixed = [presenceItem(available), other, forged];
  await door.take(await stage.publisher.body(mixed), performance.now());
  await door.take(Buffer.from('nothing'), performance.now());

  const told = Object.entries(door.figures()).map(([subject, figures]) => [
    ...[subject, figures.accepted, totalOf(figures.refused), figures.answered.count],
  ]);
  expect(told).toEqual([
    ['presence', 2, 0, 2],
    ['emergency-calls', 1, 1, 1],
    ['unknown', 0, 1, 1],
  ]);
});

function totalOf(refused: Readonly<Record<string, number>>): number {
  return Object.values(refused).reduce((sum, count) => sum + count, 0);
}
