import type { EffectOutcome } from '@rufwerk/engine/core';
import type { Doubt, GraphAnswer, Refusal } from '../client/graphAnswer.ts';
import { PERMISSION_OF } from './terms.ts';
import type { CallOperation } from './terms.ts';

type NotDone = Extract<EffectOutcome, { readonly kind: 'call-gone' | 'failed' | 'unknown' }>;

/** "Call not found" under the platform's own number (call-keepalive, comms-samples 537). */
const CALL_NOT_FOUND = '8522';
/** "Insufficient tenant permissions" of the calling platform (comms-samples 276). */
const PERMISSIONS_MISSING = '7504';

/** What an answer without a result of its own means for its effect. */
export function outcomeOf(operation: CallOperation, answer: GraphAnswer): EffectOutcome {
  return answer.kind === 'success' ? { kind: 'done' } : notDone(operation, answer);
}

/** A refusal or a doubt as an outcome; causes carry no personal data, for they are journalled. */
export function notDone(operation: CallOperation, answer: Refusal | Doubt): NotDone {
  if (answer.kind === 'unknown') return { kind: 'unknown', cause: answer.cause };
  if (isCallGone(answer)) return { kind: 'call-gone' };
  return { kind: 'failed', cause: causeOf(operation, answer) };
}

/** Whether the platform no longer knows what the request named. */
export function isCallGone({ status, code }: Refusal): boolean {
  return status === 404 || code === CALL_NOT_FOUND;
}

function causeOf(operation: CallOperation, { status, code, cause }: Refusal): string {
  const permission = PERMISSION_OF[operation];
  const lacksPermission = status === 403 || code === PERMISSIONS_MISSING;
  if (!lacksPermission || permission === undefined) return cause;
  return (
    `${cause}: the application permission ${permission} is missing. Add it under Entra > App ` +
    'registrations > API permissions and grant admin consent.'
  );
}
