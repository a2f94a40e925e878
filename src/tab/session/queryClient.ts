import { QueryClient } from '@tanstack/react-query';
import { TroubleError } from './trouble.ts';

/** How often a question is repeated when the server could not be reached. */
const REPEATS = 2;

/**
 * Keeps what the server told. Nothing here grows old by itself: the live stream keeps it true, so
 * the tab asks once and never polls.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < REPEATS && error instanceof TroubleError && error.trouble.kind === 'unreachable',
    },
    mutations: { networkMode: 'always' },
  },
});
