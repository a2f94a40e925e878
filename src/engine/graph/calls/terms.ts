/** How patient we are with each request about a call, and which consent it needs. */
import type { CallEffect } from '@rufwerk/engine/core';
import type { RequestTerms } from '../client/exchange.ts';

export type CallOperation = CallEffect['kind'];

type Repeat = RequestTerms['repeat'];

/**
 * An agent rung twice, a caller sent to two people: what cannot be taken back is repeated only
 * when it certainly did not happen. Ending or reading something twice is no harm, and a second
 * answer is refused by the platform.
 */
const REPEAT: Readonly<Record<CallOperation, Repeat>> = {
  'answer-call': 'freely',
  'redirect-call': 'if-not-taken',
  'reject-call': 'freely',
  'play-prompt': 'if-not-taken',
  'stop-prompts': 'freely',
  'invite-agent': 'if-not-taken',
  'remove-participant': 'freely',
  'keep-call-alive': 'freely',
  'hang-up-call': 'freely',
  'read-call': 'freely',
  'dial-caller': 'if-not-taken',
  'invite-target': 'if-not-taken',
  'listen-for-tones': 'freely',
  'transfer-call': 'if-not-taken',
};

/**
 * A call must be answered, redirected or rejected within 15 s; whoever waits is not kept waiting.
 */
const TIMEOUT_MS = 5_000;
const TOTAL_MS = 12_000;
const TRIES = 4;

export function termsOf(operation: CallOperation): RequestTerms {
  return {
    operation,
    repeat: REPEAT[operation],
    timeoutMs: TIMEOUT_MS,
    tries: TRIES,
    totalMs: TOTAL_MS,
  };
}

/** The application permission that Microsoft's permission reference names for each request. */
export const PERMISSION_OF: Readonly<Partial<Record<CallOperation, string>>> = {
  'answer-call': 'Calls.JoinGroupCall.All',
  'redirect-call': 'Calls.Initiate.All',
  'play-prompt': 'Calls.Initiate.All',
  'stop-prompts': 'Calls.Initiate.All',
  'invite-agent': 'Calls.InitiateGroupCall.All',
  'remove-participant': 'Calls.InitiateGroupCall.All',
  'dial-caller': 'Calls.Initiate.All',
  'invite-target': 'Calls.InitiateGroupCall.All',
  'listen-for-tones': 'Calls.AccessMedia.All',
  'transfer-call': 'Calls.Initiate.All',
};
