import { z } from 'zod';
import { readCertificate } from '../subscriptions/encryption.ts';
import type { EncryptionCertificate } from '../subscriptions/encryption.ts';
import { policyOfResource } from '../subscriptions/emergency-resource.ts';
import { isUsableAddress } from '../subscriptions/handshake.ts';
import { parsePresenceResource } from '../subscriptions/presence-resource.ts';
import type { SubscriptionTopic } from '../subscriptions/subscription.ts';

/*
 * What subscribers send, and what Graph says when it is wrong.
 */

const MINUTE_MS = 60_000;
const LIFETIME_MINUTES_MAX: Readonly<Record<SubscriptionTopic['kind'], number>> = {
  presence: 60,
  emergencyCalls: 24 * 60,
};
const CLIENT_STATE_LENGTH_MAX = 128;
const CERTIFICATE_ID_LENGTH_MAX = 128;

const textOrNothing = z.string().nullish();
export const createBody = z.object({
  changeType: textOrNothing,
  notificationUrl: textOrNothing,
  lifecycleNotificationUrl: textOrNothing,
  resource: textOrNothing,
  expirationDateTime: textOrNothing,
  clientState: textOrNothing,
  includeResourceData: z.boolean().nullish(),
  encryptionCertificate: textOrNothing,
  encryptionCertificateId: textOrNothing,
  latestSupportedTlsVersion: textOrNothing,
});
export const updateBody = createBody.pick({
  expirationDateTime: true,
  notificationUrl: true,
  encryptionCertificate: true,
  encryptionCertificateId: true,
});
type CreateBody = z.infer<typeof createBody>;

/** What a body says, once it is known to be right; or Graph's words about what is wrong. */
export type Reading<Wanted> =
  | { readonly kind: 'right'; readonly wanted: Wanted }
  | { readonly kind: 'wrong'; readonly message: string };

/** A subscription as asked for, taken apart. */
export interface WantedSubscription {
  readonly resource: string;
  readonly topic: SubscriptionTopic;
  readonly expiresAt: number;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly latestSupportedTlsVersion: string;
  readonly encryption: EncryptionCertificate | null;
}

/** Reads the body that creates a subscription, by the tenant's clock. */
export function readCreateBody(body: CreateBody, nowMs: number): Reading<WantedSubscription> {
  const { changeType, notificationUrl, resource, expirationDateTime } = body;
  if (!changeType) return missing('changeType');
  if (!notificationUrl) return missing('notificationUrl');
  if (!resource) return missing('resource');
  if (!expirationDateTime) return missing('expirationDateTime');
  if (changeType.toLowerCase() !== 'updated') {
    return wrong(`Subscription to '${changeType}' is not supported here; use 'updated'.`);
  }
  const clientState = body.clientState ?? null;
  if (clientState !== null && clientState.length > CLIENT_STATE_LENGTH_MAX) {
    return wrong(`clientState is longer than ${CLIENT_STATE_LENGTH_MAX} characters.`);
  }
  const topic = readTopic(resource);
  if (topic.kind === 'wrong') return topic;
  const lifecycleNotificationUrl = body.lifecycleNotificationUrl ?? null;
  const address =
    addressProblem('notificationUrl', notificationUrl) ??
    addressProblem('lifecycleNotificationUrl', lifecycleNotificationUrl);
  if (address !== null) return wrong(address);
  const expiry = readExpiry(topic.wanted.kind, expirationDateTime, nowMs);
  if (expiry.kind === 'wrong') return expiry;
  const isRich = body.includeResourceData === true;
  if (topic.wanted.kind === 'emergencyCalls' && !isRich) {
    return wrong("Subscriptions to emergency call events must set 'includeResourceData' to true.");
  }
  const encryption = isRich ? readEncryption(body) : nothing;
  if (encryption.kind === 'wrong') return encryption;
  return right({
    resource,
    topic: topic.wanted,
    expiresAt: expiry.wanted,
    notificationUrl,
    lifecycleNotificationUrl,
    clientState,
    latestSupportedTlsVersion: body.latestSupportedTlsVersion ?? 'v1_2',
    encryption: encryption.wanted,
  });
}

