/** The days that are measured: what comes how often, scaled to the size of the contact centre. */
import type { Size } from './contactCentre.ts';
import type { Day } from './day.ts';

const SIZES: Readonly<Record<string, number>> = {
  '1k': 1_000,
  '10k': 10_000,
  '100k': 100_000,
  '1M': 1_000_000,
};

export const SIZE_NAMES = Object.keys(SIZES);

export function sizeOf(name: string, servicesPerAgent: number): Size {
  const agents = SIZES[name];
  if (agents === undefined) throw new Error(`There are the sizes ${SIZE_NAMES.join(', ')}.`);
  return { agents, services: agents / 20, servicesPerAgent };
}

/** W1: some services are crowded and their calls wait, in the others agents wait. */
export function steadyDay({ agents }: Size, inputs: number): Day {
  const scale = 100_000 / agents;
  return {
    callEveryMs: 1.8 * scale,
    presenceEveryMs: 0.13 * scale,
    crowded: { ofHundred: 10, times: 30 },
    behaviour: { talkMs: 15_000, declines: 0.08, doesNotAnswer: 0.08 },
    inputs,
    calls: Infinity,
  };
}

/** W3: ten thousand calls within a second on fifty services, which then drain. */
export function burst(calls: number, inputs: number): Day {
  return {
    callEveryMs: 0,
    presenceEveryMs: 50,
    crowded: { ofHundred: 100, times: 1 },
    behaviour: { talkMs: 20_000, declines: 0.1, doesNotAnswer: 0.1 },
    inputs,
    calls,
  };
}
