import type {
  AnnouncementName,
  CallEffect,
  EffectOutcome,
  PersonId,
  PlatformCallId,
} from '@rufwerk/engine/core';
import type {
  Clock,
  Directory,
  EffectPerformer,
  InputSink,
  Log,
  People,
  TokenSource,
} from '@rufwerk/engine/ports';
import { hangUpCall } from './calls/answeredCall.ts';
import type { CallContext } from './calls/callContext.ts';
import { createCallEffects } from './calls/callEffects.ts';
import { createGraphClient } from './client/graphClient.ts';
import type { ExchangeObserver } from './client/measured.ts';
import { createDirectory } from './directory/directory.ts';
import { PresencePolling } from './presence/polling.ts';
import type { PresencePollingHealth } from './presence/polling.ts';

export const DEFAULT_POLL_INTERVAL_MS = 2_000;

export interface GraphOptions {
  /** With the version, such as `https://graph.microsoft.com/v1.0`; http on loopback only. */
  readonly graphUrl: string;
  readonly tenantId: string;
  /** Where the platform reaches Rufwerk. */
  readonly publicUrl: string;
  /** Where the platform fetches an announcement, below `publicUrl`; called for each prompt. */
  readonly announcementPath: (name: AnnouncementName) => string;
  readonly tokens: TokenSource;
  readonly people: Pick<People, 'find' | 'findByEntraId'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of every request, for metrics and the benchmark. */
  readonly observe?: ExchangeObserver;
}

export interface Graph {
  readonly calls: EffectPerformer<CallEffect['kind']>;
  readonly directory: Directory;
  /** For placing and transferring calls beside the effects. */
  readonly callContext: CallContext;
  /** Ends a call beside the effects: one that the engine does not know. */
  readonly hangUp: (callId: PlatformCallId) => Promise<EffectOutcome>;
  startPresencePolling(options: {
    readonly sink: InputSink;
    readonly agentIds: () => readonly PersonId[];
    readonly intervalMs?: number;
  }): { stop(): Promise<void>; health(): PresencePollingHealth };
}

/** Microsoft Graph as the engine needs it: effects on calls, presence and the directory. */
export function createGraph(options: GraphOptions): Graph {
  const { people, clock, log, tenantId, announcementPath } = options;
  const graph = createGraphClient(options);
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const callContext = { graph, people, publicUrl, tenantId, announcementPath };
  return {
    calls: createCallEffects(callContext),
    directory: createDirectory(graph),
    callContext,
    hangUp: (callId) => hangUpCall(callContext, callId),
    startPresencePolling: ({ sink, agentIds, intervalMs = DEFAULT_POLL_INTERVAL_MS }) =>
      new PresencePolling({ graph, sink, people, clock, log, agentIds, intervalMs }),
  };
}
