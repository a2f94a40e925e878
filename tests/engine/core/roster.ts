/** People by their names in stories, and the rosters they make. */
import { asId, type PersonId, type RosterEntry } from '@rufwerk/engine/core';

export const person = (name: string): PersonId => asId<PersonId>(name);

/** `bot` stands for our own silent participant; any name that is no agent is an outside caller. */
export function rosterOf(people: readonly string[]): RosterEntry[] {
  return people.map((name) => ({
    participantId: `participant-${name}`,
    personId: name === 'bot' || name === 'caller' ? null : person(name),
    isApplication: name === 'bot',
  }));
}
