/**
 * Reads the header of a WAV file, and says whether the platform will play it: PCM, 16 kHz, mono,
 * 16 bit (mediaInfo of Microsoft Graph). What is wrong is named together with what was found.
 */

import { asSaid, type Texts } from '@rufwerk/engine/core';

export interface WaveProblem {
  readonly field: 'file' | 'encoding' | 'sampleRate' | 'channels' | 'bits' | 'duration';
  readonly rule: Texts;
  readonly mend: Texts;
}

export type WaveCheck =
  | { readonly ok: true; readonly durationMs: number }
  | { readonly ok: false; readonly problems: readonly WaveProblem[] };

const RATE_HZ = 16_000;
const BITS = 16;
const BYTES_PER_SECOND = (RATE_HZ * BITS) / 8;
const SHORTEST_MS = 100;
const LONGEST_MINUTES = 10;
const LONGEST_MS = LONGEST_MINUTES * 60_000;
/** What an editor may write beside the sound: title, cue points and the like. */
const BESIDE_THE_SOUND_BYTES = 1024 * 1024;

/** The longest sound, and room for what is beside it. */
export const WAVE_LIMIT_BYTES = LONGEST_MINUTES * 60 * BYTES_PER_SECOND + BESIDE_THE_SOUND_BYTES;

/** Of a file that is larger: bytes say nothing to whoever recorded it. */
export const WAVE_LIMIT: Texts = {
  en: `The file is larger than ${LONGEST_MINUTES} minutes of WAV, PCM, 16 kHz, mono, 16 bit.`,
  de: `Die Datei ist grösser als ${LONGEST_MINUTES} Minuten WAV, PCM, 16 kHz, mono, 16 Bit.`,
};

const PCM = 1;
const ENCODINGS: Readonly<Record<number, Texts>> = {
  2: asSaid('ADPCM'),
  3: { en: 'floating point', de: 'Gleitkomma' },
  6: asSaid('A-law'),
  7: asSaid('mu-law'),
  85: asSaid('MP3'),
  65_534: { en: 'an extensible format', de: 'erweitertes Format' },
};

const CONVERT: Texts = {
  en: 'Save it as WAV, PCM, 16 kHz, mono, 16 bit; any sound editor can.',
  de: 'Speichern Sie sie als WAV, PCM, 16 kHz, mono, 16 Bit; das kann jedes Audioprogramm.',
};

interface Format {
  readonly encoding: number;
  readonly channels: number;
  readonly rateHz: number;
  readonly bits: number;
}

/** Never throws: bytes that are no WAV file are a problem like any other. */
export function checkWave(bytes: Buffer): WaveCheck {
  if (tag(bytes, 0) !== 'RIFF' || tag(bytes, 8) !== 'WAVE') {
    const found = beginning(bytes);
    return refused('file', {
      en: `It is no WAV file: it begins with ${found.en}.`,
      de: `Es ist keine WAV-Datei: sie beginnt mit ${found.de}.`,
    });
  }
  const format = formatOf(bytes);
  if (format === null) return refused('file', NO_FORMAT);
  const problems = formatProblems(format);
  if (problems.length > 0) return { ok: false, problems };
  const sound = soundOf(bytes);
  if (sound === null) return refused('file', NO_SOUND);
  if (sound.at + sound.length > bytes.length) {
    return refused('file', cutOff(sound.length, bytes.length - sound.at), SAVE_AGAIN);
  }
  const durationMs = Math.round((sound.length / BYTES_PER_SECOND) * 1000);
  if (durationMs >= SHORTEST_MS && durationMs <= LONGEST_MS) return { ok: true, durationMs };
  return refused('duration', wrongLength(durationMs / 1000), ANOTHER_RECORDING);
}

const NO_FORMAT: Texts = {
  en: 'Its header does not say how the sound is encoded.',
  de: 'Ihr Kopf sagt nicht, wie der Ton kodiert ist.',
};

const NO_SOUND: Texts = {
  en: 'It has no sound: the part "data" is missing.',
  de: 'Sie hat keinen Ton: der Teil «data» fehlt.',
};

const SAVE_AGAIN: Texts = { en: 'Save it again.', de: 'Speichern Sie sie noch einmal.' };

const ANOTHER_RECORDING: Texts = {
  en: 'Choose another recording.',
  de: 'Wählen Sie eine andere Aufnahme.',
};

