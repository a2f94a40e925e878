/**
 * Measures one workload at one size, in a process of its own, so that no size sees the heap of
 * another; prints one line of JSON. Arguments: workload, size, inputs, repeats.
 */
import process from 'node:process';
import type { Input } from '@rufwerk/engine/core';
import { contactCentre, openedTenant } from './contactCentre.ts';
import { recordDay } from './day.ts';
import { burst, sizeOf, steadyDay } from './days.ts';
import { timeDecisionsAlone } from './decisionAlone.ts';
import { decideAgain, play, type Played, timeDecisions } from './play.ts';
import { Random } from './random.ts';

const [workload = 'W1', name = '1k', inputsAsked = '100000', repeatsAsked = '5'] =
  process.argv.slice(2);
const collect = (globalThis as { gc?: () => void }).gc;
if (collect === undefined) throw new Error('Run with --expose-gc.');

const random = new Random(20_261_121);
const size =
  workload === 'W3'
    ? { agents: 1_000, services: 50, servicesPerAgent: 5 }
    : sizeOf(name, workload === 'W5' ? Math.min(50, sizeOf(name, 1).services) : 5);
const centre = contactCentre(size, random);
const day =
  workload === 'W3' ? burst(10_000, Number(inputsAsked)) : steadyDay(size, Number(inputsAsked));
const recorded = recordDay(centre, day, random);
const mix = mixOf(recorded);
const inputs = recorded.map((input) => JSON.stringify(input));
recorded.length = 0;

const before = heldBytes();
let state = openedTenant(centre);
const bytesPerAgent = Math.round((heldBytes() - before) / size.agents);
const durations = timeDecisions(state, inputs);
const decisionAlone = timeDecisionsAlone(openedTenant(centre), inputs);
const runs: Played[] = [];
for (let run = 0; run < Number(repeatsAsked); run += 1) {
  state = openedTenant(centre);
  collect();
  runs.push(play(state, inputs));
}
const again = decideAgain(openedTenant(centre), inputs);
const rate = (of: (run: Played) => number): number[] =>
  runs.map((run) => of(run) / run.seconds).sort((left, right) => left - right);
const inputRates = rate((run) => run.inputs);
const processorRates = runs
  .map((run) => run.inputs / run.processorSeconds)
  .sort((left, right) => left - right);
const decisionRates = rate((run) => run.decisions);
const figures = {
  inputsPerSecond: middle(inputRates),
  inputsPerSecondRange: [inputRates[0], inputRates[inputRates.length - 1]],
  inputsPerProcessorSecond: middle(processorRates),
  decisionsPerSecond: middle(decisionRates),
  ...durations,
  decisionAlone,
  bytesPerAgent,
  factsPerInput: (runs[0]?.facts ?? 0) / (runs[0]?.inputs ?? 1),
  decisionsPerInput: (runs[0]?.decisions ?? 0) / (runs[0]?.inputs ?? 1),
  mix,
  stillInLine: state.callsInLine,
  journalDecidedAgainPerSecond: again,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);

function mixOf(recorded: readonly Input[]): Record<string, number> {
  const mix: Record<string, number> = {};
  for (const { type } of recorded) mix[type] = (mix[type] ?? 0) + 1 / recorded.length;
  return Object.fromEntries(
    Object.entries(mix).map(([type, share]) => [type, Math.round(share * 1000) / 1000]),
  );
}

function middle(sorted: readonly number[]): number {
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

function heldBytes(): number {
  collect?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
