import type { SeenPresenceView } from '@rufwerk/engine/api';
import { useWords } from '../../language/language.ts';
import { roughAge } from '../../presence/age.ts';
import { usePresenceWords } from '../../presence/usePresenceWords.ts';

/** The presence that a decision relied on, with its age at that moment. */
export function useSeenThen(): (presence: SeenPresenceView | null) => string {
  const say = useWords();
  const words = usePresenceWords();
  return (presence) =>
    presence === null
      ? say('decision.notSeen')
      : say('decision.seen', {
          value: words.value(presence),
          age: roughAge(presence.ageMs),
          source: words.source(presence.source),
        });
}
