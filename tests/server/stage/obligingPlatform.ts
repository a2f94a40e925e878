import type { Effect, EffectOutcome } from '@rufwerk/engine/core';
import type { AnyEffectPerformer } from '@rufwerk/engine/ports';

const KINDS: readonly Effect['kind'][] = [
  'answer-call',
  'redirect-call',
  'reject-call',
  'play-prompt',
  'stop-prompts',
  'invite-agent',
  'remove-participant',
  'keep-call-alive',
  'hang-up-call',
  'read-call',
  'show-decision-card',
  'write-presence',
  'clear-presence',
  'prefer-presence',
];

/** A platform on which everything succeeds and nothing more happens by itself. */
export const obligingPlatform: AnyEffectPerformer = {
  kinds: KINDS,
  perform: ({ effect }: { readonly effect: Effect }): Promise<EffectOutcome> =>
    Promise.resolve(
      effect.kind === 'invite-agent'
        ? { kind: 'invited', participantId: `participant-of-${effect.agentId}` }
        : isRefused(effect)
          ? { kind: 'failed', cause: 'Presence.ReadWrite.All is missing' }
          : { kind: 'done' },
    ),
};

/** One presence is always refused, so that a refusal can be seen. */
function isRefused(effect: Effect): boolean {
  return effect.kind === 'prefer-presence' && effect.presence?.availability === 'Offline';
}
