import type { SeenPresenceView } from '@rufwerk/engine/api';
import { availabilityWords, furtherActivity } from '../language/engineWords.ts';
import { useLanguage, useNamedWords, useWords } from '../language/language.ts';
import { roughAge } from './age.ts';

export interface PresenceWords {
  /** "Busy (in a call)" */
  readonly value: (presence: Pick<SeenPresenceView, 'availability' | 'activity'>) => string;
  /** "seen 4 s ago by Microsoft Graph" */
  readonly seen: (presence: SeenPresenceView, ageMs: number) => string;
  readonly source: (source: string) => string;
}

/** What Teams shows, in words; values that nobody knows yet appear as the platform names them. */
export function usePresenceWords(): PresenceWords {
  const say = useWords();
  const language = useLanguage();
  const activityWord = useNamedWords('activity');
  const sourceWord = useNamedWords('presence.source');
  const sourceName = (source: string): string => sourceWord(source) ?? source;
  return {
    value({ availability, activity }) {
      const name = availabilityWords(availability, language);
      const further = furtherActivity(activity, availability);
      if (further.length === 0) return name;
      const words = further.map((part) => activityWord(part) ?? part).join(', ');
      return say('presence.value', { availability: name, activity: words });
    },
    seen: (presence, ageMs) =>
      say('presence.seen', { age: roughAge(ageMs), source: sourceName(presence.source) }),
    source: sourceName,
  };
}
