/**
 * The entry in a contact's activity feed: who called for help, and since when. Neither number nor
 * location is in it (DEC-9).
 */
import type { EmergencyId, Language, PersonId } from '@rufwerk/engine/core';
import type { EmergencyActivity, WriteActivity } from '@rufwerk/engine/graph';
import type { People } from '@rufwerk/engine/ports';
import { personShown } from '../api/shown.ts';
import type { InForce } from '../configuration/inForce.ts';

export interface EmergencyActivityParts {
  readonly people: Pick<People, 'find'>;
  readonly inForce: () => InForce;
  /** Null where a person's language is not known. */
  readonly languageOf: (personId: PersonId) => Promise<Language | null>;
  /** A deep link into Teams, which the feed needs; null where there is none. */
  readonly linkTo: (emergencyId: EmergencyId) => string | null;
}

/** Null without a deep link: card and mail tell all the same. */
export function createEmergencyActivity(parts: EmergencyActivityParts): WriteActivity {
  const { people, inForce, languageOf, linkTo } = parts;
  return async ({ emergencyId, agentId, contactId, isDrill, startedAt }) => {
    const webUrl = linkTo(emergencyId);
    if (webUrl === null) return null;
    const { timeZone = 'UTC' } = inForce().configuration ?? {};
    const language = (await languageOf(contactId)) ?? (await languageOf(agentId)) ?? 'en';
    const agent = personShown(people, agentId).name;
    return { agent, webUrl, ...WORDS[language](isDrill, timeOf(startedAt, timeZone, language)) };
  };
}

type Words = Pick<EmergencyActivity, 'topic' | 'preview'>;

const WORDS: Readonly<Record<Language, (isDrill: boolean, time: string) => Words>> = {
  en: (isDrill, time) => ({
    topic: isDrill ? 'DRILL: emergency call' : 'Emergency call',
    preview: `${isDrill ? 'DRILL: since' : 'Since'} ${time}. Open it to see who helps.`,
  }),
  de: (isDrill, time) => ({
    topic: isDrill ? 'ÜBUNG: Notruf' : 'Notruf',
    preview: `${isDrill ? 'ÜBUNG: seit' : 'Seit'} ${time}. Öffnen Sie ihn, um zu sehen, wer hilft.`,
  }),
};

function timeOf(at: number, timeZone: string, language: Language): string {
  const form = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(language === 'de' ? 'de-CH' : 'en-GB', form).format(at);
}
