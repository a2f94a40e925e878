/**
 * One client in a process of its own that posts all bodies of a file, one to a line, as fast as it
 * can over so many connections, and tells how long the answers took. What is not taken is posted
 * again, as Graph would do.
 */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import process from 'node:process';

const CONNECTIONS = 256;
const TRIES_MAX = 20;

/** What the client is asked to do. */
export interface Storm {
  readonly url: string;
  readonly file: string;
}

/** What came of it. */
export interface StormOutcome {
  readonly seconds: number;
  readonly slowestMs: number;
  readonly medianMs: number;
  readonly repeated: number;
  readonly givenUp: number;
}

process.on('message', (storm: Storm) => {
  void post(storm).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function post({ url, file }: Storm): Promise<StormOutcome> {
  const bodies = readFileSync(file, 'utf8').split('\n');
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const tookMs: number[] = [];
  let next = 0;
  let repeated = 0;
  let givenUp = 0;
  const connection = async (): Promise<void> => {
    for (let body = bodies[next]; body !== undefined; body = bodies[next]) {
      next += 1;
      let isTaken = false;
      for (let tries = 0; !isTaken && tries < TRIES_MAX; tries += 1) {
        if (tries > 0) repeated += 1;
        const startedMs = performance.now();
        const status = await postOne(url, body, agent);
        tookMs.push(performance.now() - startedMs);
        isTaken = status === 202;
      }
      if (!isTaken) givenUp += 1;
    }
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const seconds = (performance.now() - startedMs) / 1_000;
  agent.destroy();
  tookMs.sort((one, other) => one - other);
  const slowestMs = tookMs.at(-1) ?? Number.NaN;
  const medianMs = tookMs[Math.floor(tookMs.length / 2)] ?? Number.NaN;
  return { seconds, slowestMs, medianMs, repeated, givenUp };
}

function postOne(url: string, body: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    };
    const asking = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
