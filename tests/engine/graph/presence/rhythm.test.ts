import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BLOCK_SIZE } from '../../../../src/engine/graph/presence/block.ts';
import {
  REQUESTS_AT_ONCE,
  REQUESTS_PER_SECOND,
} from '../../../../src/engine/graph/presence/requestBudget.ts';
import { DEFAULT_INTERVALS_MS } from '../../../../src/engine/graph/presence/rhythm.ts';
import { idsOf, PresenceStage, READY } from './presenceStage.ts';

const ASLEEP = { ...READY, onDuty: false };
const IN_A_CALL = { ...READY, taskId: 'task-1' as never };

describe('the rhythm of polling', () => {
  let stage: PresenceStage;

  beforeEach(async () => {
    stage = await PresenceStage.open();
  });
  afterEach(() => stage.close());

  /** How often each size of block was asked for. */
  const asked = (): Map<number, number> => {
    const bySize = new Map<number, number>();
    for (const request of stage.double.received) {
      const size = idsOf(request).length;
      bySize.set(size, (bySize.get(size) ?? 0) + 1);
    }
    return bySize;
  };

  test('who may be offered a call is read most often, who sleeps rarely', async () => {
    stage.addMany(2_000, (index) => {
      if (index < 650) return READY;
      return index < 1_300 ? IN_A_CALL : ASLEEP;
    });
    await stage.start();
    expect(asked()).toEqual(
      new Map([
        [650, 3],
        [50, 1],
      ]),
    );
    await stage.pass(59_000);
    // 30 times those who are next, 14 times those who are soon, once those who sleep.
    expect(asked()).toEqual(
      new Map([
        [650, 30 + 14 + 1],
        [50, 1],
      ]),
    );
  });

  test('NIM-28: a change of somebody held back is known within five seconds', async () => {
    stage.add('anna', { availability: 'Available' }, IN_A_CALL);
    await stage.start();
    // Right after a reading has begun, which will not bring it.
    await stage.pass(4_750);
    const readBefore = stage.told('anna').length;
    stage.show('anna', { availability: 'DoNotDisturb' });
    await stage.pass(5_000);
    expect(stage.told('anna').slice(readBefore)).toMatchObject([{ availability: 'DoNotDisturb' }]);
  });

  test('100,000 people who are all held back stay within what may be asked', () => {
    const requestsPerSecond = (1_000 * Math.ceil(100_000 / BLOCK_SIZE)) / DEFAULT_INTERVALS_MS.soon;
    expect(requestsPerSecond).toBeLessThan(REQUESTS_PER_SECOND);
    // The older pages of Graph allow 1,500 in 30 s.
    expect(REQUESTS_AT_ONCE + 30 * REQUESTS_PER_SECOND).toBeLessThan(1_500);
  });

  test('a sweep of everybody needs no more requests than there are blocks', async () => {
    stage.addMany(20_000, (index) => [READY, IN_A_CALL, ASLEEP, ASLEEP][index % 4]);
    await stage.start();
    expect(stage.double.received).toHaveLength(Math.ceil(20_000 / 650));
    const people = new Set(stage.double.received.flatMap((request) => idsOf(request)));
    expect(people.size).toBe(20_000);
  });

  test('who comes on duty is read within two seconds, whatever block that is', async () => {
    const people = stage.addMany(1_300, () => ASLEEP);
    await stage.start();
    await stage.pass(20_000);
    const before = stage.double.received.length;
    const [first] = people;
    if (first === undefined) throw new Error('there is nobody');
    stage.engine.place(first, READY);
    await stage.pass(2_250);
    const since = stage.double.received.slice(before);
    expect(since.some((request) => idsOf(request).includes('entra-agent-0'))).toBe(true);
    expect(since).toHaveLength(1);
  });

  test('people on duty are gathered a minute later, once, and told with few facts', async () => {
    const people = stage.addMany(6_500, () => ASLEEP);
    await stage.start();
    // Two of each block come on duty.
    for (const [index, id] of people.entries())
      if (index % 325 === 0) stage.engine.place(id, READY);
    await stage.pass(75_000);
    const formed = stage.engine.of('PresenceBlocksFormed');
    expect(formed).toHaveLength(2);
    const before = stage.double.received.length;
    await stage.pass(58_000);
    // One block every two seconds, nine once a minute.
    expect(stage.double.received.length - before).toBeLessThanOrEqual(29 + 10);
    expect(stage.engine.of('PresenceBlocksFormed')).toHaveLength(2);
    expect(stage.health()).toMatchObject({ blocks: 10, people: 6_500, notRefreshed: 0 });
  });

  test('a call that ends and begins moves nobody: blocks are not formed for it', async () => {
    const people = stage.addMany(6_500, (index) => (index < 3_250 ? READY : IN_A_CALL));
    await stage.start();
    for (let minutes = 0; minutes < 4; minutes += 1) {
      for (const [index, id] of people.entries()) {
        const talks = (index + minutes) % 2 === 0;
        stage.engine.place(id, talks ? IN_A_CALL : READY);
      }
      await stage.pass(60_000);
    }
    const moved = stage.engine.of('PresenceBlocksFormed').slice(1);
    expect(moved.length).toBeLessThanOrEqual(1);
  });
});
