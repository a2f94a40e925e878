/**
 * How long it takes to make the full record of a decision again: somewhere in the past, and beside
 * one that was just explained; and how long the longest turn holds up everybody else.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DecisionId } from '@rufwerk/engine/core';
import type { Log, TenantStore } from '@rufwerk/engine/ports';
import { openStore } from '@rufwerk/engine/store';
import { Explainer } from '../../src/engine/runtime/explain/explainer.ts';
import { PastStates } from '../../src/engine/runtime/explain/pastStates.ts';
import { sizeOf } from '../distribution/days.ts';
import { Random } from '../distribution/random.ts';
import { type Spread, spreadOf, type Workload } from '../workload.ts';
import { DAY_TENANT, storeDay } from './storedDay.ts';

const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (details, message) => {
    throw new Error(`${message}: ${JSON.stringify(details)}`);
  },
};

/** As the runtime takes them; a decision lies anywhere between two. */
const SNAPSHOT_EVERY = 10_000;
const WARMING_UP = 3;

export const explainDecisions: Workload = async ({ quick }) => {
  const figures: Record<string, object> = {};
  const lines = ['size    cold ms: median   p99   max   neighbour ms: median   longest turn ms'];
  for (const name of quick ? ['1k', '10k'] : ['1k', '10k', '100k']) {
    const one = await measureSize(name, quick ? 15 : 40);
    figures[name] = one;
    const { coldMs, neighbourMs, longestTurnMs } = one;
    const numbers = [coldMs.median, coldMs.p99, coldMs.max, neighbourMs.median, longestTurnMs];
    lines.push([name.padEnd(8), ...numbers.map((ms) => ms.toFixed(1).padStart(14))].join(''));
  }
  return { figures, lines };
};

interface Figures {
  readonly coldMs: Spread;
  readonly neighbourMs: Spread;
  readonly longestTurnMs: number;
}

async function measureSize(name: string, questions: number): Promise<Figures> {
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-explain-'));
  const store = await openStore({ dataDirectory, dataKey: Buffer.alloc(32, 7), log: silentLog });
  try {
    const tenant = await store.openTenant(DAY_TENANT);
    const plan = { size: sizeOf(name, 5), snapshotEvery: SNAPSHOT_EVERY, seed: 20_261_121 };
    await storeDay(tenant, { ...plan, inputs: 35_000 });
    return await measureQuestions(tenant, questions);
  } finally {
    await store.close();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

async function measureQuestions(tenant: TenantStore, questions: number): Promise<Figures> {
  const decisions = await decisionsOf(tenant);
  const random = new Random(7);
  const coldMs: number[] = [];
  const neighbourMs: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  for (let question = 0; question < questions; question += 1) {
    const place = random.below(decisions.length - 1);
    // One of its own each time, so that nothing is remembered.
    const explainer = new Explainer(tenant, new PastStates(tenant), silentLog);
    delay.enable();
    const cold = await explain(explainer, decisions[place]);
    delay.disable();
    const neighbour = await explain(explainer, decisions[place + 1]);
    // The first questions are those of a process that has not warmed up.
    if (question < WARMING_UP) {
      delay.reset();
      continue;
    }
    coldMs.push(cold);
    neighbourMs.push(neighbour);
  }
  return {
    coldMs: spreadOf(coldMs),
    neighbourMs: spreadOf(neighbourMs),
    longestTurnMs: delay.max / 1e6,
  };
}

async function explain(explainer: Explainer, id: DecisionId | undefined): Promise<number> {
  if (id === undefined) throw new Error('There is no such decision.');
  const startedMs = performance.now();
  const explanation = await explainer.explain(id);
  if (!explanation.ok) throw new Error(`${id} is not explained: ${explanation.cause}`);
  return performance.now() - startedMs;
}

/** All decisions of the day, oldest first. */
async function decisionsOf({ tables }: TenantStore): Promise<DecisionId[]> {
  const ids: DecisionId[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof tables.listDecisions>> = await tables.listDecisions({
      limit: 500,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...page.items.map(({ decisionId }) => decisionId));
    cursor = page.next;
  } while (cursor !== null);
  return ids.reverse();
}
