import type { PersonId } from '../ids.ts';
import type { AgentState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';

/** The agent of an input; someone who serves nothing is told apart as unknown. */
export function servingAgent(turn: Turn, agentId: PersonId): AgentState | undefined {
  const agent = turn.state.agents.get(agentId);
  if (agent?.serves === true) return agent;
  turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'unknown-agent' });
  return undefined;
}
