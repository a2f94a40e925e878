/** W1, W3 and W5 of the benchmark: each size in a process of its own. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Workload } from '../workload.ts';
import type { DecisionAlone } from './decisionAlone.ts';

const run = promisify(execFile);

interface Figures {
  readonly inputsPerSecond: number;
  readonly inputsPerSecondRange: readonly number[];
  readonly decisionsPerSecond: number;
  readonly p50Ns: number;
  readonly p99Ns: number;
  readonly p999Ns: number;
  readonly decisionAlone: DecisionAlone;
  readonly bytesPerAgent: number;
  readonly journalDecidedAgainPerSecond: number;
}

/** Inputs per second that the size is meant to reach; none is stated for the others. */
const GOALS: Readonly<Record<string, number>> = { '100k': 1_000_000, '1M': 500_000 };

export const steadyDays: Workload = (options) =>
  measured('W1', options.quick ? ['1k', '10k'] : ['1k', '10k', '100k', '1M'], options);

export const bursts: Workload = (options) => measured('W3', ['1k'], options);

/** Every agent in fifty services: what O(services per agent) costs. */
export const skillHeavy: Workload = (options) =>
  measured('W5', options.quick ? ['1k'] : ['1k', '10k', '100k'], options);

async function measured(
  workload: string,
  sizes: readonly string[],
  { quick }: { readonly quick: boolean },
) {
  const figures: Record<string, Figures> = {};
  const lines = [
    row(
      'size',
      'inputs/s',
      'min-max',
      'decisions/s',
      'p50 ns',
      'p99 ns',
      'p99.9 ns',
      'B/agent',
      'again/s',
      'candidates',
      'alone p50',
      'alone p99',
    ),
  ];
  for (const size of sizes) {
    const inputs = quick ? 60_000 : size === '1M' ? 600_000 : 1_000_000;
    const repeats = quick ? 3 : size === '1M' ? 3 : 5;
    const one = await measureApart(workload, size, inputs, repeats);
    figures[size] = one;
    const range = one.inputsPerSecondRange.map((value) => thousands(value)).join('-');
    lines.push(
      row(
        size,
        thousands(one.inputsPerSecond),
        range,
        thousands(one.decisionsPerSecond),
        ...[one.p50Ns, one.p99Ns, one.p999Ns, one.bytesPerAgent].map(String),
        thousands(one.journalDecidedAgainPerSecond),
        ...[one.decisionAlone.candidates, one.decisionAlone.p50Ns, one.decisionAlone.p99Ns].map(
          String,
        ),
      ),
    );
    const goal = workload === 'W1' ? GOALS[size] : undefined;
    if (goal !== undefined) {
      const share = one.inputsPerSecond / goal;
      const told = share >= 1 ? 'reached' : `missed, ${share.toFixed(2)} of it`;
      lines.push(`  goal ${thousands(goal)} inputs/s: ${told}`);
    }
  }
  return { figures, lines };
}

async function measureApart(
  workload: string,
  size: string,
  inputs: number,
  repeats: number,
): Promise<Figures> {
  const { stdout } = await run(
    process.execPath,
    [
      '--expose-gc',
      '--max-semi-space-size=32',
      '--max-old-space-size=12000',
      '--import',
      './scripts/typescript/register.mjs',
      path.join(import.meta.dirname, 'measureSize.ts'),
      ...[workload, size, String(inputs), String(repeats)],
    ],
    { maxBuffer: 1e7, cwd: path.resolve(import.meta.dirname, '../..') },
  );
  return JSON.parse(stdout) as Figures;
}

function row(...cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padStart(index === 2 ? 15 : 12)).join('');
}

function thousands(value: number): string {
  return value >= 1_000_000 ? `${(value / 1e6).toFixed(2)} M` : `${Math.round(value / 1000)} k`;
}
