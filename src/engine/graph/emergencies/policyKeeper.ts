/** Keeps one subscription for each policy of the configuration, and ends those of others. */
import type { Clock, Log, SecretNotes, Timer } from '@rufwerk/engine/ports';
import type { GraphClient } from '../client/graphClient.ts';
import type { KnownSubscription, SubscriptionBook } from '../notifications/subscriptionBook.ts';
import type { News } from '../notifications/topic.ts';
import type { KeyRing } from '../subscriptions/keyRing.ts';
import { SubscriptionRecords } from '../subscriptions/subscriptionRecords.ts';
import { SubscriptionRequests } from '../subscriptions/subscriptionRequests.ts';
import { isResourceOfPolicy } from './policyResource.ts';
import { PolicySubscription } from './policySubscription.ts';
import type { EmergencyPolicyHealth } from './policySubscription.ts';

/** What the policies have at Graph is kept under this name. */
const RECORDS = 'emergency-subscriptions';
const CONFIGURATION_ASKED_EVERY_MS = 10_000;

export interface PolicyKeeperParts {
  /** In the name of the application. */
  readonly graph: GraphClient;
  readonly keys: KeyRing;
  readonly secrets: SecretNotes;
  /** Below it, `/api/notifications` and `/api/lifecycle` are ours; without a slash at the end. */
  readonly publicUrl: string;
  readonly tenantId: string;
  /** The names of the policies, as the configuration has them now. */
  readonly policies: () => Promise<readonly string[]>;
  /** What an opened notification means. */
  readonly read: (text: string, toldId: string | null) => News;
  readonly clock: Clock;
  readonly log: Log;
}

export class PolicyKeeper implements SubscriptionBook {
  readonly #parts: PolicyKeeperParts;
  readonly #records: SubscriptionRecords;
  readonly #subscriptions = new Map<string, PolicySubscription>();
  #timer: Timer | null = null;
  #matching: Promise<void> | null = null;
  #isStopped = false;

  private constructor(parts: PolicyKeeperParts, records: SubscriptionRecords) {
    this.#parts = parts;
    this.#records = records;
    for (const policyName of records.owners()) this.#ensure(policyName);
    parts.keys.neededBy(() =>
      [...this.#subscriptions.values()].flatMap(({ own }) => own.certificateIds()),
    );
  }

  /** Knows at once what was subscribed to before; `begin` looks what became of it. */
  static async open(parts: PolicyKeeperParts): Promise<PolicyKeeper> {
    return new PolicyKeeper(parts, await SubscriptionRecords.open(parts.secrets, RECORDS));
  }

  /** Begins to subscribe: from now on Graph may call. */
  begin(): void {
    if (this.#isStopped || this.#matching !== null) return;
    this.#timer?.cancel();
    this.#matching = this.#match()
      .catch((err: unknown) => {
        this.#parts.log.error({ err }, 'The emergency calling policies could not be looked up');
      })
      .finally(() => {
        this.#matching = null;
        if (this.#isStopped) return;
        const at = this.#parts.clock.now() + CONFIGURATION_ASKED_EVERY_MS;
        this.#timer = this.#parts.clock.setTimer(at, () => this.begin());
      });
  }

  candidates(subscriptionId: string): KnownSubscription[] {
    return [...this.#subscriptions.values()].flatMap((subscription) => {
      if (!subscription.isWanted) return [];
      const states = subscription.own.clientStatesOf(subscriptionId);
      return states.map((clientState) => this.#known(subscription, clientState));
    });
  }

  /** One entry for each policy of the configuration, and for those whose end is not settled. */
  health(): EmergencyPolicyHealth[] {
    return [...this.#subscriptions.values()].map((subscription) => subscription.health());
  }

  /** Subscriptions live on at Graph, for the next start to take over. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#matching;
    await Promise.all([...this.#subscriptions.values()].map((each) => each.stop()));
    await this.#records.close();
  }

  async #match(): Promise<void> {
    const wanted = new Set(await this.#parts.policies());
    if (this.#isStopped) return;
    for (const policyName of wanted) this.#ensure(policyName).want(true);
    for (const [policyName, subscription] of this.#subscriptions) {
      if (wanted.has(policyName)) continue;
      if (subscription.isOver) {
        this.#subscriptions.delete(policyName);
        await subscription.stop();
        await subscription.own.forget();
      } else subscription.want(false);
    }
  }

  #ensure(policyName: string): PolicySubscription {
    const known = this.#subscriptions.get(policyName);
    if (known !== undefined) return known;
    const { graph, keys, publicUrl, clock, log } = this.#parts;
    const isMeant = (resource: string) => isResourceOfPolicy(policyName, resource);
    const subscription = new PolicySubscription({
      ...{ policyName, keys, clock, log },
      records: this.#records,
      requests: new SubscriptionRequests(graph, isMeant),
      notificationUrl: `${publicUrl}/api/notifications`,
      lifecycleUrl: `${publicUrl}/api/lifecycle`,
    });
    this.#subscriptions.set(policyName, subscription);
    return subscription;
  }

  #known(subscription: PolicySubscription, clientState: string): KnownSubscription {
    return {
      clientState,
      tenantIds: [this.#parts.tenantId],
      topic: {
        subject: 'emergency-calls',
        isUrgent: true,
        read: (text, toldId) => {
          subscription.told();
          return this.#parts.read(text, toldId);
        },
        readingAccepted: () => undefined,
        unreadable: () => subscription.unreadable(),
        lifecycle: (event) => subscription.lifecycle(event),
      },
    };
  }
}
