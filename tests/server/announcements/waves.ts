/** WAV files as editors write them, right and wrong. */

export interface WaveFields {
  readonly encoding?: number;
  readonly channels?: number;
  readonly rateHz?: number;
  readonly bits?: number;
  readonly seconds?: number;
  /** What the header claims, where it does not tell the truth. */
  readonly announcedBytes?: number;
  /** Some editors put other parts before the sound. */
  readonly before?: Buffer;
  /** What is heard: the same value over and over. */
  readonly level?: number;
}

/** A playable announcement of two seconds, but for what is given. */
export function wave(fields: WaveFields = {}): Buffer {
  const { encoding = 1, channels = 1, rateHz = 16_000, bits = 16, seconds = 2 } = fields;
  const frameBytes = (channels * bits) / 8;
  const sound = Buffer.alloc(Math.round(seconds * rateHz) * frameBytes, fields.level ?? 0);
  const format = Buffer.alloc(16);
  format.writeUInt16LE(encoding, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rateHz, 4);
  format.writeUInt32LE(rateHz * frameBytes, 8);
  format.writeUInt16LE(frameBytes, 12);
  format.writeUInt16LE(bits, 14);
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    part('fmt ', format),
    fields.before ?? Buffer.alloc(0),
    part('data', sound, fields.announcedBytes),
  ]);
  return part('RIFF', body);
}

/** A part of a RIFF file: a tag, a length, the bytes, and padding to an even length. */
export function part(tag: string, bytes: Buffer, announcedBytes = bytes.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(tag, 'latin1');
  head.writeUInt32LE(announcedBytes, 4);
  return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
}
