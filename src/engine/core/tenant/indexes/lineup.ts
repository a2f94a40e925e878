/**
 * The people of one service, in the configured order, as dense columns beside the standings. An
 * index only, built when configuration or membership changes.
 */
import { ORDINAL_OF_REASON } from '../../explain/reasons.ts';
import { reasonsByClass } from '../../presence/presenceClass.ts';
import type { Order, PresenceRule } from '../../config/offering.ts';

/** Values of `level` beyond the real ones: these people are no candidates, whatever the level. */
export const LEVEL = { PROFILE_WITHOUT_SKILL: 254, SWITCHED_OFF: 255 } as const;

export class Lineup {
  /** Rows in the standings. */
  readonly members: Int32Array;
  /** From which level of the service on each qualifies. */
  readonly level: Uint8Array;
  /** Sum of the person's levels in the skills of the service; where the order asks for it. */
  readonly skill: Uint16Array;
  /** Number of the last offer of this service to each; where the order asks for it. */
  readonly lastOffer: Float64Array;
  /** Ordinal of the reason against each presence class; 0 passes. */
  readonly presenceReasons: Uint8Array;
  readonly presenceLimitMs: number;

  constructor(size: number, rule: PresenceRule, order: Order) {
    this.members = new Int32Array(size);
    this.level = new Uint8Array(size);
    this.skill = new Uint16Array(order === 'best-skill' ? size : 0);
    this.lastOffer = new Float64Array(order === 'round-robin' ? size : 0);
    this.presenceReasons = presenceTable(rule);
    this.presenceLimitMs = rule.notOlderThanSeconds * 1000;
  }

  /** The place of an agent in this service; -1 for someone who is not of it. */
  placeOf(agentIndex: number): number {
    return this.members.indexOf(agentIndex);
  }
}

/** Services share the few tables that exist: there are sixteen rules apart from their age limit. */
const tables = new Map<string, Uint8Array>();

function presenceTable(rule: PresenceRule): Uint8Array {
  const key = `${rule.busy} ${rule.away} ${rule.busyWhileDegraded} ${rule.blockingActivities}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const ordinals = reasonsByClass(rule).map((code) =>
    code === null ? 0 : ORDINAL_OF_REASON[code],
  );
  const table = Uint8Array.from(ordinals);
  tables.set(key, table);
  return table;
}
