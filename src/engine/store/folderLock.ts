/** One process per data folder: two writers would both decide for the same calls. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { holdAlone } from './sqlite.ts';

export interface FolderLock {
  release(): void;
}

/** The data folder is in use by another process. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Locks the folder until `release` or the end of the process, `kill -9` included. Throws
 * `FolderInUse`, with the folder and the holder's process id, while another process holds it.
 */
export function lockFolder(folder: string): FolderLock {
  const held = holdAlone(path.join(folder, 'rufwerk.lock'));
  // The lock itself cannot be read while it is held: who holds it stands beside it.
  const holderFile = path.join(folder, 'rufwerk.pid');
  if (held === null) {
    throw new FolderInUse(
      `The data folder ${folder} is in use by ${holderOf(holderFile)}. ` +
        'Stop that process, or set DATA_DIR to another folder.',
    );
  }
  writeFileSync(holderFile, `${process.pid}\n`);
  return {
    release: () => {
      rmSync(holderFile, { force: true });
      held.release();
    },
  };
}

function holderOf(holderFile: string): string {
  try {
    return `process ${readFileSync(holderFile, 'utf8').trim()}`;
  } catch {
    return 'another process that is just starting';
  }
}
