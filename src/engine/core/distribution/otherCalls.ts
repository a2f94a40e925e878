/**
 * Agents in calls of ours without an offer: who calls a service themselves, and whom a queue's
 * action sends a call to. Presence tells of neither for up to a minute, so we go by what we know
 * (NIM-28, NIM-42).
 *
 *   none --calls us, is called back, or is sent a call--> in it
 *   in it --the call ends, or the action fails--> none
 *   in it --the call goes on without us--> out of sight
 *   out of sight --seen in a call, or a minute later--> none
 */
import type { PersonId, TaskId } from '../ids.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { AgentState, TaskState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { reviewOfferOf } from './reviewing.ts';

/** By then presence shows a call that goes on (NIM-42). */
const OUT_OF_SIGHT_MS = 60_000;

/** What rings at them for another call is recalled. */
export function beginOtherCall(
  turn: Turn,
  personId: PersonId,
  { id: taskId }: Readonly<TaskState>,
  as: 'caller' | 'sent-to',
): void {
  if (!turn.state.flags.includes(RULE_FLAGS.OTHER_CALLS)) return;
  const agent = turn.state.agents.get(personId);
  if (agent === undefined || agent.otherCall?.taskId === taskId) return;
  turn.emit({ type: 'OtherCallBegan', at: turn.at, agentId: personId, taskId, as });
  reviewOfferOf(turn, agent);
}

/** The call is over for everybody in it. */
export function endOtherCalls(turn: Turn, task: Readonly<TaskState>): void {
  for (const personId of partiesOf(task)) endOtherCall(turn, personId, task.id);
}

/** The person is in the call no longer, or will not come into it. */
export function endOtherCall(turn: Turn, personId: PersonId, taskId: TaskId): void {
  if (inOtherCall(turn, personId, taskId) === undefined) return;
  turn.emit({ type: 'OtherCallEnded', at: turn.at, agentId: personId });
}

/** Teams has the call now: those in it talk on, and we do not hear when they are done. */
export function loseSightOf(turn: Turn, task: Readonly<TaskState>): void {
  const { at } = turn;
  for (const agentId of partiesOf(task)) {
    if (inOtherCall(turn, agentId, task.id) === undefined) continue;
    turn.emit({ type: 'OtherCallOutOfSight', at, agentId, untilAt: at + OUT_OF_SIGHT_MS });
  }
}

/** Presence shows a call: from now on it is to be believed again. */
export function seenTalking(turn: Turn, agent: Readonly<AgentState>): void {
  if (agent.otherCall?.untilAt == null) return;
  turn.emit({ type: 'OtherCallEnded', at: turn.at, agentId: agent.id });
}

function inOtherCall(turn: Turn, personId: PersonId, taskId: TaskId): AgentState | undefined {
  const agent = turn.state.agents.get(personId);
  return agent?.otherCall?.taskId === taskId ? agent : undefined;
}

function partiesOf({ callerId, leaving }: Readonly<TaskState>): PersonId[] {
  const sentTo = leaving?.sentTo ?? null;
  return sentTo === null ? [callerId] : [callerId, sentTo];
}
