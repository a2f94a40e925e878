/** The announcements that are there from the start; `npm run media` composes them. */
import path from 'node:path';
import { type StaticFile, readStaticFile } from '../http/staticFile.ts';
import { checkWave } from './wave.ts';

const FOLDER = path.resolve(import.meta.dirname, '../media');

const NAMES = [
  'greeting',
  'waiting-music',
  'comfort',
  'all-busy',
  'closed',
  'call-back-confirmed',
  'ringing',
] as const;

export type BuiltInName = (typeof NAMES)[number];

export interface BuiltInSound extends StaticFile {
  readonly durationMs: number;
}

/** Throws when one of them is missing or is not what the platform plays: a broken installation. */
export async function readBuiltIn(): Promise<ReadonlyMap<string, BuiltInSound>> {
  const sounds = new Map<string, BuiltInSound>();
  for (const name of NAMES) {
    const file = await readStaticFile(path.join(FOLDER, `${name}.wav`));
    const wave = checkWave(file.bytes);
    if (!wave.ok) throw new Error(`${name}.wav: ${wave.problems[0]?.rule.en ?? 'not playable'}`);
    sounds.set(name, { ...file, durationMs: wave.durationMs });
  }
  return sounds;
}
