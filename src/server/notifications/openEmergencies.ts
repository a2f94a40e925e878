import { emergencyViewOf } from '@rufwerk/engine/core';
import {
  type EmergencyEvents,
  type ExchangeObserver,
  openEmergencyEvents,
  type PresencePush,
} from '@rufwerk/engine/graph';
import type { Clock, Log, TenantStore, TokenSource } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { Environment } from '../environment/schema.ts';

export interface EmergencyParts {
  readonly environment: Environment;
  /** Its door is used: emergencies are to be stopped before it is. */
  readonly push: Pick<PresencePush, 'notifications'>;
  readonly tenant: Pick<TenantStore, 'people' | 'secrets' | 'emergencyPlaces'>;
  readonly runtime: Pick<TenantRuntime, 'submit' | 'read'>;
  /** Of the application itself. */
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly observe?: ExchangeObserver;
}

/** Emergency calls as Graph tells them; nothing is asked of it before it is told to begin. */
export function openEmergencies({
  environment,
  push,
  tenant,
  runtime,
  ...rest
}: EmergencyParts): Promise<EmergencyEvents> {
  return openEmergencyEvents({
    ...rest,
    notifications: push.notifications,
    sink: runtime,
    people: tenant.people,
    places: tenant.emergencyPlaces,
    secrets: tenant.secrets,
    policies: () => runtime.read(({ configuration }) => configuration?.emergency.policies ?? []),
    isProtected: (agentId) => runtime.read((state) => emergencyViewOf(state, agentId) !== null),
    tenantId: environment.MICROSOFT_TENANT_ID,
    graphUrl: environment.GRAPH_URL,
    publicUrl: environment.PUBLIC_URL,
  });
}
