/** Calls sent on, keys, announcements and call-backs, as the simulated tenant plays them. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type {
  PlatformCallId,
  ResourceAccountId,
  TaskId,
  TransferTarget,
} from '@rufwerk/engine/core';
import { eventually } from './playedClock.ts';
import { ANNA, CALLER, SERVICE, SimulatedStage } from './simulatedStage.ts';

const OUTSIDE = '+41435000000';
const TEAM = '62f71da5-6619-421a-ad5f-b6846140abc8';
const taskId = asId<TaskId>('task-1');

let stage: SimulatedStage;
beforeAll(async () => {
  stage = await SimulatedStage.open();
});
beforeEach(() => stage.begin());
afterEach(() => stage.end());
afterAll(() => stage.close());

/** Lets played time pass. */
function pass(seconds: number): Promise<unknown> {
  return stage.control('PUT', 'clock', { advanceSeconds: seconds });
}

/** Answers a call and asks for its transfer; gives the call's id. */
async function transferred(target: TransferTarget): Promise<string> {
  const on = await stage.answered();
  expect(await stage.perform({ kind: 'transfer-call', ...on, target })).toEqual({ kind: 'done' });
  return on.platformCallId;
}

/** States with their codes, as the engine was told them. */
function told(): (readonly [string, number | null, number | null])[] {
  const states = stage.now.sink.of('CallStateReported');
  return states.map(({ state, code, subcode }) => [state, code, subcode] as const);
}

const established = ['established', null, null] as const;
const done = ['terminated', 0, 7015] as const;

describe('a transfer', () => {
  test('to a person who accepts ends the call with 7015', async () => {
    const personId = await stage.personOf(ANNA);
    const id = await transferred({ kind: 'person', personId });
    await stage.act(id, ANNA, 'accept');
    await eventually('the transfer is done', () => stage.reported('terminated'));
    expect(
      told()
        .filter(([state]) => state !== 'establishing')
        .slice(0, 2),
    ).toEqual([established, done]);
    expect(await stage.call(id)).toMatchObject({ state: 'connected', connectedTo: ANNA });
  });

  test('to a person who declines leaves the call established, with 7700', async () => {
    const personId = await stage.personOf(ANNA);
    const id = await transferred({ kind: 'person', personId });
    await stage.act(id, ANNA, 'decline');
    const failed = ['established', 500, 7700];
    await eventually('it is established again', () => told().at(-1)?.[2] === 7700);
    expect(told().filter(([state]) => state !== 'establishing')).toEqual([established, failed]);
  });

  test.each([7000, 7700])('that meets a fault leaves it established, with %i', async (subcode) => {
    await stage.control('PUT', 'faults', { transfers: { subcode } });
    await transferred({ kind: 'number', number: OUTSIDE });
    await pass(2);
    await eventually('it is established again', () => told().at(-1)?.[2] === subcode);
  });

  test('to a number, a voicemail and a shared voicemail arrives there', async () => {
    const personId = await stage.personOf(ANNA);
    const targets: readonly TransferTarget[] = [
      { kind: 'number', number: OUTSIDE },
      { kind: 'voicemail', personId },
      { kind: 'group-voicemail', groupId: TEAM },
    ];
    const states: string[] = [];
    for (const target of targets) {
      const id = await transferred(target);
      await pass(3);
      await eventually('the transfer is done', () => stage.reported('terminated'));
      expect(told()).toContainEqual(done);
      states.push((await stage.call(id)).state);
      await stage.end();
      stage.begin();
      await stage.personOf(ANNA);
    }
    expect(states).toEqual(['connected', 'voicemail', 'voicemail']);
  });

  test('whose answer is lost is in doubt, is not repeated, and its end is told', async () => {
    const personId = await stage.personOf(ANNA);
    const on = await stage.answered();
    const path = `/communications/calls/${on.platformCallId}/transfer`;
    await stage.control('PUT', 'faults', { graph: { status: 504, path, after: true } });
    const target = { kind: 'person', personId } as const;
    const outcome = await stage.perform({ kind: 'transfer-call', ...on, target });
    expect(outcome).toMatchObject({ kind: 'unknown' });
    const requests = stage.simulated.recordedRequests();
    expect(requests.filter((one) => one.path.endsWith('/transfer'))).toHaveLength(1);
    await stage.act(on.platformCallId, ANNA, 'accept');
    await eventually('the transfer is done', () => stage.reported('terminated'));
  });

  test('of a conference, or of a call that is gone, is refused', async () => {
    const personId = await stage.personOf(ANNA);
    const on = await stage.answered();
    const target = { kind: 'number', number: OUTSIDE } as const;
    const bringIn = { kind: 'invite-target', ...on, target: { kind: 'person', personId } } as const;
    expect(await stage.perform(bringIn)).toMatchObject({ kind: 'invited' });
    const transfer = { kind: 'transfer-call', ...on, target } as const;
    expect(await stage.perform(transfer)).toMatchObject({ kind: 'failed' });
    await stage.control('DELETE', `calls/${on.platformCallId}`);
    expect(await stage.perform(transfer)).toEqual({ kind: 'call-gone' });
  });
});

