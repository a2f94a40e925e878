/**
 * Contacts who are only mail addresses have no Teams that could ring, and others do not want to be
 * disturbed: where none of them can be rung, others are (DEC-7).
 */
import type { CallbackState } from '../tenant/emergencyState.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { PersonId } from '../ids.ts';
import type { Turn } from '../tenant/turn.ts';
import { standInsForCallback } from './people.ts';

/**
 * Asked whenever somebody could not be rung.
 * @param offlineIds who has just been seen offline: rung all the same, but not to be relied on
 */
export function widenIfNobody(
  turn: Turn,
  callback: CallbackState,
  offlineIds: readonly PersonId[] = [],
): void {
  const { at, state } = turn;
  const { id: taskId, holderId, contactIds, contactsAt, unreachableIds = [] } = callback;
  const mayWiden = state.flags.includes(RULE_FLAGS.EMERGENCY_REACH) && holderId !== undefined;
  if (!mayWiden || contactsAt > at) return;
  const isHopeless = (id: PersonId) => unreachableIds.includes(id) || offlineIds.includes(id);
  if (!contactIds.every(isHopeless)) return;
  const personIds = standInsForCallback(state, holderId, contactIds);
  if (personIds.length > 0) turn.emit({ type: 'CallbackWidened', at, taskId, personIds });
}
