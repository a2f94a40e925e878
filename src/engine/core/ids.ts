/**
 * Branded ids: a person's id cannot be passed where a task's is wanted. None of them carries
 * personal data: a person's id is minted by the edge and means something only together with the
 * person table.
 */
declare const brand: unique symbol;

export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type TenantId = Id<'tenant'>;
/** Anybody we know by an own id: agents, supervisors, administrators and callers. */
export type PersonId = Id<'person'>;
export type ServiceId = Id<'service'>;
export type TaskId = Id<'task'>;
export type OfferId = Id<'offer'>;
export type EffectId = Id<'effect'>;
export type DecisionId = Id<'decision'>;
/** A block of people whose presence is polled together, at most 650. */
export type BlockId = Id<'block'>;
/** One emergency of one agent, with the callback window after it. */
export type EmergencyId = Id<'emergency'>;
/** The id Microsoft Graph gives a call; it names a call leg, never a person. */
export type PlatformCallId = Id<'platform-call'>;
/** The object id of a Microsoft 365 group, whose members serve. */
export type GroupId = Id<'group'>;
/** The object id of a Teams resource account (application instance). */
export type ResourceAccountId = Id<'resource-account'>;

/** Brands a string that came from outside and was validated there. */
export function asId<T extends Id<string>>(text: string): T {
  return text as T;
}
