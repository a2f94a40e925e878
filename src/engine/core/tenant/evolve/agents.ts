/** What facts about agents change. */
import { DUTY_REASONS, type FactOf } from '../facts.ts';
import type { BlockId, PersonId } from '../../ids.ts';
import type { AgentState, TenantState } from '../state.ts';
import { otherCallOf } from '../parties.ts';
import { placeInLineup } from './membership.ts';

type AgentFact = FactOf<
  | 'DutyChanged'
  | 'BreakStarted'
  | 'BreakEnded'
  | 'NextStateSet'
  | 'ProfilesChanged'
  | 'PresenceChanged'
  | 'PresenceConfirmed'
  | 'AfterCallWorkStarted'
  | 'AfterCallWorkExtended'
  | 'AfterCallWorkEnded'
  | 'PauseEnded'
  | 'OtherCallBegan'
  | 'OtherCallOutOfSight'
  | 'OtherCallEnded'
>;

export function agentFact(state: TenantState, fact: AgentFact): void {
  const agent = agentOf(state, fact.agentId);
  change(state, agent, fact);
  state.standings.refresh(agent);
}

function change(state: TenantState, agent: AgentState, fact: AgentFact): void {
  switch (fact.type) {
    case 'DutyChanged':
      return dutyChanged(agent, fact);
    case 'BreakStarted':
      agent.break = { reasonCode: fact.reasonCode, sinceAt: fact.at, untilAt: fact.untilAt };
      if (fact.untilAt !== null) {
        state.deadlines.push({ at: fact.untilAt, kind: 'break', id: agent.id });
      }
      return;
    case 'BreakEnded':
      agent.break = null;
      agent.idleSinceAt = fact.at;
      return;
    case 'NextStateSet':
      agent.next = fact.next;
      return;
    case 'ProfilesChanged':
      agent.profiles = fact.profiles;
      for (const service of agent.services) placeInLineup(state, service, agent);
      return;
    case 'PresenceChanged':
      presenceChanged(agent, fact);
      return unmask(state, agent);
    case 'PresenceConfirmed':
      if (agent.evidence !== null) {
        agent.evidence.confirmedAt = Math.max(agent.evidence.confirmedAt, fact.askedAt);
      }
      return unmask(state, agent);
    case 'OtherCallBegan':
    case 'OtherCallOutOfSight':
    case 'OtherCallEnded':
      return otherCallChanged(state, agent, fact);
    default:
      return workChanged(state, agent, fact);
  }
}

function otherCallChanged(
  state: TenantState,
  agent: AgentState,
  fact: FactOf<'OtherCallBegan' | 'OtherCallOutOfSight' | 'OtherCallEnded'>,
): void {
  switch (fact.type) {
    case 'OtherCallBegan': {
      const { taskId, as } = fact;
      agent.otherCall = { taskId, as, sinceAt: fact.at, untilAt: null };
      return;
    }
    case 'OtherCallOutOfSight':
      if (agent.otherCall === null) throw new Error('A call is out of sight but was not in it.');
      agent.otherCall = { ...agent.otherCall, untilAt: fact.untilAt };
      state.deadlines.push({ at: fact.untilAt, kind: 'other-call', id: agent.id });
      return;
    case 'OtherCallEnded':
      agent.otherCall = otherCallOf(state, agent.id);
      return;
  }
}

function workChanged(
  state: TenantState,
  agent: AgentState,
  fact: FactOf<
    'AfterCallWorkStarted' | 'AfterCallWorkExtended' | 'AfterCallWorkEnded' | 'PauseEnded'
  >,
): void {
  switch (fact.type) {
    case 'AfterCallWorkStarted': {
      const { untilAt, extensionMs, maximumAt } = fact;
      const { lastServiceId: serviceId } = agent;
      agent.afterCallWork = { serviceId, sinceAt: fact.at, untilAt, extensionMs, maximumAt };
      state.deadlines.push({ at: untilAt, kind: 'after-call-work', id: agent.id });
      return;
    }
    case 'AfterCallWorkExtended':
      if (agent.afterCallWork === null) throw new Error('After-call work is extended but is over.');
      agent.afterCallWork = { ...agent.afterCallWork, untilAt: fact.untilAt };
      state.deadlines.push({ at: fact.untilAt, kind: 'after-call-work', id: agent.id });
      return;
    case 'AfterCallWorkEnded':
      if (agent.afterCallWork !== null) agent.busyMsToday += fact.at - agent.afterCallWork.sinceAt;
      agent.afterCallWork = null;
      agent.idleSinceAt = fact.at;
      return;
    case 'PauseEnded':
      agent.pause = null;
      return;
  }
}

