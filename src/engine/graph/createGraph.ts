import type {
  AnnouncementName,
  CallEffect,
  EffectOutcome,
  PlatformCallId,
  TellContact,
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
import { createEmergencyActivityPerformer } from './activity/emergencyActivity.ts';
import type { WriteActivity } from './activity/emergencyActivity.ts';
import type { CallContext } from './calls/callContext.ts';
import { createCallEffects } from './calls/callEffects.ts';
import { createGraphClient } from './client/graphClient.ts';
import type { ExchangeObserver } from './client/measured.ts';
import { createDirectory } from './directory/directory.ts';
import { createEmergencyMailPerformer } from './mail/emergencyMail.ts';
import type { WriteMail } from './mail/emergencyMail.ts';
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
  /** `write` makes the mail for one contact. */
  readonly emergencyMail: (write: WriteMail) => EffectPerformer<TellContact['kind']>;
  /** `write` makes the entry in one person's activity feed. */
  readonly emergencyActivity: (write: WriteActivity) => EffectPerformer<TellContact['kind']>;
}

/** Microsoft Graph as the engine needs it: calls, presence, directory, mails and activities. */
export function createGraph(options: GraphOptions): Graph {
  const { people, clock, log, tenantId, appId, tokens, announcementPath } = options;
  const graph = createGraphClient(options);
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const callContext = { graph, people, publicUrl, tenantId, announcementPath };
  return {
    calls: createCallEffects(callContext),
    directory: createDirectory(graph),
    callContext,
    emergencyMail: (write) => createEmergencyMailPerformer({ graph, write, log }),
    emergencyActivity: (write) => createEmergencyActivityPerformer({ graph, people, write }),
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
