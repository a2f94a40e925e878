import { createContext, useContext, type ReactNode } from 'react';
import { playedNow, useEverySecond } from './playedTime.ts';
import type { PlayedClock, World } from './wire.ts';

export type ClockReading = { readonly clock: PlayedClock; readonly receivedAt: number };

const WorldContext = createContext<World | null>(null);
const ClockContext = createContext<ClockReading | null>(null);

type WorldProviderProps = {
  readonly world: World;
  readonly time: ClockReading;
  readonly children: ReactNode;
};

/** What of the played world every part of the page may ask for. */
export function WorldProvider({ world, time, children }: WorldProviderProps) {
  return (
    <WorldContext value={world}>
      <ClockContext value={time}>{children}</ClockContext>
    </WorldContext>
  );
}

export function useWorld(): World {
  return provided(useContext(WorldContext));
}

/** The played time in epoch ms, renewed every second. */
export function usePlayedNow(): number {
  const { clock, receivedAt } = provided(useContext(ClockContext));
  return playedNow(clock, receivedAt, useEverySecond());
}

function provided<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A part of the page was rendered outside WorldProvider.');
  return value;
}
