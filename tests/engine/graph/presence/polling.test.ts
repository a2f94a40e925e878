import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonId } from '@rufwerk/engine/core';
import { NotAccepted } from '@rufwerk/engine/ports';
import type { PresencePolling } from '../../../../src/engine/graph/presence/polling.ts';
import { GraphStage } from '../graphStage.ts';
import type { ReceivedRequest } from '../httpDouble.ts';
import { eventually } from '../playedClock.ts';
import { SinkDouble } from '../sinkDouble.ts';

interface Shown {
  availability?: string;
  activity?: string;
  sequenceNumber?: string;
  outOfOfficeSettings?: object;
}

describe('presence by polling', () => {
  let stage: GraphStage;
  let sink: SinkDouble;
  let agents: PersonId[];
  let polling: Pick<PresencePolling, 'stop' | 'health'>;
  /** What Graph shows, by Entra id. */
  let shown: Map<string, Shown>;

  beforeEach(async () => {
    stage = await GraphStage.open();
    sink = new SinkDouble();
    shown = new Map();
    agents = [];
    stage.double.react = (request) => ({
      status: 200,
      body: {
        value: idsOf(request).flatMap((id) => {
          const presence = shown.get(id.toLowerCase());
          return presence === undefined ? [] : [{ id, ...presence }];
        }),
      },
    });
  });
  afterEach(async () => {
    await polling.stop();
    await stage.close();
  });

  function idsOf({ body }: ReceivedRequest): string[] {
    return (body as { ids: string[] }).ids;
  }

  function add(name: string, presence: Shown = { availability: 'Available' }): PersonId {
    const id = stage.people.add(name, `Entra-${name}`);
    shown.set(`entra-${name}`, presence);
    agents = [...agents, id];
    return id;
  }

  /** Starts polling and waits for the first round. */
  async function start(): Promise<void> {
    polling = stage.graph.startPresencePolling({ sink, agentIds: () => agents, intervalMs: 2_000 });
    await round(0);
  }

  /** Moves the clock to the next round and waits until it is over. */
  async function round(ms = 2_000): Promise<void> {
    const timersBefore = stage.clock.timers;
    await stage.clock.advance(ms);
    await eventually('the round is over', () => stage.clock.timers >= timersBefore);
  }

  const polls = (): ReturnType<typeof sink.of<'PresenceBlockPolled'>> =>
    sink.of('PresenceBlockPolled');

  test('forms blocks first, then tells everybody once', async () => {
    const anna = add('anna', { availability: 'Busy', activity: 'InACall', sequenceNumber: 'A2' });
    await start();
    expect(sink.submitted).toEqual([
      { type: 'PresenceBlocksFormed', blocks: [{ blockId: 'block-1', agentIds: [anna] }] },
      {
        type: 'PresenceBlockPolled',
        blockId: 'block-1',
        changes: [
          {
            agentId: anna,
            availability: 'Busy',
            activity: 'InACall',
            fidelity: 'activity',
            outOfOffice: false,
            sequenceNumber: 'A2',
          },
        ],
      },
    ]);
    expect(stage.requested()).toEqual(['POST /communications/getPresencesByUserId']);
  });

  test('tells a change within one interval, and an empty list when there is none', async () => {
    add('anna');
    const ben = add('ben');
    await start();
    await round();
    shown.set('entra-ben', { availability: 'Away', activity: 'Away' });
    await round();
    expect(polls().map(({ changes }) => changes.length)).toEqual([2, 0, 1]);
    expect(polls()[2]?.changes[0]).toMatchObject({ agentId: ben, availability: 'Away' });
  });

  test('a new stamp alone is no change', async () => {
    add('anna', { availability: 'Away', activity: 'Away', sequenceNumber: '1' });
    await start();
    shown.set('entra-anna', { availability: 'Away', activity: 'Away', sequenceNumber: '2' });
    await round();
    expect(polls()[1]?.changes).toEqual([]);
  });

  test('a change that was not committed is told again', async () => {
    add('anna');
    await start();
    shown.set('entra-anna', { availability: 'Busy', activity: 'Busy' });
    sink.before = () => Promise.reject(new NotAccepted('the queue is full'));
    await round();
    expect(polls()).toHaveLength(1);
    expect(polling.health().lastError).toMatchObject({ cause: 'the queue is full' });
    sink.before = () => undefined;
    await round();
    expect(polls()[1]?.changes).toMatchObject([{ availability: 'Busy' }]);
  });

  test('NIM-15: without an activity only the availability is known', async () => {
    add('anna', { availability: 'Busy' });
    await start();
    expect(polls()[0]?.changes).toMatchObject([{ activity: 'Busy', fidelity: 'availability' }]);
  });

  test('out of office is read from settings and from activities', async () => {
    add('anna', { availability: 'Available', outOfOfficeSettings: { isOutOfOffice: true } });
    add('ben', { availability: 'Busy', activity: 'InACall + OOF' });
    await start();
    expect(polls()[0]?.changes.map(({ outOfOffice }) => outOfOffice)).toEqual([true, true]);
  });

  test('whoever is missing in the answer is told as unknown, not confirmed', async () => {
    const anna = add('anna');
    add('ben');
    await start();
    shown.delete('entra-anna');
    await round();
    expect(polls()[1]?.changes).toMatchObject([
      { agentId: anna, availability: 'PresenceUnknown', fidelity: 'availability' },
    ]);
  });

  test('whoever is no longer in the directory is not asked for, and unknown', async () => {
    const erased = stage.people.add('erased', null);
    agents = [erased];
    await start();
    expect(stage.requested()).toEqual([]);
    expect(polls()[0]?.changes).toMatchObject([{ availability: 'PresenceUnknown' }]);
  });

  test('one request for each block of 650 and round', async () => {
    for (let number = 0; number < 1_000; number += 1) add(`agent-${number}`);
    await start();
    await round();
    expect(stage.double.received.map((request) => idsOf(request).length).sort()).toEqual([
      350, 350, 650, 650,
    ]);
  });

  test('blocks re-form at most once a minute, but at once when there was nobody', async () => {
    await start();
    expect(sink.submitted).toEqual([]);
    add('anna');
    await round();
    expect(sink.of('PresenceBlocksFormed')).toHaveLength(1);
    add('ben');
    await round();
    add('carla');
    await round();
    expect(sink.of('PresenceBlocksFormed')).toHaveLength(1);
    for (let rounds = 0; rounds < 29; rounds += 1) await round();
    expect(sink.of('PresenceBlocksFormed')[1]?.blocks[0]?.agentIds).toHaveLength(3);
  });

  test('Retry-After makes all blocks wait that long', async () => {
    add('anna');
    await start();
    stage.double.script({ status: 429, headers: { 'retry-after': '9' } });
    await round();
    expect(stage.double.received).toHaveLength(2);
    for (let rounds = 0; rounds < 4; rounds += 1) await round();
    expect(stage.double.received).toHaveLength(2);
    await round();
    expect(stage.double.received).toHaveLength(3);
    expect(polls()).toHaveLength(2);
  });

  test('failures make the pauses longer, within bounds, and are logged once', async () => {
    add('anna');
    await start();
    stage.double.react = () => ({ status: 500 });
    for (let rounds = 0; rounds < 60; rounds += 1) await round();
    const requests = stage.double.received.length;
    expect(requests).toBeGreaterThanOrEqual(8);
    expect(requests).toBeLessThanOrEqual(12);
    const told = stage.log.lines.filter(({ message }) => message.includes('grows old'));
    expect(told).toHaveLength(1);
    stage.double.react = () => ({ status: 200, body: { value: [] } });
    for (let rounds = 0; rounds < 8; rounds += 1) await round();
    expect(stage.log.lines.at(-1)).toMatchObject({ message: 'presence is read again' });
  });

  test('a missing permission is named', async () => {
    add('anna');
    stage.double.react = () => ({ status: 403, body: { error: { code: 'Forbidden' } } });
    await start();
    expect(polling.health().lastError?.cause).toMatch(/Presence\.Read\.All/);
  });

  test('health tells the oldest success, the last error and how long Graph takes', async () => {
    add('anna');
    await start();
    const startedAt = stage.clock.now();
    expect(polling.health()).toMatchObject({
      people: 1,
      blocks: 1,
      lastSuccessAt: startedAt,
      lastError: null,
    });
    stage.double.script({ status: 503 });
    await round();
    const health = polling.health();
    expect(health.lastSuccessAt).toBe(startedAt);
    expect(health.lastError).toEqual({
      at: startedAt + 2_000,
      cause: 'Microsoft Graph answered 503',
    });
    expect(health.latency.count).toBe(2);
    expect(health.latency.sumMs).toBeGreaterThan(0);
    expect(health.latency.buckets.at(-1)).toEqual({ atMostMs: 10_000, count: 2 });
  });

  test('after stopping nothing more is asked or told', async () => {
    add('anna');
    await start();
    await polling.stop();
    await stage.clock.advance(60_000);
    expect(stage.double.received).toHaveLength(1);
    expect(stage.clock.timers).toBe(0);
  });
});
