import { z } from 'zod';
import type { RosterEntry } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import { identitySet } from './identitySet.ts';

/** Graph's `participant`, as far as we look at it. */
export const participant = z.looseObject({
  id: z.string(),
  info: z
    .looseObject({ identity: identitySet.nullish(), endpointType: z.string().nullish() })
    .nullish(),
  isInLobby: z.boolean().nullish(),
  removedState: z.looseObject({}).nullish(),
});

export type Participant = z.infer<typeof participant>;

/**
 * The platform's participants in our words. Whoever waits in a lobby or was removed is not in the
 * call. A voicemail answers under the identity of its owner, so it counts as an application: it
 * must never pass for the agent having answered (facts of the platform, section 8).
 */
export function rosterOf(
  participants: readonly Participant[],
  people: Pick<People, 'findByEntraId'>,
): RosterEntry[] {
  return participants
    .filter(({ isInLobby, removedState }) => isInLobby !== true && removedState == null)
    .map(({ id: participantId, info }) => {
      const { user, application, applicationInstance } = info?.identity ?? {};
      const isVoicemail = info?.endpointType?.toLowerCase() === 'voicemail';
      if (isVoicemail || application?.id != null || applicationInstance?.id != null) {
        return { participantId, personId: null, isApplication: true };
      }
      const person = user?.id == null ? null : people.findByEntraId(user.id);
      return { participantId, personId: person?.id ?? null, isApplication: false };
    });
}
