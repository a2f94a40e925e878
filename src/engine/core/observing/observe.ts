/**
 * Presence as it is reported: what is news becomes a fact, what is old, the same or our own echo
 * does not. News of Graph is ordered by its stamp, or else by when it was asked for. A change
 * notification may be minutes late: it can take an agent away at once, but gives nothing before a
 * direct read has confirmed it.
 */
import { inferFromPresence } from '../distribution/handOver.ts';
import { reviewOfferOf } from '../distribution/reviewing.ts';
import { seenTalking } from '../distribution/otherCalls.ts';
import type { PersonId } from '../ids.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { AgentState, Evidence, TenantState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { isOwnEcho } from './echo.ts';
import type { PresenceReading, PresenceSource } from '../presence/reading.ts';
import { activityKindOf, categoryOf, neverDistributed } from '../presence/values.ts';
import { watchViews } from './views.ts';

/** Graph answers no more people in one request (platform.md section 1). */
const MOST_READ_AT_ONCE = 650;

export function blocksFormed(turn: Turn, input: InputOf<'PresenceBlocksFormed'>): void {
  const { at } = turn;
  for (const { blockId, agentIds } of input.blocks) {
    turn.emit({ type: 'BlockFormed', at, blockId, agentIds });
  }
}

/** One poll's answer: the changes, then one fact that confirms the whole block. */
export function blockPolled(turn: Turn, input: InputOf<'PresenceBlockPolled'>): void {
  const { at } = turn;
  const { askedAt, blockId } = input;
  for (const reading of input.changes) observed(turn, reading, 'graph-poll', askedAt);
  if (askedAt === undefined) turn.emit({ type: 'BlockConfirmed', at, blockId });
  else turn.emit({ type: 'BlockConfirmed', at, blockId, askedAt });
  watchViews(turn);
}

/** Notifications tell of changes only: nobody else is confirmed by them. */
export function presencePushed(turn: Turn, input: InputOf<'PresencePushed'>): void {
  const doubtful = new Set<PersonId>();
  for (const reading of input.readings) {
    const agent = turn.state.agents.get(reading.agentId);
    if (agent === undefined || isOwnEcho(turn, reading)) continue;
    if (isTold(agent.evidence, reading)) continue;
    if (isTrusted(turn.state, agent.evidence, reading)) changed(turn, agent, reading, 'graph-push');
    else doubtful.add(agent.id);
  }
  const agentIds = [...doubtful];
  while (agentIds.length > 0) {
    const some = agentIds.splice(0, MOST_READ_AT_ONCE);
    requestEffect(turn, { kind: 'read-presence', agentIds: some, because: 'push' });
  }
}

/** What a poll or a direct read showed of one person. */
export function observed(
  turn: Turn,
  reading: PresenceReading,
  source: PresenceSource,
  askedAt: number | undefined,
): void {
  const agent = turn.state.agents.get(reading.agentId);
  if (agent === undefined || isOwnEcho(turn, reading)) return;
  const { evidence } = agent;
  if (evidence !== null && tellsTheSame(evidence, reading)) {
    const isNeeded = source === 'graph-read' || agent.isMasked;
    if (isNeeded) confirmed(turn, agent, askedAt ?? turn.at);
    return;
  }
  if (isNews(evidence, reading, askedAt)) changed(turn, agent, reading, source, askedAt);
}

function confirmed(turn: Turn, agent: Readonly<AgentState>, askedAt: number): void {
  // Somebody masked is told apart from our echo by this, however little time has passed.
  const isNewer = askedAt > turn.state.standings.confirmedAt(agent.index);
  if (!isNewer && !agent.isMasked) return;
  turn.emit({ type: 'PresenceConfirmed', at: turn.at, agentId: agent.id, askedAt });
}

