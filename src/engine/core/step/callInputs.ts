/**
 * News of calls: those to numbers of the pool are callbacks of the emergency service and go past
 * every rule of distribution (EMG-14); all others are calls of services.
 */
import { callStateReported, operationReported, rosterReported } from '../distribution/callNews.ts';
import { callArrived } from '../distribution/calls.ts';
import {
  callbackArrived,
  callbackOf,
  callbackOperation,
  callbackRoster,
  callbackStateReported,
} from '../emergency/callback.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { Turn } from '../tenant/turn.ts';

/** A call that is told again is taken once. */
export function arrived(turn: Turn, input: InputOf<'CallArrived'>): void {
  const { at, state } = turn;
  const sourceId = `call ${input.platformCallId}`;
  if (state.sources.has(sourceId)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'repeat' });
  }
  turn.emit({ type: 'SourceNoted', at, sourceId });
  if (!callbackArrived(turn, input)) callArrived(turn, input);
}

export function callNews(
  turn: Turn,
  input: InputOf<'CallStateReported' | 'RosterReported' | 'OperationReported'>,
): void {
  const callback = callbackOf(turn, input.platformCallId);
  switch (input.type) {
    case 'CallStateReported':
      if (callback === undefined) return callStateReported(turn, input);
      return callbackStateReported(turn, callback, input);
    case 'RosterReported':
      if (callback === undefined) return rosterReported(turn, input);
      return callbackRoster(turn, callback, input.roster);
    case 'OperationReported':
      if (callback === undefined) return operationReported(turn, input);
      return callbackOperation(turn, callback, input);
  }
}
