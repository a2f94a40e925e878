/** What the screens read: asked once, then kept true by the live stream. */
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type {
  Decision,
  DecisionsPage,
  Me,
  MyWork,
  ServiceDetail,
  ServiceTiles,
} from '@rufwerk/engine/api';
import type { TaggedRule } from '../session/api.ts';
import { useSession } from '../session/SessionContext.ts';
import { keys } from './keys.ts';

export function useMe(): UseQueryResult<Me> {
  const { api } = useSession();
  return useQuery(queryOptions({ queryKey: keys.me, queryFn: ({ signal }) => api.me(signal) }));
}

export function useMyWork(): UseQueryResult<MyWork> {
  const { api } = useSession();
  return useQuery(
    queryOptions({ queryKey: keys.myWork, queryFn: ({ signal }) => api.myWork(signal) }),
  );
}

export function useServices(): UseQueryResult<ServiceTiles> {
  const { api } = useSession();
  return useQuery(
    queryOptions({ queryKey: keys.services, queryFn: ({ signal }) => api.services(signal) }),
  );
}

export function useService(serviceId: string): UseQueryResult<ServiceDetail> {
  const { api } = useSession();
  return useQuery(
    queryOptions({
      queryKey: keys.service(serviceId),
      queryFn: ({ signal }) => api.service(serviceId, signal),
      // The stream keeps only the service on screen true: what was kept from before may be old.
      refetchOnMount: 'always',
    }),
  );
}

export function useDecisions(serviceId: string | null): UseQueryResult<DecisionsPage> {
  const { api } = useSession();
  return useQuery(
    queryOptions({
      queryKey: keys.decisions(serviceId),
      queryFn: ({ signal }) => api.decisions(serviceId, signal),
    }),
  );
}

export function useDecision(decisionId: string): UseQueryResult<Decision> {
  const { api } = useSession();
  return useQuery(
    queryOptions({
      queryKey: keys.decision(decisionId),
      queryFn: ({ signal }) => api.decision(decisionId, signal),
    }),
  );
}

export function useRule(serviceId: string): UseQueryResult<TaggedRule> {
  const { api } = useSession();
  return useQuery(
    queryOptions({
      queryKey: keys.rule(serviceId),
      queryFn: ({ signal }) => api.rule(serviceId, signal),
    }),
  );
}
