/**
 * All evidence about a person made into one effective presence (NIM-27, DEC-15): the newest news of
 * any source, as old as its last confirmation. While we show something in Teams ourselves, blocks
 * confirm nothing: what was known before stays, and ages.
 */
import type { AgentState, TenantState } from './state.ts';
import type { EffectivePresence } from '../presence/rule.ts';

/**
 * The presence to decide by at an instant; null while no source has told anything, and while what
 * is seen may be our own echo or a call of the person's own (NIM-28).
 */
export function effectivePresence(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  at: number,
): EffectivePresence | null {
  const { evidence } = agent;
  if (evidence === null || agent.isInDoubt) return null;
  return {
    availability: evidence.availability,
    activity: evidence.activity,
    fidelity: evidence.fidelity,
    source: evidence.source,
    activityCounts: state.standings.activityCounts,
    ageMs: Math.max(0, at - state.standings.confirmedAt(agent.index)),
  };
}
