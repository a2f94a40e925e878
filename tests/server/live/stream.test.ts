import { describe, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '@rufwerk/engine/api';
import { changeKey } from '../../../src/server/live/changeKey.ts';
import { LiveStream } from '../../../src/server/live/stream.ts';

/** A response whose client reads nothing until it is asked to. */
function openStream(): { readonly stream: LiveStream; readonly wire: PassThrough } {
  const wire = Object.assign(new PassThrough(), { writeHead: () => wire });
  const stream = new LiveStream(wire as unknown as ServerResponse, {
    ...{ reader: {} as never, serviceId: null, language: 'en' },
  });
  return { stream, wire };
}

const version = (version: number): LiveEvent => ({ event: 'configuration', data: { version } });

describe('a stream to a client', () => {
  test('says the same thing once', () => {
    const { stream, wire } = openStream();
    stream.tell(version(1), 5, 0);
    stream.tell(version(1), 6, 0);
    stream.tell(version(2), 7, 0);
    const text = String(wire.read());
    expect(text.match(/^id: \d+$/gm)).toEqual(['id: 5', 'id: 7']);
  });

  test('drops a client that does not read, instead of remembering all for it', () => {
    const { stream, wire } = openStream();
    const name = 'x'.repeat(10_000);
    for (let seq = 0; seq < 200 && stream.isOpen; seq += 1) {
      stream.tell({ event: 'services', data: { items: [{ name, seq }] } } as never, seq, 0);
    }
    expect(stream.isOpen).toBe(false);
    expect(wire.writableLength).toBeLessThan(1024 * 1024);
  });
});

describe('what counts as a change on a screen', () => {
  test('an age that only grew with the time is none; a newer confirmation is one', () => {
    const seen = (ageMs: number) => ({ presence: { availability: 'Available', ageMs } });
    expect(changeKey(seen(1_000), 100_000)).toBe(changeKey(seen(4_000), 103_000));
    expect(changeKey(seen(1_000), 100_000)).not.toBe(changeKey(seen(1_000), 130_000));
  });
});
