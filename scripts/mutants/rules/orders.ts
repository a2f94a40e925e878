/** Who comes first: what each order compares, and ties. */
import type { Mutation } from '../mutation.ts';

export const ORDER_MUTATIONS: readonly Mutation[] = [
  {
    name: 'who was offered the call before comes again (scan)',
    file: 'src/engine/core/distribution/scan.ts',
    find: 'if (byOffers !== 0) return byOffers < 0;',
    replace: '',
  },
  {
    name: 'who was offered the call before comes again (record)',
    file: 'src/engine/core/explain/inOrder.ts',
    find: 'left.offersOfThisTask - right.offersOfThisTask ||',
    replace: '',
  },
  {
    name: 'the larger value comes first',
    file: 'src/engine/core/distribution/scan.ts',
    find: 'return value < otherValue;',
    replace: 'return value > otherValue;',
  },
  {
    name: 'the shorter idle comes first in a tie',
    file: 'src/engine/core/distribution/scan.ts',
    find: 'return byIdle < 0;',
    replace: 'return byIdle > 0;',
  },
  {
    name: 'the higher lot comes first in a tie',
    file: 'src/engine/core/distribution/scan.ts',
    find: 'return byLot < 0;',
    replace: 'return byLot > 0;',
  },
  {
    name: 'round robin turns the other way',
    file: 'src/engine/core/distribution/orderValue.ts',
    find: 'return lineup.lastOffer[place] ?? 0;',
    replace: 'return -(lineup.lastOffer[place] ?? 0);',
  },
  {
    name: 'the fixed order is turned round',
    file: 'src/engine/core/distribution/orderValue.ts',
    find: 'return place;',
    replace: 'return -place;',
  },
  {
    name: 'fewest calls compares talk time',
    file: 'src/engine/core/distribution/orderValue.ts',
    find: 'return standings.callsToday(row);',
    replace: 'return standings.talkMsToday(row);',
  },
  {
    name: 'least talk time compares calls',
    file: 'src/engine/core/distribution/orderValue.ts',
    find: 'return standings.talkMsToday(row);',
    replace: 'return standings.callsToday(row);',
  },
  {
    name: 'occupancy forgets the time on duty',
    file: 'src/engine/core/tenant/indexes/standings.ts',
    find: 'return Math.floor((1000 * (this.#words[word + BUSY_MS] ?? 0)) / onDutyMs);',
    replace: 'return this.#words[word + BUSY_MS] ?? 0;',
  },
  {
    name: 'the least skill comes first',
    file: 'src/engine/core/distribution/orderValue.ts',
    find: 'return -(lineup.skill[place] ?? 0);',
    replace: 'return lineup.skill[place] ?? 0;',
  },
  {
    name: 'weights are not drawn',
    file: 'src/engine/core/distribution/orderValue.ts',
    find: 'for (let number = 1; number < lots;',
    replace: 'for (let number = 1; number < 1;',
  },
  {
    name: 'every call draws the same lot',
    file: 'src/engine/core/distribution/scan.ts',
    find: 'return mixed(state.seed, task.number);',
    replace: 'return mixed(state.seed, 1);',
  },
  {
    name: 'round robin notes nothing',
    file: 'src/engine/core/tenant/evolve/offers.ts',
    find: 'service.lineup.lastOffer[place] = number',
    replace: 'service.lineup.lastOffer[place] = 0',
  },
  {
    name: 'a broadcast rings one',
    file: 'src/engine/core/distribution/evaluate.ts',
    find: "order === 'broadcast' && task.phase === 'waiting' ? offers.broadcastTo : 1",
    replace: '1',
  },
  {
    name: 'after-call work is not busy time',
    file: 'src/engine/core/tenant/evolve/agents.ts',
    find: 'agent.busyMsToday += fact.at - agent.afterCallWork.sinceAt;',
    replace: '',
  },
  {
    name: 'ageing counts for nothing',
    file: 'src/engine/core/tenant/place.ts',
    find: 'queuedAt + (priority - 1) * ageingMs',
    replace: 'queuedAt',
  },
  {
    name: 'priority counts for everything',
    file: 'src/engine/core/tenant/place.ts',
    find: 'queuedAt + (priority - 1) * ageingMs',
    replace: 'queuedAt + (priority - 1) * 1e9',
  },
  {
    name: 'the later place comes first',
    file: 'src/engine/core/tenant/indexes/waitingLine.ts',
    find: 'return left.rankAt < right.rankAt;',
    replace: 'return left.rankAt > right.rankAt;',
  },
  {
    name: 'equal places are not told apart',
    file: 'src/engine/core/tenant/indexes/waitingLine.ts',
    find: 'return left.number < right.number;',
    replace: 'return left.number > right.number;',
  },
  {
    name: 'a round robin forgets what was offered under another order',
    file: 'src/engine/core/tenant/evolve/offers.ts',
    find: ' && !state.flags.includes(RULE_FLAGS.ONE_PLACE)',
    replace: '',
  },
];
