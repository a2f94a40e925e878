/** The accounts by which presence is subscribed to: for administrators. */
import {
  type newSignInSchema,
  type PresenceAccountView,
  presenceAccountsSchema,
  signInSchema,
  type SignInView,
} from '@rufwerk/engine/api';
import type { z } from 'zod';
import { perform, read, type Send } from './request.ts';

export type NewSignIn = z.input<typeof newSignInSchema>;

/** Every function rejects with a `TroubleError`. */
export interface PresenceAccountsApi {
  readonly presenceAccounts: (signal?: AbortSignal) => Promise<readonly PresenceAccountView[]>;
  readonly removePresenceAccount: (accountId: string) => Promise<void>;
  readonly startPresenceSignIn: (signIn: NewSignIn) => Promise<SignInView>;
  readonly presenceSignIn: (signInId: string, signal?: AbortSignal) => Promise<SignInView>;
}

const PATH = '/presence-accounts';

export function createPresenceAccountsApi(send: Send): PresenceAccountsApi {
  return {
    async presenceAccounts(signal) {
      const answer = await send(PATH, signal === undefined ? {} : { signal });
      return (await read(answer, presenceAccountsSchema)).accounts;
    },
    removePresenceAccount: (accountId) =>
      perform(send, `${PATH}/${encodeURIComponent(accountId)}`, { method: 'DELETE' }),
    startPresenceSignIn: async (body) =>
      read(await send(`${PATH}/sign-ins`, { method: 'POST', body }), signInSchema),
    async presenceSignIn(signInId, signal) {
      const path = `${PATH}/sign-ins/${encodeURIComponent(signInId)}`;
      return read(await send(path, signal === undefined ? {} : { signal }), signInSchema);
    },
  };
}
