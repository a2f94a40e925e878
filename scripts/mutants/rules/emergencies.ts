/** Emergencies of agents: signs, the hour, the pool, the contacts, and callbacks. */
import type { Mutation } from '../mutation.ts';

const LIFE = 'src/engine/core/emergency/life.ts';
const NUMBERS = 'src/engine/core/emergency/numbers.ts';
const NOTICES = 'src/engine/core/emergency/notices.ts';
const CALLBACK = 'src/engine/core/emergency/callback.ts';
const RINGING = 'src/engine/core/emergency/ringing.ts';

export const EMERGENCY_MUTATIONS: readonly Mutation[] = [
  {
    name: 'an emergency blocks nobody',
    file: 'src/engine/core/tenant/indexes/standings.ts',
    find: 'if (agent.emergencyId !== null) return STANDING.IN_AN_EMERGENCY;',
    replace: '',
  },
  {
    name: 'an offer that rings is not recalled for an emergency',
    file: LIFE,
    find: '  reviewOfferOf(turn, agent);\n',
    replace: '',
  },
  {
    name: 'the window is a minute short',
    file: LIFE,
    find: 'export const CALLBACK_WINDOW_MS = 60 * 60_000;',
    replace: 'export const CALLBACK_WINDOW_MS = 59 * 60_000;',
  },
  {
    name: 'Do not disturb is shown for the whole hour',
    file: 'src/engine/core/emergency/schedule.ts',
    find: 'export const SHOWN_MS = 15 * 60_000;',
    replace: 'export const SHOWN_MS = 60 * 60_000;',
  },
  {
    name: 'the button after a call is the same call',
    file: LIFE,
    find: 'const wasOver = callEndedAt !== null && dialledAt > callEndedAt;',
    replace: 'const wasOver = callEndedAt !== null && dialledAt > callEndedAt + 1e9;',
  },
  {
    name: 'a late event begins a second emergency',
    file: LIFE,
    find: 'return !wasOver && !isNext && isClose(emergency, dialledAt);',
    replace: 'return !wasOver && dialledAt === emergency.dialledAt;',
  },
  {
    name: 'Do not disturb outlives the call',
    file: LIFE,
    find: "releaseLease(turn, agentId, 'emergency', cause === 'unseen' ? 'expired' : 'reason-ended');",
    replace: '',
  },
  {
    name: '"ready" is taken while the call stands',
    file: LIFE,
    find: "if (emergency?.call !== 'over') {",
    replace: 'if (emergency === undefined) {',
  },
  {
    name: 'presence tells of no end',
    file: 'src/engine/core/emergency/seen.ts',
    find: "return seen !== null && seen !== 'call';",
    replace: 'return false;',
  },
  {
    name: 'a number is shared',
    file: NUMBERS,
    find: 'return !isHeld(state, account, held, at);',
    replace: 'return held !== undefined;',
  },
  {
    name: 'a number is given out again after "ready"',
    file: NUMBERS,
    find: 'return untilAt > at || holderOf(state, account) !== undefined;',
    replace: 'return holderOf(state, account) !== undefined && untilAt > 0;',
  },
  {
    name: 'the last number is not forecast',
    file: NUMBERS,
    find: 'const FEW = 1;',
    replace: 'const FEW = -1;',
  },
  {
    name: 'a drill keeps its number',
    file: NUMBERS,
    find: 'if (held.isDrill && !isDrill) return true;',
    replace: '',
  },
  {
    name: 'a failed mail is not tried again',
    file: NOTICES,
    find: "result === 'failed' && emergency.endedAt === null ? tryAgainAt(notice, at) : null",
    replace: 'null',
  },
  {
    name: 'contacts are told only once',
    file: NOTICES,
    find: "turn.emit({ type: 'ContactOwed', at, emergencyId, agentId, ...each });",
    replace:
      "if (emergency.notices.some((known) => known.contactId === each.contactId && known.channel === each.channel)) continue;\n    turn.emit({ type: 'ContactOwed', at, emergencyId, agentId, ...each });",
  },
  {
    name: 'the contacts are rung late',
    file: CALLBACK,
    find: 'const CONTACTS_AFTER_MS = 10_000;',
    replace: 'const CONTACTS_AFTER_MS = 30_000;',
  },
  {
    name: 'a callback leaves Do not disturb standing',
    file: CALLBACK,
    find: "if (isInTime && emergency.call !== 'over') endCall(turn, emergency, 'callback');",
    replace: '',
  },
  {
    name: 'a callback past the hour rings the agent',
    file: CALLBACK,
    find: 'const agentId = isInTime ? emergency.agentId : null;',
    replace:
      'const agentId = isInTime ? emergency.agentId : (state.callbackNumbers.get(resourceAccountId)?.agentId ?? null);',
  },
  {
    name: 'a ring lasts into voicemail',
    file: RINGING,
    find: 'const RING_MS = 15_000;',
    replace: 'const RING_MS = 25_000;',
  },
  {
    name: 'somebody in Do not disturb is rung',
    file: RINGING,
    find: "categoryOf(shown.availability) === 'do-not-disturb'",
    replace: "categoryOf(shown.availability) === 'offline'",
  },
  {
    name: 'a refusal does not bring the contacts',
    file: RINGING,
    find: 'personId === callback.agentId && isUnreachable',
    replace: 'personId !== callback.agentId && isUnreachable',
  },
  {
    name: 'a ring that nobody answered is the last one',
    file: RINGING,
    find: "return ring.phase === 'resting' && ring.dueAt <= turn.at;",
    replace: 'return false;',
  },
  {
    name: 'a voicemail stays in the call',
    file: CALLBACK,
    find: "if (phase === 'answered' && effectId !== null) ringOver",
    replace: "if (phase === 'reading' && effectId !== null) ringOver",
  },
  {
    name: 'the agent is rung while our Do not disturb still shows',
    file: RINGING,
    find: "return session.shown?.presence.availability === 'DoNotDisturb';",
    replace: 'return false;',
  },
];
