/** The person's own act on Teams' presence: no lease of ours, and nothing that we take back. */
import type { InputOf } from '../tenant/inputs.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';

export function teamsPresenceChosen(turn: Turn, input: InputOf<'TeamsPresenceChosen'>): void {
  const { at, state } = turn;
  const { agentId, presence, forMinutes } = input;
  if (!state.agents.has(agentId)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-agent' });
  }
  requestEffect(turn, { kind: 'prefer-presence', agentId, presence, forMinutes });
}
