/** When an emergency is next looked at: the earliest of everything it waits for. */
import type { EmergencyState } from '../tenant/emergencyState.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { TenantState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { cardRetryAt } from './card.ts';

/** How long Do not disturb is shown unless somebody says that the call goes on. */
export const SHOWN_MS = 15 * 60_000;
/** The same where Graph has not told of the call: it does not tell its end either. */
const SHOWN_UNTOLD_MS = 60_000;
/** Soon after, Teams is asked what it shows: a hand-set presence would outrank ours. */
const LOOK_AFTER_MS = 6_000;

/** Past the window, a call that only presence tells of is asked about this often. */
const ASK_AGAIN_MS = 60_000;

/** An instant that has come and was not looked at yet stands: another input has overtaken it. */
export function scheduleEmergency(turn: Turn, emergency: EmergencyState): void {
  const { at, state } = turn;
  const isOverdue = emergency.dueAt !== null && emergency.dueAt <= at;
  if (isOverdue && state.flags.includes(RULE_FLAGS.EMERGENCY_REACH)) return;
  scheduleNext(turn, emergency);
}

/** Everything that was due has been looked at: what comes next? */
export function scheduleNext(turn: Turn, emergency: EmergencyState): void {
  const { at, state } = turn;
  const { id: emergencyId, agentId } = emergency;
  const instants = instantsOf(state, emergency, at).filter((instant) => instant > at);
  const dueAt = instants.length === 0 ? null : Math.min(...instants);
  if (dueAt === emergency.dueAt) return;
  turn.emit({ type: 'EmergencyScheduled', at, emergencyId, agentId, dueAt });
}

/**
 * For how long Do not disturb is shown from now on. A call that drops must not leave it in the way
 * of the callback to the person's own number, which would end in voicemail (EMG-13, EMG-32).
 */
export function shownMsOf(
  { flags }: Readonly<TenantState>,
  { eventAt }: Pick<EmergencyState, 'eventAt'>,
): number {
  const isUntold = eventAt === null && flags.includes(RULE_FLAGS.EMERGENCY_REACH);
  return isUntold ? SHOWN_UNTOLD_MS : SHOWN_MS;
}

/** When Teams is asked whether it shows what we wrote. */
export function lookAtOf(state: Readonly<TenantState>, emergency: EmergencyState): number {
  return emergency.shownUntilAt - shownMsOf(state, emergency) + LOOK_AFTER_MS;
}

function instantsOf(state: Readonly<TenantState>, emergency: EmergencyState, at: number): number[] {
  const { call, shownUntilAt, untilAt, endedAt, notices, cardEffectId } = emergency;
  const cardAt = cardEffectId === null ? cardRetryAt(emergency, at) : null;
  const instants = cardAt === null ? [] : [cardAt];
  if (endedAt !== null) return instants;
  if (call === 'shown') instants.push(lookAtOf(state, emergency), shownUntilAt);
  else instants.push(untilAt > at ? untilAt : at + ASK_AGAIN_MS);
  for (const { retryAt } of notices) if (retryAt !== null) instants.push(retryAt);
  return instants;
}
