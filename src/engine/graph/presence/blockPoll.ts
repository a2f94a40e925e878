import type { PersonId, PresenceReading } from '@rufwerk/engine/core';
import type { Clock, InputSink, People } from '@rufwerk/engine/ports';
import type { RequestTerms } from '../client/exchange.ts';
import type { Doubt, Refusal } from '../client/graphAnswer.ts';
import type { GraphClient } from '../client/graphClient.ts';
import type { Block } from './blocks.ts';
import type { Latency } from './latency.ts';
import { presencesOf, readingOf, tellsTheSame } from './readings.ts';
import type { Presence } from './readings.ts';

/** A lost round is not made up for: the next one brings newer news. */
const TERMS: RequestTerms = {
  operation: 'poll-presence',
  repeat: 'freely',
  timeoutMs: 5_000,
  tries: 1,
  totalMs: 5_000,
};

export interface BlockPollContext {
  readonly graph: GraphClient;
  readonly sink: InputSink;
  readonly people: Pick<People, 'find'>;
  readonly clock: Clock;
  readonly latency: Latency;
  /** What was last committed of each person; only what differs from it is told again. */
  readonly committed: Map<PersonId, PresenceReading>;
}

export type BlockPollResult =
  | { readonly kind: 'committed' }
  | { readonly kind: 'failed'; readonly cause: string; readonly retryAfterMs: number | null };

/** Asks Graph once for the people of a block and submits what has changed. */
export async function pollBlock(
  context: BlockPollContext,
  { blockId, agentIds }: Block,
): Promise<BlockPollResult> {
  const { sink, people, committed } = context;
  const entraIdOf = new Map(agentIds.map((id) => [id, people.find(id)?.entraId?.toLowerCase()]));
  const ids = [...entraIdOf.values()].filter((id) => id !== undefined);
  const presences = await askFor(context, ids);
  if ('kind' in presences) return presences;

  const readings = agentIds.map((id) => readingOf(id, presences.get(entraIdOf.get(id) ?? '')));
  const changes = readings.filter((reading) => {
    const last = committed.get(reading.agentId);
    return last === undefined || !tellsTheSame(last, reading);
  });
  await sink.submit({ type: 'PresenceBlockPolled', blockId, changes });
  for (const reading of changes) committed.set(reading.agentId, reading);
  return { kind: 'committed' };
}

async function askFor(
  { graph, latency }: BlockPollContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Presence> | Extract<BlockPollResult, { kind: 'failed' }>> {
  // Nobody of the block is in the directory any more; Graph refuses an empty list.
  if (ids.length === 0) return new Map();
  const askedAtMs = performance.now();
  const answer = await graph.send({
    method: 'POST',
    path: '/communications/getPresencesByUserId',
    body: { ids },
    terms: TERMS,
  });
  latency.add(performance.now() - askedAtMs);
  if (answer.kind !== 'success') {
    const { cause, retryAfterMs } = answer;
    return { kind: 'failed', cause: causeWithMend(cause, answer), retryAfterMs };
  }
  const presences = presencesOf(answer.body);
  if (presences !== null) return presences;
  return { kind: 'failed', cause: 'Microsoft Graph told no presences', retryAfterMs: null };
}

function causeWithMend(cause: string, answer: Refusal | Doubt): string {
  if (answer.kind !== 'refused' || answer.status !== 403) return cause;
  return `${cause}: grant the application permission Presence.Read.All in Entra`;
}
