import type { TenantState } from '@rufwerk/engine/core';
import type { InputSink } from '@rufwerk/engine/ports';

/** What polling asks of the engine: its time, its committed state, and to take what was read. */
export interface PresenceEngine extends InputSink {
  /** Never goes back, whatever the clock does. */
  now(): number;
  /** Looks at committed state at once; what it is given must not be kept. */
  read<T>(look: (state: Readonly<TenantState>, at: number) => T): Promise<T>;
}
