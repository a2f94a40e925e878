import type { Configuration } from '@rufwerk/engine/core';
import type { TenantRuntime } from '@rufwerk/engine/runtime';

/** Version 0 is the time before the first configuration. */
export interface VersionedConfiguration {
  readonly version: number;
  readonly configuration: Configuration | null;
}

/** The committed configuration, at hand for what cannot wait: roles, and whom to poll. */
export interface ConfigurationInForce {
  current(): VersionedConfiguration;
  stop(): void;
}

/** Reads the configuration once, and follows the commits from then on. */
export async function watchConfiguration(
  runtime: Pick<TenantRuntime, 'read' | 'onCommitted'>,
): Promise<ConfigurationInForce> {
  let newest: VersionedConfiguration = { version: 0, configuration: null };
  const take = (found: VersionedConfiguration): void => {
    if (found.version > newest.version) newest = found;
  };
  const stop = runtime.onCommitted(({ entries }) => {
    for (const fact of entries.flatMap((entry) => entry.facts)) {
      if (fact.type === 'ConfigurationChanged') take(fact);
    }
  });
  take(
    await runtime.read((state) => ({
      version: state.configurationVersion,
      configuration: state.configuration,
    })),
  );
  return { current: () => newest, stop };
}
