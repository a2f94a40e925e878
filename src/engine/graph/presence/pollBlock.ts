/** One reading of one block: asks Graph, and submits what has changed as one input. */
import type { Committed, People } from '@rufwerk/engine/ports';
import type { Unread } from './askForPresence.ts';
import type { ChangeFinder, Changes, LearntChange } from './changes.ts';
import type { PolledBlock } from './polledBlock.ts';
import type { PresenceEngine } from './presenceEngine.ts';
import type { PresenceReader } from './presenceReader.ts';
import type { SourceRecord } from './sourceRecord.ts';

const TIMEOUT_MS = 5_000;

export interface BlockPollParts {
  readonly reader: PresenceReader;
  readonly engine: PresenceEngine;
  readonly people: Pick<People, 'find'>;
  readonly changes: ChangeFinder;
  readonly record: SourceRecord;
  readonly isCurrent: (polled: PolledBlock) => boolean;
  readonly onChangeLearnt: (learnt: readonly LearntChange[], at: number) => void;
}

export type BlockPollResult =
  | { readonly kind: 'committed'; readonly askedAt: number }
  /** The block was formed anew meanwhile, and is read again. */
  | { readonly kind: 'outdated' }
  | Unread;

/** Rejects when the engine does not take it: nothing is wrong with Graph then. */
export async function pollBlock(
  parts: BlockPollParts,
  polled: PolledBlock,
): Promise<BlockPollResult> {
  const { reader, engine, people, changes, record } = parts;
  const { blockId, agentIds } = polled.block;
  const entraIds = polled.entraIds(people, engine.now());
  const operation = 'poll-presence';
  const question = { agentIds, entraIds, operation, timeoutMs: TIMEOUT_MS, record };
  const result = await reader.read(question);
  if (result.kind === 'unread') return result;

  const { askedAt, readings } = result;
  const nowAt = engine.now();
  const found = await engine.read((state) =>
    changes.find(polled.look(state, nowAt), readings, nowAt),
  );
  if (!parts.isCurrent(polled)) return { kind: 'outdated' };
  const input = { type: 'PresenceBlockPolled', blockId, askedAt, changes: found.readings } as const;
  try {
    tellLearnt(parts, found, await engine.submit(input));
  } catch (error) {
    changes.forget(found.readings);
    throw error;
  }
  return { kind: 'committed', askedAt };
}

/** Whoever subscribes to changes should have heard of these. */
function tellLearnt(
  { onChangeLearnt, engine }: BlockPollParts,
  { knownOtherwise }: Changes,
  { facts }: Committed,
): void {
  if (knownOtherwise.size === 0) return;
  const learnt = facts.flatMap((fact) =>
    fact.type === 'PresenceChanged' ? (knownOtherwise.get(fact.agentId) ?? []) : [],
  );
  if (learnt.length > 0) onChangeLearnt(learnt, engine.now());
}
