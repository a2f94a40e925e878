/** A generated world, its agents picking up by themselves, and Rufwerk between two taps. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { startSimulatedTenant } from '@rufwerk/simulator';
import { Control, HELP_DESK } from '../../tests/e2e/control.ts';
import { Tap } from './tap.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The people of the Contoso world come first; who follows is generated. */
const FIRST_GENERATED = 13;
const READY_WITHIN_MS = 60_000;

export interface BenchStage {
  readonly control: Control;
  readonly service: string;
  /** Rufwerk's own address. */
  readonly url: string;
  readonly tenantUrl: string;
  /** Notifications on their way to Rufwerk. */
  readonly toRufwerk: Tap;
  /** Requests of Rufwerk on their way to Graph. */
  readonly toPlatform: Tap;
  /** Rufwerk's metrics by name and labels. */
  metrics(): Promise<Map<string, number>>;
  close(): Promise<void>;
}

export interface GeneratedWorld {
  readonly world: string;
  /** They pick up by themselves. */
  readonly agents: readonly string[];
  /** Null: until somebody hangs up. */
  readonly talksForSeconds: number | null;
  readonly configuration: object;
}

/** A world of so many people; all generated ones serve the help desk. */
export function generatedWorld(people: number): GeneratedWorld {
  const agents = generatedAgents(people);
  return {
    ...{ world: `generated:${people}`, agents, talksForSeconds: 5 },
    configuration: helpDeskOf(agents),
  };
}

/** Those of a world of so many people who are not Contoso's own. */
export function generatedAgents(people: number): string[] {
  return Array.from({ length: people - FIRST_GENERATED + 1 }, (_, index) => {
    const number = String(FIRST_GENERATED + index).padStart(6, '0');
    return `agent.${number}@contoso.example`;
  });
}

export async function startBench(generated: GeneratedWorld): Promise<BenchStage> {
  const { world } = generated;
  const directory = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-bench-'));
  const toRufwerk = new Tap('http://127.0.0.1:1');
  const notifyUrl = await toRufwerk.open();
  const tenant = await startSimulatedTenant({ world, product: { baseUrl: notifyUrl } });
  const toPlatform = new Tap(tenant.url);
  const platformUrl = await toPlatform.open();
  const configuration = path.join(directory, 'bench.yaml');
  await writeFile(configuration, JSON.stringify(generated.configuration));
  const control = new Control(tenant.url);
  await letAnswer(control, generated);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  toRufwerk.pointTo(url);
  const rufwerk = startRufwerk({
    PORT: String(port),
    PUBLIC_URL: notifyUrl,
    DATA_DIR: path.join(directory, 'data'),
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    CONFIGURATION: configuration,
    LOG_LEVEL: 'warn',
    MICROSOFT_APP_ID: tenant.tenant.applicationId,
    MICROSOFT_APP_SECRET: tenant.tenant.applicationSecret,
    MICROSOFT_TENANT_ID: tenant.tenant.tenantId,
    LOGIN_URL: `${tenant.url}/login`,
    GRAPH_URL: `${platformUrl}/graph/v1.0`,
    CONNECTOR_OPENID_URL: `${tenant.url}/connector/.well-known/openidconfiguration`,
    BOT_SERVICE_URL: `${tenant.url}/connector/`,
    CALLING_OPENID_URL: `${tenant.url}/calling/v1/.well-known/OpenIdConfiguration`,
    CLOCK: 'simulated',
    CLOCK_URL: `${tenant.url}/time`,
  });
  await untilReady(url, rufwerk);
  return {
    control,
    service: HELP_DESK,
    url,
    tenantUrl: tenant.url,
    toRufwerk,
    toPlatform,
    metrics: () => metricsOf(url),
    close: async () => {
      await end(rufwerk);
      await Promise.all([toRufwerk.close(), toPlatform.close()]);
      await tenant.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function helpDeskOf(agents: readonly string[]): object {
  return {
    administrators: ['admin@contoso.example'],
    services: [
      {
        id: 'it-helpdesk',
        name: 'IT Helpdesk',
        resourceAccount: 'it-helpdesk@contoso.example',
        agents,
        supervisors: ['sam.supervisor@contoso.example'],
        afterCallWork: { mode: 'none' },
      },
    ],
  };
}

async function letAnswer(
  control: Control,
  { agents, talksForSeconds }: GeneratedWorld,
): Promise<void> {
  const behaviour = { answers: 'auto', afterSeconds: 1, talksForSeconds };
  for (const agent of agents) await control.put(`/people/${agent}/behaviour`, behaviour);
}

function startRufwerk(environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', './scripts/typescript/register.mjs', 'src/server/main.ts'],
    { cwd: ROOT, env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    if (child.exitCode !== null || Date.now() > until) {
      throw new Error(`Rufwerk is not ready: ${answer === null ? 'silent' : await answer.text()}`);
    }
    await pause(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function metricsOf(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const metrics = new Map<string, number>();
  for (const line of text.split('\n')) {
    const found = /^([a-z_]+)(\{[^}]*\})? ([-+.\deE]+)$/.exec(line);
    if (found === null) continue;
    const [, name = '', labels = '', value = ''] = found;
    const base = name.replace(/_(sum|count)$/, '');
    const part = name.slice(base.length);
    metrics.set(`${base}${labels}${part}`, Number(value));
  }
  return metrics;
}

async function freePort(): Promise<number> {
  const tap = new Tap('http://127.0.0.1:1');
  const { port } = new URL(await tap.open());
  await tap.close();
  return Number(port);
}