function cutOff(announced: number, there: number): Texts {
  return {
    en: `It is cut off: ${announced} bytes of sound are announced, ${there} are there.`,
    de: `Sie ist abgeschnitten: ${announced} Bytes Ton sind angekündigt, ${there} sind da.`,
  };
}

function wrongLength(seconds: number): Texts {
  return {
    en: `It lasts ${seconds} s; from 0.1 s to ${LONGEST_MINUTES} minutes are taken.`,
    de: `Sie dauert ${seconds} s; angenommen werden 0,1 s bis ${LONGEST_MINUTES} Minuten.`,
  };
}

function refused(field: WaveProblem['field'], rule: Texts, mend = CONVERT): WaveCheck {
  return { ok: false, problems: [{ field, rule, mend }] };
}

function formatProblems({ encoding, channels, rateHz, bits }: Format): WaveProblem[] {
  const problems: WaveProblem[] = [];
  const add = (field: WaveProblem['field'], en: string, de: string): void => {
    problems.push({ field, rule: { en, de }, mend: CONVERT });
  };
  if (encoding !== PCM) {
    const name = ENCODINGS[encoding] ?? { en: 'unknown', de: 'unbekannt' };
    add(
      'encoding',
      `It is encoded as ${name.en} (format ${encoding}); PCM is needed.`,
      `Die Kodierung ist ${name.de} (Format ${encoding}); nötig ist PCM.`,
    );
  }
  if (rateHz !== RATE_HZ) {
    const de = `Die Abtastrate ist ${rateHz} Hz; nötig sind ${RATE_HZ} Hz.`;
    add('sampleRate', `It has ${rateHz} Hz; ${RATE_HZ} Hz are needed.`, de);
  }
  if (channels !== 1) {
    const de = `Sie hat ${channels} Kanäle; nötig ist einer (mono).`;
    add('channels', `It has ${channels} channels; one is needed (mono).`, de);
  }
  if (bits !== BITS) {
    const de = `Sie hat ${bits} Bit je Abtastwert; nötig sind ${BITS}.`;
    add('bits', `It has ${bits} bits per sample; ${BITS} are needed.`, de);
  }
  return problems;
}

function formatOf(bytes: Buffer): Format | null {
  const part = partOf(bytes, 'fmt ');
  if (part === null || part.length < 16 || part.at + 16 > bytes.length) return null;
  return {
    encoding: bytes.readUInt16LE(part.at),
    channels: bytes.readUInt16LE(part.at + 2),
    rateHz: bytes.readUInt32LE(part.at + 4),
    bits: bytes.readUInt16LE(part.at + 14),
  };
}

function soundOf(bytes: Buffer): Part | null {
  return partOf(bytes, 'data');
}

interface Part {
  readonly at: number;
  readonly length: number;
}

/** Parts follow each other after the first twelve bytes: a tag, a length, and so many bytes. */
function partOf(bytes: Buffer, wanted: string): Part | null {
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4);
    if (tag(bytes, at) === wanted) return { at: at + 8, length };
    // An odd length is followed by one byte of padding.
    at += 8 + length + (length % 2);
  }
  return null;
}

function tag(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}

const BEGINNINGS: readonly (readonly [string, Texts])[] = [
  ['ID3', { en: 'the tag of an MP3 file', de: 'dem Zeichen einer MP3-Datei' }],
  ['OggS', { en: 'the tag of an Ogg file', de: 'dem Zeichen einer Ogg-Datei' }],
  ['fLaC', { en: 'the tag of a FLAC file', de: 'dem Zeichen einer FLAC-Datei' }],
  [
    'RIFF',
    {
      en: '"RIFF", but holds something else than sound',
      de: '«RIFF», enthält aber etwas anderes als Ton',
    },
  ],
];

function beginning(bytes: Buffer): Texts {
  if (bytes.length < 12) {
    const { length } = bytes;
    return { en: `${length} bytes and nothing more`, de: `${length} Bytes und sonst nichts` };
  }
  const text = tag(bytes, 0);
  const known = BEGINNINGS.find(([sign]) => text.startsWith(sign));
  if (known !== undefined) return known[1];
  const hex = bytes.toString('hex', 0, 4);
  return { en: `the bytes ${hex}`, de: `den Bytes ${hex}` };
}
