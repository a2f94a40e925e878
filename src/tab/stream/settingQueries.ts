/** What Set-up and the steering of agents read. */
import {
  keepPreviousData,
  queryOptions,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { AgentsList, Announcement, ReadinessView, SteeredAgent } from '@rufwerk/engine/api';
import type { TaggedConfiguration } from '../session/configurationApi.ts';
import { useSession } from '../session/SessionContext.ts';
import { keys } from './keys.ts';

export function useConfiguration(): UseQueryResult<TaggedConfiguration> {
  const { api } = useSession();
  return useQuery(
    queryOptions({
      queryKey: keys.configuration,
      queryFn: ({ signal }) => api.configuration(signal),
    }),
  );
}

export function useAnnouncements(): UseQueryResult<readonly Announcement[]> {
  const { api } = useSession();
  return useQuery(
    queryOptions({
      queryKey: keys.announcements,
      queryFn: ({ signal }) => api.announcements(signal),
    }),
  );
}

export function useHolidayPlaces(): UseQueryResult<readonly string[]> {
  const { api } = useSession();
  return useQuery(
    queryOptions({
      queryKey: keys.holidayPlaces,
      queryFn: ({ signal }) => api.holidayPlaces(signal),
    }),
  );
}

/** Agents by a part of their name; the stream does not tell of them, so each look asks anew. */
export function useAgents(search: string): UseQueryResult<AgentsList> {
  const { api } = useSession();
  return useQuery({
    queryKey: keys.foundAgents(search),
    queryFn: ({ signal }) => api.agents(search, signal),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

export function useSteeredAgent(agentId: string): UseQueryResult<SteeredAgent> {
  const { api } = useSession();
  return useQuery({
    queryKey: keys.agent(agentId),
    queryFn: ({ signal }) => api.agent(agentId, signal),
    refetchOnMount: 'always',
  });
}

/** What lies outside of us changes without a commit, so that the stream cannot tell of it. */
const LOOK_OUTSIDE_AFTER_MS = 60_000;

export function useReadiness(): UseQueryResult<ReadinessView> {
  const { api } = useSession();
  return useQuery({
    queryKey: keys.readiness,
    queryFn: ({ signal }) => api.readiness(signal),
    refetchOnMount: 'always',
    refetchInterval: LOOK_OUTSIDE_AFTER_MS,
  });
}
