import { createContext, useContext, type ReactNode } from 'react';
import { playedNow, useEverySecond } from './playedTime.ts';
import type { World } from './wire.ts';

export type WorldReading = { readonly world: World; readonly receivedAt: number };

const WorldContext = createContext<WorldReading | null>(null);

export function WorldProvider(props: WorldReading & { readonly children: ReactNode }) {
  const { world, receivedAt, children } = props;
  return <WorldContext value={{ world, receivedAt }}>{children}</WorldContext>;
}

function useReading(): WorldReading {
  const reading = useContext(WorldContext);
  if (reading === null) throw new Error('A part of the page was rendered outside WorldProvider.');
  return reading;
}

export function useWorld(): World {
  return useReading().world;
}

/** The played time in epoch ms, renewed every second. */
export function usePlayedNow(): number {
  const { world, receivedAt } = useReading();
  return playedNow(world.clock, receivedAt, useEverySecond());
}
