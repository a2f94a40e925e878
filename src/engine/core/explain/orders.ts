/**
 * Each order in one sentence, shared by the screens, the manual and the explanations. What comes
 * first and last is the same for all.
 */
import type { Order } from '../config/offering.ts';
import type { Language, Texts } from '../language.ts';

const RULE: Readonly<Record<Order, Texts>> = {
  'longest-idle': {
    en: 'then who has been idle longest',
    de: 'dann, wer am längsten frei ist',
  },
  'round-robin': {
    en: 'then whose last offer of this service lies furthest back',
    de: 'dann, wem dieser Service am längsten keinen Anruf zugestellt hat',
  },
  'fixed-order': {
    en: 'then who stands first in the list of the service',
    de: 'dann, wer in der Liste des Service zuerst steht',
  },
  'fewest-calls': {
    en: 'then who took the fewest calls today',
    de: 'dann, wer heute am wenigsten Anrufe angenommen hat',
  },
  'least-talk-time': {
    en: 'then who talked least today',
    de: 'dann, wer heute am wenigsten lang gesprochen hat',
  },
  'lowest-occupancy': {
    en: 'then whose share of talk and after-call work in the time on duty today is lowest',
    de: 'dann, wessen Auslastung heute am tiefsten ist',
  },
  'best-skill': {
    en: 'then who has the highest levels in the skills of the service',
    de: 'dann, wer in den Fähigkeiten des Service die höchsten Stufen hat',
  },
  'weighted-random': {
    en: 'then who draws the lowest lot; everybody draws as many lots as their weight',
    de: 'dann, wer das tiefste Los zieht; jede Person zieht so viele Lose, wie ihr Gewicht sagt',
  },
  broadcast: {
    en: 'then who has been idle longest; the first of them ring at once, and whoever accepts first has the call',
    de: 'dann, wer am längsten frei ist; bei den ersten klingelt es gleichzeitig, und wer zuerst annimmt, hat den Anruf',
  },
};

const FIRST: Texts = {
  en:
    'Who has been offered this call least often comes first, an old presence after others where ' +
    'the service says so',
  de:
    'Zuerst kommt, wem dieser Anruf am seltensten zugestellt wurde, eine alte Präsenz nach ' +
    'anderen, wo der Service das sagt',
};

const LAST_IDLE: Texts = {
  en: 'equal ones are decided by idle time, then by lot.',
  de: 'bei Gleichstand entscheidet, wer länger frei ist, dann das Los.',
};

const LAST: Texts = {
  en: 'equal ones are decided by lot.',
  de: 'bei Gleichstand entscheidet das Los.',
};

/** An order in one sentence. */
export function orderSentence(order: Order, language: Language): string {
  const last = order === 'longest-idle' || order === 'broadcast' ? LAST : LAST_IDLE;
  return `${FIRST[language]}, ${RULE[order][language]}; ${last[language]}`;
}

const NAME: Readonly<Record<Order, Texts>> = {
  'longest-idle': { en: 'Longest idle', de: 'Am längsten frei' },
  'round-robin': { en: 'Round robin', de: 'Reihum' },
  'fixed-order': { en: 'Fixed order', de: 'Feste Reihenfolge' },
  'fewest-calls': { en: 'Fewest calls', de: 'Wenigste Anrufe' },
  'least-talk-time': { en: 'Least talk time', de: 'Kürzeste Gesprächszeit' },
  'lowest-occupancy': { en: 'Lowest occupancy', de: 'Tiefste Auslastung' },
  'best-skill': { en: 'Best skill', de: 'Beste Fähigkeit' },
  'weighted-random': { en: 'Weighted random', de: 'Gewichteter Zufall' },
  broadcast: { en: 'Broadcast', de: 'Alle gleichzeitig' },
};

/** The name of an order, as a list of choices shows it. */
export function orderName(order: Order, language: Language): string {
  return NAME[order][language];
}

/** What an order compares, in its own unit: "idle since", "calls today" and so on. */
export type ValueUnit =
  'instant' | 'offer-number' | 'place' | 'count' | 'ms' | 'thousandths' | 'level' | 'lot';

const UNIT: Readonly<Record<Order, ValueUnit>> = {
  'longest-idle': 'instant',
  'round-robin': 'offer-number',
  'fixed-order': 'place',
  'fewest-calls': 'count',
  'least-talk-time': 'ms',
  'lowest-occupancy': 'thousandths',
  'best-skill': 'level',
  'weighted-random': 'lot',
  broadcast: 'instant',
};

export function valueUnit(order: Order): ValueUnit {
  return UNIT[order];
}
