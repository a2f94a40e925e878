/** Presence from its sources: what is news, whose it is, how it is confirmed, and leases. */
import type { Mutation } from '../mutation.ts';

const OBSERVE = 'src/engine/core/observing/observe.ts';
const LEASES = 'src/engine/core/leases/leases.ts';
const VIEWS = 'src/engine/core/observing/views.ts';
const RULE = 'src/engine/core/presence/rule.ts';
const SESSIONS = 'src/engine/core/tenant/evolve/sessions.ts';

export const PRESENCE_MUTATIONS: readonly Mutation[] = [
  {
    name: 'an older stamp is news',
    file: OBSERVE,
    find: 'after !== before) return after > before;',
    replace: 'after !== before) return true;',
  },
  {
    name: 'what was asked before the last news is news',
    file: OBSERVE,
    find: 'askedAt === undefined || askedAt >= evidence.confirmedAt',
    replace: 'askedAt === undefined || askedAt > 0',
  },
  {
    name: 'a stranger’s view replaces a member’s of the same moment',
    file: OBSERVE,
    find: "return evidence.fidelity === 'availability' && reading.fidelity === 'activity';",
    replace:
      "return evidence.fidelity !== reading.fidelity || reading.fidelity === 'availability';",
  },
  {
    name: 'a notification gives without a reading',
    file: OBSERVE,
    find: 'return evidence !== null && isAlwaysOffered(evidence, activityCounts);',
    replace: 'return evidence !== null || isAlwaysOffered(reading, activityCounts);',
  },
  {
    name: 'a stranger’s notification is trusted over a member’s view',
    file: OBSERVE,
    find: "if (evidence?.fidelity === 'activity' && reading.fidelity === 'availability') return false;",
    replace: '',
  },
  {
    name: 'our own echo is evidence',
    file: 'src/engine/core/observing/echo.ts',
    find: 'if (session === undefined) return false;',
    replace: 'if (session !== undefined || session === undefined) return false;',
  },
  {
    name: 'an echo lasts for ever',
    file: 'src/engine/core/observing/echo.ts',
    find: 'written === null || written.untilAt + SEEN_AFTER_END_MS < at',
    replace: 'written === null',
  },
  {
    name: 'the weakest lease is shown',
    file: LEASES,
    find: 'strongest === null || rankOf(lease.presence) < rankOf(strongest.presence)',
    replace: 'strongest === null || rankOf(lease.presence) > rankOf(strongest.presence)',
  },
  {
    name: 'a lease is not renewed in time',
    file: LEASES,
    find: 'const RENEW_AFTER_MS = 240_000;',
    replace: 'const RENEW_AFTER_MS = 900_000;',
  },
  {
    name: 'a write reaches beyond what a crash may leave',
    file: LEASES,
    find: 'const LONGEST_WRITE_SECONDS = 600;',
    replace: 'const LONGEST_WRITE_SECONDS = 14_400;',
  },
  {
    name: 'a lease that has run out stands on',
    file: LEASES,
    find: '    if (untilAt <= at) {\n      turn.emit',
    replace: '    if (untilAt + 3_600_000 <= at) {\n      turn.emit',
  },
  {
    name: 'nothing is cleared after the last lease',
    file: LEASES,
    find: "requestEffect(turn, { kind: 'clear-presence', agentId });",
    replace: '',
  },
  {
    name: 'a write that failed is not tried again',
    file: SESSIONS,
    find: 'session.retryAt = at + Math.min(pauseMs, LONGEST_RETRY_MS);',
    replace: 'session.retryAt = at + Math.min(pauseMs, LONGEST_RETRY_MS) + 1e9;',
  },
  {
    name: 'what is shown masks nobody',
    file: SESSIONS,
    find: 'agent.isMasked = true;',
    replace: 'agent.isMasked = false;',
  },
  {
    name: 'an unread agent is rung',
    file: 'src/engine/core/distribution/confirming.ts',
    find: 'if (isConfirmed) goOn(turn, offer);',
    replace: 'if (isConfirmed || !isConfirmed) goOn(turn, offer);',
  },
  {
    name: 'nothing is read before an offer',
    file: 'src/engine/core/distribution/confirming.ts',
    find: "if (lineup.whenOlder !== 'confirm') return false;",
    replace: "if (lineup.whenOlder !== 'others-first') return false;",
  },
  {
    name: 'half of the people are too many strangers',
    file: VIEWS,
    find: 'asStranger * 2 > onDuty',
    replace: 'asStranger * 2 >= onDuty',
  },
  {
    name: 'a degraded view returns too early',
    file: VIEWS,
    find: 'asStranger * 4 > onDuty',
    replace: 'asStranger > onDuty',
  },
  {
    name: 'a closed service is told as degraded',
    file: VIEWS,
    find: 'if (closedBy !== null || emergency !== null) return { onDuty: 0, asStranger: 0 };',
    replace: '',
  },
  {
    name: 'an activity that has grown old still counts as a member’s view',
    file: RULE,
    find: "  return { ...presence, fidelity: 'availability' };",
    replace: '  return presence;',
  },
  {
    name: 'Busy of a stranger is distributed',
    file: RULE,
    find: "presence.fidelity === 'availability' && !rule.busyWhileDegraded",
    replace: "presence.fidelity === 'availability' && rule.busyWhileDegraded",
  },
  {
    name: 'Focusing beside Busy says nothing',
    file: 'src/engine/core/presence/rule.ts',
    find: 'isRead ? neverDistributed(activity) : null',
    replace: 'null',
  },
  {
    name: 'an activity goes on counting when it has grown old',
    file: 'src/engine/core/presence/rule.ts',
    find: "activityCounts && fidelity === 'activity'",
    replace: 'activityCounts',
  },
  {
    name: 'a conversation under availability is forgotten with its activity',
    file: 'src/engine/core/presence/presenceClass.ts',
    find: 'const openKind = placeOf(KINDS, activityKindOf(availability));',
    replace: 'const openKind = 0;',
  },
  {
    name: 'a view without anybody on duty is a good one',
    file: 'src/engine/core/observing/views.ts',
    find: 'if (onDuty === 0 && state.flags',
    replace: 'if (onDuty === -1 && state.flags',
  },
  {
    name: 'who comes on duty unseen is rung at once',
    file: 'src/engine/core/distribution/confirming.ts',
    find: 'if (hasJustCome(state, agent, at)) return true;',
    replace: '',
  },
  {
    name: 'who came on duty is read for ever',
    file: 'src/engine/core/distribution/confirming.ts',
    find: 'confirmedAt >= dutySinceAt || at - dutySinceAt >= JUST_COME_MS',
    replace: 'confirmedAt >= dutySinceAt',
  },
];
