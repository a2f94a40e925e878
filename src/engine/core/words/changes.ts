/**
 * The smallest change that would have changed a decision, as a sentence without its subject:
 * "would have been rung, had they been idle 12 s longer". The reader puts the agent's name before
 * it.
 */
import type { Order } from '../config/offering.ts';
import type { SmallestChange } from '../explain/decision.ts';
import type { Language } from '../language.ts';
import { valueUnit } from '../explain/orders.ts';
import { reasonText, type Telling } from './reasons.ts';

/** "would have been rung ..."; `telling`: of the reason that would not have held. */
export function changeText(
  change: SmallestChange,
  order: Order,
  language: Language,
  telling: Telling = {},
): string {
  return language === 'en'
    ? `would have been rung${english(change, order, telling)}`
    : `wäre gerufen worden, ${german(change, order, telling)}`;
}

function english(change: SmallestChange, order: Order, telling: Telling): string {
  switch (change.kind) {
    case 'reason':
      return `, had this not held: ${reasonText(change.reason, 'en', telling)}`;
    case 'offers':
      return change.by === 1
        ? ' with one offer of this call fewer before'
        : ` with ${change.by} offers of this call fewer before`;
    case 'presence':
      return `, had the presence not been ${durationText(change.ageMs)} old: others go first then`;
    case 'idle':
      return ` after being idle ${durationText(change.byMs)} longer`;
    case 'lot':
      return ', had the lot fallen otherwise';
    case 'value':
      return ` ${englishValue(change, order)}`;
  }
}

function german(change: SmallestChange, order: Order, telling: Telling): string {
  switch (change.kind) {
    case 'reason':
      return `hätte dies nicht gegolten: ${reasonText(change.reason, 'de', telling)}`;
    case 'offers':
      return change.by === 1
        ? 'wäre ihr oder ihm dieser Anruf vorher einmal weniger zugestellt worden'
        : `wäre ihr oder ihm dieser Anruf vorher ${change.by}-mal weniger zugestellt worden`;
    case 'presence':
      return `wäre die Präsenz nicht ${durationText(change.ageMs)} alt gewesen: dann gehen andere vor`;
    case 'idle':
      return `hätte die freie Zeit ${durationText(change.byMs)} länger gedauert`;
    case 'lot':
      return 'wenn das Los anders gefallen wäre';
    case 'value':
      return germanValue(change, order);
  }
}

type ChangeOfValue = Extract<SmallestChange, { kind: 'value' }>;

function englishValue({ by, to }: ChangeOfValue, order: Order): string {
  switch (valueUnit(order)) {
    case 'count':
      return by === 1 ? 'with 1 call fewer today' : `with ${by} calls fewer today`;
    case 'ms':
      return `with ${durationText(by)} less talk today`;
    case 'thousandths':
      return `with an occupancy lower by ${by / 10} percentage points`;
    case 'level':
      return `with skill levels higher by ${by} in all`;
    case 'place':
      return by === 1 ? '1 place further up in the list' : `${by} places further up in the list`;
    case 'offer-number':
      return to === 0
        ? 'had this service offered them no call yet'
        : 'had their last offer of this service been further back';
    case 'instant':
    case 'lot':
      throw new Error(`The order ${order} is never changed by its value.`);
  }
}

function germanValue({ by, to }: ChangeOfValue, order: Order): string {
  switch (valueUnit(order)) {
    case 'count':
      return by === 1 ? 'bei 1 Anruf weniger heute' : `bei ${by} Anrufen weniger heute`;
    case 'ms':
      return `bei ${durationText(by)} weniger Gespräch heute`;
    case 'thousandths':
      return `bei einer um ${by / 10} Prozentpunkte tieferen Auslastung`;
    case 'level':
      return `bei insgesamt um ${by} höheren Stufen`;
    case 'place':
      return `hätte der Name ${by === 1 ? '1 Platz' : `${by} Plätze`} weiter oben in der Liste gestanden`;
    case 'offer-number':
      return to === 0
        ? 'hätte dieser Service ihr oder ihm noch keinen Anruf zugestellt'
        : 'hätte ihre oder seine letzte Zustellung dieses Service weiter zurückgelegen';
    case 'instant':
    case 'lot':
      throw new Error(`The order ${order} is never changed by its value.`);
  }
}

/** Rounded up, so that what is said would have been enough: tenths of a second below ten. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  return ms < 10_000 ? `${Math.ceil(ms / 100) / 10} s` : `${Math.ceil(ms / 1000)} s`;
}
