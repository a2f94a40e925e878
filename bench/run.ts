/**
 * `npm run bench`: measures and prints a table; with `--json` one JSON document. `--only NAME` runs
 * one workload, `--quick` a short one. Nothing here is asserted: a figure is for people to read.
 */
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { measureDispatch } from './dispatch/measure.ts';
import { exactWaits } from './distribution/exactWaits.ts';
import { bursts, skillHeavy, steadyDays } from './distribution/workloads.ts';
import { measureEmergencies } from './emergency/measure.ts';
import { explainDecisions } from './explain/measure.ts';
import { presenceStorm } from './presence/measure.ts';
import { comparePeersApart } from './peers/apart.ts';
import { comparePeers, peerLines } from './peers/compare.ts';
import type { Workload } from './workload.ts';

const WORKLOADS: Readonly<Record<string, Workload>> = {
  W1: steadyDays,
  W2: presenceStorm,
  W3: bursts,
  W5: skillHeavy,
  W6: exactWaits,
  dispatch: measureDispatch,
  emergency: measureEmergencies,
  explain: explainDecisions,
};

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

const chosen = Object.entries(WORKLOADS).filter(
  ([name]) => values.only === undefined || values.only === name,
);
const isWhole = values.only === undefined;
const withPeers = isWhole || values.only === 'peers';
if (chosen.length === 0 && !withPeers) {
  process.stderr.write(
    `No workload ${values.only}; there are: ${Object.keys(WORKLOADS).join(', ')}, peers\n`,
  );
  process.exit(2);
}

const processor = cpus()[0]?.model ?? 'unknown';
const machine = `${availableParallelism()} x ${processor}, Node ${process.version}`;
const workloads: Record<string, unknown> = {};
for (const [name, measure] of chosen) {
  const { figures, lines } = await measure({ quick: values.quick });
  workloads[name] = figures;
  if (!values.json) process.stdout.write(`\n${name} (${machine})\n${lines.join('\n')}\n`);
}
const compare = isWhole ? comparePeersApart : comparePeers;
const peers = withPeers ? await compare(values.quick) : {};
if (withPeers && !values.json) {
  process.stdout.write(`\npeers (${machine})\n${peerLines(peers).join('\n')}\n`);
}
if (values.json) {
  const { W2: presence, emergency } = workloads;
  const document = { machine, workloads, presence, emergency, peers };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
process.exit(0);
