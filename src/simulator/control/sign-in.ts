import type { Server } from 'restify';
import { z } from 'zod';
import { ok, unknownName } from '../http/answer.ts';
import { controlRoute } from '../http/routes.ts';
import type { Tenant } from '../tenant.ts';
import { withBody } from './body.ts';
import { viewSignIn } from './views.ts';

const signInBody = z.strictObject({
  mfaRequired: z.boolean().optional(),
  conditionalAccess: z.boolean().optional(),
  disabled: z.boolean().optional(),
  /** True ends every session so far, once; who signs in again is in again. */
  revoked: z.boolean().optional(),
  /** For accounts at home elsewhere: whether they are guests here. */
  invited: z.boolean().optional(),
});

/** What an administrator does about the signing in of a person or a service account. */
export function registerSignInControl(server: Server, tenant: Tenant): void {
  const path = '/_simulator/people/:upn/sign-in';
  controlRoute(server, 'put', path, ({ params, body }) => {
    const upn = params['upn'] ?? '';
    const account = tenant.directory.findAccount(upn);
    if (account === undefined) return unknownName(`${upn} is nobody here.`);
    return withBody(signInBody, body, (wanted) => {
      const rules = account.signIn;
      account.signIn = {
        isSecondFactorRequired: wanted.mfaRequired ?? rules.isSecondFactorRequired,
        isBlockedByPolicy: wanted.conditionalAccess ?? rules.isBlockedByPolicy,
        isDisabled: wanted.disabled ?? rules.isDisabled,
        isInvited: wanted.invited ?? rules.isInvited,
        session: rules.session + (wanted.revoked === true ? 1 : 0),
      };
      tenant.changed('accounts');
      return ok(viewSignIn(account));
    });
  });
}
