/**
 * The whole system for tests: a simulated tenant and a Rufwerk process of its own, which talk over
 * the wire protocol only. Tests act through the control interface, as a person at the telephone
 * would.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { type SimulatedTenant, startSimulatedTenant } from '@rufwerk/simulator';
import { Control } from './control.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 30_000;
/** As `npm start` has them: without them no activity is told, and no carrier may ask. */
const TEAMS_APP_ID = '7b0f8c52-3f1d-4c55-9d0e-6a2b4c8d1e3f';
const EMERGENCY_CALLER_ID_KEY = 'simulated-carrier-asks-for-the-caller-id';

export interface HouseOptions {
  /** Played time runs this many times faster than real time. */
  readonly rate?: number;
  /** A configuration file that exists; Contoso's, when nothing else is said. */
  readonly configuration?: string;
  /** What a configuration file of this house's own says, in YAML. */
  readonly configurationText?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export class House {
  readonly tenant: SimulatedTenant;
  readonly control: Control;
  readonly url: string;
  /** What Rufwerk's process is given. */
  readonly environment: NodeJS.ProcessEnv;
  readonly dataDirectory: string;
  #rufwerk: ChildProcess | null = null;
  #output = '';

  private constructor(
    tenant: SimulatedTenant,
    url: string,
    dataDirectory: string,
    environment: NodeJS.ProcessEnv,
  ) {
    this.tenant = tenant;
    this.control = new Control(tenant.url);
    this.url = url;
    this.dataDirectory = dataDirectory;
    this.environment = environment;
  }

  static async open(options: HouseOptions = {}): Promise<House> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const tenant = await startSimulatedTenant({ product: { baseUrl: url } });
    const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-house-'));
    const house = new House(tenant, url, dataDirectory, {
      ...process.env,
      NODE_OPTIONS: '',
      LOG_LEVEL: 'info',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDirectory,
      DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      CONFIGURATION: await configurationFile(options, dataDirectory),
      MICROSOFT_APP_ID: tenant.tenant.applicationId,
      MICROSOFT_APP_SECRET: tenant.tenant.applicationSecret,
      MICROSOFT_TENANT_ID: tenant.tenant.tenantId,
      LOGIN_URL: `${tenant.url}/login`,
      GRAPH_URL: `${tenant.url}/graph/v1.0`,
      CONNECTOR_OPENID_URL: `${tenant.url}/connector/.well-known/openidconfiguration`,
      BOT_SERVICE_URL: `${tenant.url}/connector/`,
      CALLING_OPENID_URL: `${tenant.url}/calling/v1/.well-known/OpenIdConfiguration`,
      TEAMS_APP_ID,
      EMERGENCY_CALLER_ID_KEY,
      CLOCK: 'simulated',
      CLOCK_URL: `${tenant.url}/time`,
      ...options.environment,
    });
    await house.start();
    if (options.rate !== undefined) await house.control.put('/clock', { rate: options.rate });
    return house;
  }

  /** Starts Rufwerk and waits until it says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--import', './scripts/typescript/register.mjs', 'src/server/main.ts'],
      { cwd: ROOT, env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString('utf8')).slice(-200_000);
      });
    }
    this.#rufwerk = child;
    const until = Date.now() + READY_WITHIN_MS;
    while (!(await this.#isReady())) {
      if (child.exitCode !== null || Date.now() > until) {
        throw new Error(`Rufwerk is not ready (exit ${child.exitCode}):\n${this.#output}`);
      }
      await pause(50);
    }
  }

  /** Ends Rufwerk at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async close(): Promise<void> {
    await this.#end('SIGTERM');
    await this.tenant.close();
    await rm(this.dataDirectory, { recursive: true, force: true });
  }

  /** The token that Teams would hand to the tab of this person. */
  async signIn(person: string): Promise<string> {
    const answer = await fetch(`${this.tenant.url}/page/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ upn: person }),
    });
    return ((await answer.json()) as { token: string }).token;
  }

  /** Asks the HTTP API as a person would through the tab. */
  async api<T>(person: string, address: string): Promise<T> {
    const headers = { authorization: `Bearer ${await this.signIn(person)}` };
    const answer = await fetch(this.url + address, { headers });
    if (!answer.ok) throw new Error(`GET ${address}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Sends something to the HTTP API as a person would through the tab. */
  async send<T>(person: string, method: string, address: string, body: object = {}): Promise<T> {
    const answer = await fetch(this.url + address, {
      method,
      headers: {
        authorization: `Bearer ${await this.signIn(person)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  /** What Rufwerk wrote so far, newest last. */
  output(): string {
    return this.#output;
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#rufwerk;
    this.#rufwerk = null;
    if (child === null || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  async #isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).status === 200;
    } catch {
      // Not listening yet: the loop around this has the limit.
      return false;
    }
  }
}

async function configurationFile(
  { configuration, configurationText }: HouseOptions,
  folder: string,
): Promise<string> {
  if (configurationText === undefined) {
    return configuration ?? path.join(ROOT, 'env/contoso.yaml');
  }
  const file = path.join(folder, 'house.yaml');
  await writeFile(file, configurationText);
  return file;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
