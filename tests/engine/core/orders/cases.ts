/**
 * What each order means, by example: people as they stand when a call comes, and in which order
 * they are rung. One file for everything that knows the orders: the scan that decides, the record
 * that explains, and the sentence that people read.
 */
import type { Order } from '@rufwerk/engine/core';

/** How somebody stands; what is left out is the same for all. */
export interface Standing {
  readonly name: string;
  /** Seconds without a call of ours. */
  readonly idle?: number;
  readonly calls?: number;
  readonly talk?: number;
  readonly busy?: number;
  readonly onDuty?: number;
  /** Level in the skill of the service. */
  readonly skill?: number;
  /** Number of the last offer of this service; 0 for never. */
  readonly lastOffer?: number;
  /** How often the very call was offered already. */
  readonly offered?: number;
}

export interface OrderCase {
  readonly order: Order;
  readonly words: string;
  /** In the order of the service's list. */
  readonly people: readonly Standing[];
  readonly expected: readonly string[];
}

/** What the sentence of each order must speak of, English and German. */
export const SPOKEN_OF: Readonly<Record<Order, readonly [en: string, de: string]>> = {
  'longest-idle': ['idle longest', 'am längsten frei'],
  'round-robin': ['last offer of this service', 'am längsten keinen Anruf zugestellt'],
  'fixed-order': ['first in the list', 'in der Liste des Service zuerst'],
  'fewest-calls': ['fewest calls', 'am wenigsten Anrufe'],
  'least-talk-time': ['talked least', 'am wenigsten lang gesprochen'],
  'lowest-occupancy': ['share of talk', 'Auslastung'],
  'best-skill': ['highest levels', 'höchsten Stufen'],
  'weighted-random': ['lowest lot', 'tiefste Los'],
  broadcast: ['ring at once', 'klingelt es gleichzeitig'],
};

const IDLE: readonly Standing[] = [
  { name: 'a', idle: 10 },
  { name: 'b', idle: 30 },
  { name: 'c', idle: 20 },
];

export const CASES: readonly OrderCase[] = [
  { order: 'longest-idle', words: 'by idle time', people: IDLE, expected: ['b', 'c', 'a'] },
  { order: 'broadcast', words: 'by idle time', people: IDLE, expected: ['b', 'c', 'a'] },
  {
    order: 'longest-idle',
    words: 'who was offered this call before comes after all others',
    people: [
      { name: 'a', idle: 10 },
      { name: 'b', idle: 30, offered: 1 },
      { name: 'c', idle: 20, offered: 2 },
      { name: 'd', idle: 5 },
    ],
    expected: ['a', 'd', 'b', 'c'],
  },
  {
    order: 'round-robin',
    words: 'never offered first, then the offer furthest back, whatever the idle time',
    people: [
      { name: 'a', lastOffer: 7, idle: 90 },
      { name: 'b', lastOffer: 3, idle: 10 },
      { name: 'c', lastOffer: 0, idle: 5 },
      { name: 'd', lastOffer: 5, idle: 50 },
    ],
    expected: ['c', 'b', 'd', 'a'],
  },
  {
    order: 'fixed-order',
    words: 'as listed, whatever the idle time',
    people: [
      { name: 'c', idle: 1 },
      { name: 'a', idle: 2 },
      { name: 'b', idle: 3 },
    ],
    expected: ['c', 'a', 'b'],
  },
  {
    order: 'fewest-calls',
    words: 'by calls today, equal ones by idle time',
    people: [
      { name: 'a', calls: 2, idle: 99 },
      { name: 'b', calls: 1, idle: 10 },
      { name: 'c', calls: 1, idle: 20 },
      { name: 'd', calls: 0, idle: 1 },
    ],
    expected: ['d', 'c', 'b', 'a'],
  },
  {
    order: 'least-talk-time',
    words: 'by talk today, whatever the number of calls',
    people: [
      { name: 'a', talk: 100, calls: 1 },
      { name: 'b', talk: 90, calls: 5 },
      { name: 'c', talk: 0, calls: 9 },
    ],
    expected: ['c', 'b', 'a'],
  },
  {
    order: 'lowest-occupancy',
    words: 'by busy time over time on duty',
    people: [
      { name: 'a', busy: 60, onDuty: 100 },
      { name: 'b', busy: 90, onDuty: 1_000 },
      { name: 'c', busy: 50, onDuty: 100 },
      { name: 'd', busy: 0, onDuty: 5 },
    ],
    expected: ['d', 'b', 'c', 'a'],
  },
  {
    order: 'best-skill',
    words: 'by level, equal ones by idle time',
    people: [
      { name: 'a', skill: 40, idle: 99 },
      { name: 'b', skill: 90, idle: 10 },
      { name: 'c', skill: 90, idle: 20 },
      { name: 'd', skill: 60, idle: 50 },
    ],
    expected: ['c', 'b', 'd', 'a'],
  },
];
