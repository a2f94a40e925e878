/**
 * What each order compares, as one number per agent: the smaller comes first. Before it stands how
 * often the agent was offered this very call; after it who has been idle longest, then a hash of
 * seed, task and agent, then the id. So every order is total. The sentences stand in
 * `explain/orders.ts` (NIMx-01, NIMx-04).
 */
import type { Order } from '../config/offering.ts';
import { mixed } from '../explain/mixed.ts';
import type { Lineup } from '../tenant/indexes/lineup.ts';
import type { Standings } from '../tenant/indexes/standings.ts';

/**
 * @param row the agent's row in the standings
 * @param place the agent's place in the lineup
 * @param lot seed and task in one number
 */
export function orderValue(
  order: Order,
  standings: Standings,
  lineup: Lineup,
  row: number,
  place: number,
  at: number,
  lot: number,
): number {
  switch (order) {
    case 'longest-idle':
    case 'broadcast':
      return standings.idleSinceAt(row);
    case 'round-robin':
      return lineup.lastOffer[place] ?? 0;
    case 'fixed-order':
      return place;
    case 'fewest-calls':
      return standings.callsToday(row);
    case 'least-talk-time':
      return standings.talkMsToday(row);
    case 'lowest-occupancy':
      return standings.occupancy(row, at);
    case 'best-skill':
      return -(lineup.skill[place] ?? 0);
    case 'weighted-random':
      return lowestLot(lot, standings.hash(row), standings.lots(row));
  }
}

/** Each agent draws as many lots as the weight says; the lowest counts. */
function lowestLot(lot: number, agentHash: number, lots: number): number {
  let lowest = mixed(lot, agentHash);
  for (let number = 1; number < lots; number += 1) {
    const drawn = mixed(lot + number, agentHash);
    if (drawn < lowest) lowest = drawn;
  }
  return lowest;
}
