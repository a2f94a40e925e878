import type { DecisionId, Language, PersonId } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import { wordsOf } from '../words/index.ts';
import type { Words } from '../words/index.ts';
import { foreign } from './foreign.ts';

/**
 * How much a reader may be told. Supervisors and administrators: the caller and everybody's
 * presence. Colleagues: names and reasons, nothing more that is personal.
 */
export type Detail = 'full' | 'colleague';

/** Everything a card needs to know about its reader and the world besides the matter itself. */
export interface Telling {
  readonly language: Language;
  readonly words: Words;
  readonly detail: Detail;
  readonly nameOf: (personId: PersonId) => string;
  /** Whether there is a Teams that could ring; a mail address outside has none. */
  readonly hasTeams: (personId: PersonId) => boolean;
  readonly callerOf: (personId: PersonId) => string;
  /** The tab, opened at a decision or, with null, at its start. */
  readonly tabUrlOf: (decisionId: DecisionId | null) => string;
}

export interface TellingOptions {
  readonly people: Pick<People, 'find'>;
  readonly tabUrlOf: Telling['tabUrlOf'];
}

/** Names are made harmless here, once, on their way out of the person table. */
export function tellingFor(
  { people, tabUrlOf }: TellingOptions,
  language: Language,
  detail: Detail,
): Telling {
  const words = wordsOf(language);
  return {
    language,
    words,
    detail,
    tabUrlOf,
    nameOf: (personId) => foreign(people.find(personId)?.displayName ?? words.somebody),
    hasTeams: (personId) => people.find(personId)?.entraId != null,
    callerOf(personId) {
      const caller = people.find(personId);
      if (caller === null) return words.somebody;
      const named = caller.phone ?? (caller.entraId === null ? null : caller.displayName);
      return named === null ? words.numberWithheld : foreign(named);
    },
  };
}
