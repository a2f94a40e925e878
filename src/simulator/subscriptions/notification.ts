import type { ShownPresence } from '../presence/effective.ts';
import type { Tenant } from '../tenant.ts';
import { resourceOfPolicy } from './emergency-resource.ts';
import { encryptContent } from './encryption.ts';
import type { Subscription } from './subscription.ts';

/** One entry of a notification's `value`, as it goes over the wire. */
export type NotificationItem = Readonly<Record<string, unknown>>;

/** The lifecycle events that these subscriptions hear; `missed` is for Outlook only. */
export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved';

/**
 * That somebody's presence changed. Only availability and activity are told, and only encrypted;
 * nothing says when it was or what came before (Graph: "Receive presence event notifications").
 */
export function presenceNotification(
  tenant: Tenant,
  subscription: Subscription,
  personId: string,
  shown: ShownPresence,
): NotificationItem {
  const about = {
    '@odata.id': `users/${personId}/presence`,
    '@odata.type': '#microsoft.graph.presence',
    id: personId,
  };
  const { encryption } = subscription;
  return {
    ...common(tenant, subscription),
    changeType: 'updated',
    resource: `communications/presences/${personId}`,
    resourceData: about,
    ...(encryption === null
      ? {}
      : { encryptedContent: encryptContent({ ...about, ...shown }, encryption) }),
  };
}

/** An emergency call that began or ended, and the policy that it is told for. */
export interface EmergencyCallChange {
  readonly policyName: string;
  readonly callId: string;
  /** `emergencyCallEvent` of Graph. */
  readonly event: Readonly<Record<string, unknown>>;
}

/**
 * That an emergency call began or ended. What is encrypted wraps the event once more (Graph: "Get
 * change notifications for emergency call events").
 */
export function emergencyNotification(
  tenant: Tenant,
  subscription: Subscription,
  { policyName, callId, event }: EmergencyCallChange,
): NotificationItem {
  const resource = resourceOfPolicy(policyName);
  const about = {
    '@odata.id': resource,
    '@odata.type': '#microsoft.graph.emergencyCallEvent',
    id: callId,
  };
  const { encryption } = subscription;
  return {
    ...common(tenant, subscription),
    changeType: 'updated',
    resource,
    resourceData: about,
    ...(encryption === null
      ? {}
      : { encryptedContent: encryptContent({ ...about, emergencyCallEvent: event }, encryption) }),
  };
}

/** That something happened to the subscription itself. */
export function lifecycleNotification(
  tenant: Tenant,
  subscription: Subscription,
  lifecycleEvent: LifecycleEvent,
): NotificationItem {
  return {
    ...common(tenant, subscription),
    lifecycleEvent,
    resource: subscription.resource,
    resourceData: {
      '@odata.type': '#microsoft.graph.subscription',
      '@odata.id': `subscriptions/${subscription.id}`,
      id: subscription.id,
    },
  };
}

/** An instant as Graph writes it: ISO 8601 with seven digits of a second. */
export function graphInstant(instantMs: number): string {
  return new Date(instantMs).toISOString().replace('Z', '0000Z');
}

/** The tenant stands there twice: receivers have been seen to get either name. */
function common(tenant: Tenant, subscription: Subscription): NotificationItem {
  return {
    subscriptionId: subscription.id,
    clientState: subscription.clientState,
    tenantId: tenant.id,
    organizationId: tenant.id,
    subscriptionExpirationDateTime: graphInstant(subscription.expiresAt),
  };
}
