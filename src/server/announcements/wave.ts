/**
 * Reads the header of a WAV file, and says whether the platform will play it: PCM, 16 kHz, mono,
 * 16 bit (mediaInfo of Microsoft Graph). What is wrong is named together with what was found.
 */

export interface WaveProblem {
  readonly field: 'file' | 'encoding' | 'sampleRate' | 'channels' | 'bits' | 'duration';
  readonly rule: string;
  readonly mend: string;
}

export type WaveCheck =
  | { readonly ok: true; readonly durationMs: number }
  | { readonly ok: false; readonly problems: readonly WaveProblem[] };

const RATE_HZ = 16_000;
const BITS = 16;
const BYTES_PER_SECOND = (RATE_HZ * BITS) / 8;
const SHORTEST_MS = 100;
const LONGEST_MS = 10 * 60_000;

const PCM = 1;
const ENCODINGS: Readonly<Record<number, string>> = {
  2: 'ADPCM',
  3: 'floating point',
  6: 'A-law',
  7: 'mu-law',
  85: 'MP3',
  65_534: 'an extensible format',
};

const CONVERT = 'Save it as WAV, PCM, 16 kHz, mono, 16 bit; any sound editor can.';

interface Format {
  readonly encoding: number;
  readonly channels: number;
  readonly rateHz: number;
  readonly bits: number;
}

/** Never throws: bytes that are no WAV file are a problem like any other. */
export function checkWave(bytes: Buffer): WaveCheck {
  if (tag(bytes, 0) !== 'RIFF' || tag(bytes, 8) !== 'WAVE') {
    return refused('file', `It is no WAV file: it begins with ${beginning(bytes)}.`);
  }
  const format = formatOf(bytes);
  if (format === null) return refused('file', 'Its header does not say how the sound is encoded.');
  const problems = formatProblems(format);
  if (problems.length > 0) return { ok: false, problems };
  const sound = soundOf(bytes);
  if (sound === null) return refused('file', 'It has no sound: the part "data" is missing.');
  if (sound.at + sound.length > bytes.length) {
    const rule = `It is cut off: ${sound.length} bytes of sound are announced`;
    return refused('file', `${rule}, ${bytes.length - sound.at} are there.`, 'Save it again.');
  }
  const durationMs = Math.round((sound.length / BYTES_PER_SECOND) * 1000);
  if (durationMs >= SHORTEST_MS && durationMs <= LONGEST_MS) return { ok: true, durationMs };
  const rule = `It lasts ${durationMs / 1000} s; from 0.1 s to 10 minutes are taken.`;
  return refused('duration', rule, 'Choose another recording.');
}

function refused(field: WaveProblem['field'], rule: string, mend = CONVERT): WaveCheck {
  return { ok: false, problems: [{ field, rule, mend }] };
}

function formatProblems({ encoding, channels, rateHz, bits }: Format): WaveProblem[] {
  const problems: WaveProblem[] = [];
  const add = (field: WaveProblem['field'], rule: string): void => {
    problems.push({ field, rule, mend: CONVERT });
  };
  if (encoding !== PCM) {
    const name = ENCODINGS[encoding] ?? 'unknown';
    add('encoding', `It is encoded as ${name} (format ${encoding}); PCM is needed.`);
  }
  if (rateHz !== RATE_HZ) add('sampleRate', `It has ${rateHz} Hz; ${RATE_HZ} Hz are needed.`);
  if (channels !== 1) add('channels', `It has ${channels} channels; one is needed (mono).`);
  if (bits !== BITS) add('bits', `It has ${bits} bits per sample; ${BITS} are needed.`);
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

const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['ID3', 'the tag of an MP3 file'],
  ['OggS', 'the tag of an Ogg file'],
  ['fLaC', 'the tag of a FLAC file'],
  ['RIFF', '"RIFF", but holds something else than sound'],
];

function beginning(bytes: Buffer): string {
  if (bytes.length < 12) return `${bytes.length} bytes and nothing more`;
  const text = tag(bytes, 0);
  const known = BEGINNINGS.find(([sign]) => text.startsWith(sign));
  return known?.[1] ?? `the bytes ${bytes.toString('hex', 0, 4)}`;
}