describe('the caller', () => {
  test('presses keys that are told once each, repeats under the same id', async () => {
    const on = await stage.answered();
    const keys = `calls/${on.platformCallId}/tones`;
    await stage.control('POST', keys, { tones: '9' });
    const listen = { kind: 'listen-for-tones', ...on } as const;
    expect(await stage.perform(listen)).toEqual({ kind: 'done' });
    await stage.control('PUT', 'faults', { notifications: { duplicateShare: 1 } });
    await stage.control('POST', keys, { tones: '1#' });
    const { sink } = stage.now;
    await eventually('all keys are told', () => sink.of('TonePressed').length === 4);
    const { platformCallId } = on;
    const key = (tone: string, number: number): object => ({
      ...{ type: 'TonePressed', platformCallId, tone },
      sourceId: `tone/${platformCallId}/${number}`,
    });
    expect(sink.of('TonePressed')).toEqual([key('1', 1), key('1', 1), key('#', 2), key('#', 2)]);
  });

  test('hears an announcement by its name', async () => {
    const on = await stage.answered();
    await stage.perform({ kind: 'play-prompt', ...on, prompt: 'all-busy' });
    const { hears } = await stage.call(on.platformCallId);
    expect(hears).toMatchObject({ what: 'announcement', names: ['all-busy'] });
  });
});

describe('a call-back', () => {
  async function dialBack(): Promise<Awaited<ReturnType<SimulatedStage['perform']>>> {
    const { services } = (await stage.control('GET', 'world')) as {
      services: { phone: string; applicationInstanceId: string }[];
    };
    const account = services.find(({ phone }) => phone === SERVICE)?.applicationInstanceId ?? '';
    return stage.perform({
      kind: 'dial-caller',
      taskId,
      callerId: await stage.now.people.ensureCaller(CALLER),
      resourceAccountId: asId<ResourceAccountId>(account),
      timeoutSeconds: 45,
    });
  }
  const telephone = (answers: 'manual' | 'never'): Promise<unknown> =>
    stage.control('PUT', `telephones/${CALLER}/behaviour`, { answers });

  async function dialled(): Promise<string> {
    const outcome = await dialBack();
    if (outcome.kind !== 'dialled') throw new Error(JSON.stringify(outcome));
    return outcome.platformCallId;
  }

  test('rings the caller, is told under the new call, and is a call like any', async () => {
    await telephone('manual');
    const platformCallId = await dialled();
    await eventually('it rings', () => stage.reported('establishing'));
    await stage.control('POST', `calls/${platformCallId}/accept`);
    await eventually('the caller is there', () => stage.reported('established'));
    const { sink } = stage.now;
    const calls = new Set(sink.of('CallStateReported').map((news) => news.platformCallId));
    expect(calls).toEqual(new Set([platformCallId]));
    const on = { taskId, platformCallId: asId<PlatformCallId>(platformCallId) };
    const prompt = { kind: 'play-prompt', ...on, prompt: 'greeting' } as const;
    expect(await stage.perform(prompt)).toEqual({ kind: 'done' });
    expect(await stage.perform({ kind: 'read-call', ...on })).toMatchObject({
      kind: 'call-read',
      state: 'established',
    });
    expect(await stage.perform({ kind: 'hang-up-call', ...on })).toEqual({ kind: 'done' });
  });

  test('that the caller declines, or does not answer, ends with its reason', async () => {
    await telephone('manual');
    await stage.control('POST', `calls/${await dialled()}/decline`);
    await eventually('it is over', () => stage.reported('terminated'));
    expect(told().at(-1)).toEqual(['terminated', 603, 0]);
    await stage.end();
    stage.begin();
    await telephone('never');
    await dialled();
    await pass(60);
    await eventually('it is over', () => stage.reported('terminated'));
    expect(told().at(-1)?.slice(0, 2)).toEqual(['terminated', 487]);
  });

  test('whose answer is lost is in doubt, but its first news names the call', async () => {
    await telephone('manual');
    const path = '/communications/calls';
    await stage.control('PUT', 'faults', { graph: { status: 504, path, after: true } });
    expect(await dialBack()).toMatchObject({ kind: 'unknown' });
    const { sink } = stage.now;
    await eventually('it is known', () => sink.of('EffectReported').length > 0);
    expect(sink.of('EffectReported')[0]).toMatchObject({
      effectId: stage.lastEffectId,
      outcome: { kind: 'dialled', platformCallId: expect.any(String) },
    });
  });

  test('that nobody waits for after a lost answer stops ringing', async () => {
    await telephone('manual');
    const { sink } = stage.now;
    sink.ignoring = 'unknown-call';
    const id = await dialled();
    await eventually('it is over', () => stage.reported('terminated'));
    expect(await stage.call(id)).toMatchObject({ endReason: 'hungUpByProduct', ringsAt: [] });
  });

  test('without consent names the permission', async () => {
    await stage.control('PUT', 'consents', { 'Calls.Initiate.All': false });
    expect(await dialBack()).toMatchObject({
      kind: 'failed',
      cause: expect.stringContaining('Calls.Initiate.All'),
    });
  });
});
