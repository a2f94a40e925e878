import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Log } from '@rufwerk/engine/ports';
import { AnnouncementLibrary } from '../../../src/server/announcements/library.ts';
import { silentLog } from '../log.ts';
import { wave } from './waves.ts';

const UPLOADED_AT = Date.UTC(2026, 10, 20, 8);

let dataDirectory: string;
let warnings: object[];
beforeEach(async () => {
  dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-announcements-'));
  warnings = [];
});
afterEach(() => rm(dataDirectory, { recursive: true, force: true }));

function open(): Promise<AnnouncementLibrary> {
  const log: Log = { ...silentLog, warn: (details) => void warnings.push(details) };
  return AnnouncementLibrary.open({
    dataDirectory,
    clock: { now: () => UPLOADED_AT },
    log,
    isMusic: (name) => name === 'our-music',
  });
}

const folder = (): string => path.join(dataDirectory, 'announcements');

describe('the announcements', () => {
  test('that the configuration names by default are there from the start', async () => {
    const library = await open();
    expect(library.names()).toEqual([
      'all-busy',
      'call-back-confirmed',
      'closed',
      'comfort',
      'greeting',
      'ringing',
      'waiting-music',
    ]);
    expect(library.pathFor('greeting')).toBe('/media/greeting.wav');
  });

  test('an uploaded one goes before a built-in one, until it is removed', async () => {
    const library = await open();
    await library.keep('greeting', wave(), 2000);
    expect(library.pathFor('greeting')).toMatch(/^\/media\/[\w-]{32}\/greeting\.wav$/);
    await library.remove('greeting');
    expect(library.pathFor('greeting')).toBe('/media/greeting.wav');
    expect(await readdir(folder())).toEqual([]);
  });

  test('keeps its name, its address and its date over a restart', async () => {
    const before = await open();
    await before.keep('summer', wave({ seconds: 3 }), 3000);
    const after = await open();
    expect(after.pathFor('summer')).toBe(before.pathFor('summer'));
    expect(after.find('summer')).toMatchObject({
      kind: 'uploaded',
      sound: { durationMs: 3000, uploadedAt: UPLOADED_AT },
    });
  });

  test('an address that the platform has got stays good when the sound is replaced', async () => {
    const library = await open();
    await library.keep('summer', wave({ level: 1 }), 2000);
    const [, , digest = ''] = library.pathFor('summer').split('/');
    await library.keep('summer', wave({ level: 2, seconds: 1 }), 1000);
    expect(library.pathFor('summer')).not.toContain(digest);
    expect(library.uploadedAt(digest, 'summer.wav')).toMatchObject({ sound: { durationMs: 1000 } });
    await library.remove('summer');
    expect(library.uploadedAt(digest, 'summer.wav')).toEqual(library.instead('summer'));
    expect(library.uploadedAt(digest, 'winter.wav')).toBeNull();
    expect(library.uploadedAt('never-given-out', 'summer.wav')).toBeNull();
  });

  test('the same sound under two names has two addresses, and both are good', async () => {
    const library = await open();
    await library.keep('summer', wave(), 2000);
    await library.keep('winter', wave(), 2000);
    for (const name of ['summer', 'winter']) {
      const [, , digest = ''] = library.pathFor(name).split('/');
      expect(library.uploadedAt(digest, `${name}.wav`)).toMatchObject({ sound: { name } });
    }
  });

  test('a missing one is heard as the greeting, missing music as music; said once', async () => {
    const library = await open();
    expect(library.pathFor('summer')).toBe('/media/greeting.wav');
    expect(library.pathFor('our-music')).toBe('/media/waiting-music.wav');
    library.pathFor('summer');
    expect(warnings).toEqual([
      { announcement: 'summer', heardInstead: 'greeting' },
      { announcement: 'our-music', heardInstead: 'waiting-music' },
    ]);
    await library.keep('summer', wave(), 2000);
    await library.remove('summer');
    library.pathFor('summer');
    expect(warnings).toHaveLength(3);
  });

  test('what else lies in the folder is passed over; an unfinished upload is cleared away', async () => {
    await mkdir(folder(), { recursive: true });
    await writeFile(path.join(folder(), 'stereo.wav'), wave({ channels: 2 }));
    await writeFile(path.join(folder(), 'Notes.txt'), 'not ours');
    await writeFile(path.join(folder(), 'summer.1234.part'), wave());
    const library = await open();
    expect(library.find('stereo')).toBeNull();
    expect(library.find('summer')).toBeNull();
    expect(warnings).toMatchObject([{ announcement: 'stereo' }]);
    expect((await readdir(folder())).toSorted()).toEqual(['Notes.txt', 'stereo.wav']);
  });

  test('a disk that takes nothing keeps the sound of before, and no rest', async () => {
    const library = await open();
    await library.keep('summer', wave({ level: 1 }), 2000);
    const address = library.pathFor('summer');
    await rm(folder(), { recursive: true });
    await writeFile(folder(), 'a file where the folder was');
    await expect(library.keep('summer', wave({ level: 2 }), 2000)).rejects.toThrow();
    expect(library.pathFor('summer')).toBe(address);
  });

  test('there is room for so many, and always for a new sound of a known name', async () => {
    const library = await open();
    const sound = wave({ seconds: 0.1 });
    for (let number = 0; library.hasRoomFor('one-more'); number += 1) {
      await library.keep(`sound-${number}`, sound, 100);
    }
    expect(library.names()).toHaveLength(207);
    expect(library.hasRoomFor('sound-7')).toBe(true);
  });
});
