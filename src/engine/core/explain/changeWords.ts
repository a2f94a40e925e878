/**
 * The smallest change that would have changed a decision, as a sentence without its subject: "had
 * been idle 12 s longer". The reader puts the agent's name before it.
 */
import type { Order } from '../config/offering.ts';
import type { SmallestChange } from './decision.ts';
import type { Language } from './language.ts';
import { type ValueUnit, valueUnit } from './orders.ts';
import { reasonText } from './words.ts';

/** "would have been rung, had ..." */
export function changeText(change: SmallestChange, order: Order, language: Language): string {
  const en = language === 'en';
  if (change.kind === 'reason') {
    const reason = reasonText(change.reason, language);
    return en
      ? `would have been rung, had this not held: ${reason}`
      : `wäre gerufen worden, hätte dies nicht gegolten: ${reason}`;
  }
  if (change.by === 0) {
    return en
      ? 'would have been rung on the next draw: only the tie-break was against them'
      : 'wäre bei anderer Auslosung gerufen worden: nur der Gleichstand sprach dagegen';
  }
  return (
    (en ? 'would have been rung ' : 'wäre gerufen worden, ') + byText(change.by, order, language)
  );
}

function byText(by: number, order: Order, language: Language): string {
  const en = language === 'en';
  const amount = amountText(by, valueUnit(order));
  switch (valueUnit(order)) {
    case 'instant':
      return en
        ? `after more than ${amount} longer without a call`
        : `wenn mehr als ${amount} länger frei`;
    case 'count':
      return en
        ? `with more than ${amount} fewer calls today`
        : `bei mehr als ${amount} Anrufen weniger heute`;
    case 'ms':
      return en
        ? `with more than ${amount} less talk today`
        : `bei mehr als ${amount} weniger Gespräch heute`;
    case 'thousandths':
      return en
        ? `with an occupancy lower by more than ${amount}`
        : `bei einer um mehr als ${amount} tieferen Auslastung`;
    case 'level':
      return en
        ? `with skill levels higher by more than ${amount}`
        : `bei um mehr als ${amount} höheren Stufen`;
    case 'place':
      return en
        ? `more than ${amount} places further up in the list`
        : `mehr als ${amount} Plätze weiter oben in der Liste`;
    case 'offer-number':
      return en
        ? 'had their last offer been further back'
        : 'hätte die letzte Zustellung weiter zurückgelegen';
    case 'lot':
      return en ? 'with a lower lot' : 'mit einem tieferen Los';
  }
}

function amountText(by: number, unit: ValueUnit): string {
  switch (unit) {
    case 'instant':
    case 'ms':
      return durationText(by);
    case 'thousandths':
      return `${by / 10} %`;
    default:
      return String(by);
  }
}

/** Tenths of a second below ten seconds; whole ones above. */
function durationText(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  return ms < 10_000 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms / 1000)} s`;
}
