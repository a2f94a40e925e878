/** What the webhook makes of keys that callers press, and of calls that we placed ourselves. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { InputDraft } from '@rufwerk/engine/ports';
import { onCall, WebhookStage } from './webhookStage.ts';

let stage: WebhookStage;
beforeEach(async () => {
  stage = await WebhookStage.open();
});
afterEach(() => stage.close());

/** Posts, expects 202, and gives what reached the engine. */
async function told(body: object): Promise<readonly InputDraft[]> {
  expect(await stage.post(body)).toBe(202);
  return stage.sink.submitted;
}

describe('a key that the caller presses', () => {
  const pressed = (toneInfo: object): object => onCall({ state: 'established', toneInfo });

  test.each([
    ...Array.from('0123456789', (key) => [`tone${key}`, key]),
    ['star', '*'],
    ['pound', '#'],
    ['Tone7', '7'],
  ])('%s is told as %s, under an id that tells a repeat', async (tone, key) => {
    expect(await told(pressed({ sequenceId: 4, tone }))).toEqual([
      { type: 'TonePressed', sourceId: 'tone/call-1/4', platformCallId: 'call-1', tone: key },
    ]);
  });

  test('is told without that id when the platform gives no number', async () => {
    expect(await told(pressed({ tone: 'tone1' }))).toEqual([
      { type: 'TonePressed', platformCallId: 'call-1', tone: '1' },
    ]);
  });

  test.each(['a', 'd', 'flash', 'tone10', ''])('that no telephone has is not: %s', async (tone) => {
    expect(await told(pressed({ sequenceId: 1, tone }))).toEqual([]);
  });
});

describe('a call that we placed', () => {
  const query = { effect: 'effect-9', task: 'task-1', placed: 'true' };

  test('is known by its first news, before or without the answer that names it', async () => {
    await stage.post(onCall({ state: 'establishing' }), undefined, query);
    await stage.post(onCall({ state: 'established' }), undefined, query);
    const placed = {
      type: 'EffectReported',
      sourceId: 'call-placed/call-1',
      effectId: 'effect-9',
      outcome: { kind: 'dialled', platformCallId: 'call-1' },
    };
    expect(stage.sink.submitted).toMatchObject([
      placed,
      { type: 'CallStateReported', state: 'establishing' },
      placed,
      { type: 'CallStateReported', state: 'established' },
    ]);
  });

  test('is hung up when nobody waits for it any more: who picks up would hear nothing', async () => {
    stage.sink.ignoring = 'unknown-call';
    await stage.post(onCall({ state: 'establishing' }), undefined, query);
    expect(stage.hungUp).toEqual(['call-1']);
  });

  test('is not hung up when it is known, has ended, or was not placed by us', async () => {
    await stage.post(onCall({ state: 'established' }), undefined, query);
    stage.sink.ignoring = 'already-so';
    await stage.post(onCall({ state: 'established' }), undefined, query);
    stage.sink.ignoring = 'unknown-call';
    await stage.post(onCall({ state: 'terminated' }), undefined, query);
    await stage.post(onCall({ state: 'established' }));
    expect(stage.hungUp).toEqual([]);
  });

  test('that ended, and one that we answered, are told as they are', async () => {
    const resultInfo = { code: 603, subcode: 0 };
    await stage.post(onCall({ state: 'terminated', resultInfo }), undefined, query);
    await stage.post(onCall({ state: 'established' }));
    expect(stage.sink.submitted.map(({ type }) => type)).toEqual([
      'CallStateReported',
      'CallStateReported',
    ]);
  });
});
