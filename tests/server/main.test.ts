/** Rufwerk as a process: how it starts, how it refuses to, and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { simulatedVariables } from './environment/variables.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { CLOCK_URL: _, ...variables } = simulatedVariables;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-main-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Process {
  readonly child: ChildProcess;
  readonly exit: Promise<{ readonly code: number | null; readonly words: string }>;
  /** Resolves with the address once the log tells it. */
  readonly listening: Promise<string>;
}

/** Nobody plays Microsoft here: what cannot be reached must not keep the process from living. */
function start(changes: Readonly<Record<string, string>> = {}): Process {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/typescript/register.mjs', 'src/server/main.ts'],
    {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        ...variables,
        CLOCK: 'system',
        LOGIN_URL: 'http://127.0.0.1:9/login',
        GRAPH_URL: 'http://127.0.0.1:9/graph/v1.0',
        DATA_DIR: folder,
        ...changes,
      },
    },
  );
  let words = '';
  let spoken = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const exit = once(child, 'exit').then(([code]) => ({ code: code as number | null, words }));
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      spoken += chunk.toString();
      const url = /"url":"([^"]+)","msg":"Rufwerk listens"/.exec(spoken)?.[1];
      if (url !== undefined) resolve(url);
    });
    void exit.then(() => reject(new Error(`It ended: ${words}${spoken}`)));
  });
  listening.catch(() => undefined);
  return { child, exit, listening };
}

describe('the process', () => {
  test('lives without Microsoft, says why it is not ready, and ends within 10 s', async () => {
    const { child, exit, listening } = start();
    const url = await listening;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).toContain('no configuration is in force yet');
    const askedToEndMs = performance.now();
    child.kill('SIGTERM');
    expect((await exit).code).toBe(0);
    expect(performance.now() - askedToEndMs).toBeLessThan(10_000);
  });

  test('does not start with a variable missing: it names it, and shows no stack', async () => {
    const { code, words } = await start({ MICROSOFT_APP_ID: '', DATA_KEY: 'short' }).exit;
    expect(code).toBe(1);
    expect(words).toContain('MICROSOFT_APP_ID is missing.');
    expect(words).toContain('DATA_KEY must be');
    expect(words).not.toContain('    at ');
  });

  test('does not start on a port in use: it says which, and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, words } = await start({ PORT: String(port) }).exit;
    other.close();
    expect(code).toBe(1);
    expect(words).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(words).toContain('set PORT to another port');
    expect(words).not.toContain('    at ');
  });

  test('does not start on a folder that another Rufwerk holds: it names the folder', async () => {
    const first = start();
    await first.listening;
    const { code, words } = await start().exit;
    first.child.kill('SIGTERM');
    await first.exit;
    expect(code).toBe(1);
    expect(words).toContain(folder);
    expect(words).toContain(String(first.child.pid));
  });
});
