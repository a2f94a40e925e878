/**
 * From the notification received to the invitation sent, at 20 calls a second, on the real wire: a
 * simulated tenant, a tap on both directions, and Rufwerk in a process of its own with its durable
 * store. The platform's own answering time is taken out and shown beside.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Control } from '../../tests/e2e/control.ts';
import { generatedWorld, startBench } from './stage.ts';
import type { Exchange } from './tap.ts';
import { type Spread, spreadOf, type Workload } from '../workload.ts';

const CALLS_PER_SECOND = 20;
const WARM_UP_CALLS = 40;

interface CallTimes {
  /** Incoming notification at Rufwerk -> answer sent. */
  readonly toAnswerMs: number;
  /** Established notification at Rufwerk -> invitation sent. */
  readonly toInviteMs: number;
  /** The platform: answer sent -> established notified. */
  readonly platformMs: number;
}

export const measureDispatch: Workload = async ({ quick }) => {
  const calls = quick ? 100 : 600;
  const stage = await startBench(generatedWorld(212));
  try {
    await dialMany(stage.control, stage.service, WARM_UP_CALLS);
    await pause(2_000);
    const before = await stage.metrics();
    stage.toRufwerk.exchanges.length = 0;
    stage.toPlatform.exchanges.length = 0;
    await dialMany(stage.control, stage.service, calls);
    await pause(2_000);
    const after = await stage.metrics();
    const times = callTimes(stage.toRufwerk.exchanges, stage.toPlatform.exchanges);
    return report(calls, times, stepsBetween(before, after));
  } finally {
    await stage.close();
  }
};

async function dialMany(control: Control, service: string, calls: number): Promise<void> {
  for (let index = 0; index < calls; index += 1) {
    void control.dial(service, `+4179${String(1_000_000 + index)}`);
    await pause(1_000 / CALLS_PER_SECOND);
  }
}

function callTimes(notified: readonly Exchange[], sent: readonly Exchange[]): CallTimes[] {
  const incoming = firstByCall(notified, (text) => text.includes('"incoming"'));
  const established = firstByCall(notified, (text) => text.includes('"established"'));
  const answers = firstByPath(sent, '/answer');
  const invitations = firstByPath(sent, '/participants/invite');
  return [...incoming].flatMap(([call, arrivedMs]) => {
    const [answer, live, invite] = [
      answers.get(call),
      established.get(call),
      invitations.get(call),
    ];
    if (answer === undefined || live === undefined || invite === undefined) return [];
    return [
      { toAnswerMs: answer - arrivedMs, toInviteMs: invite - live, platformMs: live - answer },
    ];
  });
}

function firstByCall(
  exchanges: readonly Exchange[],
  matches: (text: string) => boolean,
): Map<string, number> {
  const first = new Map<string, number>();
  for (const { path, body, arrivedMs } of exchanges) {
    const text = body.toString('utf8');
    if (!path.startsWith('/api/calls') || !matches(text)) continue;
    const call = /\/communications\/calls\/([^"/]+)/.exec(text)?.[1];
    if (call !== undefined && !first.has(call)) first.set(call, arrivedMs);
  }
  return first;
}

function firstByPath(exchanges: readonly Exchange[], ending: string): Map<string, number> {
  const first = new Map<string, number>();
  for (const { path, arrivedMs } of exchanges) {
    const call = /\/communications\/calls\/([^/]+)/.exec(path)?.[1];
    if (call !== undefined && path.endsWith(ending) && !first.has(call)) first.set(call, arrivedMs);
  }
  return first;
}

/** Mean milliseconds of each step, from Rufwerk's own histograms. */
function stepsBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Record<string, number> {
  const steps: Record<string, number> = {};
  for (const [name, sum] of after) {
    if (!name.endsWith('_sum')) continue;
    const step = name.replace(/_sum$/, '');
    const count = (after.get(`${step}_count`) ?? 0) - (before.get(`${step}_count`) ?? 0);
    if (count > 0) steps[step] = ((sum - (before.get(name) ?? 0)) / count) * 1_000;
  }
  return steps;
}

function report(
  calls: number,
  times: readonly CallTimes[],
  steps: Readonly<Record<string, number>>,
): Awaited<ReturnType<Workload>> {
  const spread = (pick: (call: CallTimes) => number): Spread => spreadOf(times.map(pick));
  const figures = {
    calls,
    measured: times.length,
    callsPerSecond: CALLS_PER_SECOND,
    ownMs: spread(({ toAnswerMs, toInviteMs }) => toAnswerMs + toInviteMs),
    toAnswerMs: spread(({ toAnswerMs }) => toAnswerMs),
    toInviteMs: spread(({ toInviteMs }) => toInviteMs),
    platformMs: spread(({ platformMs }) => platformMs),
    meanStepMs: steps,
  };
  const row = (name: string, { median, p99, max }: Spread): string =>
    `  ${name.padEnd(44)} ${[median, p99, max].map((ms) => ms.toFixed(1).padStart(8)).join('')}`;
  return {
    figures,
    lines: [
      `  ${times.length} of ${calls} calls measured, ${CALLS_PER_SECOND} a second`,
      `  ${'milliseconds'.padEnd(44)}   median     p99     max`,
      row('our own time (goal: 15 median, 60 p99)', figures.ownMs),
      row('  incoming notification -> answer sent', figures.toAnswerMs),
      row('  established notification -> invitation sent', figures.toInviteMs),
      row('the platform: answer -> established', figures.platformMs),
      '  mean of each step inside Rufwerk, in milliseconds:',
      ...Object.entries(steps).map(([step, ms]) => `    ${step.padEnd(60)} ${ms.toFixed(2)}`),
    ],
  };
}
