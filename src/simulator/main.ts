import process from 'node:process';
import { startSimulatedTenant } from './index.ts';

const DEFAULT_PORT = 4000;
const DEFAULT_PRODUCT_PORT = 3978;

function numberFrom(name: string, fallback: number): number {
  const given = process.env[name];
  if (given === undefined || given === '') return fallback;
  if (/^\d+$/.test(given)) return Number(given);
  throw new Error(`${name}: "${given}" is not a whole number.`);
}

function explain(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error);
  const isPortInUse = 'code' in error && error.code === 'EADDRINUSE';
  if (!isPortInUse) return error.message;
  return `Port ${port} is in use. Set SIMULATOR_PORT to a free one, or end what listens there.`;
}

let port = DEFAULT_PORT;
try {
  port = numberFrom('SIMULATOR_PORT', DEFAULT_PORT);
  const productPort = numberFrom('PORT', DEFAULT_PRODUCT_PORT);
  const simulated = await startSimulatedTenant({
    port,
    world: process.env['WORLD'] ?? 'contoso',
    product: { baseUrl: `http://127.0.0.1:${productPort}` },
    seed: numberFrom('SEED', 1),
  });
  process.stdout.write(`The simulated Microsoft 365 tenant is at ${simulated.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void simulated.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  process.stderr.write(`${explain(error, port)}\n`);
  process.exit(1);
}
