/** From a store to a running writer: recovered, founded where new, reconciled where it had been away. */
import { randomInt } from 'node:crypto';
import { CURRENT_FLAGS } from '@rufwerk/engine/core';
import { notBefore } from './laterClock.ts';
import type { TenantRuntimeOptions } from './options.ts';
import { recover } from './recovery.ts';
import { TenantRuntime } from './tenantRuntime.ts';

const LARGEST_SEED = 2 ** 32;

/**
 * Resolves once the tenant takes inputs. After a restart calls are read again before any deadline that
 * fell into the gap counts, and effects that were open are driven again.
 */
export async function startTenantRuntime(options: TenantRuntimeOptions): Promise<TenantRuntime> {
  const { tenantId, store, log } = options;
  const recovered = await recover(store);
  const { lastAt } = recovered.state;
  const clock = notBefore(options.clock, lastAt);
  if (clock !== options.clock) log.warn({ lastAt }, 'The clock stands before the journal');
  const runtime = new TenantRuntime({ ...options, clock }, recovered);
  runtime.driveOpenEffects();
  if (recovered.state.tenantId === null) {
    const seed = randomInt(LARGEST_SEED);
    await runtime.submit({ type: 'TenantOpened', tenantId, seed, flags: CURRENT_FLAGS });
  } else {
    await runtime.submit({ type: 'GapObserved', fromAt: lastAt });
  }
  return runtime;
}
