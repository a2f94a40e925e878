import type { CallEffect, EffectOutcome } from '@rufwerk/engine/core';
import type { EffectPerformer, EffectRequest } from '@rufwerk/engine/ports';
import * as answered from './answeredCall.ts';
import * as arriving from './arrivingCall.ts';
import type { CallContext } from './callContext.ts';
import * as outgoing from './outgoingCalls.ts';
import { readCall } from './readCall.ts';

type Kind = CallEffect['kind'];

/**
 * Whether an effect that was open at a restart is simply performed again. An invitation or a
 * redirect that may have gone out is not: it would ring somebody twice, so the engine reads the
 * call first. A prompt played twice is the smaller evil than silence.
 */
const REPEATABLE: Readonly<Record<Kind, boolean>> = {
  'answer-call': true,
  'redirect-call': false,
  'reject-call': true,
  'play-prompt': true,
  'stop-prompts': true,
  'invite-agent': false,
  'remove-participant': true,
  'keep-call-alive': true,
  'hang-up-call': true,
  'read-call': true,
  'listen-for-tones': true,
  'transfer-call': false,
  'invite-target': false,
  'dial-caller': false,
};

/** Performs effects on calls through Microsoft Graph. */
export function createCallEffects(context: CallContext): EffectPerformer<Kind> {
  return {
    kinds: Object.keys(REPEATABLE) as Kind[],
    perform: (request) => {
      if (request.mayHaveHappened && !REPEATABLE[request.effect.kind]) {
        const cause = 'Rufwerk was restarted while this was under way';
        return Promise.resolve({ kind: 'unknown', cause });
      }
      return perform(context, request);
    },
  };
}

function perform(
  context: CallContext,
  { effectId, effect }: EffectRequest<Kind>,
): Promise<EffectOutcome> {
  switch (effect.kind) {
    case 'answer-call':
      return arriving.answerCall(context, { effectId, effect });
    case 'redirect-call':
      return arriving.redirectCall(context, { effectId, effect });
    case 'reject-call':
      return arriving.rejectCall(context, { effectId, effect });
    case 'play-prompt':
      return answered.playPrompt(context, { effectId, effect });
    case 'stop-prompts':
      return answered.stopPrompts(context, { effectId, effect });
    case 'invite-agent':
      return answered.inviteAgent(context, { effectId, effect });
    case 'remove-participant':
      return answered.removeParticipant(context, { effectId, effect });
    case 'keep-call-alive':
      return answered.keepCallAlive(context, { effectId, effect });
    case 'hang-up-call':
      return answered.hangUpCall(context, effect.platformCallId);
    case 'listen-for-tones':
      return answered.listenForTones(context, { effectId, effect });
    case 'transfer-call':
      return outgoing.sendOn(context, { effectId, effect });
    case 'invite-target':
      return outgoing.inviteTarget(context, { effectId, effect });
    case 'dial-caller':
      return outgoing.dialCaller(context, { effectId, effect });
    case 'read-call':
      return readCall(context, effect.platformCallId);
  }
}
