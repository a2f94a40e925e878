/**
 * What we show of people in Teams: leases, and the one session of ours that shows the strongest of
 * them (DEC-5).
 *
 *              lease taken                 done
 *   nothing ----------------> writing P ----------> showing P --renewal, other lease--> writing
 *      ^                        ^   | failed           |
 *      |                        +---+ (later again)    | last lease gone
 *      |        60 s, or seen to be over      done     v
 *      +------------------------ echo <------------ clearing --failed--> (later again)
 *
 * A write stands for ten minutes at most and is renewed well before, so that after a crash nobody
 * stays in a presence of ours for longer; a clearance that fails is tried until the write has
 * ended by itself. Nothing earlier is ever written back. What Teams shows because of us is our own
 * echo: no evidence about the person.
 */
import type { FactOf } from '../tenant/facts.ts';
import type { PersonId } from '../ids.ts';
import type { Lease, LeaseOwner, PresenceSession, ShownInTeams } from '../tenant/leaseState.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { SESSION_PRESENCES, type SessionPresence } from '../presence/written.ts';

/** The platform's bounds of a session, in seconds (platform.md section 1). */
const SHORTEST_WRITE_SECONDS = 300;
const LONGEST_WRITE_SECONDS = 600;
/** Available fades after five minutes whatever its end: every presence is renewed before that. */
const RENEW_AFTER_MS = 240_000;

/** Takes the owner's lease of the person, or renews it. */
export function takeLease(turn: Turn, agentId: PersonId, lease: Omit<Lease, 'sinceAt'>): void {
  const { owner, reason, presence, untilAt } = lease;
  const held = turn.state.sessions.get(agentId)?.leases.find((each) => each.owner === owner);
  const isSame =
    held?.untilAt === untilAt &&
    rankOf(held.presence) === rankOf(presence) &&
    held.reason.kind === reason.kind;
  if (isSame) return;
  turn.emit({ type: 'LeaseTaken', at: turn.at, agentId, owner, reason, presence, untilAt });
  bringInStep(turn, agentId);
}

/** Releases the owner's lease, if there is one. */
export function releaseLease(
  turn: Turn,
  agentId: PersonId,
  owner: LeaseOwner,
  cause: FactOf<'LeaseReleased'>['cause'],
): void {
  const session = turn.state.sessions.get(agentId);
  if (session?.leases.some((lease) => lease.owner === owner) !== true) return;
  turn.emit({ type: 'LeaseReleased', at: turn.at, agentId, owner, cause });
  bringInStep(turn, agentId);
}

/** The leases in the order of their strength. */
export function strongestFirst(leases: readonly Lease[]): Lease[] {
  return [...leases].sort((left, right) => rankOf(left.presence) - rankOf(right.presence));
}

/** The strongest lease: what Teams is to show. Equal ones show the same. */
export function strongestLease(leases: readonly Lease[]): Lease | null {
  let strongest: Lease | null = null;
  for (const lease of leases) {
    const isStronger = strongest === null || rankOf(lease.presence) < rankOf(strongest.presence);
    if (isStronger) strongest = lease;
  }
  return strongest;
}

function rankOf(presence: SessionPresence): number {
  return SESSION_PRESENCES.findIndex(
    ({ availability, activity }) =>
      availability === presence.availability && activity === presence.activity,
  );
}

/** A renewal, another try, the end of a lease or of the echo has come. */
export function sessionDue(turn: Turn, agentId: PersonId): void {
  const { at, state } = turn;
  const session = state.sessions.get(agentId);
  if (session === undefined) return;
  for (const { owner, untilAt } of session.leases) {
    if (untilAt <= at) {
      turn.emit({ type: 'LeaseReleased', at, agentId, owner, cause: 'expired' });
    }
  }
  if (isOver(session, at)) echoOver(turn, agentId);
  bringInStep(turn, agentId);
}

/** Our session has ended by itself, or long enough ago not to be seen any more. */
function isOver({ echo, shown, leases, effectId }: PresenceSession, at: number): boolean {
  if (echo !== null) return echo.untilAt <= at;
  return shown !== null && shown.untilAt <= at && leases.length === 0 && effectId === null;
}

/** What we showed should be gone: what is seen now is the person's own, so it is read. */
function echoOver(turn: Turn, agentId: PersonId): void {
  turn.emit({ type: 'EchoEnded', at: turn.at, agentId });
  requestEffect(turn, { kind: 'read-presence', agentIds: [agentId], because: 'lease-ended' });
}

/** Graph took a write or a clearance, or did not. */
export function sessionWritten(turn: Turn, agentId: PersonId): void {
  const session = turn.state.sessions.get(agentId);
  if (session === undefined) return;
  const hasJustEnded = session.echo !== null && session.failuresInARow === 0;
  if (hasJustEnded) {
    requestEffect(turn, { kind: 'read-presence', agentIds: [agentId], because: 'lease-ended' });
  }
  bringInStep(turn, agentId);
}

/** Asks for what is missing between the leases and what Teams was told, or says when to look. */
function bringInStep(turn: Turn, agentId: PersonId): void {
  const { at, state } = turn;
  const session = state.sessions.get(agentId);
  // One write of a person at a time: its answer brings us back here.
  if (session === undefined || session.effectId !== null) return;
  const lease = strongestLease(session.leases);
  const isInStep = lease === null ? session.shown === null : isShown(session, lease, at);
  if (isInStep || (session.retryAt ?? 0) > at) return lookAgain(turn, agentId, session);
  if (lease === null) {
    requestEffect(turn, { kind: 'clear-presence', agentId });
    return;
  }
  const restSeconds = Math.ceil((lease.untilAt - at) / 1000);
  const forSeconds = Math.min(LONGEST_WRITE_SECONDS, Math.max(SHORTEST_WRITE_SECONDS, restSeconds));
  const { presence } = lease;
  requestEffect(turn, { kind: 'write-presence', agentId, presence, forSeconds });
}

function isShown({ shown, failuresInARow }: PresenceSession, lease: Lease, at: number): boolean {
  if (shown === null || failuresInARow > 0) return false;
  return rankOf(shown.presence) === rankOf(lease.presence) && at < renewAtOf(shown, lease);
}

/** A write that reaches to the lease's own end needs no renewal. */
function renewAtOf(shown: ShownInTeams, lease: Lease): number {
  return shown.untilAt >= lease.untilAt ? lease.untilAt : shown.writtenAt + RENEW_AFTER_MS;
}

function lookAgain(turn: Turn, agentId: PersonId, session: PresenceSession): void {
  const { leases, shown, echo, retryAt } = session;
  const lease = strongestLease(leases);
  const instants = leases.map(({ untilAt }) => untilAt);
  if (retryAt !== null) instants.push(retryAt);
  if (echo !== null) instants.push(echo.untilAt);
  if (shown !== null) instants.push(lease === null ? shown.untilAt : renewAtOf(shown, lease));
  const due = instants.filter((instant) => instant > turn.at);
  const dueAt = due.length === 0 ? null : Math.min(...due);
  if (dueAt === session.dueAt && dueAt !== null) return;
  turn.emit({ type: 'SessionDue', at: turn.at, agentId, dueAt });
}
