/**
 * Emergency calls as Microsoft Graph tells them: a subscription for each Teams emergency calling
 * policy, and what comes by it (DEC-8).
 *
 *   configuration --policies--> keeper --subscribes--> Graph --notifies--> door --> place kept,
 *                                                                          emergency begins or ends
 */
import type { PersonId } from '@rufwerk/engine/core';
import type {
  Clock,
  EmergencyPlaces,
  InputSink,
  Log,
  People,
  SecretNotes,
  TokenSource,
} from '@rufwerk/engine/ports';
import { createGraphClient } from '../client/graphClient.ts';
import type { ExchangeObserver } from '../client/measured.ts';
import type { NotificationHouse } from '../notifications/notificationHouse.ts';
import { EmergencyNews } from './emergencyNews.ts';
import { PolicyKeeper } from './policyKeeper.ts';
import type { EmergencyPolicyHealth } from './policySubscription.ts';

export interface EmergencyEventsOptions {
  /** Its door is the one through which the events come. */
  readonly notifications: NotificationHouse;
  readonly sink: InputSink;
  readonly people: Pick<People, 'findByUserPrincipalName'>;
  readonly places: Pick<EmergencyPlaces, 'put' | 'forget'>;
  readonly secrets: SecretNotes;
  /** Names of the policies as the configuration has them; asked for every ten seconds. */
  readonly policies: () => Promise<readonly string[]>;
  /** Whether an emergency of this person stands. */
  readonly isProtected: (agentId: PersonId) => Promise<boolean>;
  /** Of the application: no account may subscribe to these events. */
  readonly tokens: TokenSource;
  readonly tenantId: string;
  readonly graphUrl: string;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly observe?: ExchangeObserver;
}

export interface EmergencyEvents {
  /** To be called once the addresses answer. */
  begin(): void;
  health(): readonly EmergencyPolicyHealth[];
  /** Subscriptions live on at Graph. To be called before the notifications are closed. */
  stop(): Promise<void>;
}

export async function openEmergencyEvents(
  options: EmergencyEventsOptions,
): Promise<EmergencyEvents> {
  const { notifications } = options;
  const news = new EmergencyNews(options);
  const keeper = await PolicyKeeper.open({
    ...options,
    graph: createGraphClient(options),
    keys: notifications.keys,
    publicUrl: options.publicUrl.replace(/\/+$/, ''),
    read: (text, toldId) => news.read(text, toldId),
  });
  notifications.books.add(keeper);
  return {
    begin: () => keeper.begin(),
    health: () => keeper.health(),
    stop: () => keeper.stop(),
  };
}
