/** What agents and supervisors switch: duty, the end of after-call work, back to ready. */
import type { PersonId } from '../tenant/ids.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { AgentState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { reviewOfferOf } from './offers.ts';

function servingAgent(turn: Turn, agentId: PersonId): AgentState | undefined {
  const agent = turn.state.agents.get(agentId);
  if (agent?.serves === true) return agent;
  turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'unknown-agent' });
  return undefined;
}

export function dutySwitched(turn: Turn, input: InputOf<'DutySwitched'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  const { agentId, onDuty, by } = input;
  if (agent.onDuty === onDuty) return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  turn.emit({ type: 'DutyChanged', at, agentId, onDuty, by });
  reviewOfferOf(turn, agent);
}

export function afterCallWorkFinished(turn: Turn, input: InputOf<'AfterCallWorkFinished'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  if (agent.afterCallWorkUntilAt === null) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  turn.emit({ type: 'AfterCallWorkEnded', at, agentId: agent.id });
}

export function readyPressed(turn: Turn, input: InputOf<'ReadyPressed'>): void {
  const agent = servingAgent(turn, input.agentId);
  if (agent === undefined) return;
  const { at } = turn;
  if (agent.pause === null) return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  turn.emit({ type: 'PauseEnded', at, agentId: agent.id });
}
