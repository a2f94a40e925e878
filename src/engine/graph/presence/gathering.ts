/**
 * Moves people of one urgency together, so that few blocks have to be read often.
 *
 *   for `next`, then for `soon`:
 *     hosts: as few blocks as hold all of them, those that hold most already
 *     who is elsewhere leaves his block; where hosts are full, their least urgent make room
 *
 * Whoever is less urgent than his block is left in it: being read too often costs nothing.
 */
import type { PersonId } from '@rufwerk/engine/core';
import { BLOCK_SIZE } from './block.ts';
import type { Place } from './block.ts';
import { intervalOf } from './rhythm.ts';
import type { Intervals, Level } from './rhythm.ts';

/** Below this share and this many requests a second moving people is not worth the telling. */
const WORTHWHILE_SHARE = 0.2;
const WORTHWHILE_PER_SECOND = 1;

/** How many people of each level there are, most urgent first. */
export type LevelCounts = readonly [number, number, number];

/** Whether blocks cost notably more requests than they would with people gathered. */
export function isGatheringWorthwhile(
  blocks: readonly LevelCounts[],
  intervalsMs: Intervals,
): boolean {
  const sum = (level: Level): number => blocks.reduce((total, each) => total + each[level], 0);
  const [next, soon, asleep] = [sum(0), sum(1), sum(2)];
  const needed = [next, next + soon, next + soon + asleep].map((n) => Math.ceil(n / BLOCK_SIZE));
  const [forNext = 0, forSoon = 0, all = 0] = needed;
  const best = perSecond([forNext, forSoon - forNext, all - forSoon], intervalsMs);
  const byLevel: [number, number, number] = [0, 0, 0];
  for (const counts of blocks) byLevel[highestLevel(counts)] += 1;
  const now = perSecond(byLevel, intervalsMs);
  return now - best >= Math.max(WORTHWHILE_PER_SECOND, WORTHWHILE_SHARE * now);
}

/** Of the most urgent member. */
export function highestLevel([next, soon]: LevelCounts): Level {
  if (next > 0) return 0;
  return soon > 0 ? 1 : 2;
}

function perSecond(blocks: LevelCounts, intervalsMs: Intervals): number {
  const of = (level: Level): number => (1_000 * blocks[level]) / intervalOf(level, intervalsMs);
  return of(0) + of(1) + of(2);
}

/** Takes people out of places; returns those who have none now. */
export function gather(
  places: readonly Place[],
  homeless: readonly PersonId[],
  levelOf: (agentId: PersonId) => Level,
): PersonId[] {
  const moved: PersonId[] = [];
  const others = [...places];
  for (const level of [0, 1] as const) {
    const isOfLevel = (id: PersonId): boolean => levelOf(id) === level;
    const inside = new Map(others.map((place) => [place, count(place.members, isOfLevel)]));
    const outside = count([...homeless, ...moved], isOfLevel);
    const total = [...inside.values()].reduce((sum, each) => sum + each, outside);
    others.sort((one, other) => (inside.get(other) ?? 0) - (inside.get(one) ?? 0));
    const hosts = others.splice(0, Math.ceil(total / BLOCK_SIZE));
    for (const place of others) moved.push(...takeOut(place, isOfLevel));
    for (const host of hosts) host.level = level;
    makeRoom(hosts, count([...homeless, ...moved], isOfLevel), levelOf, moved);
  }
  // Of an empty place nobody says what it is for.
  for (const place of others) place.level = place.members.length === 0 ? null : 2;
  return moved;
}

/** The least urgent members of full hosts leave, as many as there are to come in. */
function makeRoom(
  hosts: readonly Place[],
  newcomers: number,
  levelOf: (agentId: PersonId) => Level,
  moved: PersonId[],
): void {
  const free = hosts.reduce((sum, { members }) => sum + BLOCK_SIZE - members.length, 0);
  let missing = newcomers - free;
  for (const leaving of [2, 1] as const) {
    for (const host of hosts) {
      if (missing <= 0 || host.level === null || leaving <= host.level) continue;
      const gone = takeOut(host, (id) => levelOf(id) === leaving, missing);
      missing -= gone.length;
      moved.push(...gone);
    }
  }
}

function takeOut(
  place: Place,
  isLeaving: (agentId: PersonId) => boolean,
  most = Infinity,
): PersonId[] {
  const leavers: PersonId[] = [];
  place.members = place.members.filter((id) => {
    const leaves = leavers.length < most && isLeaving(id);
    if (leaves) leavers.push(id);
    return !leaves;
  });
  return leavers;
}

function count(agentIds: readonly PersonId[], isCounted: (id: PersonId) => boolean): number {
  return agentIds.reduce((sum, id) => sum + (isCounted(id) ? 1 : 0), 0);
}
