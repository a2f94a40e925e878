/**
 * Keeps presence subscribed to through the presence accounts: who is covered by which of them, and
 * who takes over when one is kept out (DEC-17). Everybody who is not covered is polled as before.
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { Clock, Log, People, SecretNotes, Timer } from '@rufwerk/engine/ports';
import type { PresenceAccount, PresenceAccounts } from '../accounts/presenceAccounts.ts';
import type { GraphClient } from '../client/graphClient.ts';
import { presenceNewsOf } from '../notifications/presenceNews.ts';
import type { KnownSubscription, SubscriptionBook } from '../notifications/subscriptionBook.ts';
import { AccountSubscription } from './accountSubscription.ts';
import type { AccountSubscriptionHealth } from './subscriptionHealth.ts';
import type { KeyRing } from './keyRing.ts';
import { isPresenceResource, presenceResourceOf } from './presenceResource.ts';
import { Reconciliation } from './reconciliation.ts';
import type { Cover } from './reconciliation.ts';
import { shareOut } from './sharing.ts';
import { SubscriptionRecords } from './subscriptionRecords.ts';
import { SubscriptionRequests } from './subscriptionRequests.ts';

/** How often it is asked who is most urgent, and whether somebody is new. */
const SHARED_OUT_EVERY_MS = 60_000;
/** What the accounts have at Graph is kept under this name. */
const RECORDS = 'presence-subscriptions';

export interface SubscriptionKeeperParts {
  readonly accounts: PresenceAccounts;
  readonly keys: KeyRing;
  readonly secrets: SecretNotes;
  readonly clientOf: (accountId: string) => GraphClient;
  /** Below it, `/api/notifications` and `/api/lifecycle` are ours. */
  readonly publicUrl: string;
  /** The customer's directory. */
  readonly tenantId: string;
  /** Everybody whose presence matters, the most urgent first. */
  readonly urgentPeople: () => Promise<readonly PersonId[]>;
  readonly people: Pick<People, 'find' | 'findByEntraId'>;
  readonly clock: Clock;
  readonly log: Log;
}

export class SubscriptionKeeper implements SubscriptionBook {
  readonly reconciliation: Reconciliation;
  readonly #parts: SubscriptionKeeperParts;
  readonly #records: SubscriptionRecords;
  readonly #subscriptions = new Map<string, AccountSubscription>();
  readonly #stopListening: () => void;
  #timer: Timer | null = null;
  #sharing: Promise<void> | null = null;
  #isStopped = false;

  private constructor(parts: SubscriptionKeeperParts, records: SubscriptionRecords) {
    this.#parts = parts;
    this.#records = records;
    this.reconciliation = new Reconciliation({
      clock: parts.clock,
      coverOf: (agentId, at) => this.#coverOf(agentId, at),
      onSilence: (subscriptionIds) => this.#suspect(subscriptionIds),
    });
    parts.keys.neededBy(() =>
      [...this.#subscriptions.values()].flatMap(({ own }) => own.certificateIds()),
    );
    this.#stopListening = parts.accounts.onChange(() => this.#accountsChanged());
  }

  /** Knows at once what was subscribed to before; `begin` looks what became of it. */
  static async open(parts: SubscriptionKeeperParts): Promise<SubscriptionKeeper> {
    const keeper = new SubscriptionKeeper(
      parts,
      await SubscriptionRecords.open(parts.secrets, RECORDS),
    );
    keeper.#matchAccounts();
    return keeper;
  }

  /** Begins to subscribe: from now on Graph may call. */
  begin(): void {
    this.#share();
  }

  candidates(subscriptionId: string): KnownSubscription[] {
    return this.#parts.accounts.list().flatMap((account) => {
      const states = this.#subscriptions.get(account.id)?.own.clientStatesOf(subscriptionId) ?? [];
      return states.map((clientState) => this.#known(account, clientState));
    });
  }

  /** Per account, in the order of the accounts. */
  health(): AccountSubscriptionHealth[] {
    return this.#parts.accounts
      .list()
      .flatMap(({ id }) => this.#subscriptions.get(id)?.health() ?? []);
  }

  /** Ends what the account has at Graph; to be called before the account is deleted. */
  async end(accountId: string): Promise<void> {
    const subscription = this.#subscriptions.get(accountId);
    this.#subscriptions.delete(accountId);
    await subscription?.end();
  }

  /** Subscriptions live on at Graph, for the next start to take over. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening();
    this.#timer?.cancel();
    this.reconciliation.stop();
    await this.#sharing;
    await Promise.all([...this.#subscriptions.values()].map((each) => each.stop()));
    await this.#records.close();
  }

  #known({ id, tenantId, seesActivity }: PresenceAccount, clientState: string): KnownSubscription {
    const { people } = this.#parts;
    return {
      clientState,
      tenantIds: [tenantId, this.#parts.tenantId],
      topic: {
        subject: 'presence',
        isUrgent: false,
        read: (text, toldId) => presenceNewsOf(text, toldId, seesActivity, people),
        readingAccepted: (agentId) => this.#notified(id, agentId),
        unreadable: () => this.#subscriptions.get(id)?.unreadable(),
        lifecycle: (event) => this.#lifecycle(id, event),
      },
    };
  }

  /** News of a person came by an account. */
  #notified(accountId: string, agentId: PersonId): void {
    this.#subscriptions.get(accountId)?.notified();
    this.reconciliation.pushed(agentId);
  }

