/**
 * Makes the announcements that callers hear: `npm run media`. A quiet loop as waiting music, and a
 * short melody for everything else that is said, so that they speak no language; in the one format
 * that the platform plays: WAV, 16 kHz, mono, 16 bit. Composed here, so that nobody owes anybody
 * anything; an administrator's own recordings replace them later.
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
  return sound(seconds, (at) =>
    notes.reduce((total, note) => total + sampleOf(note, at - note.atSeconds), 0),
  );
}

/** `valueAt` is the loudness at an instant, in seconds; beyond 1 it is softly limited. */
function sound(seconds: number, valueAt: (at: number) => number): Buffer {
  const samples = Math.round(seconds * RATE_HZ);
  const data = Buffer.alloc(samples * 2);
  for (let index = 0; index < samples; index += 1) {
    const value = Math.tanh(valueAt(index / RATE_HZ));
    data.writeInt16LE(Math.round(32_000 * value), index * 2);
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

/** Notes one after the other; the last one of each phrase rings on. */
function melody(midis: readonly number[], stepSeconds: number, volume = 0.3): Note[] {
  return midis.map((midi, index) => ({
    atSeconds: 0.2 + index * stepSeconds,
    midi,
    seconds: 2,
    volume,
  }));
}

function later(notes: readonly Note[], bySeconds: number): Note[] {
  return notes.map((note) => ({ ...note, atSeconds: note.atSeconds + bySeconds }));
}

/** Rising, as a question: somebody is there. */
const greeting = melody([67, 71, 74], 0.35);
/** Two soft notes: you are not forgotten. */
const comfort = melody([72, 76], 0.4, 0.24);
/** A step down, three times: not now. */
const busy = melody([69, 65], 0.3);
const allBusy = [...busy, ...later(busy, 1.1), ...later(busy, 2.2)];
/** All the way down, and the octave below: the day is over. */
const closed = [...melody([72, 69, 65, 60], 0.45), ...later(melody([48], 1, 0.24), 1.8)];
/** Up to the octave, and the chord: it is agreed. */
const confirmed = [
  ...melody([60, 64, 67, 72], 0.22),
  ...[60, 64, 67, 72].flatMap((midi) => later(melody([midi], 1, 0.16), 1.3)),
];

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

/**
 * The ring-back tone: 425 Hz, one second on and four off, as callers in Switzerland know it. The
 * emergency service hears it over a callback; whoever is reached ends it.
 */
const RINGING_HERTZ = 425;
const RINGING_ON_SECONDS = 1;
const RINGING_EVERY_SECONDS = 5;

function ringing(seconds: number): Buffer {
  return sound(seconds, (at) => {
    const t = at % RINGING_EVERY_SECONDS;
    if (t > RINGING_ON_SECONDS) return 0;
    // Without clicks at its ends.
    const edge = Math.min(1, t / 0.01, (RINGING_ON_SECONDS - t) / 0.01);
    return 0.2 * edge * Math.sin(2 * Math.PI * RINGING_HERTZ * at);
  });
}

const SOUNDS: Readonly<Record<string, Buffer>> = {
  greeting: wav(3, greeting),
  'waiting-music': wav(64 * BEAT_SECONDS, music),
  comfort: wav(2.5, comfort),
  'all-busy': wav(4.5, allBusy),
  closed: wav(4.5, closed),
  'call-back-confirmed': wav(3.5, confirmed),
  ringing: ringing(60),
};
for (const [name, sound] of Object.entries(SOUNDS)) {
  writeFileSync(path.join(FOLDER, `${name}.wav`), sound);
}
