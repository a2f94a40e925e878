/** Who made a person's status in Teams what it is, asked again when that may have changed. */
import type { MyWork, TeamsPresence } from '@rufwerk/engine/api';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSession } from '../session/SessionContext.ts';
import { keys } from './keys.ts';

/** What ends is seen to have ended a moment later. */
const A_MOMENT_MS = 1_000;
const WRITTEN_WITHIN_MS = 5_000;

/** @param agentId null for one's own */
export function useTeamsPresence(agentId: string | null): UseQueryResult<TeamsPresence> {
  const { api, clock } = useSession();
  return useQuery({
    queryKey: keys.teamsPresence(agentId),
    queryFn: ({ signal }) => api.teamsPresence(agentId, signal),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      state.data === undefined ? false : changesWithinMs(state.data, clock.now()),
  });
}

/** In how many ms something will have changed by itself; false while nothing is known to. */
export function changesWithinMs(
  { shown, leases, own }: TeamsPresence,
  now: number,
): number | false {
  // Something is to be shown and is not yet, or the other way round.
  if ((shown === null) !== (leases.length === 0)) return WRITTEN_WITHIN_MS;
  if (own?.standing === 'not-seen-yet') return WRITTEN_WITHIN_MS;
  const ends = [shown, own, ...leases].flatMap((each) =>
    each === null || each.until === null ? [] : [Date.parse(each.until)],
  );
  const next = Math.min(...ends.filter((at) => at > now));
  return Number.isFinite(next) ? next - now + A_MOMENT_MS : false;
}

/** Whether news of somebody's work may mean that what is shown in Teams has changed with it. */
export function mayShowOtherwise(before: MyWork | undefined, after: MyWork): boolean {
  return before === undefined || looksOf(before) !== looksOf(after);
}

function looksOf({ state, presence }: MyWork): string {
  return [state, presence?.availability, presence?.activity].join(' ');
}
