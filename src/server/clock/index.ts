/** Rufwerk's clock: the machine's own, or the played one of a simulated tenant. */
import type { Log } from '@rufwerk/engine/ports';
import type { Environment } from '../environment/schema.ts';
import { SimulatedClock } from './simulatedClock.ts';
import { systemClock } from './systemClock.ts';
import type { TellingClock } from './telling.ts';
import { followPlayedTime } from './timeStream.ts';

export type { TellingClock } from './telling.ts';

export interface RunningClock {
  readonly clock: TellingClock;
  close(): void;
}

/** Starts the clock that the environment asks for; a played one is there once its time was told. */
export async function startClock(
  environment: Pick<Environment, 'CLOCK' | 'CLOCK_URL'>,
  log: Log,
): Promise<RunningClock> {
  const url = environment.CLOCK_URL;
  if (environment.CLOCK === 'system' || url === undefined) {
    return { clock: systemClock, close: () => undefined };
  }
  const following = new AbortController();
  const clock = await new Promise<SimulatedClock>((resolve) => {
    let clock: SimulatedClock | undefined;
    const onTime = (time: { nowMs: number; rate: number }): void => {
      if (clock === undefined) resolve((clock = new SimulatedClock(time)));
      else clock.follow(time);
    };
    void followPlayedTime({ url, onTime, log }, following.signal);
  });
  return {
    clock,
    close: () => {
      following.abort();
      clock.close();
    },
  };
}
