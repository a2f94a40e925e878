import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, TenantStage } from './tenant-stage.ts';
import { listOf } from './wire.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

async function play(id: string, ...paths: readonly string[]): Promise<void> {
  const prompts = paths.map((path) => ({ mediaInfo: { uri: `http://127.0.0.1:1${path}` } }));
  await stage.graph('POST', `/communications/calls/${id}/playPrompt`, { prompts });
}

describe('what the caller hears now', () => {
  test('is told by the name of the announcement, and silence as silence', async () => {
    const id = await stage.dial();
    expect((await stage.call(id)).hears).toEqual({ what: 'ringing', names: [], from: null });
    await stage.answer(id);
    await stage.pass();
    expect((await stage.call(id)).hears).toEqual({ what: 'silence', names: [], from: null });
    await play(id, '/media/0vF1k2_x/summer-greeting.wav', '/media/waiting-music.wav');
    expect((await stage.call(id)).hears).toEqual({
      what: 'announcement',
      names: ['summer-greeting', 'waiting-music'],
      from: null,
    });
    await stage.pass(8);
    expect((await stage.call(id)).hears.what).toBe('silence');
  });

  test('is the person, and the music that plays on under the conversation', async () => {
    const id = await stage.dialAndAnswer();
    await play(id, '/media/waiting-music.wav');
    await stage.invite(id, ANNA);
    await stage.act(id, ANNA, 'accept');
    const hears = { what: 'person', names: ['waiting-music'], from: ANNA };
    expect((await stage.call(id)).hears).toEqual(hears);
    await stage.graph('POST', `/communications/calls/${id}/cancelMediaProcessing`, {});
    expect((await stage.call(id)).hears).toEqual({ ...hears, names: [] });
  });

  test('is nothing once the call has ended', async () => {
    const id = await stage.dialAndAnswer();
    await play(id, '/media/closed.wav');
    await stage.graph('DELETE', `/communications/calls/${id}`);
    expect((await stage.call(id)).hears).toEqual({ what: 'nothing', names: [], from: null });
    expect(listOf((await stage.control('GET', `calls/${id}/heard`)).body)).toMatchObject([
      { what: 'prompt', names: ['closed'], endedAt: expect.any(String) },
    ]);
  });
});

describe('the keys of the caller’s telephone', () => {
  test('are told once each, numbered, and a repeated notification has the same number', async () => {
    const id = await stage.dialAndAnswer();
    await stage.graph('POST', `/communications/calls/${id}/subscribeToTone`, {});
    await stage.control('PUT', 'faults', { notifications: { duplicateShare: 1 } });
    await stage.control('POST', `calls/${id}/tones`, { tones: '15' });
    await stage.pass();
    const tones = stage.received.flatMap(({ data }) => data.toneInfo ?? []);
    expect(tones.map(({ tone, sequenceId }) => [tone, sequenceId])).toEqual([
      ['tone1', 1],
      ['tone1', 1],
      ['tone5', 2],
      ['tone5', 2],
    ]);
  });

  test('cannot be pressed after the call, nor keys that no telephone has', async () => {
    const id = await stage.dialAndAnswer();
    expect((await stage.control('POST', `calls/${id}/tones`, { tones: 'x' })).status).toBe(400);
    await stage.control('DELETE', `calls/${id}`);
    expect((await stage.control('POST', `calls/${id}/tones`, { tones: '1' })).status).toBe(400);
  });

  test('are listened to with the consent for media only, in an established call', async () => {
    const early = await stage.dial();
    const path = (id: string): string => `/communications/calls/${id}/subscribeToTone`;
    expect((await stage.graph('POST', path(early), {})).status).toBe(400);
    const id = await stage.dialAndAnswer();
    await stage.control('PUT', 'consents', { 'Calls.AccessMedia.All': false });
    const refused = await stage.graph('POST', path(id), {});
    expect([refused.status, refused.body.error.code]).toEqual([403, '7504']);
  });
});
