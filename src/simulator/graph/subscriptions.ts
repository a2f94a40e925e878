import type { Server } from 'restify';
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { created, noContent, ok } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { handshakeProblem } from '../subscriptions/handshake.ts';
import { graphInstant } from '../subscriptions/notification.ts';
import { policyOfResource } from '../subscriptions/emergency-resource.ts';
import { NEEDED_PERMISSION } from '../subscriptions/subscription.ts';
import type { Subscription, SubscriptionTopic } from '../subscriptions/subscription.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import type { Tenant } from '../tenant.ts';
import { graphError } from './errors.ts';
import { graphRoute, refusalOf } from './routes.ts';
import type { Caller, GraphHandler, Needed } from './routes.ts';
import { createBody, readCreateBody, readUpdateBody, updateBody } from './subscription-bodies.ts';

const refusal = {
  code: 'ExtensionError',
  message: operationMessage(
    'Create',
    403,
    'The request is not authorized for this user or application.',
  ),
};
/**
 * Presence can be subscribed to in the name of an account only, emergency calls in the name of the
 * application only.
 */
const SUBSCRIBE: Readonly<Record<SubscriptionTopic['kind'], Needed>> = {
  presence: { application: [], delegated: [NEEDED_PERMISSION.presence], refusal },
  emergencyCalls: { application: [NEEDED_PERMISSION.emergencyCalls], delegated: [], refusal },
};
/** Reading and ending one's own subscriptions needs nothing but a token. */
const OWN: Needed = { refusal };

type Handle = (
  subscription: Subscription,
  ...rest: Parameters<GraphHandler>
) => Answer | Promise<Answer>;

/** Subscriptions: create, list, read, renew, reauthorize, delete. */
export function registerSubscriptions(
  server: Server,
  tenant: Tenant,
  subscriptions: Subscriptions,
): void {
  const ofCaller = ({ account }: Caller): Subscription[] =>
    subscriptions.all().filter(({ creator }) => creator === (account ?? null));
  const one =
    (handle: Handle): GraphHandler =>
    (incoming, caller) => {
      const id = (incoming.params['id'] ?? '').toLowerCase();
      const found = ofCaller(caller).find((subscription) => subscription.id === id);
      if (found !== undefined) return handle(found, incoming, caller);
      return graphError(tenant, 404, 'ResourceNotFound', 'The object was not found.');
    };
  const allowed =
    (handle: Handle): Handle =>
    (subscription, incoming, caller) =>
      refusalOf(tenant, caller, SUBSCRIBE[subscription.topic.kind]) ??
      handle(subscription, incoming, caller);
  const path = '/subscriptions/:id';
  graphRoute(
    server,
    tenant,
    'post',
    '/subscriptions',
    OWN,
    ({ body }, caller) =>
      refusalOf(tenant, caller, SUBSCRIBE[kindWanted(body)]) ??
      create(tenant, subscriptions, caller, body),
  );
  graphRoute(server, tenant, 'get', '/subscriptions', OWN, (_incoming, caller) =>
    ok({
      '@odata.context': `${tenant.url}/graph/v1.0/$metadata#subscriptions`,
      value: ofCaller(caller).map((subscription) => view(tenant, subscription)),
    }),
  );
  const read = one((subscription) => ok(entity(tenant, subscription)));
  graphRoute(server, tenant, 'get', path, OWN, read);
  const update = allowed((subscription, { body }, caller) =>
    renew(tenant, subscriptions, subscription, caller, body),
  );
  graphRoute(server, tenant, 'patch', path, OWN, one(update));
  const reauthorize = allowed((subscription, _incoming, { tokenExpiresAt }) => {
    subscriptions.update(subscription, { authorizedUntil: tokenExpiresAt });
    return { status: 200 };
  });
  graphRoute(server, tenant, 'post', `${path}/reauthorize`, OWN, one(reauthorize));
  const end = one((subscription) => {
    subscriptions.remove(subscription, 'subscriber');
    return noContent;
  });
  graphRoute(server, tenant, 'del', path, OWN, end);
}

