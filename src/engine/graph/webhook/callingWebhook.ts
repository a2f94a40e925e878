import type { EffectOutcome, PlatformCallId, ResourceAccountId } from '@rufwerk/engine/core';
import { NotAccepted } from '@rufwerk/engine/ports';
import type { Clock, Committed, InputDraft, InputSink, Log } from '@rufwerk/engine/ports';
import { readCallingBody } from './body.ts';
import { newsOf } from './news.ts';
import type { KnownPeople } from './news.ts';
import { parseNotification } from './notification.ts';
import { OnceLog } from './onceLog.ts';
import { placedBy, straysAmong } from './placedCalls.ts';
import { createTokenCheck } from './platformToken.ts';

export interface CallingWebhookOptions {
  readonly sink: InputSink;
  readonly people: KnownPeople;
  readonly appId: string;
  readonly tenantId: string;
  /** The calling platform's OpenID configuration; http on loopback only. */
  readonly openIdUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Whether the account's number is one of the pool for emergency calls: nothing of whoever calls
   * it is kept (DEC-9).
   */
  readonly isCallbackAccount: (accountId: ResourceAccountId) => Promise<boolean>;
  /** Ends a call that we placed and that nobody waits for any more. */
  readonly hangUp: (callId: PlatformCallId) => Promise<EffectOutcome>;
}

export interface CallingPost {
  readonly authorization: string | undefined;
  readonly body: Buffer;
  /** What the callback address carries: `effect`, `task`, and `placed` for a call of ours. */
  readonly query: Readonly<Record<string, string | undefined>>;
}

export type CallingWebhook = (post: CallingPost) => Promise<{ readonly status: number }>;

/**
 * The calling webhook. Statuses: 202 committed, or malformed and passed over; 204 asks for Graph's
 * format; 401 and 403 are no news of the platform for us; 413 too large; 503 asks to be told again.
 * Rejects only for what is broken in ourselves.
 */
export function createCallingWebhook(options: CallingWebhookOptions): CallingWebhook {
  const { sink, people, isCallbackAccount, log } = options;
  const checkToken = createTokenCheck(options);
  const once = new OnceLog(log);

  async function readInputs(
    values: readonly unknown[],
    query: CallingPost['query'],
  ): Promise<InputDraft[]> {
    const drafts: InputDraft[] = [];
    for (const value of values) {
      const notification = parseNotification(value);
      const news =
        typeof notification === 'string'
          ? ({ kind: 'malformed', problem: notification } as const)
          : await newsOf(notification, { people, isCallbackAccount });
      if (news.kind === 'input') {
        const placed = placedBy(query, news.draft);
        drafts.push(...(placed === null ? [] : [placed]), news.draft);
      }
      if (news.kind === 'malformed') {
        once.warn({ problem: news.problem }, 'a malformed calling notification was passed over');
      }
    }
    return drafts;
  }

  /** Not awaited: the platform wants its answer first. */
  function endStray(platformCallId: PlatformCallId): void {
    void options.hangUp(platformCallId).then(({ kind: outcome }) => {
      log.info({ platformCallId, outcome }, 'a placed call that nobody waits for was hung up');
    });
  }

  return async ({ authorization, body, query }) => {
    const token = await checkToken(authorization);
    if (token.kind === 'unsure') {
      once.warn({ problem: token.reason }, 'calling notifications cannot be checked: no keys');
      return { status: 503 };
    }
    if (token.kind === 'refused') {
      once.warn({ problem: token.reason }, 'a calling notification without a good token');
      return { status: token.status };
    }
    const post = readCallingBody(body);
    switch (post.kind) {
      case 'legacy':
        return { status: 204 };
      case 'too-large':
        return { status: 413 };
      case 'malformed':
        once.warn({ problem: post.problem }, 'a malformed calling notification was passed over');
        return { status: 202 };
      case 'notifications': {
        const drafts = await readInputs(post.values, query);
        const inputs = drafts.map(({ type }) => type);
        log.debug({ effect: query['effect'], inputs }, 'calling notification');
        const committed = await commit(drafts, sink);
        if (committed === null) return { status: 503 };
        straysAmong(query, drafts, committed).forEach(endStray);
        return { status: 202 };
      }
    }
  };
}

/**
 * Submits all in their order, so that they share a flush, and waits for the commit; null when not
 * all were taken.
 */
async function commit(
  drafts: readonly InputDraft[],
  sink: InputSink,
): Promise<readonly Committed[] | null> {
  const results = await Promise.allSettled(drafts.map((draft) => sink.submit(draft)));
  const committed: Committed[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') committed.push(result.value);
    else if (!(result.reason instanceof NotAccepted)) throw result.reason;
  }
  return committed.length === drafts.length ? committed : null;
}
