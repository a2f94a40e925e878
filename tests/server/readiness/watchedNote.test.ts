/** What readiness has watched outlives a restart, also one that nobody announced. */
import { describe, expect, test } from '@jest/globals';
import { asId, type Fact, type PersonId } from '@rufwerk/engine/core';
import { peopleChecks } from '../../../src/server/readiness/peopleChecks.ts';
import { WatchedNote } from '../../../src/server/readiness/watchedNote.ts';
import { MemoryNotes } from '../../bot/stage/memory.ts';
import { PlayedClock } from '../../engine/graph/playedClock.ts';
import { RecordedLog } from '../../engine/graph/recordedLog.ts';

const anna = asId<PersonId>('anna');
const ben = asId<PersonId>('ben');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A process that watches, and the next one after it. */
class Machine {
  readonly clock = new PlayedClock(0);
  readonly notes = new MemoryNotes();
  readonly log = new RecordedLog();

  start(): Promise<WatchedNote> {
    return WatchedNote.open(this);
  }
}

function observe({ presence }: WatchedNote, ...facts: readonly Fact[]): void {
  for (const fact of facts) {
    presence.observe({ input: { type: 'TimeReached', at: fact.at }, facts: [fact] });
  }
}

function wrote(agentId: PersonId, at: number): Fact {
  const shown = { availability: 'Busy', activity: 'InACall' } as const;
  const effect = { kind: 'write-presence', agentId, presence: shown, forSeconds: 600 } as const;
  return { type: 'EffectRequested', at, effectId: asId('effect-1'), effect };
}

function cleared(agentId: PersonId, at: number): Fact {
  const effect = { kind: 'clear-presence', agentId } as const;
  return { type: 'EffectRequested', at, effectId: asId('effect-2'), effect };
}

function seen(agentId: PersonId, at: number, availability: string, activity = availability): Fact {
  return {
    ...{ type: 'PresenceChanged', at, source: 'graph-poll', agentId, availability, activity },
    ...{ fidelity: 'activity', outOfOffice: false, sequenceNumber: null },
  };
}

/** Anna's is overwritten twice, Ben's stays. */
const COMPETING = [
  ...[wrote(anna, 0), seen(anna, 1_000, 'Away'), wrote(anna, 2_000), seen(anna, 3_000, 'Away')],
  ...[wrote(ben, 0), cleared(ben, 5_000), seen(ben, 6_000, 'Busy', 'InACall')],
];

describe('what readiness has watched', () => {
  test('AHB-105: is told after a restart as before it, with its age', async () => {
    const machine = new Machine();
    const before = await machine.start();
    observe(before, ...COMPETING);
    const told = before.presence.told(20 * MINUTE_MS);
    expect(told).toMatchObject({ overwritten: [anna], overwrittenAt: 3_000, staying: [ben] });
    await before.stop();

    const after = await machine.start();
    expect(after.presence.told(20 * MINUTE_MS)).toEqual(told);
    expect(after.presence.told(25 * HOUR_MS).overwritten).toEqual([]);
    observe(after, seen(ben, 21 * MINUTE_MS, 'Available'));
    expect(after.presence.told(22 * MINUTE_MS).staying).toEqual([]);
    await after.stop();
  });

  test('AHB-104: delays of notifications are kept as well', async () => {
    const machine = new Machine();
    const before = await machine.start();
    const changed = seen(anna, 0, 'Busy');
    before.delays.observe({ input: { type: 'TimeReached', at: 0 }, facts: [changed] });
    const shown = { agentId: anna, availability: 'Busy', activity: 'Busy' };
    const more = { fidelity: 'activity', outOfOffice: false, sequenceNumber: null } as const;
    const readings = [{ ...shown, ...more }];
    const pushed = { type: 'PresencePushed', at: 90_000, readings } as const;
    before.delays.observe({ input: pushed, facts: [] });
    expect(before.delays.told().count).toBe(1);
    await before.stop();
    const after = await machine.start();
    expect(after.delays.told()).toEqual(before.delays.told());
    await after.stop();
  });

  test('DEC-1: unknown values are kept as well, and an earlier note without them is read', async () => {
    const machine = new Machine();
    const presence = { sinceAt: 0, flips: [], rungInACall: [], staying: [] };
    await machine.notes.put('readiness-watched', JSON.stringify({ presence, delaysMs: [] }));
    const before = await machine.start();
    before.unknownValues.observe(seen(anna, 0, 'Dreaming', 'Available'));
    await before.stop();
    const after = await machine.start();
    expect(after.unknownValues.told([], MINUTE_MS)).toEqual(new Set(['dreaming']));
    expect(after.unknownValues.told([], HOUR_MS)).toEqual(new Set());
    expect(machine.log.lines).toEqual([]);
    await after.stop();
  });

  test('a process that is killed loses the last minute at most', async () => {
    const machine = new Machine();
    observe(await machine.start(), ...COMPETING);
    await machine.clock.advance(MINUTE_MS);
    const after = await machine.start();
    expect(after.presence.told(20 * MINUTE_MS).overwritten).toEqual([anna]);
    await after.stop();
  });

  test('nothing is written while nothing new was seen', async () => {
    const machine = new Machine();
    const watched = await machine.start();
    await machine.clock.advance(MINUTE_MS);
    const [kept] = machine.notes.all.values();
    machine.notes.all.clear();
    await machine.clock.advance(5 * MINUTE_MS);
    expect([kept !== undefined, machine.notes.all.size]).toEqual([true, 0]);
    await watched.stop();
  });

  test('what another version wrote otherwise is logged, and watching says that it begins', async () => {
    const machine = new Machine();
    await machine.notes.put('readiness-watched', '{"flips":[]}');
    await machine.clock.advance(HOUR_MS);
    const watched = await machine.start();
    expect(machine.log.text()).toContain('cannot be read');
    expect(watched.presence.told(HOUR_MS).sinceAt).toBe(HOUR_MS);
    await watched.stop();
  });

  test('AHB-105: that nothing was found says for how long was looked', async () => {
    const machine = new Machine();
    const watched = await machine.start();
    const titleAt = (at: number) => {
      const people = { stuckInDoNotDisturb: [], notShown: [] };
      const checks = peopleChecks({ ...watched.presence.told(at), ...people, at });
      return checks.find(({ id }) => id === 'presence.competing-writer')?.words.title;
    };
    expect(titleAt(3 * HOUR_MS)).toEqual({
      en: 'Other programs that write presence: watched for 3 h',
      de: 'Andere Programme, die Präsenz setzen: seit 3 h beobachtet',
    });
    expect(titleAt(24 * HOUR_MS)?.en).toBe('Other programs that write presence');
    await watched.stop();
  });
});
