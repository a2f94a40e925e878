/** For whom a carrier has asked is known at once, and after a restart. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type EmergencySign, type PersonId } from '@rufwerk/engine/core';
import { EmergencyCallerIds } from '../../../src/server/readiness/index.ts';
import { MemoryNotes } from '../../bot/stage/memory.ts';
import { PlayedClock } from '../../engine/graph/playedClock.ts';
import { silentLog } from '../log.ts';
import { CoreRuntime } from '../stage/coreRuntime.ts';

const [ANNA, BEN, STRANGER] = ['anna', 'ben', 'stranger'].map((name) => asId<PersonId>(name)) as [
  PersonId,
  PersonId,
  PersonId,
];

let clock: PlayedClock;
let runtime: CoreRuntime;
const start = (notes: MemoryNotes) =>
  EmergencyCallerIds.open({ runtime, notes, clock, log: silentLog });

beforeEach(() => {
  clock = new PlayedClock(0);
  runtime = new CoreRuntime(clock);
  const help = { id: 'help', name: 'Help', resourceAccount: 'help-account' };
  runtime.configure({
    administrators: ['adam'],
    services: [{ ...help, agents: ['anna', 'ben'], supervisors: ['sam'] }],
  });
});

async function seen(agentId: PersonId, sign: EmergencySign): Promise<void> {
  const about = { dialledAt: null, isDrill: false, by: null } as const;
  await runtime.submit({ type: 'EmergencyCallSeen', agentId, sign, ...about });
}

describe('DEC-7: the number of the pool has been asked for', () => {
  test('only by a carrier, also after the button, and only for an agent', async () => {
    const callerIds = await start(new MemoryNotes());
    await seen(ANNA, 'button');
    await seen(STRANGER, 'caller-id');
    expect([callerIds.wasAskedFor(ANNA), callerIds.wasEverAsked()]).toEqual([false, false]);
    await seen(ANNA, 'caller-id');
    expect([callerIds.wasAskedFor(ANNA), callerIds.wasAskedFor(BEN)]).toEqual([true, false]);
    expect(callerIds.wasEverAsked()).toBe(true);
    await callerIds.stop();
    expect(runtime.listeners).toBe(0);
  });

  test('and that is still known after a restart', async () => {
    const notes = new MemoryNotes();
    const before = await start(notes);
    await seen(BEN, 'caller-id');
    await before.stop();
    expect((await start(notes)).wasAskedFor(BEN)).toBe(true);
  });
});
