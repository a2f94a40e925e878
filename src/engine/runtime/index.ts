/** The single writer per tenant: input -> core -> journal -> effects; timers; recovery. */
export type { Commit, FlushTiming, RuntimeHealth, TenantRuntimeOptions } from './options.ts';
export type { EffectTiming } from './effectDriver.ts';
export { verifyJournal, type Verification } from './recovery.ts';
export { startTenantRuntime } from './startTenantRuntime.ts';
export type { TenantRuntime } from './tenantRuntime.ts';
