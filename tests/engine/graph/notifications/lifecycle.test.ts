import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NotificationDoor } from '../../../../src/engine/graph/notifications/door.ts';
import { DoorStage } from './doorStage.ts';
import { itemOf } from './publisherDouble.ts';

let stage: DoorStage;
let door: NotificationDoor;
beforeAll(async () => {
  stage = await DoorStage.open();
});
afterAll(() => stage.close());

describe('lifecycle events', () => {
  const event = (lifecycleEvent: string, more: object = {}): object =>
    itemOf(undefined, { lifecycleEvent, ...more });

  beforeEach(() => {
    stage.lifecycle.length = 0;
    door = stage.door();
  });

  test('reach the keeper, with a token or without one', async () => {
    const post = Buffer.from(JSON.stringify({ value: [event('reauthorizationRequired')] }));
    expect(await door.takeLifecycle(post)).toBe(202);
    expect(await door.takeLifecycle(await stage.publisher.body([event('missed')]))).toBe(202);
    expect(stage.lifecycle).toEqual(['account: reauthorizationRequired', 'account: missed']);
  });

  test('need the secret, and a token that is there must be good', async () => {
    const unknown = [event('missed', { clientState: 'wrong' })];
    expect(await door.takeLifecycle(Buffer.from(JSON.stringify({ value: unknown })))).toBe(202);
    const bad = await stage.publisher.body([event('missed')], ['a.b.c']);
    expect(await door.takeLifecycle(bad)).toBe(202);
    expect(await door.takeLifecycle(Buffer.from('nothing'))).toBe(202);
    expect(stage.lifecycle).toEqual([]);
    expect(door.figures().presence.refused).toMatchObject({
      'client-state': 1,
      'validation-token': 1,
    });
  });
});
