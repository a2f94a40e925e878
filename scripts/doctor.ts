/**
 * `npm run doctor`: asks the running Rufwerk whether everything outside of it is right, and prints
 * what is not: what it costs, why, and how to mend it. Ends with 0 when nothing is at fault, 1 when
 * something is, 2 when Rufwerk cannot be asked. `--german` for German, `--all` for good ones too.
 */
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { makePass } from '../src/server/doctor/pass.ts';
import { environmentSchema } from '../src/server/environment/schema.ts';
import type { Check } from '../src/server/readiness/index.ts';
import { readEnvironment } from './environment.mjs';
import { root } from './repository.mjs';

const ANSWER_WITHIN_MS = 30_000;
const MARK = { fault: '✗', warning: '!', advice: 'i', good: '✓' } as const;

const { values: options } = parseArgs({
  options: {
    german: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
});

process.exitCode = await examine();

async function examine(): Promise<number> {
  const variables = process.env['MICROSOFT_APP_ID']
    ? process.env
    : await readEnvironment(path.join(root, 'env/.env.local'), process.env);
  const read = environmentSchema.safeParse(variables);
  if (!read.success) {
    for (const { path: names, message } of read.error.issues) {
      console.error(`${names.join('.')}: ${message}`);
    }
    return 2;
  }
  const { PORT, DATA_KEY } = read.data;
  const checks = await ask(`http://127.0.0.1:${PORT}/doctor`, DATA_KEY);
  if (checks === null) return 2;
  for (const check of checks) if (options.all || check.state !== 'good') print(check);
  const faults = checks.filter(({ state }) => state === 'fault').length;
  const good = checks.filter(({ state }) => state === 'good').length;
  console.log(`${checks.length} checks: ${good} good, ${faults} at fault.`);
  return faults === 0 ? 0 : 1;
}

async function ask(address: string, dataKey: Buffer): Promise<readonly Check[] | null> {
  const headers = {
    authorization: `Bearer ${await makePass(dataKey)}`,
    'accept-language': options.german ? 'de' : 'en',
  };
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const response = await fetch(address, { headers, signal });
    if (response.ok) return ((await response.json()) as { checks: readonly Check[] }).checks;
    console.error(`Rufwerk at ${address} answers ${response.status}: ${await response.text()}`);
    console.error('Run this with the environment in which Rufwerk runs, DATA_KEY above all.');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    console.error(
      `Rufwerk at ${address} does not answer (${cause}). Is it running on this machine?`,
    );
  }
  return null;
}

function print({ state, title, effect, cause, mend }: Check): void {
  console.log(`${MARK[state]} ${title}`);
  if (state === 'good') return;
  for (const line of [effect, cause, mend && `→ ${mend}`]) if (line) console.log(`    ${line}`);
  console.log('');
}
