/**
 * `npm run drill:verify -- report.json`: whether the signed report of a drill is as Rufwerk wrote
 * it, without asking Rufwerk. `--key "<fingerprint>"` also demands that one installation's key
 * signed it; without it, compare the fingerprint that is printed with the one that the tab shows.
 * Ends with 0 when it is genuine, 1 when it is not, 2 when it cannot be read.
 */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { DrillShown } from '@rufwerk/engine/api';
import { verifyReport } from '../src/server/emergencies/drill/report.ts';

const { values: options, positionals } = parseArgs({
  options: { key: { type: 'string' } },
  allowPositionals: true,
});

process.exitCode = await examine(positionals[0]);

async function examine(file: string | undefined): Promise<number> {
  if (file === undefined) {
    console.error('Name the report: npm run drill:verify -- report.json');
    return 2;
  }
  const document = await read(file);
  if (document === undefined) return 2;
  const verified = verifyReport(document);
  if (verified.kind === 'wrong') {
    console.error(`Not genuine. ${verified.because}`);
    return 1;
  }
  const { drill, fingerprint } = verified;
  if (options.key !== undefined && compact(options.key) !== compact(fingerprint)) {
    console.error(`Not genuine. Another key signed it: ${fingerprint}`);
    return 1;
  }
  console.log(`Genuine: drill of ${drill.agent.name}, ${drill.startedAt}`);
  console.log(`Key ${fingerprint}`);
  console.log(summaryOf(drill));
  for (const { at, what, person, detail } of drill.steps) {
    console.log(`  ${at}  ${[what, person?.name, detail].filter(Boolean).join(', ')}`);
  }
  return 0;
}

function summaryOf({ path, callbackReachedAgent, finishedAt }: DrillShown): string {
  const reached = callbackReachedAgent === true ? 'reached the agent' : 'did not reach the agent';
  const way = path === 'pool' ? `number of the pool; a callback ${reached}` : 'own number';
  return `Callback path: ${way}${finishedAt === null ? '. It was still running.' : ''}`;
}

/** Undefined after words about what is wrong. */
async function read(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function compact(fingerprint: string): string {
  return fingerprint.replaceAll(/\s/g, '').toLowerCase();
}
