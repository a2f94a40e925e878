/** What facts about our presence sessions change. */
import type { FactOf } from '../facts.ts';
import { RULE_FLAGS } from '../flags.ts';
import type { EffectId, PersonId } from '../../ids.ts';
import type { Lease, PresenceSession } from '../leaseState.ts';
import type { EffectOf } from '../effects.ts';
import type { SessionPresence } from '../../presence/written.ts';
import type { TenantState } from '../state.ts';

export type SessionFact = FactOf<'LeaseTaken' | 'LeaseReleased' | 'SessionDue' | 'EchoEnded'>;

export function sessionFact(state: TenantState, fact: SessionFact): void {
  const session = sessionOf(state, fact.agentId);
  switch (fact.type) {
    case 'LeaseTaken':
      session.leases = [...without(session.leases, fact.owner), leaseOf(session, fact)];
      return;
    case 'LeaseReleased':
      session.leases = without(session.leases, fact.owner);
      if (session.leases.length === 0 && session.shown !== null) doubt(state, fact.agentId, true);
      return;
    case 'SessionDue':
      return sessionDue(state, session, fact);
    case 'EchoEnded':
      session.echo = null;
      doubt(state, fact.agentId, false);
      if (session.leases.length === 0) session.shown = null;
      return;
  }
}

function leaseOf(session: PresenceSession, fact: FactOf<'LeaseTaken'>): Lease {
  const { owner, reason, presence, untilAt, at } = fact;
  const before = session.leases.find((lease) => lease.owner === owner);
  const isRenewal = before?.reason.kind === reason.kind && isSame(before.presence, presence);
  return { owner, reason, presence, sinceAt: isRenewal ? before.sinceAt : at, untilAt };
}

function without(leases: readonly Lease[], owner: Lease['owner']): readonly Lease[] {
  return leases.filter((lease) => lease.owner !== owner);
}

/** A session in which nothing is left to do is forgotten. */
function sessionDue(
  state: TenantState,
  session: PresenceSession,
  { agentId, dueAt }: FactOf<'SessionDue'>,
): void {
  session.dueAt = dueAt;
  if (dueAt !== null) state.deadlines.push({ at: dueAt, kind: 'session', id: agentId });
  const isIdle = session.leases.length === 0 && session.shown === null && session.echo === null;
  if (isIdle && session.effectId === null) state.sessions.delete(agentId);
}

/** A write is under way: from now on its presence may be seen, and is our own echo. */
export function writeRequested(
  state: TenantState,
  effectId: EffectId,
  effect: EffectOf<'write-presence' | 'clear-presence'>,
  at: number,
): void {
  const session = sessionOf(state, effect.agentId);
  session.effectId = effectId;
  if (effect.kind === 'clear-presence') return;
  const { presence, forSeconds } = effect;
  const isRenewal = session.shown !== null && isSame(session.shown.presence, presence);
  const sinceAt = isRenewal ? (session.shown?.sinceAt ?? at) : at;
  session.shown = { presence, sinceAt, writtenAt: at, untilAt: at + forSeconds * 1000 };
  session.echo = null;
  doubt(state, effect.agentId, false);
  mask(state, effect.agentId);
}

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/** How long what we showed may still be seen after Graph took its end. */
export const ECHO_MS = 60_000;

export function writeSettled(
  state: TenantState,
  { agentId, kind }: EffectOf<'write-presence' | 'clear-presence'>,
  outcome: FactOf<'EffectSettled'>['outcome'],
  at: number,
): void {
  const session = sessionOf(state, agentId);
  session.effectId = null;
  if (outcome !== 'done') {
    const pauseMs = FIRST_RETRY_MS * 2 ** Math.min(session.failuresInARow, 10);
    session.failuresInARow += 1;
    session.retryAt = at + Math.min(pauseMs, LONGEST_RETRY_MS);
    return;
  }
  session.failuresInARow = 0;
  session.retryAt = null;
  if (kind === 'write-presence' || session.shown === null) return;
  session.echo = { presence: session.shown.presence, untilAt: at + ECHO_MS };
  session.shown = null;
  doubt(state, agentId, true);
}

/**
 * While we show something, a block that is confirmed says nothing about the person: what was last
 * known stays and grows old.
 */
function mask(state: TenantState, agentId: PersonId): void {
  const agent = state.agents.get(agentId);
  if (agent === undefined || agent.isMasked) return;
  if (agent.evidence !== null) {
    agent.evidence.confirmedAt = state.standings.confirmedAt(agent.index);
  }
  agent.isMasked = true;
  state.standings.refresh(agent);
}

/** From the end of what we showed until something else is seen, or the echo must be over. */
function doubt(state: TenantState, agentId: PersonId, isInDoubt: boolean): void {
  const agent = state.agents.get(agentId);
  if (agent === undefined || agent.isInDoubt === isInDoubt) return;
  if (!state.flags.includes(RULE_FLAGS.DOUBTED_ECHO)) return;
  agent.isInDoubt = isInDoubt;
  state.standings.refresh(agent);
}

function sessionOf(state: TenantState, agentId: PersonId): PresenceSession {
  const known = state.sessions.get(agentId);
  if (known !== undefined) return known;
  const session: PresenceSession = {
    leases: [],
    shown: null,
    effectId: null,
    dueAt: null,
    failuresInARow: 0,
    retryAt: null,
    echo: null,
  };
  state.sessions.set(agentId, session);
  return session;
}

/** By value: what is read back from a snapshot is another object. */
function isSame(one: SessionPresence, other: SessionPresence): boolean {
  return one.availability === other.availability && one.activity === other.activity;
}
