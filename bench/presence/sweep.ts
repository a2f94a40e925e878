/**
 * What it costs to read the presence of 100,000 people once, as it really runs: all of them on duty
 * and free, which is the worst case, over real HTTP on loopback against a stub in another process.
 *
 * Counted is all CPU time of this process, user and system: ticks and looks at urgencies, making
 * and sending requests, Microsoft's client library, decompressing and parsing answers, comparing
 * 100,000 readings with the committed state, deciding, and the journal on SQLite. One reading in
 * fifty has changed. Not counted: TLS, which a loopback does not speak, the store's own sealing of
 * names, and Graph's work.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { type PersonId, step } from '@rufwerk/engine/core';
import { createGraph } from '@rufwerk/engine/graph';
import type { PersonDetails } from '@rufwerk/engine/ports';
import { type ContactCentre, contactCentre, openedTenant } from '../distribution/contactCentre.ts';
import { sizeOf } from '../distribution/days.ts';
import { Random } from '../distribution/random.ts';
import { CLOCK, engineWithJournal, LOG } from './engine.ts';

type Presence = ReturnType<typeof createGraph>['presence'];
type Engine = Parameters<Presence['startPolling']>[0]['engine'];

export interface SweepCost {
  readonly requests: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

export interface SweepFigures {
  readonly people: number;
  /** With the journal. */
  readonly sweep: SweepCost;
  /** The core decides in memory: what reading alone costs. */
  readonly withoutJournal: SweepCost;
  /** The same requests by bare `fetch`, their answers parsed and thrown away: the floor. */
  readonly bareFetch: SweepCost;
}

const BLOCK = 650;

/** `quick` measures one sweep instead of four. */
export async function measureSweep({
  quick,
  people = 100_000,
}: {
  readonly quick: boolean;
  readonly people?: number;
}): Promise<SweepFigures> {
  const centre = contactCentre({ ...sizeOf('100k', 5), agents: people }, new Random(20_261_123));
  const sweeps = quick ? 1 : 4;
  const stored = await engineWithJournal(centre);
  try {
    const sweep = await sweepsOf(stored.engine, centre, sweeps);
    const bareFetch = await bareSweeps(centre, sweeps);
    const withoutJournal = await sweepsOf(engineInMemory(centre), centre, sweeps);
    return { people, sweep, withoutJournal, bareFetch };
  } finally {
    await stored.close();
  }
}

/** For the table of `npm run bench`. */
export function sweepLines({ people, sweep, withoutJournal, bareFetch }: SweepFigures): string[] {
  const seconds = (value: number): string => `${value.toFixed(2)} s`;
  return [
    `  one sweep of ${people} people, all on duty: ${sweep.requests} requests (goal: 154)`,
    `  CPU of the whole process: ${seconds(sweep.cpuSeconds)} (goal: under 1 s)`,
    `  CPU without the journal: ${seconds(withoutJournal.cpuSeconds)}`,
    `  the same requests by bare fetch and JSON.parse: ${seconds(bareFetch.cpuSeconds)}`,
    `  wall time, within Graph's limits: ${seconds(sweep.wallSeconds)}`,
  ];
}

/** Polls for real, and counts from the third sweep on: the first two warm up and fill caches. */
async function sweepsOf(
  engine: Engine,
  { people }: ContactCentre,
  sweeps: number,
): Promise<SweepCost> {
  const stub = await startStub();
  const counted = { polls: 0, requests: 0 };
  const polling = presenceThrough(stub.url, people, counted).startPolling({
    engine: counting(engine, counted),
    agentIds: () => people,
  });
  try {
    const blocks = Math.ceil(people.length / BLOCK);
    await until(() => counted.polls >= 2 * blocks);
    const { polls, requests } = counted;
    const costSince = startCounting();
    await until(() => counted.polls >= polls + sweeps * blocks);
    const done = (counted.polls - polls) / blocks;
    return costSince(done, counted.requests - requests);
  } finally {
    await polling.stop();
    stub.process.disconnect();
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const untilMs = performance.now() + 120_000;
  while (!isSo()) {
    if (performance.now() > untilMs) throw new Error('The sweep has not ended in two minutes.');
    await pause(20);
  }
}

/** Tells what one of so many sweeps has cost since. */
function startCounting(): (sweeps: number, requests: number) => SweepCost {
  const [startedMs, before] = [performance.now(), process.cpuUsage()];
  return (sweeps, requests) => {
    const { user, system } = process.cpuUsage(before);
    return {
      requests: Math.round(requests / sweeps),
      cpuSeconds: (user + system) / 1e6 / sweeps,
      wallSeconds: (performance.now() - startedMs) / 1_000 / sweeps,
    };
  };
}

async function bareSweeps({ people }: ContactCentre, sweeps: number): Promise<SweepCost> {
  const stub = await startStub();
  const ask = async (ids: readonly PersonId[]): Promise<void> => {
    const url = `${stub.url}/v1.0/communications/getPresencesByUserId`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ ids }) });
    await answer.json();
  };
  const sweepOnce = async (): Promise<void> => {
    for (let first = 0; first < people.length; first += BLOCK) {
      await ask(people.slice(first, first + BLOCK));
    }
  };
  await sweepOnce();
  const costSince = startCounting();
  for (let sweep = 0; sweep < sweeps; sweep += 1) await sweepOnce();
  const cost = costSince(sweeps, sweeps * Math.ceil(people.length / BLOCK));
  stub.process.disconnect();
  return cost;
}

function counting(engine: Engine, counted: { polls: number }): Engine {
  return {
    now: () => engine.now(),
    read: (look) => engine.read(look),
    submit: async (draft) => {
      const committed = await engine.submit(draft);
      if (draft.type === 'PresenceBlockPolled') counted.polls += 1;
      return committed;
    },
  };
}

function presenceThrough(
  graphUrl: string,
  ids: readonly PersonId[],
  counted: { requests: number },
): Presence {
  const details = { userPrincipalName: null, displayName: 'Agent', phone: null, mail: null };
  const people = new Map<PersonId, PersonDetails>(
    ids.map((id) => [id, { ...details, id, entraId: id }]),
  );
  return createGraph({
    ...{ graphUrl: `${graphUrl}/v1.0`, tenantId: 'tenant', appId: 'application' },
    ...{ publicUrl: 'https://bench.example', clock: CLOCK, log: LOG },
    announcementPath: (name) => name,
    tokens: { accessToken: () => Promise.resolve('token') },
    observe: () => (counted.requests += 1),
    people: { find: (id) => people.get(id) ?? null, findByEntraId: () => null },
  }).presence;
}

function engineInMemory(centre: ContactCentre): Engine {
  const state = openedTenant(centre);
  let seq = 0;
  return {
    now: () => Date.now(),
    read: (look) => Promise.resolve(look(state, Date.now())),
    submit: (draft) => {
      seq += 1;
      return Promise.resolve({ seq, facts: step(state, { ...draft, at: Date.now() }) });
    },
  };
}

async function startStub(): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const stub = fork(path.join(import.meta.dirname, 'graphStub.ts'), {
    execArgv: [
      '--import',
      path.resolve(import.meta.dirname, '../../scripts/typescript/register.mjs'),
    ],
  });
  const [port] = (await once(stub, 'message')) as [number];
  return { process: stub, url: `http://127.0.0.1:${port}` };
}
