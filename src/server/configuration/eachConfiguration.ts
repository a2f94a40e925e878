import type { TenantRuntime } from '@rufwerk/engine/runtime';

/** Calls `then` after every configuration that comes into force; returns how to stop. */
export function eachConfiguration(
  runtime: Pick<TenantRuntime, 'onCommitted'>,
  then: () => void,
): () => void {
  return runtime.onCommitted(({ entries }) => {
    const isNew = entries.some(({ facts }) =>
      facts.some(({ type }) => type === 'ConfigurationChanged'),
    );
    if (isNew) then();
  });
}
