import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new folder of the operating system's choice, and how to remove it. */
export function temporaryFolder(): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'rufwerk-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
