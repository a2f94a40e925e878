import { Random } from './random.ts';
import { contactCentre, openedTenant } from './contactCentre.ts';
import { recordDay } from './day.ts';
import { step } from '@rufwerk/engine/core';
const agents = Number(process.argv[2] ?? 10000);
const n = Number(process.argv[3] ?? 200000);
const random = new Random(1);
let t = performance.now();
const centre = contactCentre({ agents, services: agents / 20, servicesPerAgent: 5 }, random);
console.log('centre', (performance.now() - t) | 0);
t = performance.now();
const scale = 100_000 / agents;
const inputs = recordDay(
  centre,
  {
    callEveryMs: 4 * scale,
    presenceEveryMs: 0.55 * scale,
    crowded: { ofHundred: 30, times: 4 },
    behaviour: { talkMs: 8000, declines: 0.1, doesNotAnswer: 0.1 },
    inputs: n,
    calls: Infinity,
  },
  random,
);
console.log('record', (performance.now() - t) | 0, inputs.length);
const kinds: Record<string, number> = {};
for (const i of inputs) kinds[i.type] = (kinds[i.type] ?? 0) + 1;
console.log(kinds);
t = performance.now();
(globalThis as any).gc?.();
const m0 = process.memoryUsage();
const state = openedTenant(centre);
(globalThis as any).gc?.();
const m1 = process.memoryUsage();
console.log(
  'open',
  (performance.now() - t) | 0,
  'bytes/agent',
  ((m1.heapUsed + m1.arrayBuffers - m0.heapUsed - m0.arrayBuffers) / agents) | 0,
);
t = performance.now();
let facts = 0,
  offers = 0,
  nobody = 0,
  ended = 0;
for (const input of inputs) {
  for (const f of step(state, input)) {
    facts += 1;
    if (f.type === 'CallOffered') offers += 1;
    else if (f.type === 'NobodyEligible') nobody += 1;
    else if (f.type === 'CallEnded') ended += 1;
  }
}
const ms = performance.now() - t;
console.log(
  'inputs/s',
  ((inputs.length / ms) * 1000) | 0,
  'facts',
  facts,
  'offers',
  offers,
  'nobody',
  nobody,
  'ended',
  ended,
  'inline',
  state.callsInLine,
);
