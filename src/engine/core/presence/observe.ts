/** Presence as it is reported: what is news becomes a fact, what is old or the same does not. */
import { inferFromPresence } from '../distribution/handOver.ts';
import { reviewOfferOf } from '../distribution/offers.ts';
import type { FactOf } from '../tenant/facts.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { AgentState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import type { PresenceReading, PresenceSource } from './reading.ts';
import { activityKindOf, categoryOf } from './values.ts';

export function blocksFormed(turn: Turn, input: InputOf<'PresenceBlocksFormed'>): void {
  const { at } = turn;
  for (const { blockId, agentIds } of input.blocks) {
    turn.emit({ type: 'BlockFormed', at, blockId, agentIds });
  }
}

/** One poll's answer: the changes, then one fact that confirms the whole block. */
export function blockPolled(turn: Turn, input: InputOf<'PresenceBlockPolled'>): void {
  const { at } = turn;
  for (const reading of input.changes) observed(turn, reading, 'graph-poll');
  turn.emit({ type: 'BlockConfirmed', at, blockId: input.blockId });
}

/** Notifications tell of changes only: nobody else is confirmed by them. */
export function presencePushed(turn: Turn, input: InputOf<'PresencePushed'>): void {
  for (const reading of input.readings) observed(turn, reading, 'graph-push');
}

export function observed(turn: Turn, reading: PresenceReading, source: PresenceSource): void {
  const agent = turn.state.agents.get(reading.agentId);
  if (agent === undefined || !isNews(agent, reading)) return;
  turn.emit(presenceChanged(reading, source, turn.at));
  noteUnknownValues(turn, reading);
  inferFromPresence(turn, agent);
  reviewOfferOf(turn, agent);
}

/** Written out: presence is the most frequent news, and a spread costs more than all the rest. */
function presenceChanged(
  reading: PresenceReading,
  source: PresenceSource,
  at: number,
): FactOf<'PresenceChanged'> {
  return {
    type: 'PresenceChanged',
    at,
    source,
    agentId: reading.agentId,
    availability: reading.availability,
    activity: reading.activity,
    fidelity: reading.fidelity,
    outOfOffice: reading.outOfOffice,
    sequenceNumber: reading.sequenceNumber,
  };
}

/** Graph's stamp orders late news: one that is not greater is old (platform.md section 1). */
function isNews(agent: Readonly<AgentState>, reading: PresenceReading): boolean {
  const { evidence } = agent;
  if (evidence === null) return true;
  const [before, after] = [evidence.sequenceNumber, reading.sequenceNumber];
  if (before !== null && after !== null && after <= before) return false;
  return (
    evidence.availability !== reading.availability ||
    evidence.activity !== reading.activity ||
    evidence.outOfOffice !== reading.outOfOffice ||
    evidence.fidelity !== reading.fidelity
  );
}

function noteUnknownValues(turn: Turn, reading: PresenceReading): void {
  const { at, state } = turn;
  const { availability, activity } = reading;
  const isKnown = categoryOf(availability) !== null && activityKindOf(activity) !== null;
  if (isKnown) return;
  const unknown = [
    ...(categoryOf(availability) === null ? [availability] : []),
    ...(activityKindOf(activity) === null ? [activity] : []),
  ];
  for (const value of unknown) {
    const told = value.toLowerCase();
    if (!state.unknownPresenceValues.has(told)) {
      turn.emit({ type: 'UnknownPresenceValueSeen', at, value: told });
    }
  }
}
