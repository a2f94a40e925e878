/** From the door to what is submitted and kept. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonId } from '@rufwerk/engine/core';
import { NotAccepted } from '@rufwerk/engine/ports';
import type { EmergencyPlace } from '@rufwerk/engine/ports';
import { EmergencyNews } from '../../../../src/engine/graph/emergencies/emergencyNews.ts';
import type { NotificationDoor } from '../../../../src/engine/graph/notifications/door.ts';
import { DoorStage } from '../notifications/doorStage.ts';
import { FuzzedBodies } from '../notifications/fuzzedBodies.ts';
import { itemOf, seal } from '../notifications/publisherDouble.ts';
import { DIALLED, flatEvent, OWN_NUMBER, wrappedEvent } from './documentedEvent.ts';

let stage: DoorStage;
let door: NotificationDoor;
/** What was done, in order. */
let done: string[];
let kept: Map<PersonId, EmergencyPlace>;
let protectedIds: Set<string>;

beforeAll(async () => {
  stage = await DoorStage.open();
});
beforeEach(() => {
  done = [];
  kept = new Map();
  protectedIds = new Set(['anna']);
  stage.sink.submitted.length = 0;
  stage.log.lines.length = 0;
  stage.sink.before = ({ type }) => void done.push(type);
  const places = {
    put: (agentId: PersonId, place: EmergencyPlace) => {
      done.push('place kept');
      kept.set(agentId, place);
      return Promise.resolve();
    },
    forget: (agentId: PersonId) => {
      kept.delete(agentId);
      return Promise.resolve();
    },
  };
  serve(places);
});
afterAll(() => stage.close());

function serve(places: ConstructorParameters<typeof EmergencyNews>[0]['places']): void {
  const { sink, people, log } = stage;
  const isProtected = (id: PersonId) => Promise.resolve(protectedIds.has(id));
  const news = new EmergencyNews({ sink, people, places, isProtected, log });
  stage.topic = {
    subject: 'emergency-calls',
    isUrgent: true,
    read: (text, toldId) => news.read(text, toldId),
    readingAccepted: () => undefined,
    unreadable: () => undefined,
    lifecycle: () => undefined,
  };
  door = stage.door();
}

async function take(...events: readonly object[]): Promise<number> {
  const items = events.map((event) => itemOf(seal(event)));
  return door.take(await stage.publisher.body(items), performance.now());
}

describe('an emergency call event at the door', () => {
  test('DEC-8, EMG-11: protects the caller, whose place is kept before', async () => {
    expect(await take(wrappedEvent())).toBe(202);
    expect(done).toEqual(['place kept', 'EmergencyCallSeen']);
    expect(stage.sink.submitted).toEqual([
      {
        ...{ type: 'EmergencyCallSeen', agentId: 'anna', sign: 'event', isDrill: false, by: null },
        dialledAt: Date.UTC(2026, 10, 23, 8, 59, 58, 123),
        sourceId: 'emergency callStarted 11111111-0000-0000-0000-000000000000',
      },
    ]);
    expect(kept.get('anna' as PersonId)?.line).toContain('Third floor');
    expect(door.figures()['emergency-calls']).toMatchObject({
      accepted: 1,
      lastAcceptedAt: stage.clock.now(),
    });
  });

  test('EMG-17, DEC-9: neither numbers nor the place are in what is submitted or logged', async () => {
    await take(flatEvent(), flatEvent({ event: { callEventType: 'callEnded' } }));
    expect(stage.sink.submitted).toHaveLength(2);
    const everything = JSON.stringify(stage.sink.submitted) + stage.log.text();
    expect(everything).not.toMatch(new RegExp(`${DIALLED}|${OWN_NUMBER}|Microsoft Way|47\\.64`));
  });

  test('EMG-19: at the end of the call says when it ended', async () => {
    expect(await take(flatEvent({ event: { callEventType: 'callEnded' } }))).toBe(202);
    expect(stage.sink.submitted).toEqual([
      {
        ...{ type: 'EmergencyCallOver', agentId: 'anna', by: null },
        endedAt: Date.UTC(2026, 10, 23, 8, 59, 58, 123),
        sourceId: 'emergency callEnded 11111111-0000-0000-0000-000000000000',
      },
    ]);
  });

  test('of a call that began and ended in one post comes in that order', async () => {
    await take(flatEvent(), flatEvent({ event: { callEventType: 'callEnded' } }));
    expect(done).toEqual(['place kept', 'EmergencyCallSeen', 'EmergencyCallOver']);
  });

  test('of a stranger is left, and counted', async () => {
    const caller = { upn: 'somebody@contoso.example' };
    expect(await take(flatEvent({ caller }), flatEvent({ caller: { upn: null } }))).toBe(202);
    expect(done).toEqual([]);
    expect(door.figures()['emergency-calls'].strangers).toBe(2);
  });

  test('of a known person who is not protected afterwards leaves no place behind', async () => {
    expect(await take(flatEvent({ caller: { upn: 'ben@contoso.example' } }))).toBe(202);
    expect(done).toEqual(['place kept', 'EmergencyCallSeen']);
    expect(kept.size).toBe(0);
  });

  test('of an unknown kind is left, and told once by its name alone', async () => {
    const unknown = { event: { callEventType: 'rosterUpdated' } };
    expect(await take(flatEvent(unknown), wrappedEvent(unknown))).toBe(202);
    await take(flatEvent({ event: { callEventType: '+1 911' } }));
    expect(done).toEqual([]);
    expect(door.figures()['emergency-calls']).toMatchObject({ ofNoUse: 3, accepted: 0 });
    expect(stage.log.lines.map(({ details }) => details)).toEqual([
      { problem: 'rosterUpdated' },
      { problem: 'not a name' },
    ]);
  });
});