/** The agent a fact speaks of; that it exists was decided before. */
export function agentOf(state: TenantState, agentId: PersonId): AgentState {
  const agent = state.agents.get(agentId);
  if (agent === undefined) throw new Error(`A fact names agent ${agentId}, whom the state lacks.`);
  return agent;
}

/** Someone who neither serves nor is in a call of ours any more is forgotten. */
export function forgetIfDone(state: TenantState, agent: AgentState): void {
  if (agent.serves || agent.offerId !== null || agent.taskId !== null) return;
  if (agent.emergencyId !== null) return;
  state.standings.dismiss(agent);
  state.agents.delete(agent.id);
}

/** A new duty begins without a pause, a break or misses: what was, was before. */
function dutyChanged(agent: AgentState, fact: FactOf<'DutyChanged'>): void {
  if (!fact.onDuty) agent.dutyMsToday += fact.at - agent.dutySinceAt;
  agent.onDuty = fact.onDuty;
  agent.dutySinceAt = fact.at;
  agent.pause = null;
  agent.break = null;
  agent.dutyReasonCode = fact.reasonCode;
  // How many there were is part of why.
  if (fact.reasonCode !== DUTY_REASONS.MISSED_OFFERS) agent.missesInARow = 0;
  if (fact.onDuty) agent.idleSinceAt = fact.at;
}

function presenceChanged(agent: AgentState, fact: FactOf<'PresenceChanged'>): void {
  const { evidence } = agent;
  if (evidence === null) {
    // Written out: what is spread here would give every person a shape of the own, slow to read.
    agent.evidence = {
      source: fact.source,
      fidelity: fact.fidelity,
      availability: fact.availability,
      activity: fact.activity,
      outOfOffice: fact.outOfOffice,
      sequenceNumber: fact.sequenceNumber,
      changedAt: fact.at,
      confirmedAt: fact.askedAt ?? fact.at,
    };
    return;
  }
  evidence.source = fact.source;
  evidence.fidelity = fact.fidelity;
  evidence.availability = fact.availability;
  evidence.activity = fact.activity;
  evidence.outOfOffice = fact.outOfOffice;
  evidence.sequenceNumber = fact.sequenceNumber;
  evidence.changedAt = fact.at;
  evidence.confirmedAt = fact.askedAt ?? fact.at;
}

/**
 * What is seen is the person's own again, once nothing of ours stands any more: then the echo is
 * over too, and the same value seen later is the person's.
 */
function unmask(state: TenantState, agent: AgentState): void {
  if (!agent.isMasked) return;
  const session = state.sessions.get(agent.id);
  if (session?.shown != null && session.shown.untilAt > state.lastAt) return;
  agent.isMasked = false;
  agent.isInDoubt = false;
  if (session !== undefined) session.echo = null;
}

export function blockFormed(state: TenantState, fact: FactOf<'BlockFormed'>): void {
  const { blockId } = fact;
  for (const agentId of state.blocks.get(blockId)?.agentIds ?? []) {
    if (state.agents.get(agentId)?.blockId === blockId) setBlock(state, agentId, null);
  }
  state.blocks.set(blockId, { agentIds: fact.agentIds, confirmedAt: null });
  state.standings.confirmBlock(blockId, 0);
  for (const agentId of fact.agentIds) setBlock(state, agentId, blockId);
}

function setBlock(state: TenantState, agentId: PersonId, blockId: BlockId | null): void {
  const agent = state.agents.get(agentId);
  if (agent === undefined) return;
  // Whoever moves takes along what was known: the new block has yet to be asked.
  if (agent.evidence !== null) {
    agent.evidence.confirmedAt = state.standings.confirmedAt(agent.index);
  }
  agent.blockId = blockId;
  state.standings.refresh(agent);
}

/**
 * Counters of the day begin anew for everybody. A duty, a talk and after-call work under way count
 * from now: what they lasted before is taken off in advance, for each is added whole at its end.
 */
export function countersReset(state: TenantState, fact: FactOf<'CountersReset'>): void {
  for (const agent of state.agents.values()) {
    agent.callsToday = 0;
    const talkedMs = agent.connectedAt === null ? 0 : fact.at - agent.connectedAt;
    const workedMs = agent.afterCallWork === null ? 0 : fact.at - agent.afterCallWork.sinceAt;
    agent.talkMsToday = 0 - talkedMs;
    agent.busyMsToday = 0 - talkedMs - workedMs;
    agent.dutyMsToday = agent.onDuty ? agent.dutySinceAt - fact.at : 0;
    state.standings.refresh(agent);
  }
}
