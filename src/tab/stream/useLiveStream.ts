import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useSession } from '../session/SessionContext.ts';
import { applyEvent } from './applyEvent.ts';
import type { LiveStream, StreamStatus } from './liveStream.ts';

/** Keeps the screens true while the tab is open: `serviceId` is the service whose details show. */
export function useLiveStream(serviceId: string | null): void {
  const { stream, clock } = useSession();
  const cache = useQueryClient();
  useEffect(
    () => stream.onEvent((event) => applyEvent(event, cache, clock)),
    [stream, cache, clock],
  );
  useEffect(() => askAgainAfterGaps(stream, cache), [stream, cache]);
  useEffect(() => stream.watch(serviceId), [stream, serviceId]);
}

/**
 * A stream that comes back tells what is true now, but not which decisions fell into the gap: what
 * is on screen is asked again, once.
 */
function askAgainAfterGaps(stream: LiveStream, cache: QueryClient): () => void {
  let wasLost = false;
  return stream.subscribe(() => {
    const { kind } = stream.status();
    if (kind === 'open' && wasLost) void cache.invalidateQueries();
    wasLost = kind === 'lost';
  });
}

export function useStreamStatus(): StreamStatus {
  const { stream } = useSession();
  return useSyncExternalStore(stream.subscribe, stream.status);
}