/** Written out: presence is the most frequent news, and a spread costs more than all the rest. */
function changed(
  turn: Turn,
  agent: Readonly<AgentState>,
  reading: PresenceReading,
  source: PresenceSource,
  askedAt?: number,
): void {
  const { agentId, availability, activity, fidelity, outOfOffice, sequenceNumber } = reading;
  const { at } = turn;
  const type = 'PresenceChanged';
  turn.emit(
    askedAt === undefined
      ? { type, at, source, agentId, availability, activity, fidelity, outOfOffice, sequenceNumber }
      : {
          ...{ type, at, source, askedAt, agentId, availability, activity, fidelity },
          ...{ outOfOffice, sequenceNumber },
        },
  );
  noteUnknownValues(turn, reading);
  inferFromPresence(turn, agent);
  if (isSeenTalking(reading)) seenTalking(turn, agent);
  reviewOfferOf(turn, agent);
}

function isSeenTalking({ availability, activity }: Shown): boolean {
  return [activityKindOf(availability), activityKindOf(activity)].includes('call');
}

/** Graph's stamp orders late news; without it, what was asked before the last news is old. */
function isNews(
  evidence: Readonly<Evidence> | null,
  reading: PresenceReading,
  askedAt: number | undefined,
): boolean {
  if (evidence === null) return true;
  const [before, after] = [evidence.sequenceNumber, reading.sequenceNumber];
  if (before !== null && after !== null && after !== before) return after > before;
  // The same moment, seen by somebody who sees more, or less (NIM-27).
  if (before !== null && after !== null) return seesMore(evidence, reading);
  return askedAt === undefined || askedAt >= evidence.confirmedAt;
}

function seesMore(evidence: Readonly<Evidence>, reading: PresenceReading): boolean {
  return evidence.fidelity === 'availability' && reading.fidelity === 'activity';
}

/** A notification of what is known is no news, and one with an old stamp is late. */
function isTold(evidence: Readonly<Evidence> | null, reading: PresenceReading): boolean {
  if (evidence === null) return false;
  if (tellsTheSame(evidence, reading)) return true;
  const [before, after] = [evidence.sequenceNumber, reading.sequenceNumber];
  return before !== null && after !== null && after <= before;
}

/**
 * Whether a notification is taken at its word: only where it takes away. Even a later stamp does
 * not say that nothing later is on its way, so what gives is read first.
 */
function isTrusted(
  { standings: { activityCounts } }: Readonly<TenantState>,
  evidence: Readonly<Evidence> | null,
  reading: PresenceReading,
): boolean {
  // A stranger's view does not replace what a member saw: the reading decides.
  if (evidence?.fidelity === 'activity' && reading.fidelity === 'availability') return false;
  if (isNeverOffered(reading, activityCounts)) return true;
  return evidence !== null && isAlwaysOffered(evidence, activityCounts);
}

type Shown = Pick<PresenceReading, 'availability' | 'activity'>;

/** No service rings such a person, whatever its rule. */
function isNeverOffered({ availability, activity }: Shown, activityCounts: boolean): boolean {
  const category = categoryOf(availability);
  const kinds = [activityKindOf(availability), activityKindOf(activity)];
  if (kinds.includes('call') || kinds.includes(null)) return true;
  if (activityCounts && neverDistributed(activity) !== null) return true;
  return category !== 'available' && category !== 'busy' && category !== 'away';
}

/** Every service rings such a person. */
function isAlwaysOffered({ availability, activity }: Shown, activityCounts: boolean): boolean {
  if (activityCounts && neverDistributed(activity) !== null) return false;
  return categoryOf(availability) === 'available' && activityKindOf(activity) === 'none';
}

function tellsTheSame(evidence: Readonly<Evidence>, reading: PresenceReading): boolean {
  return (
    evidence.availability === reading.availability &&
    evidence.activity === reading.activity &&
    evidence.outOfOffice === reading.outOfOffice &&
    evidence.fidelity === reading.fidelity
  );
}

/** Values are open strings: whoever makes them up does not fill every snapshot. */
const MOST_UNKNOWN_VALUES = 1_000;

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
    if (state.unknownPresenceValues.size >= MOST_UNKNOWN_VALUES) return;
    const told = value.toLowerCase();
    if (!state.unknownPresenceValues.has(told)) {
      turn.emit({ type: 'UnknownPresenceValueSeen', at, value: told });
    }
  }
}
