/**
 * A storm of change notifications, one person each, from one client: through the whole door (shape,
 * secret, token, decryption, order, journal, then the answer), and through a bare `node:http`
 * server that does the same decryption on the same kind of threads and answers at once. By turns in
 * one run, so that the machine is the same for both.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { PersonId } from '@rufwerk/engine/core';
import type { PersonDetails } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import { NotificationDoor } from '../../src/engine/graph/notifications/door.ts';
import { DecryptionPool } from '../../src/engine/graph/notifications/decryption/pool.ts';
import { presenceNewsOf } from '../../src/engine/graph/notifications/presenceNews.ts';
import type { NotificationTopic } from '../../src/engine/graph/notifications/topic.ts';
import { serveNotifications } from '../../src/server/notifications/route.ts';
import { contactCentre } from '../distribution/contactCentre.ts';
import { sizeOf } from '../distribution/days.ts';
import { Random } from '../distribution/random.ts';
import type { StormOutcome } from './client.ts';
import { CLOCK, engineWithJournal, LOG } from './engine.ts';
import {
  APP_ID,
  CLIENT_STATE,
  type SealedStorm,
  sealStorm,
  SUBSCRIPTION_ID,
  TENANT_ID,
} from './sealed.ts';
import { decryptionRates, type DecryptionRates } from './decryptionRates.ts';

export interface StormFigures {
  readonly notifications: number;
  /** Of the slowest run: none may be lost. */
  readonly lost: number;
  readonly repeated: number;
  readonly slowestAnswerMs: number;
  readonly medianAnswerMs: number;
  /** Medians of the runs. */
  readonly perSecond: number;
  readonly barePerSecond: number;
  readonly shareOfBare: number;
  readonly decryption: DecryptionRates;
}

