/**
 * `npm start`: Rufwerk beside a simulated Microsoft 365 tenant, from a bare clone on.
 *
 *   install -> build -> simulated tenant -> Rufwerk -> address to open -> ... -> both ended
 *
 * `npm start -- --verbose` shows the programs' logs, which are otherwise in DATA_DIR/logs.
 * Runs before anything is installed: what needs a package is imported after the installation.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildScreens } from './build.mjs';
import { installWhenNeeded } from './install.mjs';
import { orEnd, root } from './repository.mjs';
import { startProgram } from './start/program.mjs';
import { isTaken, waitUntilReady } from './start/readiness.mjs';
import { whenStarterIsGone } from './start/starter.mjs';
import { whatToTry } from './start/what-to-try.mjs';

const readyLimitMs = 60_000;
/** A killed Rufwerk is started again, as a supervisor would; one that keeps dying is not. */
const restartsMax = 5;

const { values: options } = parseArgs({
  options: { verbose: { type: 'boolean', short: 'v', default: false } },
});

await orEnd(installWhenNeeded());
await orEnd(buildScreens({ onlyStale: true }));
const { readEnvironment } = await import('./environment.mjs');

const environment = await readEnvironment(path.join(root, 'env/.env.local'), process.env);
const dataFolder = path.resolve(root, environment.DATA_DIR);
const runFile = path.join(dataFolder, 'run.json');
await mkdir(path.join(dataFolder, 'logs'), { recursive: true });

const simulatedTenant = {
  name: 'The simulated tenant',
  file: 'src/simulator/main.ts',
  log: 'simulated-tenant.log',
  address: `http://127.0.0.1:${environment.SIMULATOR_PORT}/`,
  readyAt: `http://127.0.0.1:${environment.SIMULATOR_PORT}/`,
};
const rufwerk = {
  name: 'Rufwerk',
  file: 'src/server/main.ts',
  log: 'rufwerk.log',
  address: `http://127.0.0.1:${environment.PORT}/`,
  readyAt: `http://127.0.0.1:${environment.PORT}/readyz`,
};

const running = new Map();
let hasRunFile = false;
let isEnding = false;

await whenStarterIsGone(() => void end(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

if ((await begin(simulatedTenant)) && (await begin(rufwerk))) {
  console.log(whatToTry({ page: simulatedTenant.address, rufwerk: rufwerk.address, dataFolder }));
}

/** Starts a program and waits until it is ready; false when everything is ending instead. */
async function begin(part) {
  const wasTaken = await isTaken(part.readyAt);
  if (isEnding) return false;
  const program = startProgram({
    file: part.file,
    environment,
    // Of a second start the first one's log must survive.
    logFile: wasTaken ? devNull : path.join(dataFolder, 'logs', part.log),
    isVerbose: options.verbose,
  });
  running.set(part, program);
  void program.ended.then((how) => afterEnd(part, how));
  // Where somebody else answers already, only the program itself can say what that means.
  const state = wasTaken
    ? await program.ended.then(() => 'ended')
    : await waitUntilReady({ program, address: part.readyAt, limitMs: readyLimitMs });
  if (state === 'late' && !isEnding) {
    console.error(`${part.name} was not ready within ${readyLimitMs / 1000} s (${part.readyAt}).`);
    await end(1);
  }
  if (state === 'ready') await writeRunFile();
  return state === 'ready';
}

/** A program has ended by itself: the others end too, unless it was killed and can be recovered. */
async function afterEnd(part, { code, signal, lastWords }) {
  running.delete(part);
  if (isEnding) return;
  part.restarts = (part.restarts ?? 0) + 1;
  if (part === rufwerk && signal === 'SIGKILL' && part.restarts <= restartsMax) {
    console.log('Rufwerk was killed. It is started again and takes up its calls where they are.');
    await begin(part);
    return;
  }
  console.error(`${part.name} has ended (${signal ?? `exit code ${code}`}).\n\n${lastWords}\n`);
  await end(code || 1);
}

/** Ends what runs, Rufwerk first, so that it can still settle its calls; then this process. */
async function end(exitCode) {
  if (isEnding) return;
  isEnding = true;
  for (const part of [rufwerk, simulatedTenant]) await running.get(part)?.stop();
  if (hasRunFile) await rm(runFile, { force: true });
  process.exit(exitCode);
}

/** Who runs, for whoever wants to stop or kill one of them alone. */
async function writeRunFile() {
  hasRunFile = true;
  const pidOf = (part) => running.get(part)?.pid ?? null;
  const run = {
    pid: process.pid,
    rufwerk: { pid: pidOf(rufwerk), address: rufwerk.address },
    simulatedTenant: { pid: pidOf(simulatedTenant), address: simulatedTenant.address },
  };
  await writeFile(runFile, `${JSON.stringify(run, null, 2)}\n`);
}
