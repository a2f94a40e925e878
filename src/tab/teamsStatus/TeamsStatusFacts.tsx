import type { TeamsPresence } from '@rufwerk/engine/api';
import type { ReactNode } from 'react';
import { FactList } from '../appearance/FactList.tsx';
import { useNow } from '../clock/useNow.ts';
import { useFormats } from '../language/formats.ts';
import { useNamedWords, useWords } from '../language/language.ts';
import { usePresenceWords } from '../presence/usePresenceWords.ts';

type TeamsStatusFactsProps = {
  /** What Teams shows, with its source and age. */
  readonly seen: ReactNode;
  readonly status: TeamsPresence;
};

const OWN_WORDS = {
  holds: 'teamsStatus.ownUntil',
  'not-seen-yet': 'teamsStatus.ownNotSeenYet',
  'other-seen': 'teamsStatus.ownOtherSeen',
} as const;

/** Who shows what: Teams, Rufwerk and why, and the person's own choice. */
export function TeamsStatusFacts({ seen, status }: TeamsStatusFactsProps) {
  const say = useWords();
  const facts = [
    { term: say('teamsStatus.seen'), value: seen },
    { term: say('teamsStatus.shown'), value: useShownWords(status) },
    { term: say('teamsStatus.own'), value: useOwnWords(status) },
  ];
  return <FactList facts={facts} />;
}

/** What Rufwerk shows, for which reasons, and when it ends unless a reason lasts. */
function useShownWords({ shown, leases }: TeamsPresence): string {
  const say = useWords();
  const { value } = usePresenceWords();
  const time = useTime();
  const { list } = useFormats();
  const because = list(leases.map((lease) => lease.because));
  if (shown !== null) {
    const values = { value: value(shown), until: time(shown.until), because };
    return say(because === '' ? 'teamsStatus.shownStill' : 'teamsStatus.shownUntil', values);
  }
  const [strongest] = leases;
  if (strongest === undefined) return say('teamsStatus.shownNothing');
  return say('teamsStatus.shownSoon', { value: value(strongest), because });
}

function useOwnWords({ own }: TeamsPresence): string {
  const say = useWords();
  const { value } = usePresenceWords();
  const chosen = useNamedWords('teamsStatus.choice');
  const time = useTime();
  if (own === null) return say('teamsStatus.ownNothing');
  const values = { value: chosen(own.availability) ?? value(own), since: time(own.since) };
  return say(OWN_WORDS[own.standing], { ...values, until: time(own.until) });
}

/** Instants of the API as times of this day; with the day where it is another one. */
function useTime(): (instant: string) => string {
  const now = useNow();
  const { nearTime } = useFormats();
  return (instant) => nearTime(Date.parse(instant), now);
}
