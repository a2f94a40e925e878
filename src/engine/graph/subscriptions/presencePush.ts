/**
 * Presence by push: accounts that may subscribe, their subscriptions, and the door through which
 * Graph's notifications come.
 *
 *   accounts --tokens--> keeper --subscribes--> Graph --notifies--> door --after commit--> keeper
 *                          \--keys--> threads that open notifications --^
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { Clock, InputSink, Log, People, SecretNotes } from '@rufwerk/engine/ports';
import type { LearntChange } from '../presence/changes.ts';
import type { DelegatedAccess } from '../presence/presenceReader.ts';
import { PresenceAccounts } from '../accounts/presenceAccounts.ts';
import { createGraphClient } from '../client/graphClient.ts';
import type { ExchangeObserver } from '../client/measured.ts';
import type { NotificationDoor } from '../notifications/door.ts';
import type { FiguresBySubject } from '../notifications/figures.ts';
import { openNotificationHouse } from '../notifications/notificationHouse.ts';
import type { NotificationHouse } from '../notifications/notificationHouse.ts';
import type { LatencyHistogram } from '../presence/latency.ts';
import { jointNewsState } from './newsState.ts';
import type { NewsState } from './newsState.ts';
import type { AccountSubscriptionHealth } from './subscriptionHealth.ts';
import { SubscriptionKeeper } from './keeper.ts';

/** Below `publicUrl`: where Entra sends the browser back to after a sign-in by redirect. */
export const SIGN_IN_REDIRECT_PATH = '/api/presence-accounts/redirect';

export interface PresencePushOptions {
  readonly sink: InputSink;
  readonly people: Pick<People, 'find' | 'findByEntraId'>;
  readonly secrets: SecretNotes;
  /** Everybody whose presence matters, the most urgent first; asked for once a minute. */
  readonly urgentPeople: () => Promise<readonly PersonId[]>;
  readonly appId: string;
  readonly secret: string;
  readonly tenantId: string;
  readonly loginUrl: string;
  readonly graphUrl: string;
  /** Where Microsoft reaches Rufwerk. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly observe?: ExchangeObserver;
}

export interface PresencePushHealth {
  readonly accounts: readonly AccountSubscriptionHealth[];
  /** Of all accounts together. */
  readonly newsState: NewsState;
  readonly notifications: FiguresBySubject;
  /** How much later than polling news came that polling had learnt first. */
  readonly behindPolling: LatencyHistogram;
  readonly decryption: { readonly waiting: number; readonly crashes: number };
}

export interface PresencePush {
  readonly accounts: PresenceAccounts;
  readonly door: Pick<NotificationDoor, 'take' | 'takeLifecycle'>;
  /** For subscriptions to anything else: their news come through the same door. */
  readonly notifications: NotificationHouse;
  /** To be called once the addresses answer. */
  begin(): void;
  /** Polling was the first to learn these changes: push should tell them soon. */
  polledChange(learnt: readonly LearntChange[], at: number): void;
  /** An account by which presence can be read while the application itself may not. */
  delegated(): DelegatedAccess | null;
  /** Ends the account's subscription and forgets the account; false when there is none. */
  removeAccount(accountId: string): Promise<boolean>;
  health(): PresencePushHealth;
  stop(): Promise<void>;
}

export async function openPresencePush(options: PresencePushOptions): Promise<PresencePush> {
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const redirectUri = `${publicUrl}${SIGN_IN_REDIRECT_PATH}`;
  const accounts = await PresenceAccounts.open({ ...options, redirectUri });
  const notifications = await openNotificationHouse(options);
  const { door, keys, pool, books } = notifications;
  const clientOf = (accountId: string) =>
    createGraphClient({ ...options, tokens: accounts.tokensOf(accountId) });
  const keeper = await SubscriptionKeeper.open({
    ...options,
    ...{ accounts, keys, clientOf, publicUrl },
  });
  books.add(keeper);
  return {
    accounts,
    door,
    notifications,
    begin: () => keeper.begin(),
    polledChange: (learnt, at) => keeper.reconciliation.polledChange(learnt, at),
    delegated: () => delegatedOf(accounts),
    removeAccount: async (accountId) => {
      await keeper.end(accountId);
      return accounts.remove(accountId);
    },
    health: () => {
      const told = keeper.health();
      return {
        accounts: told,
        newsState: jointNewsState(told.map(({ newsState }) => newsState)),
        notifications: door.figures(),
        behindPolling: keeper.reconciliation.behindPolling,
        decryption: { waiting: pool.waiting, crashes: pool.crashes },
      };
    },
    stop: async () => {
      accounts.signIns.close();
      await keeper.stop();
      await pool.close();
    },
  };
}

/** One that sees activities, where there is one. */
function delegatedOf(accounts: PresenceAccounts): DelegatedAccess | null {
  const ofUse = accounts.list().filter(({ problem }) => problem === null);
  const account = ofUse.find(({ seesActivity }) => seesActivity) ?? ofUse[0];
  if (account === undefined) return null;
  const fidelity = account.seesActivity ? 'activity' : 'availability';
  return { tokens: accounts.tokensOf(account.id), fidelity };
}
