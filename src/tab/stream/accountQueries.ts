/** Presence accounts and their signing in: it happens at Microsoft, so the stream tells nothing. */
import type { PresenceAccountView, SignInView } from '@rufwerk/engine/api';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useSession } from '../session/SessionContext.ts';
import { keys } from './keys.ts';

const LOOK_AT_ACCOUNTS_AFTER_MS = 15_000;
/** Somebody sits there and waits. */
const LOOK_AT_SIGN_IN_AFTER_MS = 2_000;

export function usePresenceAccounts(): UseQueryResult<readonly PresenceAccountView[]> {
  const { api } = useSession();
  return useQuery({
    queryKey: keys.presenceAccounts,
    queryFn: ({ signal }) => api.presenceAccounts(signal),
    refetchOnMount: 'always',
    refetchInterval: LOOK_AT_ACCOUNTS_AFTER_MS,
  });
}

/** What has become of a sign-in; asked until it is over. */
export function usePresenceSignIn(signInId: string): UseQueryResult<SignInView> {
  const { api } = useSession();
  const cache = useQueryClient();
  return useQuery({
    queryKey: keys.presenceSignIn(signInId),
    queryFn: async ({ signal }) => {
      const signIn = await api.presenceSignIn(signInId, signal);
      if (signIn.state === 'signed-in') {
        void cache.invalidateQueries({ queryKey: keys.presenceAccounts });
      }
      return signIn;
    },
    refetchInterval: ({ state }) =>
      state.data?.state === 'waiting' ? LOOK_AT_SIGN_IN_AFTER_MS : false,
  });
}
