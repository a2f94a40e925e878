/**
 * News of calls that we placed ourselves. The address they are told at names the effect, so that a
 * call is known although the answer to our request came late, or never (design.md, "The core").
 */
import { asId } from '@rufwerk/engine/core';
import type { EffectId, PlatformCallId } from '@rufwerk/engine/core';
import type { Committed, InputDraft } from '@rufwerk/engine/ports';

/**
 * The first news of a call that we placed: it exists, whatever became of the answer that should
 * have named it. Told once more than needed, it is a repeat for the engine.
 */
export function placedBy(
  query: Readonly<Record<string, string | undefined>>,
  draft: InputDraft,
): InputDraft | null {
  const { effect, placed } = query;
  if (placed === undefined || effect === undefined) return null;
  if (draft.type !== 'CallStateReported' || draft.state === 'terminated') return null;
  const { platformCallId } = draft;
  return {
    type: 'EffectReported',
    sourceId: `call-placed/${platformCallId}`,
    effectId: asId<EffectId>(effect),
    outcome: { kind: 'dialled', platformCallId },
  };
}

/**
 * Calls among the news that we placed and that nobody waits for any more: the effect was settled
 * without them. Who picks up would hear nothing, so they are to be hung up.
 */
export function straysAmong(
  query: Readonly<Record<string, string | undefined>>,
  drafts: readonly InputDraft[],
  committed: readonly Committed[],
): PlatformCallId[] {
  if (query['placed'] === undefined) return [];
  return drafts.flatMap((draft, index) => {
    if (draft.type !== 'CallStateReported' || draft.state === 'terminated') return [];
    const facts = committed[index]?.facts ?? [];
    return facts.some((fact) => fact.type === 'InputIgnored' && fact.reason === 'unknown-call')
      ? [draft.platformCallId]
      : [];
  });
}
