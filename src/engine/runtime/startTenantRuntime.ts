/**
 * From a store to a running writer: recovered, founded where new, reconciled where it had been
 * away.
 */
import { randomInt } from 'node:crypto';
import { CURRENT_FLAGS } from '@rufwerk/engine/core';
import type { TenantRuntimeOptions } from './options.ts';
import { recover } from './recovery.ts';
import { TenantRuntime } from './tenantRuntime.ts';

const LARGEST_SEED = 2 ** 32;

/**
 * Resolves once the tenant takes inputs. After a restart calls are read again before any deadline
 * that fell into the gap counts, and effects that were open are driven again. Rejects when the
 * store cannot be read, or holds another tenant.
 */
export async function startTenantRuntime(options: TenantRuntimeOptions): Promise<TenantRuntime> {
  const { tenantId, store } = options;
  const recovered = await recover(store);
  const { tenantId: knownId, lastAt } = recovered.state;
  if (knownId !== null && knownId !== tenantId) {
    throw new Error(`The journal is of tenant ${knownId}, not of ${tenantId}.`);
  }
  const runtime = new TenantRuntime(options, recovered);
  runtime.driveOpenEffects(recovered.state);
  if (knownId === null) {
    const seed = randomInt(LARGEST_SEED);
    await runtime.submit({ type: 'TenantOpened', tenantId, seed, flags: CURRENT_FLAGS });
  } else {
    await runtime.submit({ type: 'GapObserved', fromAt: lastAt });
  }
  return runtime;
}
