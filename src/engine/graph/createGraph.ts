import type {
  AnnouncementName,
  CallEffect,
  EffectOutcome,
  PlatformCallId,
} from '@rufwerk/engine/core';
import type {
  Clock,
  Directory,
  EffectPerformer,
  Log,
  People,
  ReachDirectory,
  TokenSource,
} from '@rufwerk/engine/ports';
import { hangUpCall } from './calls/answeredCall.ts';
import type { CallContext } from './calls/callContext.ts';
import { createCallEffects } from './calls/callEffects.ts';
import { createGraphClient } from './client/graphClient.ts';
import type { ExchangeObserver } from './client/measured.ts';
import { createDirectory } from './directory/directory.ts';
import { createPresence } from './presence/presence.ts';
import type { Presence } from './presence/presence.ts';

export interface GraphOptions {
  /** With the version, such as `https://graph.microsoft.com/v1.0`; http on loopback only. */
  readonly graphUrl: string;
  readonly tenantId: string;
  /** Our own application: it names our session in people's presence. */
  readonly appId: string;
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
  readonly directory: Directory & ReachDirectory;
  /** For placing and transferring calls beside the effects. */
  readonly callContext: CallContext;
  /** Ends a call beside the effects: one that the engine does not know. */
  readonly hangUp: (callId: PlatformCallId) => Promise<EffectOutcome>;
  readonly presence: Presence;
}

/** Microsoft Graph as the engine needs it: effects on calls, presence and the directory. */
export function createGraph(options: GraphOptions): Graph {
  const { people, clock, log, tenantId, appId, tokens, announcementPath } = options;
  const graph = createGraphClient(options);
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const callContext = { graph, people, publicUrl, tenantId, announcementPath };
  return {
    calls: createCallEffects(callContext),
    directory: createDirectory(graph),
    callContext,
    hangUp: (callId) => hangUpCall(callContext, callId),
    presence: createPresence({
      ...{ tokens, people, clock, log, appId },
      clientOf: (ofWhom, observe) =>
        createGraphClient({ ...options, tokens: ofWhom, observe: both(observe, options.observe) }),
    }),
  };
}

function both(one: ExchangeObserver, other: ExchangeObserver | undefined): ExchangeObserver {
  return (exchange) => {
    one(exchange);
    other?.(exchange);
  };
}
