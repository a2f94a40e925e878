/**
 * The people of one service, in the configured order, as dense columns beside the standings. An
 * index only, built when configuration or membership changes.
 */
import { ORDINAL_OF_REASON } from '../../explain/reasons.ts';
import { PRESENCE_CLASSES, reasonsByClass } from '../../presence/presenceClass.ts';
import type { Order, PresenceRule } from '../../config/offering.ts';

/** Values of `level` beyond the real ones: these people are no candidates, whatever the level. */
export const LEVEL = {
  PROFILE_WITHOUT_SKILL: 253,
  NOT_YET_SWITCHED_ON: 254,
  SWITCHED_OFF: 255,
} as const;

export class Lineup {
  /** Rows in the standings. */
  readonly members: Int32Array;
  /** From which level of the service on each qualifies. */
  readonly level: Uint8Array;
  /** Sum of the person's levels in the skills of the service; where the order asks for it. */
  readonly skill: Uint16Array;
  /** Number of the last offer of this service to each; where the order asks for it. */
  readonly lastOffer: Float64Array;
  /** Ordinal of the reason against each presence class, for each age band in turn; 0 passes. */
  readonly presenceReasons: Uint8Array;
  /** The ages at which the second and the third band begin. */
  readonly secondBandMs: number;
  readonly thirdBandMs: number;
  /** Beyond this age a presence is old: what that means is the service's choice. */
  readonly presenceLimitMs: number;
  readonly whenOlder: PresenceRule['whenOlder'];

  constructor(size: number, rule: PresenceRule, order: Order) {
    this.members = new Int32Array(size);
    this.level = new Uint8Array(size);
    this.skill = new Uint16Array(order === 'best-skill' ? size : 0);
    this.lastOffer = new Float64Array(order === 'round-robin' ? size : 0);
    this.presenceReasons = presenceTable(rule);
    [this.secondBandMs, this.thirdBandMs] = bandsOf(rule);
    this.presenceLimitMs = rule.notOlderThanSeconds * 1000;
    this.whenOlder = rule.whenOlder;
  }

  /** Ordinal of the reason against a presence of this class and age; 0 passes. */
  presenceReason(presenceClass: number, ageMs: number): number {
    const band = ageMs > this.thirdBandMs ? 2 : ageMs > this.secondBandMs ? 1 : 0;
    return this.presenceReasons[band * PRESENCE_CLASSES + presenceClass] ?? 0;
  }

  /** The place of an agent in this service; -1 for someone who is not of it. */
  placeOf(agentIndex: number): number {
    return this.members.indexOf(agentIndex);
  }
}

/** Where a rule's answer may change with age: activity no longer trusted, presence old. */
function bandsOf(rule: PresenceRule): readonly [number, number] {
  const limits = [rule.activityTrustedForSeconds * 1000, rule.notOlderThanSeconds * 1000] as const;
  return limits[0] <= limits[1] ? limits : [limits[1], limits[0]];
}

/** Services share tables: there are few rules apart from their ages. */
const tables = new Map<string, Uint8Array>();

function presenceTable(rule: PresenceRule): Uint8Array {
  const [second, third] = bandsOf(rule);
  const isOldFirst = rule.notOlderThanSeconds < rule.activityTrustedForSeconds;
  const switches = [rule.busy, rule.away, rule.busyWhileDegraded, rule.blockingActivities];
  const key = [...switches, rule.whenOlder, isOldFirst, second === third].join(' ');
  const known = tables.get(key);
  if (known !== undefined) return known;
  const codes = [0, second + 1, third + 1].flatMap((ageMs) => reasonsByClass(rule, ageMs));
  const table = Uint8Array.from(codes, (code) => (code === null ? 0 : ORDINAL_OF_REASON[code]));
  tables.set(key, table);
  return table;
}