/** `quick` does one round instead of three. */
export async function measureStorm({ quick }: { readonly quick: boolean }): Promise<StormFigures> {
  const centre = contactCentre(sizeOf('10k', 5), new Random(20_261_121));
  const storm = await sealStorm(centre.people);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-storm-'));
  const file = path.join(folder, 'bodies');
  await writeFile(file, storm.bodies.join('\n'));
  const stored = await engineWithJournal(centre);
  const client = await startClient();
  try {
    const whole: (StormOutcome & { readonly lost: number })[] = [];
    const bare: StormOutcome[] = [];
    // The first round warms up and is not counted.
    for (let round = 0; round <= (quick ? 1 : 3); round += 1) {
      const one = await throughTheDoor(stored.engine, storm, (url) => post(client, { url, file }));
      const other = await throughBareServer(storm, (url) => post(client, { url, file }));
      if (round === 0) continue;
      whole.push(one);
      bare.push(other);
    }
    const decryption = await decryptionRates(storm, quick ? 1 : 3);
    return { ...figuresOf(storm.bodies.length, whole, bare), decryption };
  } finally {
    client.disconnect();
    storm.close();
    await stored.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export function stormLines(figures: StormFigures): string[] {
  const { notifications, lost, slowestAnswerMs, shareOfBare, decryption } = figures;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const rate = (perSecond: number): string => `${Math.round(perSecond)}/s`;
  return [
    `  ${notifications} notifications from one client: ${lost} lost, slowest answer ` +
      `${Math.round(slowestAnswerMs)} ms (goal: none, 3000 ms)`,
    `  taken and committed: ${rate(figures.perSecond)}, bare server: ` +
      `${rate(figures.barePerSecond)}, so ${percent(shareOfBare)} (goal: 80 %)`,
    `  decryption on ${decryption.threads} threads: ${rate(decryption.perSecond)}, RSA alone: ` +
      `${rate(decryption.rsaPerSecond)}, so ${percent(decryption.shareOfRsa)} (goal: 90 %)`,
  ];
}

function figuresOf(
  notifications: number,
  whole: readonly (StormOutcome & { readonly lost: number })[],
  bare: readonly StormOutcome[],
): Omit<StormFigures, 'decryption'> {
  const perSecond = median(whole.map(({ seconds }) => notifications / seconds));
  const barePerSecond = median(bare.map(({ seconds }) => notifications / seconds));
  return {
    notifications,
    lost: Math.max(...whole.map(({ lost }) => lost)),
    repeated: Math.max(...whole.map(({ repeated }) => repeated)),
    slowestAnswerMs: Math.max(...whole.map(({ slowestMs }) => slowestMs)),
    medianAnswerMs: median(whole.map(({ medianMs }) => medianMs)),
    perSecond,
    barePerSecond,
    shareOfBare: median(whole.map(({ seconds }, round) => (bare[round]?.seconds ?? 0) / seconds)),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

/** Counts what the journal holds afterwards: that is what was not lost. */
async function throughTheDoor(
  engine: TenantRuntime,
  { bodies, privateKey, loginUrl }: SealedStorm,
  run: (url: string) => Promise<StormOutcome>,
): Promise<StormOutcome & { readonly lost: number }> {
  const told = new Set<PersonId>();
  const stop = engine.onCommitted(({ entries }) => {
    for (const { input } of entries) {
      if (input.type !== 'PresencePushed') continue;
      for (const { agentId } of input.readings) told.add(agentId);
    }
  });
  const pool = new DecryptionPool({ log: LOG });
  pool.useKeys([privateKey]);
  const people = { findByEntraId: (id: string) => personOf(id as PersonId) };
  const topic: NotificationTopic = {
    subject: 'presence',
    isUrgent: false,
    read: (text, toldId) => presenceNewsOf(text, toldId, true, people),
    readingAccepted: () => undefined,
    unreadable: () => undefined,
    lifecycle: () => undefined,
  };
  const subscription = { clientState: CLIENT_STATE, tenantIds: [TENANT_ID], topic };
  const door = new NotificationDoor({
    ...{ sink: engine, pool, loginUrl, appId: APP_ID, clock: CLOCK, log: LOG },
    book: { candidates: (id) => (id === SUBSCRIPTION_ID ? [subscription] : []) },
  });
  const server = createServer();
  serveNotifications(server, { door, log: LOG });
  const outcome = await run(`${await listen(server)}/api/notifications`);
  stop();
  await close(server);
  await pool.close();
  return { ...outcome, lost: bodies.length - told.size };
}

interface BareBody {
  readonly value: readonly {
    readonly encryptedContent: Readonly<
      Record<'data' | 'dataKey' | 'dataSignature' | 'encryptionCertificateId', string>
    >;
  }[];
}

async function throughBareServer(
  { privateKey }: SealedStorm,
  run: (url: string) => Promise<StormOutcome>,
): Promise<StormOutcome> {
  const pool = new DecryptionPool({ log: LOG });
  pool.useKeys([privateKey]);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { value } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as BareBody;
      const opening = value.map(({ encryptedContent: content }) =>
        pool.open(
          { ...content, certificateId: content.encryptionCertificateId },
          Number.POSITIVE_INFINITY,
        ),
      );
      void Promise.all(opening).then((opened) => {
        for (const each of opened) if (each.kind === 'opened') JSON.parse(each.text);
        response.writeHead(202, { 'content-length': '0' });
        response.end();
      });
    });
  });
  const outcome = await run(await listen(server));
  await close(server);
  await pool.close();
  return outcome;
}

function personOf(id: PersonId): PersonDetails {
  return { id, entraId: id, userPrincipalName: null, displayName: '', phone: null, mail: null };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function startClient(): Promise<ChildProcess> {
  const register = path.resolve(import.meta.dirname, '../../scripts/typescript/register.mjs');
  const client = fork(path.join(import.meta.dirname, 'client.ts'), {
    execArgv: ['--import', register],
  });
  await once(client, 'message');
  return client;
}

async function post(
  client: ChildProcess,
  storm: { readonly url: string; readonly file: string },
): Promise<StormOutcome> {
  client.send(storm);
  const [outcome] = (await once(client, 'message')) as [StormOutcome];
  return outcome;
}
