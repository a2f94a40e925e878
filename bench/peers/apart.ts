/** The peers in a process of their own: what other workloads left behind slows nobody there. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Peers } from './compare.ts';

const run = promisify(execFile);

export async function comparePeersApart(quick: boolean): Promise<Peers> {
  const file = path.resolve(import.meta.dirname, '../run.ts');
  const options = ['--only', 'peers', '--json', ...(quick ? ['--quick'] : [])];
  const { stdout } = await run(process.execPath, [...process.execArgv, file, ...options], {
    maxBuffer: 1e7,
    cwd: path.resolve(import.meta.dirname, '../..'),
  });
  return (JSON.parse(stdout) as { readonly peers: Peers }).peers;
}
