import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NotAccepted } from '@rufwerk/engine/ports';
import { PresenceStage } from './presenceStage.ts';

describe('presence by polling', () => {
  let stage: PresenceStage;

  beforeEach(async () => {
    stage = await PresenceStage.open();
  });
  afterEach(() => stage.close());

  test('forms blocks first, then tells everybody once', async () => {
    const anna = stage.add('anna', {
      ...{ availability: 'Busy', activity: 'InACall', sequenceNumber: 'A2' },
    });
    await stage.start();
    expect(stage.engine.submitted).toEqual([
      { type: 'PresenceBlocksFormed', blocks: [{ blockId: 'block-1', agentIds: [anna] }] },
      {
        type: 'PresenceBlockPolled',
        blockId: 'block-1',
        askedAt: stage.startedAt,
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
    stage.add('anna');
    const ben = stage.add('ben');
    await stage.start();
    await stage.pass(2_000);
    stage.show('ben', { availability: 'Away', activity: 'Away' });
    await stage.pass(2_000);
    expect(stage.polls().map(({ changes }) => changes.length)).toEqual([2, 0, 1]);
    expect(stage.polls()[2]?.changes[0]).toMatchObject({ agentId: ben, availability: 'Away' });
  });

  test('a new stamp alone is no change', async () => {
    stage.add('anna', { availability: 'Away', activity: 'Away', sequenceNumber: '1' });
    await stage.start();
    stage.show('anna', { availability: 'Away', activity: 'Away', sequenceNumber: '2' });
    await stage.pass(2_000);
    expect(stage.polls()[1]?.changes).toEqual([]);
  });

  test('an answer is as old as its question', async () => {
    stage.add('anna');
    await stage.start();
    await stage.pass(2_000);
    expect(stage.polls().map(({ askedAt }) => (askedAt ?? 0) - stage.startedAt)).toEqual([
      0, 2_000,
    ]);
  });

  test('a change that was not committed is told again', async () => {
    stage.add('anna');
    await stage.start();
    stage.show('anna', { availability: 'Busy', activity: 'Busy' });
    stage.engine.before = () => Promise.reject(new NotAccepted('the queue is full'));
    await stage.pass(2_000);
    expect(stage.polls()).toHaveLength(1);
    expect(stage.health().lastError).toMatchObject({ cause: 'the queue is full' });
    stage.engine.before = () => undefined;
    await stage.pass(2_000);
    expect(stage.polls()[1]?.changes).toMatchObject([{ availability: 'Busy' }]);
  });

  test('DEC-15: what a push had wrong is told again, though the poll saw no change', async () => {
    const anna = stage.add('anna');
    await stage.start();
    const evidence = stage.engine.state.agents.get(anna)?.evidence;
    if (evidence == null) throw new Error('nothing is known of anna');
    // A notification told of a call; the one about its end got lost.
    evidence.availability = 'Busy';
    await stage.pass(2_000);
    expect(stage.polls()[1]?.changes).toMatchObject([{ agentId: anna, availability: 'Available' }]);
  });

  test('DEC-5: while we show something ourselves, the same reading is told once a minute', async () => {
    const anna = stage.add('anna', { availability: 'Busy', activity: 'InACall' });
    stage.engine.place(anna, { isMasked: true });
    await stage.start();
    await stage.pass(30_000);
    expect(stage.told('anna')).toHaveLength(1);
    await stage.pass(32_000);
    expect(stage.told('anna')).toHaveLength(2);
    stage.show('anna', { availability: 'DoNotDisturb', activity: 'DoNotDisturb' });
    await stage.pass(2_000);
    expect(stage.told('anna').at(-1)).toMatchObject({ availability: 'DoNotDisturb' });
  });

  test('NIM-15: without an activity only the availability is known', async () => {
    stage.add('anna', { availability: 'Busy' });
    await stage.start();
    expect(stage.told('anna')).toMatchObject([{ activity: 'Busy', fidelity: 'availability' }]);
  });

  test('out of office is read from settings and from activities', async () => {
    const away = { isOutOfOffice: true };
    stage.add('anna', { availability: 'Available', outOfOfficeSettings: away });
    stage.add('ben', { availability: 'Busy', activity: 'InACall + OOF' });
    await stage.start();
    expect(stage.polls()[0]?.changes.map(({ outOfOffice }) => outOfOffice)).toEqual([true, true]);
  });

  test('whoever is missing in the answer is told as unknown, not confirmed', async () => {
    const anna = stage.add('anna');
    stage.add('ben');
    await stage.start();
    stage.show('anna', null);
    await stage.pass(2_000);
    expect(stage.polls()[1]?.changes).toMatchObject([
      { agentId: anna, availability: 'PresenceUnknown', fidelity: 'availability' },
    ]);
  });

  test('values that are no text are unknown; an answer without ids is none', async () => {
    stage.add('anna', { availability: 7, activity: { is: 'Available' } });
    await stage.start();
    expect(stage.told('anna')).toMatchObject([{ availability: 'PresenceUnknown' }]);
    stage.double.react = () => ({ status: 200, body: { value: [{ availability: 'Available' }] } });
    await stage.pass(2_000);
    expect(stage.polls()).toHaveLength(1);
    expect(stage.health().lastError?.cause).toBe('Microsoft Graph told no presences');
  });

  test('whoever is no longer in the directory is not asked for, and unknown', async () => {
    stage.addErased('erased');
    await stage.start();
    expect(stage.requested()).toEqual([]);
    expect(stage.polls()[0]?.changes).toMatchObject([{ availability: 'PresenceUnknown' }]);
  });

  test('an answer in another order is understood', async () => {
    stage.add('anna', { availability: 'Busy' });
    stage.add('ben', { availability: 'Away' });
    stage.isReversed = true;
    await stage.start();
    expect(stage.told('anna')).toMatchObject([{ availability: 'Busy' }]);
    expect(stage.told('ben')).toMatchObject([{ availability: 'Away' }]);
  });

  test('blocks re-form at most once a minute, but at once when there was nobody', async () => {
    await stage.start();
    expect(stage.engine.submitted).toEqual([]);
    stage.add('anna');
    await stage.pass(250);
    expect(stage.engine.of('PresenceBlocksFormed')).toHaveLength(1);
    stage.add('ben');
    stage.add('carla');
    await stage.pass(58_000);
    expect(stage.engine.of('PresenceBlocksFormed')).toHaveLength(1);
    await stage.pass(3_000);
    expect(stage.engine.of('PresenceBlocksFormed')[1]?.blocks[0]?.agentIds).toHaveLength(3);
    expect(stage.told('carla')).toHaveLength(1);
  });

  test('an answer for people who are grouped otherwise meanwhile confirms nobody', async () => {
    stage.add('anna');
    await stage.start();
    await stage.pass(61_000);
    const release = stage.hold();
    await stage.pass(2_000, 'without waiting');
    stage.add('ben');
    const before = stage.polls().length;
    await stage.pass(10_000, 'without waiting');
    expect(stage.engine.of('PresenceBlocksFormed')).toHaveLength(2);
    const asked = stage.double.received.map(({ body }) => (body as { ids: string[] }).ids.length);
    expect(asked.slice(-2)).toEqual([1, 2]);
    release();
    await stage.answered();
    const [first] = stage.polls().slice(before);
    expect(first).toMatchObject({ changes: [{ agentId: 'ben' }] });
    expect(first?.askedAt).toBeGreaterThan(stage.startedAt + 63_000);
  });

  test('a restart goes on with the blocks that the engine knows', async () => {
    stage.add('anna');
    stage.add('ben');
    await stage.start();
    await stage.restart();
    await stage.pass(0);
    expect(stage.engine.of('PresenceBlocksFormed')).toHaveLength(1);
    expect(stage.polls().at(-1)).toMatchObject({ blockId: 'block-1', changes: [] });
  });

  test('whoever should have heard of a change is told what a poll learnt', async () => {
    const anna = stage.add('anna');
    stage.add('ben');
    await stage.start();
    expect(stage.learnt).toEqual([]);
    stage.show('anna', { availability: 'Away', activity: 'Away' });
    await stage.pass(2_000);
    expect(stage.learnt).toEqual([[{ agentId: anna, isOfAvailability: true }]]);
  });

  test('NIM-15: a change of the activity alone is told as one that a stranger does not see', async () => {
    const anna = stage.add('anna');
    stage.show('anna', { availability: 'Busy', activity: 'InACall' });
    await stage.start();
    stage.show('anna', { availability: 'Busy', activity: 'InAMeeting' });
    await stage.pass(60_000);
    expect(stage.learnt).toEqual([[{ agentId: anna, isOfAvailability: false }]]);
  });

  test('health tells the oldest success, the last error and how long Graph takes', async () => {
    stage.add('anna');
    await stage.start();
    const { startedAt } = stage;
    expect(stage.health()).toMatchObject({
      ...{ people: 1, blocks: 1, lastSuccessAt: startedAt, lastError: null, notRefreshed: 0 },
      readsAs: 'application',
    });
    stage.double.script({ status: 503 });
    await stage.pass(2_000);
    expect(stage.health()).toMatchObject({
      lastSuccessAt: startedAt,
      isFailing: true,
      lastError: { at: startedAt + 2_000, cause: 'Microsoft Graph answered 503' },
    });
    const { latency } = stage.health().sources.poll;
    expect(latency.count).toBe(2);
    expect(latency.sumMs).toBeGreaterThan(0);
    expect(latency.buckets.at(-1)).toEqual({ atMostMs: 10_000, count: 2 });
  });

  test('after stopping nothing more is asked or told', async () => {
    stage.add('anna');
    await stage.start();
    await stage.stop();
    await stage.clock.advance(60_000);
    expect(stage.double.received).toHaveLength(1);
    expect(stage.clock.timers).toBe(0);
  });
});
