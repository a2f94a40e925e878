/**
 * All evidence about a person made into one effective presence (NIM-27, DEC-15). Today one source
 * speaks; its age is that of the block it was confirmed with.
 */
import type { AgentState, TenantState } from '../tenant/state.ts';
import type { EffectivePresence } from './rule.ts';

/** The presence to decide by at an instant; null while no source has told anything. */
export function effectivePresence(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  at: number,
): EffectivePresence | null {
  const { evidence, blockId } = agent;
  if (evidence === null) return null;
  const blockAt = blockId === null ? undefined : state.blocks.get(blockId)?.confirmedAt;
  const confirmedAt = Math.max(evidence.changedAt, blockAt ?? 0);
  return {
    availability: evidence.availability,
    activity: evidence.activity,
    fidelity: evidence.fidelity,
    source: evidence.source,
    ageMs: Math.max(0, at - confirmedAt),
  };
}
