import { afterEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const MAIN = pathTo('src/simulator/main.ts');

let started: ChildProcessWithoutNullStreams | undefined;
afterEach(() => {
  started?.kill('SIGKILL');
});

function pathTo(file: string): string {
  return join(import.meta.dirname, '../..', file);
}

function start(environment: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams {
  started = spawn('node', ['--import', pathTo('scripts/typescript/register.mjs'), MAIN], {
    env: { PATH: process.env['PATH'], ...environment },
  });
  return started;
}

async function complaintOf(environment: Readonly<Record<string, string>>): Promise<string> {
  const child = start(environment);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  return complaint;
}

describe('the simulated tenant by itself', () => {
  test('says where it is, and ends on SIGTERM', async () => {
    const child = start({ SIMULATOR_PORT: '0' });
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString('utf8'))?.[0];
    expect((await fetch(`${url}/_simulator/clock`)).status).toBe(200);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
  });

  test('names the port that is in use and the setting that changes it', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const complaint = await complaintOf({ SIMULATOR_PORT: String(port) });
    taken.close();
    expect(complaint).toContain(`Port ${port} is in use. Set SIMULATOR_PORT`);
  });

  test('names a wrong setting', async () => {
    expect(await complaintOf({ SIMULATOR_PORT: 'many' })).toContain('SIMULATOR_PORT: "many"');
    expect(await complaintOf({ WORLD: 'mars' })).toContain('mars.yaml');
  });
});
