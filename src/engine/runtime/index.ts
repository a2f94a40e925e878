/** The single writer per tenant: input -> core -> journal -> effects; timers; recovery. */
export type { EffectTiming } from './effects/effectDriver.ts';
export type { Explanation } from './explain/explainer.ts';
export type { CallWhyNot, ServiceWhyNot, WhyNotAnswer } from './explain/whyNot.ts';
export type { Commit, FlushTiming, RuntimeHealth, TenantRuntimeOptions } from './options.ts';
export { startTenantRuntime } from './startTenantRuntime.ts';
export type { TenantRuntime } from './tenantRuntime.ts';
export { verifyJournal, type Verification } from './verifyJournal.ts';
