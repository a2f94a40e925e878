import { z } from 'zod';
import type { Party } from '../calls/call.ts';
import type { TransferTarget } from '../calls/handing-over.ts';
import type { Tenant } from '../tenant.ts';

/*
 * The bodies that Graph's calling API takes, as far as the platform looks at them. What is not
 * named here is passed over, as the platform does with what it does not need.
 */

const identity = z.object({ id: z.string() });
const identitySet = z.object({
  user: identity.nullish(),
  phone: identity.nullish(),
  applicationInstance: identity.nullish(),
  application: identity.nullish(),
});
const invitee = z.object({
  identity: identitySet,
  endpointType: z.string().nullish(),
  replacesCallId: z.string().nullish(),
});
const clientContext = z.string().max(256).nullish();
const address = z.url();
const mediaConfig = z.object({ '@odata.type': z.string().optional() });

export const answerBody = z.object({ callbackUri: address, mediaConfig });
export const rejectBody = z
  .object({ reason: z.enum(['none', 'busy', 'forbidden']).nullish() })
  .optional();
export const redirectBody = z.object({
  targets: z.array(invitee),
  timeout: z.number().int().nullish(),
  callbackUri: address.nullish(),
});
export const transferBody = z.object({ transferTarget: invitee });
export const inviteBody = z.object({ participants: z.array(invitee), clientContext });
export const contextBody = z.object({ clientContext }).optional();
export const promptBody = z.object({
  prompts: z
    .array(z.object({ mediaInfo: z.object({ uri: z.string() }) }))
    .min(1)
    .max(20),
  clientContext,
});
export const createBody = z.object({
  callbackUri: address,
  source: z.object({ identity: identitySet }).nullish(),
  targets: z.array(invitee).length(1),
  requestedModalities: z.array(z.string()).optional(),
  mediaConfig: mediaConfig.nullish(),
  tenantId: z.string().nullish(),
});

type Invitee = z.infer<typeof invitee>;

/** Whom an identity names; undefined when nobody here has that id. */
export function partyFrom(
  tenant: Tenant,
  { user, phone }: z.infer<typeof identitySet>,
): Exclude<Party, { readonly kind: 'bot' | 'withheld' }> | undefined {
  if (phone) return { kind: 'phone', number: phone.id };
  const person = user ? tenant.directory.findPerson(user.id) : undefined;
  return person === undefined ? undefined : { kind: 'person', person };
}

export function transferTargetFrom(tenant: Tenant, target: Invitee): TransferTarget | undefined {
  const to = destinationFrom(tenant, target);
  return to === undefined ? undefined : { to, replacesCallId: target.replacesCallId ?? null };
}

/** A shared voicemail is named like a person's, with the object id of its group. */
function destinationFrom(
  tenant: Tenant,
  { identity: named, endpointType }: Invitee,
): TransferTarget['to'] | undefined {
  if (named.applicationInstance) return { kind: 'resourceAccount' };
  const party = partyFrom(tenant, named);
  if (endpointType?.toLowerCase() !== 'voicemail') return party;
  if (party?.kind === 'person') return { kind: 'voicemail', owner: party };
  const group = named.user ? tenant.directory.findGroup(named.user.id) : undefined;
  return group && { kind: 'voicemail', owner: { kind: 'group', group } };
}
