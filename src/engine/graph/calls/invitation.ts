/** What the platform's answer to an invitation means (participant-invite). */
import { z } from 'zod';
import type { EffectOutcome } from '@rufwerk/engine/core';
import type { GraphAnswer } from '../client/graphAnswer.ts';
import { notDone } from './outcome.ts';

const inviteOperation = z.looseObject({
  status: z.string().nullish(),
  participants: z.array(z.looseObject({ participantId: z.string().nullish() })).nullish(),
});

/** Taken, with the id under which it can be taken back where the platform told one. */
export function invitationOutcome(
  operation: 'invite-agent' | 'invite-target',
  answer: GraphAnswer,
): EffectOutcome {
  if (answer.kind !== 'success') return notDone(operation, answer);
  const told = inviteOperation.safeParse(answer.body).data;
  if (told?.status?.toLowerCase() === 'failed') {
    return { kind: 'failed', cause: 'Microsoft Graph took the invitation and failed at once' };
  }
  return { kind: 'invited', participantId: told?.participants?.[0]?.participantId ?? null };
}