describe('trouble', () => {
  test('an engine that takes nothing: 503, and the event is taken when it comes again', async () => {
    protectedIds.clear();
    stage.sink.before = () => {
      throw new NotAccepted('The queue is full.');
    };
    const body = await stage.publisher.body([itemOf(seal(flatEvent()))]);
    expect(await door.take(body, performance.now())).toBe(503);
    expect(kept.size).toBe(0);
    stage.sink.before = () => undefined;
    expect(await door.take(body, performance.now())).toBe(202);
    expect(await door.take(body, performance.now())).toBe(202);
    expect(stage.sink.submitted).toHaveLength(1);
    expect(door.figures()['emergency-calls']).toMatchObject({
      accepted: 1,
      duplicate: 1,
      putOff: 1,
    });
  });

  test('a place that cannot be kept holds up nobody', async () => {
    const broken = () => Promise.reject(new Error('disk full'));
    serve({ put: broken, forget: broken });
    protectedIds.clear();
    expect(await take(flatEvent())).toBe(202);
    expect(done).toEqual(['EmergencyCallSeen']);
    expect(stage.log.lines.map(({ message }) => message)).toEqual([
      'The place of an emergency could not be kept',
      'The place of an emergency could not be forgotten',
    ]);
    expect(stage.log.text()).not.toContain('Microsoft Way');
  });
});

test('20 000 fuzzed bodies: none breaks anything, and nobody is protected that Graph did not name', async () => {
  const eventOf = (word: string, index: number): object => {
    const upn = index % 2 === 0 ? 'anna@contoso.example' : 'ben@contoso.example';
    const callEventType = index % 3 === 0 ? 'callEnded' : 'callStarted';
    return wrappedEvent({ event: { id: `${word}${index}`, callEventType }, caller: { upn } });
  };
  const bodies = await FuzzedBodies.from(stage.publisher, 20_261_122, eventOf);
  const statuses = new Set<number>();
  for (let count = 0; count < 20_000; count += 50) {
    const taken = Array.from({ length: 50 }, () => door.take(bodies.next(), performance.now()));
    taken.push(door.take(bodies.genuine(), performance.now()));
    for (const status of await Promise.all(taken)) statuses.add(status);
  }
  expect([...statuses]).toEqual([202]);
  const sources = stage.sink.submitted.map(({ sourceId }) => sourceId ?? '');
  expect(sources.filter((id) => !/^emergency call(Started|Ended) Genuine\d+$/.test(id))).toEqual(
    [],
  );
  expect(sources.length).toBeGreaterThan(20);
  expect(door.figures()['emergency-calls'].accepted).toBe(sources.length);
  expect(stage.pool.crashes).toBe(0);
}, 60_000);
