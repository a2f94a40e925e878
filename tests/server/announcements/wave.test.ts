import { describe, expect, test } from '@jest/globals';
import { checkWave } from '../../../src/server/announcements/wave.ts';
import { part, wave } from './waves.ts';

describe('a sound file', () => {
  test('of 16 kHz, mono, 16 bit PCM is playable, and its length is known', () => {
    expect(checkWave(wave({ seconds: 2.5 }))).toEqual({ ok: true, durationMs: 2500 });
  });

  test('is read past whatever its editor put before the sound', () => {
    const before = Buffer.concat([
      part('LIST', Buffer.from('INFOabc')),
      part('cue ', Buffer.of(1)),
    ]);
    expect(checkWave(wave({ before }))).toEqual({ ok: true, durationMs: 2000 });
  });

  test.each([
    [{ rateHz: 44_100 }, 'sampleRate', '44100 Hz'],
    [{ channels: 2 }, 'channels', '2 channels'],
    [{ bits: 8 }, 'bits', '8 bits'],
    [{ encoding: 3 }, 'encoding', 'floating point (format 3)'],
    [{ encoding: 4711 }, 'encoding', 'unknown (format 4711)'],
    [{ seconds: 0.09 }, 'duration', '0.09 s'],
    [{ seconds: 601 }, 'duration', '601 s'],
    [{ announcedBytes: 65_000 }, 'file', '65000 bytes of sound are announced, 64000 are there'],
    [{ announcedBytes: 0xffff_ffff }, 'file', 'cut off'],
    [{ announcedBytes: 0 }, 'duration', '0 s'],
  ])('with %j is refused, and told what was found', (fields, field, found) => {
    const check = checkWave(wave(fields));
    expect(check).toMatchObject({ ok: false, problems: [{ field }] });
    expect(JSON.stringify(check)).toContain(found);
  });

  test('with several faults is told all of them, each with its mend', () => {
    const check = checkWave(wave({ rateHz: 44_100, channels: 2, bits: 24 }));
    if (check.ok) throw new Error('taken');
    expect(check.problems.map(({ field }) => field)).toEqual(['sampleRate', 'channels', 'bits']);
    expect(check.problems.every(({ mend }) => mend.de.includes('16 kHz'))).toBe(true);
  });

  test.each([
    ['nothing', Buffer.alloc(0), '0 bytes'],
    ['an MP3 file', Buffer.from('ID3\u0004 and so on, for a while'), 'MP3'],
    ['a picture in RIFF', part('RIFF', Buffer.from('WEBP and a picture')), 'something else'],
    ['text', Buffer.from('Sehr geehrte Damen und Herren'), '53656872'],
    ['a WAV file without a format', part('RIFF', Buffer.from('WAVE')), 'how the sound is encoded'],
    ['half a header', wave().subarray(0, 24), 'how the sound is encoded'],
    ['a header alone', wave().subarray(0, 36), '"data" is missing'],
  ])('%s is refused', (_what, bytes, found) => {
    const check = checkWave(bytes);
    expect(check).toMatchObject({ ok: false, problems: [{ field: 'file' }] });
    expect(JSON.stringify(check).replaceAll('\\', '')).toContain(found);
  });

  test('of any bytes at all never throws', () => {
    const whole = wave({ seconds: 0.2 });
    for (let length = 0; length < 60; length += 1) checkWave(whole.subarray(0, length));
    for (let at = 0; at < 48; at += 1) {
      const broken = Buffer.from(whole);
      broken[at] = 0xff;
      checkWave(broken);
    }
  });
});
