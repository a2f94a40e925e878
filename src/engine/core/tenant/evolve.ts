/**
 * The only code that changes state: one fact at a time, in place, for speed. It decides nothing: a
 * fact about something the state does not hold is a bug and throws.
 */
import { agentFact } from './evolve/agents.ts';
import { configurationChanged } from './evolve/configuration.ts';
import { effectRequested, effectSettled } from './evolve/effects.ts';
import { offerFact } from './evolve/offers.ts';
import { taskFact } from './evolve/tasks.ts';
import type { Fact } from './facts.ts';
import { REMEMBERED_SOURCES, type TenantState } from './state.ts';

/** Applies one fact. Facts must come in the order in which they were decided. */
export function evolve(state: TenantState, fact: Fact): void {
  state.lastAt = Math.max(state.lastAt, fact.at);
  switch (fact.type) {
    case 'TenantFounded':
      state.tenantId = fact.tenantId;
      state.seed = fact.seed;
      state.flags = fact.flags;
      return;
    case 'ConfigurationChanged':
      return configurationChanged(state, fact);
    case 'SourceNoted':
      return noteSource(state, fact.sourceId);
    case 'UnknownPresenceValueSeen':
      state.unknownPresenceValues.add(fact.value);
      return;
    case 'BlockConfirmed':
      state.blockConfirmedAt.set(fact.blockId, fact.at);
      return;
    case 'BlockFormed':
    case 'DutyChanged':
    case 'PresenceChanged':
    case 'AfterCallWorkStarted':
    case 'AfterCallWorkEnded':
    case 'PauseEnded':
      return agentFact(state, fact);
    case 'CallOffered':
    case 'OfferPlaced':
    case 'OfferChecked':
    case 'OfferRecalled':
    case 'OfferExcused':
    case 'OfferEnded':
      return offerFact(state, fact);
    case 'EffectRequested':
      return effectRequested(state, fact);
    case 'EffectSettled':
      return effectSettled(state, fact);
    case 'GapRecorded':
    case 'InputIgnored':
      return;
    default:
      return taskFact(state, fact);
  }
}

function noteSource(state: TenantState, sourceId: string): void {
  state.sources.add(sourceId);
  if (state.sources.size <= REMEMBERED_SOURCES) return;
  for (const oldest of state.sources) {
    state.sources.delete(oldest);
    return;
  }
}
