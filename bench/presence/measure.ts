/** W2: the storm of change notifications, and the sweep over everybody. */
import type { Workload } from '../workload.ts';
import { measureStorm, stormLines } from './storm.ts';
import { measureSweep, sweepLines } from './sweep.ts';

export const presenceStorm: Workload = async ({ quick }) => {
  const notifications = await measureStorm({ quick });
  const sweep = await measureSweep({ quick });
  return {
    figures: { notifications, sweep },
    lines: [...stormLines(notifications), ...sweepLines(sweep)],
  };
};
