import { presenceUrgency, type PersonId, type PresenceUrgency } from '@rufwerk/engine/core';
import { type ExchangeObserver, openPresencePush, type PresencePush } from '@rufwerk/engine/graph';
import type { Clock, Log, TenantStore } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { Environment } from '../environment/schema.ts';

export interface PushParts {
  readonly environment: Environment;
  readonly tenant: Pick<TenantStore, 'people' | 'secrets'>;
  readonly runtime: Pick<TenantRuntime, 'submit' | 'read'>;
  readonly agentIds: () => readonly PersonId[];
  readonly clock: Clock;
  readonly log: Log;
  readonly observe?: ExchangeObserver;
}

/** Presence by push for this tenant; nothing is asked of Graph before it is told to begin. */
export function openPush({
  environment,
  tenant,
  runtime,
  agentIds,
  ...rest
}: PushParts): Promise<PresencePush> {
  return openPresencePush({
    ...rest,
    sink: runtime,
    people: tenant.people,
    secrets: tenant.secrets,
    urgentPeople: () => byUrgency(runtime, agentIds()),
    appId: environment.MICROSOFT_APP_ID,
    secret: environment.MICROSOFT_APP_SECRET,
    tenantId: environment.MICROSOFT_TENANT_ID,
    loginUrl: environment.LOGIN_URL,
    graphUrl: environment.GRAPH_URL,
    publicUrl: environment.PUBLIC_URL,
  });
}

const ORDER: readonly PresenceUrgency[] = ['awaited', 'next', 'soon', 'asleep'];

/** Those whose presence may decide something soonest come first. */
async function byUrgency(
  runtime: Pick<TenantRuntime, 'read'>,
  agentIds: readonly PersonId[],
): Promise<PersonId[]> {
  const urgencies = await runtime.read((state) =>
    agentIds.map((agentId) => presenceUrgency(state, state.agents.get(agentId))),
  );
  return ORDER.flatMap((urgency) => agentIds.filter((_id, index) => urgencies[index] === urgency));
}
