/** Rufwerk's process: environment, log, signals, and an end that says why. */
import process from 'node:process';
import { pino } from 'pino';
import { readEnvironment } from './environment/read.ts';
import { startServer } from './startServer.ts';

/** Shutdown has this long; then the process ends as it is (design.md, "Conventions"). */
const SHUTDOWN_LIMIT_MS = 10_000;

const read = readEnvironment(process.env);
if (!read.ok) {
  process.stderr.write(`${read.message}\n`);
  process.exit(1);
}
const { environment } = read;
const log = pino({
  level: environment.LOG_LEVEL,
  base: { tenant: environment.MICROSOFT_TENANT_ID },
});

process.on('uncaughtException', (err) => {
  log.fatal({ err }, 'A fault that nobody caught ends the process');
  process.exit(1);
});

const server = await startServer({
  environment,
  log,
  onBroken: (because) => {
    log.fatal({ because }, 'The engine has stopped for good');
    process.exitCode = 1;
    void shutDown();
  },
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return process.exit(1);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shutDown());
log.info({ url: server.url }, 'Rufwerk listens');

async function shutDown(): Promise<void> {
  setTimeout(() => {
    log.error({}, `Not everything ended within ${SHUTDOWN_LIMIT_MS / 1000} s`);
    process.exit(1);
  }, SHUTDOWN_LIMIT_MS).unref();
  await server.close();
  process.exit();
}
