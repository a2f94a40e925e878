/**
 * The pool of callback numbers: one per person for the callback window, never shared, never given
 * out again before it is over; how few are left is told in time (DEC-7).
 */
import type { CallbackNumberState, EmergencyState } from '../tenant/emergencyState.ts';
import type { Alert } from '../tenant/effects.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { ResourceAccountId } from '../ids.ts';
import type { TenantState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { supervisorsOf } from './people.ts';

/** With so many left, supervisors and administrators are told. */
const FEW = 1;

/**
 * Gives the agent a number, or lengthens the time of the one already held.
 * @param isRenewed whether the same emergency, and no drill, has asked for one before
 */
export function takeNumber(turn: Turn, emergency: EmergencyState, isRenewed: boolean): void {
  const { at, state } = turn;
  const { id: emergencyId, agentId, untilAt, isDrill } = emergency;
  const free = freeNumbers(state, emergency, at);
  const account = emergency.account ?? free[0];
  const tellsOnce = state.flags.includes(RULE_FLAGS.POOL_TOLD_ONCE);
  if (account === undefined) {
    const isTold = tellsOnce && isRenewed && emergency.lacksNumber;
    turn.emit({ type: 'CallbackNumberRefused', at, emergencyId, agentId });
    if (!isTold) tellFew(turn, emergency, 0, true);
    return;
  }
  const isTold = tellsOnce && isTheirs(state, account, emergency, at);
  turn.emit({ type: 'CallbackNumberTaken', at, emergencyId, agentId, account, untilAt });
  const left = freeNumbers(state, emergency, at).length;
  if (left <= FEW && !isDrill && !isTold) tellFew(turn, emergency, left, false);
}

/** The agent has it already, and not for a drill: no fewer are left than before. */
function isTheirs(
  state: Readonly<TenantState>,
  account: ResourceAccountId,
  { agentId }: Readonly<EmergencyState>,
  at: number,
): boolean {
  const held = state.callbackNumbers.get(account);
  if (held === undefined || held.agentId !== agentId || held.isDrill) return false;
  return isHeld(state, account, held, at);
}

/** Free for this emergency, the one that has rested longest first. */
function freeNumbers(
  state: Readonly<TenantState>,
  emergency: Readonly<EmergencyState>,
  at: number,
): ResourceAccountId[] {
  const pool = state.configuration?.emergency?.callbackNumbers ?? [];
  return pool
    .map(({ resourceAccount }) => resourceAccount)
    .filter((account) => account !== emergency.account)
    .filter((account) => isFree(state, account, emergency, at))
    .sort((left, right) => placeOf(state, left, emergency) - placeOf(state, right, emergency));
}

/** A drill gives its number up to a real emergency. */
function isFree(
  state: Readonly<TenantState>,
  account: ResourceAccountId,
  { isDrill, agentId }: Readonly<EmergencyState>,
  at: number,
): boolean {
  const held = state.callbackNumbers.get(account);
  if (held === undefined || held.agentId === agentId) return true;
  if (held.isDrill && !isDrill) return true;
  return !isHeld(state, account, held, at);
}

/** A number of the pool, or one that was taken out of it while somebody still has it. */
export function isCallbackAccount(
  { configuration, callbackNumbers, lastAt }: Readonly<TenantState>,
  account: ResourceAccountId,
): boolean {
  const pool = configuration?.emergency?.callbackNumbers ?? [];
  const isInPool = pool.some(({ resourceAccount }) => resourceAccount === account);
  return isInPool || (callbackNumbers.get(account)?.untilAt ?? 0) > lastAt;
}

/** Until the end of the window, and for as long as the call itself lasts. */
export function isHeld(
  state: Readonly<TenantState>,
  account: ResourceAccountId,
  { untilAt }: CallbackNumberState,
  at: number,
): boolean {
  return untilAt > at || holderOf(state, account) !== undefined;
}

/** The emergency whose number it is now. */
export function holderOf(
  state: Readonly<TenantState>,
  account: ResourceAccountId,
): EmergencyState | undefined {
  for (const emergency of state.emergencies.values()) {
    if (emergency.account === account && emergency.endedAt === null) return emergency;
  }
  return undefined;
}

/** One's own number of the same hour first, so that nobody blocks two. */
function placeOf(
  state: Readonly<TenantState>,
  account: ResourceAccountId,
  { agentId, dialledAt }: Readonly<EmergencyState>,
): number {
  const held = state.callbackNumbers.get(account);
  const isOwn = held?.agentId === agentId && held.untilAt > dialledAt;
  return isOwn ? -1 : restingSince(state, account);
}

function restingSince(state: Readonly<TenantState>, account: ResourceAccountId): number {
  return state.callbackNumbers.get(account)?.untilAt ?? 0;
}

function tellFew(turn: Turn, { agentId }: EmergencyState, left: number, wasRefused: boolean): void {
  const administrators = turn.state.configuration?.administrators ?? [];
  const recipientIds = [...new Set([...administrators, ...supervisorsOf(turn.state, agentId)])];
  const needing = wasRefused ? agentId : null;
  const alert: Alert = { kind: 'callback-numbers-short', left, agentId: needing };
  requestEffect(turn, { kind: 'raise-alert', alert, recipientIds });
}
