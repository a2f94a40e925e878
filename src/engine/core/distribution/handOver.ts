/**
 * After a redirect the platform says nothing more about the caller. Whether the agent answered, and
 * when the call ended, is inferred from presence and from stated maxima, and every screen says so
 * (design.md, "Distribution"; platform.md section 8).
 */
import { effectivePresence } from '../tenant/effectivePresence.ts';
import { activityKindOf } from '../presence/values.ts';
import type { AgentState, OfferState, TaskState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { endCall } from './ending.ts';
import { refreshCard } from './card.ts';
import { loseSightOf } from './otherCalls.ts';

/** Presence may show an accepted call this long after the ringing could have ended. */
const PRESENCE_DELAY_MS = 10_000;

const UNCHARGED = { pause: null, isMiss: false } as const;

/** The platform took the redirect: from here on only presence tells. */
export function handOver(turn: Turn, task: TaskState, offer: OfferState, ringsForMs: number): void {
  const { at } = turn;
  const inferUntilAt = at + ringsForMs + PRESENCE_DELAY_MS;
  const { agentId, id: offerId } = offer;
  turn.emit({ type: 'OfferEnded', at, offerId, outcome: 'handed-over', ...UNCHARGED });
  turn.emit({ type: 'CallHandedOver', at, taskId: task.id, agentId, inferUntilAt });
  loseSightOf(turn, task);
  refreshCard(turn, task.id);
}

/** News of an agent's presence: has the handed-over call begun, or ended? */
export function inferFromPresence(turn: Turn, agent: Readonly<AgentState>): void {
  const task = agent.taskId === null ? undefined : turn.state.tasks.get(agent.taskId);
  if (task?.phase !== 'handed-over') return;
  const { at, state } = turn;
  const presence = effectivePresence(state, agent, at);
  const inCall = presence !== null && activityKindOf(presence.activity) === 'call';
  if (inCall === (task.connectedAt !== null)) return;
  if (!inCall) return endCall(turn, task, 'presence-left-the-call', 'inferred');
  turn.emit({ type: 'CallConnected', at, taskId: task.id, agentId: agent.id, seen: 'inferred' });
  refreshCard(turn, task.id);
}

/** Nothing was seen for as long as the stated maximum. */
export function inferDue(turn: Turn, task: TaskState): void {
  const reason = task.connectedAt === null ? 'no-answer-after-hand-over' : 'maximum-reached';
  endCall(turn, task, reason, 'inferred');
}
