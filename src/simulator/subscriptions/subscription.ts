import type { PlayedTimer } from '../clock/played-clock.ts';
import type { Account } from '../world/directory.ts';
import type { EncryptionCertificate } from './encryption.ts';

/*
 * The life of a subscription (Graph: "Reduce missing subscriptions and change notifications"):
 *
 *            both addresses answered              consent withdrawn, or the token
 *            their validation request             expired some minutes ago
 *   (asked) ─────────────────────────▶ delivering ─────────────────────────▶ paused
 *                                       │      ▲                              │  │
 *                                       │      └─── PATCH or /reauthorize ────┘  │
 *                                       ▼                                        │
 *                                     (gone) ◀───────────────────────────────────┘
 *                      expiry, DELETE, account disabled or its sessions revoked
 *
 * Some minutes before it ends or pauses by time, reauthorizationRequired is told. What changes
 * while it is paused is never told. A silent death shows nowhere: the subscription reads as alive
 * and tells nothing.
 */

/** What a subscription is about: the presence of people, or emergency calls under a policy. */
export type SubscriptionTopic =
  | { readonly kind: 'presence'; readonly peopleIds: readonly string[] }
  | { readonly kind: 'emergencyCalls'; readonly policyName: string };

/** What a subscriber needs, when it creates a subscription and as long as that delivers. */
export const NEEDED_PERMISSION: Readonly<Record<SubscriptionTopic['kind'], string>> = {
  presence: 'Presence.Read.All',
  emergencyCalls: 'CallEvents-Emergency.Read.All',
};

/** What a subscriber may say when it creates a subscription. */
export interface NewSubscription {
  /** Null when the application subscribes in its own name. */
  readonly creator: Account | null;
  /** The creator asks as a member of another tenant, who sees availability only. */
  readonly isStranger: boolean;
  readonly resource: string;
  readonly topic: SubscriptionTopic;
  readonly clientState: string | null;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly latestSupportedTlsVersion: string;
  /** Null tells only that something changed. */
  readonly encryption: EncryptionCertificate | null;
  /** Instants of the tenant's own clock. */
  readonly expiresAt: number;
  readonly authorizedUntil: number;
}

/** A subscription, and how it stands. */
export interface Subscription extends Omit<
  NewSubscription,
  'notificationUrl' | 'encryption' | 'expiresAt' | 'authorizedUntil'
> {
  readonly id: string;
  /** The session of the creator that it was created in; the application has none. */
  readonly session: number | null;
  notificationUrl: string;
  encryption: EncryptionCertificate | null;
  expiresAt: number;
  authorizedUntil: number;
  /** When the subscriber is asked to reauthorize; null once it was asked. */
  remindAt: number | null;
  isPaused: boolean;
  isSilent: boolean;
  timer: PlayedTimer | null;
}

/** What an update may change. */
export interface SubscriptionUpdate {
  readonly expiresAt?: number;
  readonly notificationUrl?: string;
  readonly encryption?: EncryptionCertificate;
  /** The token that updates also authorizes anew. */
  readonly authorizedUntil: number;
}
