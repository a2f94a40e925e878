/**
 * Makes the announcements that callers hear: `npm run media`. A soft chime as greeting and a quiet
 * loop as waiting music, in the one format that the platform plays: WAV, 16 kHz, mono, 16 bit.
 * Composed here, so that nobody owes anybody anything; an administrator's own recordings replace
 * them later.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const RATE_HZ = 16_000;
const FOLDER = path.resolve(import.meta.dirname, '../src/server/media');

interface Note {
  readonly atSeconds: number;
  readonly midi: number;
  readonly seconds: number;
  readonly volume: number;
}

const hertzOf = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

/**
 * A struck, softly fading tone: three partials, so that it sounds like wood and not like a siren.
 */
function sampleOf({ midi, seconds, volume }: Note, t: number): number {
  if (t < 0 || t > seconds) return 0;
  const attack = Math.min(1, t / 0.02);
  const release = Math.min(1, (seconds - t) / 0.05);
  const w = 2 * Math.PI * hertzOf(midi) * t;
  const tone =
    Math.sin(w) * Math.exp(-2.2 * t) +
    0.35 * Math.sin(2 * w) * Math.exp(-4 * t) +
    0.12 * Math.sin(3 * w) * Math.exp(-7 * t);
  return volume * attack * release * tone;
}

function wav(seconds: number, notes: readonly Note[]): Buffer {
  const samples = Math.round(seconds * RATE_HZ);
  const data = Buffer.alloc(samples * 2);
  for (let index = 0; index < samples; index += 1) {
    const at = index / RATE_HZ;
    const sum = notes.reduce((total, note) => total + sampleOf(note, at - note.atSeconds), 0);
    data.writeInt16LE(Math.round(32_000 * Math.tanh(sum)), index * 2);
  }
  return Buffer.concat([header(data.length), data]);
}

function header(dataBytes: number): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE_HZ, 24);
  bytes.writeUInt32LE(RATE_HZ * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(dataBytes, 40);
  return bytes;
}

const greeting: Note[] = [67, 71, 74].map((midi, index) => ({
  atSeconds: 0.2 + index * 0.35,
  midi,
  seconds: 2,
  volume: 0.3,
}));

/** Four chords, broken into eighths, twice: twenty seconds that end where they begin. */
const CHORDS = [
  [60, 64, 67, 71],
  [57, 60, 64, 67],
  [53, 57, 60, 64],
  [55, 59, 62, 65],
];
const BEAT_SECONDS = 0.3125;
const music: Note[] = Array.from({ length: 64 }, (_, index) => {
  const chord = CHORDS[Math.floor(index / 8) % CHORDS.length] ?? [];
  const step = [0, 2, 1, 3, 2, 1, 3, 2][index % 8] ?? 0;
  return {
    atSeconds: index * BEAT_SECONDS,
    midi: chord[step] ?? 60,
    seconds: 1.2,
    volume: index % 8 === 0 ? 0.24 : 0.16,
  };
});

writeFileSync(path.join(FOLDER, 'greeting.wav'), wav(3, greeting));
writeFileSync(path.join(FOLDER, 'waiting-music.wav'), wav(64 * BEAT_SECONDS, music));
