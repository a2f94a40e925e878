/** W6: the core's waits against the exact ones, at several loads. */
import type { Workload } from '../workload.ts';
import { compareWaits, erlangC } from './oracle.ts';

export const exactWaits: Workload = ({ quick }) => {
  const calls = quick ? 20_000 : 200_000;
  const loads = [10, 50, 200].flatMap((agents) =>
    [0.8, 0.9, 0.95].map((occupancy, number) => ({ agents, occupancy, calls, seed: number + 1 })),
  );
  const figures: Record<string, object> = {};
  const lines: string[] = [];
  for (const load of loads) {
    const compared = compareWaits(load);
    const expected = erlangC(load.agents, load.occupancy);
    figures[`${load.agents} agents at ${load.occupancy}`] = { ...compared, erlangC: expected };
    lines.push(
      `${load.agents} agents at ${load.occupancy}: ` +
        `${compared.differences} of ${calls} waits differ ` +
        `(largest ${compared.largestMs} ms); ${(100 * compared.waited).toFixed(1)} % waited, ` +
        `Erlang C says ${(100 * expected).toFixed(1)} %`,
    );
  }
  return Promise.resolve({ figures, lines });
};
