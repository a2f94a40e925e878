import type { Tenant } from '../tenant.ts';
import type { Account } from '../world/directory.ts';
import * as errors from './errors.ts';
import type { EntraError } from './errors.ts';
import type { DelegatedGrant } from './tokens.ts';

/** Names that stand for any tenant: an account that signs in there does so at home. */
export const SHARED_AUTHORITIES = ['common', 'organizations'];

/** That somebody signed in, and what the application asked for. */
export interface SignedIn extends DelegatedGrant {
  /** The session of the account at that time: revoking sessions begins another. */
  readonly session: number;
  /** The `scope` parameter, as it was asked. */
  readonly scope: string;
  readonly nonce?: string | undefined;
}

/** The outcome of a grant: who signed in, or what Entra says instead. */
export type Grant = { readonly signedIn: SignedIn } | { readonly problem: EntraError };

/**
 * The tenant that an account signs in to at an authority; undefined when it does not exist there,
 * which an account of another tenant does once it is invited (NIM-31).
 */
export function tenantToSignInTo(
  tenant: Tenant,
  { homeTenantId, signIn }: Account,
  authority: string,
): string | undefined {
  const asked = authority.toLowerCase();
  if (SHARED_AUTHORITIES.includes(asked) || asked === homeTenantId) return homeTenantId;
  return asked === tenant.id && signIn.isInvited ? tenant.id : undefined;
}

/**
 * What stands between a sign-in and its token now: rules may have changed since (NIM-35..39).
 * Undefined when nothing does.
 */
export function ruleProblem({
  account,
  session,
  hasSecondFactor,
}: SignedIn): EntraError | undefined {
  const { isDisabled, isBlockedByPolicy, isSecondFactorRequired } = account.signIn;
  if (isDisabled) return errors.disabledAccount;
  if (session !== account.signIn.session) return errors.revokedSession;
  if (isBlockedByPolicy) return errors.blockedByConditionalAccess;
  return isSecondFactorRequired && !hasSecondFactor ? errors.secondFactorRequired : undefined;
}
