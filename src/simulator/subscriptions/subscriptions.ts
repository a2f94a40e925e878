import type { PresenceBoard } from '../presence/board.ts';
import { asStranger } from '../presence/effective.ts';
import type { ShownPresence } from '../presence/effective.ts';
import type { Tenant } from '../tenant.ts';
import type { Account, Person } from '../world/directory.ts';
import {
  emergencyNotification,
  lifecycleNotification,
  presenceNotification,
} from './notification.ts';
import type { LifecycleEvent, NotificationItem } from './notification.ts';
import { Outbox } from './outbox.ts';
import { NEEDED_PERMISSION } from './subscription.ts';
import type {
  NewSubscription,
  Subscription,
  SubscriptionTopic,
  SubscriptionUpdate,
} from './subscription.ts';

const MINUTE_MS = 60_000;
/** How long before an end the subscriber is asked to reauthorize. */
const REMINDED_BEFORE_MS = 15 * MINUTE_MS;
/** The flow goes on for a while after the token expired, then it pauses. */
const FLOWS_AFTER_TOKEN_MS = 10 * MINUTE_MS;

/** All subscriptions of the application, and what becomes of them as time goes by. */
export class Subscriptions {
  readonly #tenant: Tenant;
  readonly #outbox: Outbox;
  readonly #all = new Map<string, Subscription>();
  readonly #byPerson = new Map<string, Set<Subscription>>();

