import { z } from 'zod';
import type { EffectOutcome, PlatformCallId } from '@rufwerk/engine/core';
import { participant, rosterOf } from '../roster/roster.ts';
import { callPath, sendAs } from './callContext.ts';
import type { CallContext } from './callContext.ts';
import { callStateOf } from './callState.ts';
import { notDone } from './outcome.ts';

const callAnswer = z.looseObject({ state: z.string() });
const participantsAnswer = z.looseObject({ value: z.array(participant) });

/** Reads state and roster together: the way out of every doubt. A call that is gone says so. */
export async function readCall(
  context: CallContext,
  callId: PlatformCallId,
): Promise<EffectOutcome> {
  const path = callPath(callId);
  const [call, participants] = await Promise.all([
    sendAs(context, 'read-call', { method: 'GET', path }),
    sendAs(context, 'read-call', { method: 'GET', path: `${path}/participants` }),
  ]);
  if (call.kind !== 'success') return notDone('read-call', call);
  const state = callStateOf(callAnswer.safeParse(call.body).data?.state ?? '');
  if (state === null) return { kind: 'failed', cause: 'Microsoft Graph told no state we know' };
  if (state === 'terminated') return { kind: 'call-read', state, roster: [] };

  if (participants.kind !== 'success') return notDone('read-call', participants);
  const roster = participantsAnswer.safeParse(participants.body);
  if (!roster.success) return { kind: 'failed', cause: 'Microsoft Graph told no roster' };
  return { kind: 'call-read', state, roster: rosterOf(roster.data.value, context.people) };
}
