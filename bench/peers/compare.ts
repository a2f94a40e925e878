/** All peers and ourselves in one process, taking turns, so that a busy moment hits all alike. */
import { chatwootLoop, rocketChatLoop } from './pickLoops.ts';
import { jsonRules } from './jsonRules.ts';
import { ourselves } from './ours.ts';
import type { Peer } from './peer.ts';
import { skipLocked } from './skipLocked.ts';

const AGENTS = 10_000;
const REPEATS = 5;
/** Ratios of figures that vary more than this say nothing. */
const SPREAD_MAX = 0.2;

export interface Compared {
  readonly label: string;
  readonly decisionsPerSecond: number;
  readonly range: readonly [number, number];
  /** How many times as many decisions we take; null where the figures vary too much. */
  readonly ratio: number | null;
}

export type Peers = Readonly<Record<string, Compared | { readonly skipped: string }>>;

interface Entrant {
  readonly peer: Peer;
  readonly decisions: number;
  readonly rates: number[];
}

export async function comparePeers(quick: boolean): Promise<Peers> {
  const entrant = (peer: Peer, decisions: number, whenQuick = decisions): Entrant => ({
    peer,
    decisions: quick ? whenQuick : decisions,
    rates: [],
  });
  const entrants = [
    entrant(ourselves(AGENTS), 20_000),
    entrant(jsonRules(10), 5_000, 1_000),
    entrant(jsonRules(100), 1_000, 200),
    entrant(rocketChatLoop(AGENTS), 20_000),
    entrant(chatwootLoop(AGENTS), 20_000),
  ];
  const skipped: Record<string, { readonly skipped: string }> = {};
  for (const connections of [1, 8]) {
    try {
      entrants.push(entrant(await skipLocked(connections), 2_000, 400));
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'the server did not start';
      skipped[`PostgreSQL SKIP LOCKED, ${connections}`] = { skipped: reason };
    }
  }
  for (const { peer, decisions } of entrants) await peer.run(Math.ceil(decisions / 4));
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    for (const { peer, decisions, rates } of entrants) rates.push(await peer.run(decisions));
  }
  for (const { peer } of entrants) await peer.close();
  const [ours] = entrants;
  const compared = entrants.map((each) => [each.peer.name, comparedWith(ours, each)] as const);
  return { ...Object.fromEntries(compared), ...skipped };
}

function comparedWith(ours: Entrant | undefined, { peer, rates }: Entrant): Compared {
  const own = middle(ours?.rates ?? []);
  const isSteady = spread(rates) <= SPREAD_MAX && spread(ours?.rates ?? []) <= SPREAD_MAX;
  return {
    label: peer.label,
    decisionsPerSecond: Math.round(middle(rates)),
    range: [Math.round(Math.min(...rates)), Math.round(Math.max(...rates))],
    ratio: isSteady ? Math.round((10 * own) / middle(rates)) / 10 : null,
  };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How far the outermost lie apart, as a share of the middle. */
function spread(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / middle(values);
}

export function peerLines(peers: Peers): string[] {
  return Object.entries(peers).map(([name, peer]) => {
    if ('skipped' in peer) return `  ${name}: skipped (${peer.skipped})`;
    const ratio =
      peer.ratio === null ? 'spread too large for a ratio' : `we take ${peer.ratio} times as many`;
    const range = `${peer.range[0]}-${peer.range[1]}`;
    return `  ${name}: ${peer.decisionsPerSecond} decisions/s (${range}); ${ratio}; ${peer.label}`;
  });
}