  constructor(tenant: Tenant, presence: PresenceBoard) {
    this.#tenant = tenant;
    this.#outbox = new Outbox(tenant);
    presence.onChange((person, shown, before) => this.#presenceChanged(person, shown, before));
    tenant.onChange((topic) => {
      if (topic === 'consents' || topic === 'accounts' || topic === 'faults') this.#review();
    });
    tenant.onReset(() => {
      this.#all.clear();
      this.#byPerson.clear();
    });
  }

  /** All that live, oldest first. */
  all(): readonly Subscription[] {
    return [...this.#all.values()];
  }

  find(id: string): Subscription | undefined {
    return this.#all.get(id.toLowerCase());
  }

  /**
   * The one that stands in the way of another: a user can have one presence subscription per
   * application, an application one for each policy of emergency calls.
   */
  rivalOf(creator: Account | null, topic: SubscriptionTopic): Subscription | undefined {
    return this.all().find((one) =>
      topic.kind === 'presence'
        ? one.topic.kind === 'presence' && one.creator === creator
        : isAboutPolicy(one, topic.policyName),
    );
  }

  create(wanted: NewSubscription): Subscription {
    const subscription: Subscription = {
      ...wanted,
      id: this.#tenant.random.guid(),
      session: wanted.creator?.signIn.session ?? null,
      remindAt: null,
      isPaused: false,
      isSilent: false,
      timer: null,
    };
    this.#all.set(subscription.id, subscription);
    for (const id of peopleOf(wanted)) {
      const about = this.#byPerson.get(id) ?? new Set();
      this.#byPerson.set(id, about.add(subscription));
    }
    this.#plan(subscription);
    return subscription;
  }

  /** Renews it, moves it, gives it another certificate; whatever else, it is authorized anew. */
  update(subscription: Subscription, update: SubscriptionUpdate): void {
    const { expiresAt, notificationUrl, encryption, authorizedUntil } = update;
    if (expiresAt !== undefined) subscription.expiresAt = expiresAt;
    if (notificationUrl !== undefined) subscription.notificationUrl = notificationUrl;
    if (encryption !== undefined) subscription.encryption = encryption;
    subscription.authorizedUntil = authorizedUntil;
    subscription.isPaused = false;
    this.#plan(subscription);
  }

  /** Ends it; one that the platform ends by itself is told so. */
  remove(subscription: Subscription, by: 'subscriber' | 'time' | 'platform'): void {
    subscription.timer?.cancel();
    this.#all.delete(subscription.id);
    for (const id of peopleOf(subscription)) this.#byPerson.get(id)?.delete(subscription);
    if (by === 'platform') this.#tellLifecycle(subscription, 'subscriptionRemoved');
    this.#tenant.changed('subscriptions');
  }

  /** It reads as alive and tells nothing any more. */
  silence(subscription: Subscription, isSilent: boolean): void {
    subscription.isSilent = isSilent;
    this.#tenant.changed('subscriptions');
  }

  /** An emergency call under a policy began or ended. */
  emergencyCallChanged(policyName: string, callId: string, event: NotificationItem): void {
    for (const subscription of this.all()) {
      if (!isAboutPolicy(subscription, policyName)) continue;
      const about = { policyName, callId, event };
      this.#notify(subscription, emergencyNotification(this.#tenant, subscription, about));
    }
  }

  close(): void {
    this.#outbox.close();
  }

  #presenceChanged(person: Person, shown: ShownPresence, before: ShownPresence): void {
    for (const subscription of this.#byPerson.get(person.id) ?? []) {
      const seen = seenBy(subscription, shown);
      const isSame = seen.activity === seenBy(subscription, before).activity;
      if (isSame && shown.availability === before.availability) continue;
      this.#notify(subscription, presenceNotification(this.#tenant, subscription, person.id, seen));
    }
  }

  #notify(subscription: Subscription, item: NotificationItem): void {
    if (subscription.isPaused || this.#isSilent(subscription)) return;
    this.#outbox.send({
      address: subscription.notificationUrl,
      subscriptionId: subscription.id,
      item,
      isRich: subscription.encryption !== null,
    });
  }

  /** A consent, an account or the tenant's clock is different now. */
  #review(): void {
    for (const subscription of this.all()) {
      const { creator, session, topic } = subscription;
      const isGranted = this.#tenant.consents.isGranted(NEEDED_PERMISSION[topic.kind]);
      const isShutOut = creator?.signIn.isDisabled === true;
      const isSignedOut = (creator?.signIn.session ?? null) !== session;
      if (isShutOut || isSignedOut) this.remove(subscription, 'platform');
      else if (isGranted || subscription.isPaused) this.#tick(subscription);
      else this.#pause(subscription);
    }
  }

  #pause(subscription: Subscription): void {
    subscription.isPaused = true;
    this.#tellLifecycle(subscription, 'reauthorizationRequired');
    this.#tenant.changed('subscriptions');
  }

  #plan(subscription: Subscription): void {
    const nowMs = this.#tenant.nowMs();
    const leftMs = Math.min(subscription.expiresAt, subscription.authorizedUntil) - nowMs;
    // A short one is not reminded before half of its time, lest it is renewed without end.
    subscription.remindAt = nowMs + Math.max(leftMs - REMINDED_BEFORE_MS, leftMs / 2);
    this.#tick(subscription);
    this.#tenant.changed('subscriptions');
  }

  /** Does what is due by the tenant's clock, and comes back when the next thing is. */
  #tick(subscription: Subscription): void {
    subscription.timer?.cancel();
    const nowMs = this.#tenant.nowMs();
    const pausesAt = subscription.authorizedUntil + FLOWS_AFTER_TOKEN_MS;
    if (nowMs >= subscription.expiresAt) return this.remove(subscription, 'time');
    if (subscription.remindAt !== null && nowMs >= subscription.remindAt) {
      subscription.remindAt = null;
      this.#tellLifecycle(subscription, 'reauthorizationRequired');
    }
    if (!subscription.isPaused && nowMs >= pausesAt) this.#pause(subscription);
    const instants = [subscription.expiresAt, subscription.remindAt ?? Infinity, pausesAt];
    const next = Math.min(...instants.filter((instant) => instant > nowMs));
    subscription.timer = this.#tenant.clock.after(next - nowMs, () => this.#tick(subscription));
  }

  #tellLifecycle(subscription: Subscription, event: LifecycleEvent): void {
    const address = subscription.lifecycleNotificationUrl;
    if (address === null || this.#isSilent(subscription)) return;
    this.#outbox.send({
      address,
      subscriptionId: subscription.id,
      item: lifecycleNotification(this.#tenant, subscription, event),
      isRich: subscription.encryption !== null,
    });
  }

  #isSilent(subscription: Subscription): boolean {
    return subscription.isSilent || this.#tenant.faults.subscriptions.silent;
  }
}

function peopleOf({ topic }: Pick<Subscription, 'topic'>): readonly string[] {
  return topic.kind === 'presence' ? topic.peopleIds : [];
}

/** Names of policies are the same in any case. */
function isAboutPolicy({ topic }: Subscription, policyName: string): boolean {
  if (topic.kind !== 'emergencyCalls') return false;
  return topic.policyName.toLowerCase() === policyName.toLowerCase();
}

/** A member sees all of a presence, a stranger only the availability. */
function seenBy(subscription: Subscription, shown: ShownPresence): ShownPresence {
  return subscription.isStranger ? asStranger(shown) : shown;
}
