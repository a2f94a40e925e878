/** Who is covered by which account. Whoever is covered stays where they are, as far as possible. */
import type { PersonId } from '@rufwerk/engine/core';
import { PEOPLE_MAX } from './presenceResource.ts';

/** With more people than can be covered, so many more urgent ones are worth a new subscription. */
const WORTH_A_CHANGE = 33;

export interface Sharer {
  /** Whom it covers now. */
  readonly people: readonly PersonId[];
  /** Whether it sees activities; else availabilities only, as of another directory (NIM-24). */
  readonly seesActivity: boolean;
}

/**
 * For each sharer, in order, whom it is to cover. `people` are all that could be covered, the most
 * urgent first: where there are more than fit, the others are left to polling. Who sees activities
 * is filled first: "busy" alone does not tell a call from an appointment.
 */
export function shareOut(people: readonly PersonId[], sharers: readonly Sharer[]): PersonId[][] {
  if (people.length <= PEOPLE_MAX) return toOne(people, sharers);
  const room = sharers.length * PEOPLE_MAX;
  const chosen = new Set(people.length > room ? steady(people, sharers, room) : people);
  const shares = new Map<Sharer, PersonId[]>();
  for (const sees of [true, false]) {
    const equals = sharers.filter(({ seesActivity }) => seesActivity === sees);
    for (const each of equals)
      shares.set(
        each,
        each.people.filter((id) => chosen.delete(id)),
      );
    for (const each of equals) {
      const share = shares.get(each) ?? [];
      const more = [...chosen].slice(0, PEOPLE_MAX - share.length);
      for (const id of more) chosen.delete(id);
      share.push(...more);
    }
  }
  return sharers.map((sharer) => shares.get(sharer) ?? []);
}

/** All of them to one that sees most, and of equals covers most already; the other stands by. */
function toOne(people: readonly PersonId[], sharers: readonly Sharer[]): PersonId[][] {
  const wanted = new Set(people);
  const worth = sharers.map(
    ({ people: covered, seesActivity }) =>
      covered.filter((each) => wanted.has(each)).length + (seesActivity ? PEOPLE_MAX + 1 : 0),
  );
  const best = worth.indexOf(Math.max(...worth));
  return sharers.map((_sharer, index) => (index === best ? [...people] : []));
}

/** Urgency changes all the time; a subscription is only made anew when that changes much. */
function steady(
  people: readonly PersonId[],
  sharers: readonly Sharer[],
  room: number,
): readonly PersonId[] {
  const urgent = people.slice(0, room);
  const known = new Set(people);
  const covered = sharers.flatMap((sharer) => sharer.people).filter((each) => known.has(each));
  const isCovered = new Set(covered);
  const missing = urgent.filter((each) => !isCovered.has(each));
  const isWorthIt = covered.length < room || missing.length >= WORTH_A_CHANGE;
  return isWorthIt ? urgent : covered;
}