/** An update as asked for; null leaves as it is. */
export interface WantedUpdate {
  readonly expiresAt: number | null;
  readonly notificationUrl: string | null;
  readonly encryption: EncryptionCertificate | null;
}

/** Reads the body that updates a subscription of a kind. */
export function readUpdateBody(
  kind: SubscriptionTopic['kind'],
  body: z.infer<typeof updateBody>,
  nowMs: number,
): Reading<WantedUpdate> {
  const { expirationDateTime, encryptionCertificate } = body;
  const notificationUrl = body.notificationUrl ?? null;
  if (!expirationDateTime && notificationUrl === null && !encryptionCertificate) {
    return wrong(
      "Subscription must contain either the 'expirationDateTime' or 'notificationUrl' " +
        'property and its value.',
    );
  }
  const address = addressProblem('notificationUrl', notificationUrl);
  if (address !== null) return wrong(address);
  const expiry = expirationDateTime ? readExpiry(kind, expirationDateTime, nowMs) : nothing;
  if (expiry.kind === 'wrong') return expiry;
  const encryption = encryptionCertificate ? readEncryption(body) : nothing;
  if (encryption.kind === 'wrong') return encryption;
  return right({ expiresAt: expiry.wanted, notificationUrl, encryption: encryption.wanted });
}

function readTopic(resource: string): Reading<SubscriptionTopic> {
  const policyName = policyOfResource(resource);
  if (policyName !== undefined) return right({ kind: 'emergencyCalls', policyName });
  const people = parsePresenceResource(resource);
  if (people.kind === 'too-many') return wrong('Bad Request');
  if (people.kind === 'unsupported') return wrong(`Resource '${resource}' is not supported.`);
  return right({ kind: 'presence', peopleIds: people.ids });
}

function readExpiry(kind: SubscriptionTopic['kind'], text: string, nowMs: number): Reading<number> {
  const expiresAt = Date.parse(text);
  if (Number.isNaN(expiresAt)) return wrong('expirationDateTime is no date and time.');
  if (expiresAt <= nowMs) return wrong('Subscription expiration cannot be in the past.');
  const minutesMax = LIFETIME_MINUTES_MAX[kind];
  if (expiresAt - nowMs <= minutesMax * MINUTE_MS) return right(expiresAt);
  return wrong(`Subscription expiration can only be ${minutesMax} minutes in the future.`);
}

function readEncryption(
  body: Pick<CreateBody, 'encryptionCertificate' | 'encryptionCertificateId'>,
): Reading<EncryptionCertificate> {
  const { encryptionCertificate: base64, encryptionCertificateId: id } = body;
  if (!base64) return missing('encryptionCertificate');
  if (!id) return missing('encryptionCertificateId');
  if (id.length > CERTIFICATE_ID_LENGTH_MAX) {
    return wrong(`encryptionCertificateId is longer than ${CERTIFICATE_ID_LENGTH_MAX} characters.`);
  }
  const reading = readCertificate(id, base64);
  if (reading.kind === 'read') return right(reading.certificate);
  return wrong(`Certificate validation error: ${reading.reason}`);
}

function addressProblem(name: string, address: string | null): string | null {
  if (address === null || isUsableAddress(address)) return null;
  return `The ${name} '${address}' is not valid: it must be an https address.`;
}

const nothing: Reading<null> = { kind: 'right', wanted: null };

function right<Wanted>(wanted: Wanted): Reading<Wanted> {
  return { kind: 'right', wanted };
}

function wrong(message: string): { readonly kind: 'wrong'; readonly message: string } {
  return { kind: 'wrong', message };
}

function missing(name: string): { readonly kind: 'wrong'; readonly message: string } {
  return wrong(`${name} is a required property for subscription creation.`);
}
