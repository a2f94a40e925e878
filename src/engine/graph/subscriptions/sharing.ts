/** Who is covered by which account. Whoever is covered stays where they are, as far as possible. */
import type { PersonId } from '@rufwerk/engine/core';
import { PEOPLE_MAX } from './subscriptionRequests.ts';

/** With more people than can be covered, so many more urgent ones are worth a new subscription. */
const WORTH_A_CHANGE = 33;

export interface Sharer {
  /** Whom it covers now. */
  readonly people: readonly PersonId[];
}

/**
 * For each sharer, in order, whom it is to cover. `people` are all that could be covered, the most
 * urgent first: where there are more than fit, the others are left to polling.
 */
export function shareOut(people: readonly PersonId[], sharers: readonly Sharer[]): PersonId[][] {
  if (people.length <= PEOPLE_MAX) return toOne(people, sharers);
  const room = sharers.length * PEOPLE_MAX;
  const chosen = new Set(people.length > room ? steady(people, sharers, room) : people);
  const shares = sharers.map((sharer) => sharer.people.filter((each) => chosen.delete(each)));
  const rest = [...chosen];
  for (const share of shares) share.push(...rest.splice(0, PEOPLE_MAX - share.length));
  return shares;
}

/** All of them to the one that covers most of them already; the other one stands by. */
function toOne(people: readonly PersonId[], sharers: readonly Sharer[]): PersonId[][] {
  const wanted = new Set(people);
  const covered = sharers.map((sharer) => sharer.people.filter((each) => wanted.has(each)).length);
  const busiest = covered.indexOf(Math.max(...covered));
  return sharers.map((_sharer, index) => (index === busiest ? [...people] : []));
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