/** What a body subscribes to; whatever else it says is looked at after the permission. */
function kindWanted(body: unknown): SubscriptionTopic['kind'] {
  const { data } = createBody.pick({ resource: true }).safeParse(body);
  return policyOfResource(data?.resource ?? '') === undefined ? 'presence' : 'emergencyCalls';
}

async function create(
  tenant: Tenant,
  subscriptions: Subscriptions,
  { account, isStranger, tokenExpiresAt }: Caller,
  body: unknown,
): Promise<Answer> {
  const creator = account ?? null;
  const parsed = createBody.safeParse(body);
  if (!parsed.success) return invalid(tenant, z.prettifyError(parsed.error));
  const reading = readCreateBody(parsed.data, tenant.nowMs());
  if (reading.kind === 'wrong') return invalid(tenant, reading.message);
  const { wanted } = reading;
  for (const address of [wanted.notificationUrl, wanted.lifecycleNotificationUrl]) {
    const problem = address === null ? null : await handshakeProblem(tenant, address);
    if (problem !== null) return invalid(tenant, problem);
  }
  // Looked at last: another request may have been quicker while the addresses were asked.
  if (subscriptions.rivalOf(creator, wanted.topic) !== undefined) {
    const reason = 'A subscription already exists. It must be deleted before another can be made.';
    return graphError(tenant, 409, 'ExtensionError', operationMessage('Create', 409, reason));
  }
  const subscription = subscriptions.create({
    ...wanted,
    creator,
    isStranger,
    authorizedUntil: tokenExpiresAt,
  });
  return created(entity(tenant, subscription));
}

async function renew(
  tenant: Tenant,
  subscriptions: Subscriptions,
  subscription: Subscription,
  { tokenExpiresAt }: Caller,
  body: unknown,
): Promise<Answer> {
  const { kind } = subscription.topic;
  if (kind === 'presence' && tenant.faults.subscriptions.refuseRenewal) {
    const reason = 'Updating a presence subscription is currently not supported.';
    return graphError(tenant, 400, 'ExtensionError', operationMessage('Update', 400, reason));
  }
  const parsed = updateBody.safeParse(body);
  if (!parsed.success) return invalid(tenant, z.prettifyError(parsed.error));
  const reading = readUpdateBody(kind, parsed.data, tenant.nowMs());
  if (reading.kind === 'wrong') return invalid(tenant, reading.message);
  const { expiresAt, notificationUrl, encryption } = reading.wanted;
  const problem = notificationUrl && (await handshakeProblem(tenant, notificationUrl));
  if (problem) return invalid(tenant, problem);
  subscriptions.update(subscription, {
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(notificationUrl === null ? {} : { notificationUrl }),
    ...(encryption === null ? {} : { encryption }),
    authorizedUntil: tokenExpiresAt,
  });
  return ok(entity(tenant, subscription));
}

function invalid(tenant: Tenant, message: string): Answer {
  return graphError(tenant, 400, 'ValidationError', message);
}

/** How Graph passes on what the service behind a subscription says. */
function operationMessage(operation: string, status: number, reason: string): string {
  const name = (STATUS_CODES[status] ?? '').replaceAll(' ', '');
  return `Operation: ${operation}; Exception: [Status Code: ${name}; Reason: ${reason}]`;
}

function entity(tenant: Tenant, subscription: Subscription): Readonly<Record<string, unknown>> {
  return {
    '@odata.context': `${tenant.url}/graph/v1.0/$metadata#subscriptions/$entity`,
    ...view(tenant, subscription),
  };
}

/** The certificate itself is never shown again; its id is. */
function view(tenant: Tenant, subscription: Subscription): Readonly<Record<string, unknown>> {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: tenant.application.id,
    changeType: 'updated',
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: graphInstant(subscription.expiresAt),
    creatorId: subscription.creator?.id ?? tenant.application.id,
    includeResourceData: subscription.encryption !== null,
    latestSupportedTlsVersion: subscription.latestSupportedTlsVersion,
    encryptionCertificate: null,
    encryptionCertificateId: subscription.encryption?.id ?? null,
    notificationUrlAppId: null,
  };
}