  /** `missed` asks for nothing here: polling reads everybody in turn anyway. */
  #lifecycle(accountId: string, event: string): void {
    const subscription = this.#subscriptions.get(accountId);
    this.#parts.log.info({ accountId, event }, 'a lifecycle event of a presence subscription');
    if (event === 'reauthorizationRequired') subscription?.renewNow();
    if (event === 'subscriptionRemoved') subscription?.lookNow();
  }

  #accountsChanged(): void {
    this.#matchAccounts();
    for (const subscription of this.#subscriptions.values()) subscription.signedInAgain();
    this.#share();
  }

  #matchAccounts(): void {
    const ids = new Set(this.#parts.accounts.list().map(({ id }) => id));
    for (const [id, subscription] of this.#subscriptions) {
      if (ids.has(id)) continue;
      this.#subscriptions.delete(id);
      void subscription.stop();
    }
    for (const id of ids) {
      if (!this.#subscriptions.has(id)) this.#subscriptions.set(id, this.#subscriptionOf(id));
    }
  }

  #subscriptionOf(accountId: string): AccountSubscription {
    const { accounts, keys, clientOf, publicUrl, people, clock, log } = this.#parts;
    return new AccountSubscription({
      ...{ accountId, keys, clock, log },
      records: this.#records,
      requests: new SubscriptionRequests(clientOf(accountId), isPresenceResource),
      notificationUrl: `${publicUrl}/api/notifications`,
      lifecycleUrl: `${publicUrl}/api/lifecycle`,
      resourceOf: (agentIds) =>
        presenceResourceOf(agentIds.flatMap((agentId) => people.find(agentId)?.entraId ?? [])),
      problem: () => accounts.list().find(({ id }) => id === accountId)?.problem ?? null,
      onTurn: () => this.#share(),
    });
  }

  /** Looks who is urgent and gives every account its share; then again in a while. */
  #share(): void {
    if (this.#isStopped || this.#sharing !== null) return;
    this.#timer?.cancel();
    this.#sharing = this.#shareOut()
      .catch((err: unknown) => {
        this.#parts.log.error({ err }, 'people could not be shared out among presence accounts');
      })
      .finally(() => {
        this.#sharing = null;
        if (this.#isStopped) return;
        const at = this.#parts.clock.now() + SHARED_OUT_EVERY_MS;
        this.#timer = this.#parts.clock.setTimer(at, () => this.#share());
      });
  }

  async #shareOut(): Promise<void> {
    const people = await this.#urgentPeople();
    if (this.#isStopped) return;
    this.reconciliation.keepOnly(new Set(people));
    const inOrder = [...this.#subscriptions.values()];
    const ofUse = inOrder.filter(({ isOfUse }) => isOfUse);
    const sharers = ofUse.map(({ own, people: covered }) => ({
      people: covered,
      seesActivity: this.#seesActivity(own.ownerId),
    }));
    const shares = shareOut(people, sharers);
    ofUse.forEach((subscription, index) => subscription.cover(shares[index] ?? []));
    for (const barred of inOrder.filter((each) => !ofUse.includes(each))) barred.cover([]);
    await this.#parts.keys.forgetUnused();
  }

  #seesActivity(accountId: string): boolean {
    return this.#parts.accounts
      .list()
      .some(({ id, seesActivity }) => id === accountId && seesActivity);
  }

  /** Only who is in the directory can be subscribed to. */
  async #urgentPeople(): Promise<PersonId[]> {
    if (this.#subscriptions.size === 0) return [];
    const { urgentPeople, people } = this.#parts;
    return (await urgentPeople()).filter((agentId) => people.find(agentId)?.entraId != null);
  }

  /** Who covered the person then: one that was made later had no time to tell. */
  #coverOf(agentId: PersonId, at: number): Cover | null {
    for (const [accountId, { own, people }] of this.#subscriptions) {
      const { held } = own;
      if (held === null || held.madeAt >= at || !people.includes(agentId)) continue;
      return { subscriptionId: held.id, seesActivity: this.#seesActivity(accountId) };
    }
    return null;
  }

  /** One that was replaced meanwhile is gone, and the new one was never asked to tell. */
  #suspect(subscriptionIds: ReadonlySet<string>): void {
    for (const subscription of this.#subscriptions.values()) {
      const { held } = subscription.own;
      if (held !== null && subscriptionIds.has(held.id)) subscription.suspect();
    }
  }
}
