import type { Configuration, GroupId, PersonId, TenantState } from '@rufwerk/engine/core';
import type { TenantRuntime } from '@rufwerk/engine/runtime';

/** Version 0 is the time before the first configuration. */
export interface InForce {
  readonly version: number;
  readonly configuration: Configuration | null;
  /** Who belongs to the groups that serve, as the engine was last told (NIMx-03). */
  readonly groups: ReadonlyMap<GroupId, readonly PersonId[]>;
}

/** The committed configuration, at hand for what cannot wait: roles, and whom to poll. */
export interface ConfigurationInForce {
  /** Another object as soon as something has changed, so that an index of it is made once. */
  current(): InForce;
  stop(): void;
}

/** Reads the configuration once, and follows the commits from then on. */
export async function watchConfiguration(
  runtime: Pick<TenantRuntime, 'read' | 'onCommitted'>,
): Promise<ConfigurationInForce> {
  let newest: InForce = { version: 0, configuration: null, groups: new Map() };
  const stop = runtime.onCommitted(({ entries }) => {
    for (const fact of entries.flatMap((entry) => entry.facts)) {
      if (fact.type === 'ConfigurationChanged') {
        const { version, configuration } = fact;
        newest = { ...newest, version, configuration };
      }
      if (fact.type === 'GroupMembersChanged') {
        const groups = new Map([...newest.groups, [fact.groupId, fact.agentIds]]);
        newest = { ...newest, groups };
      }
    }
  });
  const known = await runtime.read(asOf);
  newest = {
    // What was heard while it was read is at least as new.
    ...(known.version > newest.version ? known : newest),
    groups: new Map([...known.groups, ...newest.groups]),
  };
  return { current: () => newest, stop };
}

function asOf(state: Readonly<TenantState>): InForce {
  const { configurationVersion: version, configuration, groups } = state;
  return { version, configuration, groups: new Map(groups) };
}
