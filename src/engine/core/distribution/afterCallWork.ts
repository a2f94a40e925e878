/**
 * After a call: none, a fixed time, one that can be extended, or until done with a maximum; then
 * what the agent chose to follow it (NIMx-02, NIMx-09). It is never skipped.
 */
import type { AfterCallWorkSettings } from '../config/offering.ts';
import { DUTY_REASONS } from '../tenant/facts.ts';
import type { PersonId, TaskId } from '../ids.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { AgentState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { servingAgent } from './serving.ts';

/** A conversation of the agent is over. */
export function beginAfterCallWork(
  turn: Turn,
  agentId: PersonId,
  taskId: TaskId,
  settings: AfterCallWorkSettings | null,
): void {
  const { at } = turn;
  if (settings === null || settings.mode === 'none') return followWith(turn, agentId);
  const isOpen = settings.mode === 'until-done';
  const untilAt = at + (isOpen ? settings.maximumSeconds : settings.seconds) * 1000;
  const extensionMs = settings.mode === 'extendable' ? settings.extensionSeconds * 1000 : 0;
  const maximumAt = Math.max(untilAt, at + settings.maximumSeconds * 1000);
  const work = { agentId, taskId, untilAt, extensionMs, maximumAt };
  turn.emit({ type: 'AfterCallWorkStarted', at, ...work });
}

/**
 * The agent joins another call late: the work of the earlier one is over, and what was chosen to
 * follow it follows this one.
 */
export function leaveWorkForTalk(turn: Turn, { id: agentId, afterCallWork }: AgentState): void {
  if (afterCallWork !== null) turn.emit({ type: 'AfterCallWorkEnded', at: turn.at, agentId });
}

/** The deadline came, or the agent is done. */
export function afterCallWorkOver(turn: Turn, agentId: PersonId): void {
  turn.emit({ type: 'AfterCallWorkEnded', at: turn.at, agentId });
  followWith(turn, agentId);
}

export function afterCallWorkFinished(turn: Turn, input: InputOf<'AfterCallWorkFinished'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  if (agent.afterCallWork !== null) return afterCallWorkOver(turn, agent.id);
  turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'already-so' });
}

export function afterCallWorkProlonged(turn: Turn, input: InputOf<'AfterCallWorkProlonged'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  const work = agent.afterCallWork;
  const isAllowed = work !== null && work.extensionMs > 0 && work.untilAt < work.maximumAt;
  if (!isAllowed) return turn.emit({ type: 'InputIgnored', at, reason: 'not-allowed' });
  const untilAt = Math.min(work.maximumAt, work.untilAt + work.extensionMs);
  turn.emit({ type: 'AfterCallWorkExtended', at, agentId: agent.id, untilAt });
}

/** What the agent chose for after this call comes true, once. */
function followWith(turn: Turn, agentId: PersonId): void {
  const { at, state } = turn;
  const agent = state.agents.get(agentId);
  const next = agent?.next ?? null;
  if (agent === undefined || next === null) return;
  turn.emit({ type: 'NextStateSet', at, agentId, next: null });
  // Who went off duty meanwhile has gone further than was chosen.
  if (!agent.onDuty) return;
  if (next.kind === 'off-duty') {
    const reasonCode = DUTY_REASONS.CHOSEN_FOR_AFTER_THE_CALL;
    return turn.emit({ type: 'DutyChanged', at, agentId, onDuty: false, by: agentId, reasonCode });
  }
  startBreak(turn, agentId, next.reasonCode);
}

/** Begins a break; its reason's maximum, if any, ends it. */
export function startBreak(turn: Turn, agentId: PersonId, reasonCode: number): void {
  const { at, state } = turn;
  const reason = state.configuration?.breakReasons.find(({ code }) => code === reasonCode);
  const minutes = reason?.maximumMinutes ?? null;
  const untilAt = minutes === null ? null : at + minutes * 60_000;
  turn.emit({ type: 'BreakStarted', at, agentId, reasonCode, untilAt });
}
