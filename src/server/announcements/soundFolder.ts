/** Uploaded announcements on disk: one WAV file each, in a folder of the data directory. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { announcementNameSchema } from '@rufwerk/engine/api';
import type { Log } from '@rufwerk/engine/ports';
import { checkWave } from './wave.ts';

export interface StoredSound {
  readonly name: string;
  /** Of its content: nobody guesses it who has not heard the sound. */
  readonly digest: string;
  readonly bytes: number;
  readonly durationMs: number;
  readonly uploadedAt: number;
}

const UNFINISHED = '.part';

export class SoundFolder {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder when there is none, and clears away what a crash left unfinished. */
  static async open(dataDirectory: string): Promise<SoundFolder> {
    const folder = path.resolve(dataDirectory, 'announcements');
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    const unfinished = names.filter((name) => name.endsWith(UNFINISHED));
    for (const name of unfinished) await rm(path.join(folder, name), { force: true });
    return new SoundFolder(folder);
  }

  /** What lies there and can be played; the rest is logged and left alone. */
  async readAll(log: Log): Promise<StoredSound[]> {
    const sounds: StoredSound[] = [];
    for (const file of (await readdir(this.#folder)).toSorted()) {
      const name = announcementNameSchema.safeParse(file.replace(/\.wav$/, '')).data;
      if (name === undefined || !file.endsWith('.wav')) continue;
      const bytes = await readFile(this.pathOf(name));
      const wave = checkWave(bytes);
      if (!wave.ok) {
        const [problem] = wave.problems;
        log.warn({ announcement: name, problem: problem?.rule }, 'A sound file is passed over');
        continue;
      }
      const { mtimeMs } = await stat(this.pathOf(name));
      sounds.push(soundOf(name, bytes, wave.durationMs, Math.round(mtimeMs)));
    }
    return sounds;
  }

  /** Durable when it resolves, and never half: written beside, synced, and then renamed. */
  async write(
    name: string,
    bytes: Buffer,
    durationMs: number,
    uploadedAt: number,
  ): Promise<StoredSound> {
    const beside = path.join(this.#folder, `${name}.${randomUUID()}${UNFINISHED}`);
    try {
      const file = await open(beside, 'wx');
      try {
        await file.writeFile(bytes);
        await file.utimes(uploadedAt / 1000, uploadedAt / 1000);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, this.pathOf(name));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    return soundOf(name, bytes, durationMs, uploadedAt);
  }

  remove(name: string): Promise<void> {
    return rm(this.pathOf(name), { force: true });
  }

  pathOf(name: string): string {
    return path.join(this.#folder, `${name}.wav`);
  }
}

function soundOf(name: string, bytes: Buffer, durationMs: number, uploadedAt: number): StoredSound {
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 32);
  return { name, digest, bytes: bytes.length, durationMs, uploadedAt };
}
