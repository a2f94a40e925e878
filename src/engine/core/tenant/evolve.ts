/**
 * The only code that changes state: one fact at a time, in place, for speed. It decides nothing: a
 * fact about something the state does not hold is a bug and throws.
 */
import { invariantBreached } from './evolve/breaches.ts';
import { agentFact, blockFormed, countersReset } from './evolve/agents.ts';
import { type CallbackFact, callbackFact } from './evolve/callbacks.ts';
import { configurationChanged } from './evolve/configuration.ts';
import { effectRequested, effectSettled } from './evolve/effects.ts';
import { type EmergencyFact, emergencyFact } from './evolve/emergencies.ts';
import { offerFact } from './evolve/offers.ts';
import { serviceFact } from './evolve/services.ts';
import { type SessionFact, sessionFact } from './evolve/sessions.ts';
import { viewFact } from './evolve/views.ts';
import { type TaskFact, taskFact } from './evolve/tasks.ts';
import type { Fact, FactOf } from './facts.ts';
import { areKnown, RULE_FLAGS } from './flags.ts';
import type { TenantState } from './state.ts';

/** Applies one fact. Facts must come in the order in which they were decided. */
export function evolve(state: TenantState, fact: Fact): void {
  state.lastAt = Math.max(state.lastAt, fact.at);
  switch (fact.type) {
    case 'TenantFounded':
      return tenantFounded(state, fact);
    case 'ConfigurationChanged':
      return configurationChanged(state, fact);
    case 'SourceNoted':
      return state.sources.add(fact.sourceId);
    case 'UnknownPresenceValueSeen':
      state.unknownPresenceValues.add(fact.value);
      return;
    case 'BlockConfirmed':
      return blockConfirmed(state, fact);
    case 'BlockFormed':
      return blockFormed(state, fact);
    case 'CountersReset':
      return countersReset(state, fact);
    case 'ServiceHoursChanged':
    case 'ServiceEmergencyChanged':
    case 'ServiceActivityChanged':
    case 'GroupMembersChanged':
      return serviceFact(state, fact);
    case 'InvariantBreached':
      return invariantBreached(state, fact);
    case 'BreakStarted':
    case 'BreakEnded':
    case 'NextStateSet':
    case 'ProfilesChanged':
    case 'AfterCallWorkExtended':
    case 'DutyChanged':
    case 'PresenceChanged':
    case 'PresenceConfirmed':
    case 'AfterCallWorkStarted':
    case 'AfterCallWorkEnded':
    case 'PauseEnded':
    case 'OtherCallBegan':
    case 'OtherCallOutOfSight':
    case 'OtherCallEnded':
      return agentFact(state, fact);
    case 'CallOffered':
    case 'OfferConfirmed':
    case 'HeldOfferRang':
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
      return protectionFact(state, fact);
  }
}

type ProtectionFact =
  SessionFact | EmergencyFact | CallbackFact | TaskFact | FactOf<'ViewChanged' | 'ViewsDue'>;

/** What we show of people, what protects them, and what is left: calls. */
function protectionFact(state: TenantState, fact: ProtectionFact): void {
  switch (fact.type) {
    case 'LeaseTaken':
    case 'LeaseReleased':
    case 'SessionDue':
    case 'EchoEnded':
      return sessionFact(state, fact);
    case 'ViewChanged':
    case 'ViewsDue':
      return viewFact(state, fact);
    case 'EmergencyStarted':
    case 'EmergencyLeaseMoved':
    case 'EmergencyCallEnded':
    case 'EmergencyEnded':
    case 'EmergencyEndNoted':
    case 'EmergencyEventJoined':
    case 'EmergencyScheduled':
    case 'EmergencyCardOutdated':
    case 'ContactOwed':
    case 'ContactTold':
    case 'CallbackNumberTaken':
    case 'CallbackNumberRefused':
      return emergencyFact(state, fact);
    case 'CallbackArrived':
    case 'CallbackAnswered':
    case 'CallbackScheduled':
    case 'CallbackRead':
    case 'CallbackWidened':
    case 'CallbackRang':
    case 'CallbackRingEnded':
    case 'CallbackJoined':
    case 'CallbackEnded':
      return callbackFact(state, fact);
    default:
      return taskFact(state, fact);
  }
}

function tenantFounded(state: TenantState, fact: FactOf<'TenantFounded'>): void {
  if (!areKnown(fact.flags)) {
    throw new Error(
      'The data were written by a version before the first release, whose rules are not kept. ' +
        'Move the data directory away, start anew and import the configuration again.',
    );
  }
  state.tenantId = fact.tenantId;
  state.seed = fact.seed;
  state.flags = fact.flags;
  state.standings.activityCounts = fact.flags.includes(RULE_FLAGS.WHOLE_PRESENCE);
}

function blockConfirmed(state: TenantState, fact: FactOf<'BlockConfirmed'>): void {
  const block = state.blocks.get(fact.blockId);
  if (block === undefined) return;
  block.confirmedAt = fact.askedAt ?? fact.at;
  state.standings.confirmBlock(fact.blockId, block.confirmedAt);
}
