/**
 * What goes on about emergencies beside the engine: Graph's events come in, locations are kept and
 * forgotten, and the bot follows who says what.
 */
import type { Bot } from '@rufwerk/bot';
import { emergencyViewOf, type PersonId } from '@rufwerk/engine/core';
import {
  type EmergencyPolicyHealth,
  type ExchangeObserver,
  openEmergencyEvents,
  type PresencePush,
} from '@rufwerk/engine/graph';
import type { Clock, Log, ReachDirectory, TenantStore, TokenSource } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { ConfigurationInForce } from '../configuration/inForce.ts';
import type { Environment } from '../environment/schema.ts';
import { type Drills, openDrills } from './drill/openDrills.ts';
import { OwnNumbers } from './ownNumbers.ts';
import { PlaceKeeper } from './placeKeeper.ts';
import { toldPlaces } from './toldPlaces.ts';

export interface EmergencyHouseParts {
  readonly environment: Environment;
  readonly tenant: TenantStore;
  readonly runtime: Pick<TenantRuntime, 'read' | 'submit' | 'onCommitted' | 'health'>;
  readonly configuration: Pick<ConfigurationInForce, 'current'>;
  readonly bot: Pick<Bot, 'observe' | 'emergencyCards'>;
  readonly tokens: TokenSource;
  readonly push: Pick<PresencePush, 'notifications'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly observe: ExchangeObserver;
  readonly directory: ReachDirectory;
}

export interface EmergencyHouse {
  /** To be called once the addresses answer. */
  begin(): void;
  /** Of the subscription to each policy's events. */
  readonly policies: () => readonly EmergencyPolicyHealth[];
  readonly drills: Drills;
  /** Nobody, where no carrier may ask. */
  readonly personOfNumber: (number: string) => PersonId | null;
  stop(): Promise<void>;
}

export async function openEmergencies(parts: EmergencyHouseParts): Promise<EmergencyHouse> {
  const { environment, tenant, runtime, configuration, bot, clock, log } = parts;
  const stopTelling = runtime.onCommitted(({ entries }) => {
    bot.observe(entries.flatMap(({ facts }) => facts));
  });
  const places = toldPlaces({ places: tenant.emergencyPlaces, cards: bot.emergencyCards, log });
  const keeper = new PlaceKeeper({ runtime, places, clock, log });
  const { MICROSOFT_TENANT_ID: tenantId } = environment;
  const drills = openDrills({ tenantId, tenant, runtime, log });
  const events = await openEmergencyEvents({
    ...{ clock, log, tokens: parts.tokens, observe: parts.observe },
    notifications: parts.push.notifications,
    sink: runtime,
    people: tenant.people,
    places,
    secrets: tenant.secrets,
    policies: () =>
      Promise.resolve(configuration.current().configuration?.emergency.policies ?? []),
    isProtected: (agentId) => runtime.read((state) => emergencyViewOf(state, agentId) !== null),
    tenantId,
    graphUrl: environment.GRAPH_URL,
    publicUrl: environment.PUBLIC_URL,
  });
  const ownNumbers =
    environment.EMERGENCY_CALLER_ID_KEY !== undefined
      ? new OwnNumbers({ ...parts, people: tenant.people })
      : null;
  return {
    begin: () => events.begin(),
    policies: () => events.health(),
    drills,
    personOfNumber: (number) => ownNumbers?.personOf(number) ?? null,
    stop: async () => {
      await events.stop();
      stopTelling();
      await keeper.stop();
      await ownNumbers?.stop();
      await drills.recorder.stop();
    },
  };
}
