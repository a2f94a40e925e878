/** Which effects wait for each other, and how many run at once. */
import type { Effect } from '@rufwerk/engine/core';

export type Track =
  'emergency' | 'steering' | 'sound' | 'reading' | 'upkeep' | 'presence' | 'cards';

/**
 * Effects of one lane run one after the other, in the order in which they were requested: what
 * moves the legs of one call, what is heard in it, the updates of one card. Different tracks of a
 * call do not wait for each other: an invitation is never held up by a prompt that takes its time.
 */
export function laneOf(effect: Effect): string {
  return `${trackOf(effect)} ${aboutWhat(effect)}`;
}

/**
 * A call; for one that has no id yet its task; a person whose presence is written; alerts are told
 * in the order they were raised.
 */
function aboutWhat(effect: Effect): string {
  if ('platformCallId' in effect) return effect.platformCallId;
  if ('taskId' in effect) return effect.taskId;
  if ('contactId' in effect) return `${effect.kind} ${effect.contactId}`;
  if ('agentId' in effect) return effect.agentId;
  return effect.kind === 'read-presence' ? effect.agentIds.join(' ') : 'alerts';
}

export function trackOf(effect: Effect): Track {
  switch (effect.kind) {
    case 'answer-call':
    case 'redirect-call':
    case 'reject-call':
    case 'invite-agent':
    case 'invite-target':
    case 'transfer-call':
    case 'dial-caller':
    case 'listen-for-tones':
    case 'remove-participant':
    case 'hang-up-call':
      return 'steering';
    case 'play-prompt':
    case 'stop-prompts':
      return 'sound';
    case 'read-call':
      return 'reading';
    case 'keep-call-alive':
      return 'upkeep';
    case 'read-presence':
    case 'write-presence':
    case 'clear-presence':
    case 'prefer-presence':
      return 'presence';
    case 'show-emergency-card':
    case 'send-emergency-mail':
    case 'send-emergency-activity':
      return 'emergency';
    case 'show-decision-card':
    case 'raise-alert':
      return 'cards';
  }
}

/**
 * How many effects of a track run at once; 96 together. Each has its own share, so that a chat
 * service that hangs delays cards and nothing else.
 */
export const EFFECTS_AT_ONCE: Readonly<Record<Track, number>> = {
  emergency: 24,
  steering: 28,
  sound: 12,
  reading: 8,
  upkeep: 4,
  presence: 8,
  cards: 12,
};
