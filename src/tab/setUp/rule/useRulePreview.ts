import type { RulePreview } from '@rufwerk/engine/api';
import type { PresenceRule } from '@rufwerk/engine/core';
import {
  keepPreviousData,
  skipToken,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from '../../session/SessionContext.ts';
import { keys } from '../../stream/keys.ts';

/** Long enough to type a number, short enough to feel live. */
const TYPING_MS = 250;
/**
 * A busy service changes many times a second; its people need not be looked at more often than
 * this.
 */
const LOOK_AGAIN_AFTER_MS = 2_000;

/** What a rule would mean now; asked again when the rule or the service's people change. */
export function useRulePreview(
  serviceId: string,
  rule: PresenceRule | null,
): UseQueryResult<RulePreview> {
  const { api } = useSession();
  const settled = useSettled(rule);
  useFreshPreviews(serviceId);
  return useQuery({
    queryKey: keys.rulePreview(serviceId, settled ?? {}),
    queryFn:
      settled === null
        ? skipToken
        : ({ signal }) => api.previewRule(serviceId, { rule: settled }, signal),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    gcTime: 0,
  });
}

/** The last rule that was right and has stood still for a moment. */
function useSettled(rule: PresenceRule | null): PresenceRule | null {
  const [settled, setSettled] = useState(rule);
  const text = JSON.stringify(rule);
  useEffect(() => {
    const next = JSON.parse(text) as PresenceRule | null;
    if (next === null) return undefined;
    const timer = setTimeout(() => setSettled(next), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Marks previews of the service as old whenever the live stream tells news of it. */
function useFreshPreviews(serviceId: string): void {
  const { stream } = useSession();
  const cache = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const unsubscribe = stream.onEvent((event) => {
      if (event.event !== 'service' || event.data.id !== serviceId || timer !== null) return;
      timer = setTimeout(() => {
        timer = null;
        void cache.invalidateQueries({ queryKey: keys.rulePreviews(serviceId) });
      }, LOOK_AGAIN_AFTER_MS);
    });
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [stream, cache, serviceId]);
}
