/** Plays a story in a world and says what does not hold; empty when everything does. */
import {
  checkAll,
  type ConfigurationDraft,
  type DecisionRecord,
  emptyState,
  type Fact,
  type FactOf,
  step,
  writeSnapshot,
} from '@rufwerk/engine/core';
import { PlayedTenant } from '../../engine/core/playedTenant.ts';
import type { Happening } from './events.ts';

export interface World {
  readonly configuration: ConfigurationDraft;
  readonly story: readonly Happening[];
}

/** The first thing that went wrong, with the lines of the story up to there. */
export function playWorld({ configuration, story }: World): string | null {
  const tenant = new PlayedTenant(configuration);
  const told: string[] = [];
  for (const { words, play } of story) {
    told.push(`${(tenant.now - tenant.startedAt) / 1000} s: ${words}`);
    const recordsBefore = tenant.decisions.length;
    const facts = play(tenant);
    const wrong = [
      ...checkAll(tenant.state).map(({ invariant, detail }) => `${invariant}: ${detail}`),
      ...wrongFacts(facts),
      ...wrongDecisions(facts, tenant.decisions.slice(recordsBefore)),
    ];
    if (wrong.length > 0) return [...told, ...wrong].join('\n');
  }
  const wrong = [...wrongReplay(tenant), ...wrongEnd(tenant)];
  return wrong.length === 0 ? null : [...told, ...wrong].join('\n');
}

/** A step never records a breach of its own, and serves a call to one agent only. */
function wrongFacts(facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) =>
    fact.type === 'InvariantBreached' ? [`breached ${fact.invariant}: ${fact.detail}`] : [],
  );
}

type Decided = FactOf<'CallOffered' | 'NobodyEligible'>;

/** What was decided over columns is what the full record says in objects. */
function wrongDecisions(facts: readonly Fact[], records: readonly DecisionRecord[]): string[] {
  const decided = facts.filter(
    (fact): fact is Decided => fact.type === 'CallOffered' || fact.type === 'NobodyEligible',
  );
  return decided.flatMap(({ decision }) => {
    const record = records.find(({ number }) => number === decision.number);
    if (record === undefined) return [`no record of decision ${decision.number}`];
    const agrees =
      record.digest === decision.digest &&
      record.candidates.length === decision.candidates &&
      record.offered === decision.offered &&
      (record.candidates[0]?.agentId ?? null) === decision.winnerId;
    return agrees ? [] : [`decision ${decision.number} and its record differ`];
  });
}

/** Facts folded, and inputs decided again, give the same state and the same bytes. */
function wrongReplay(tenant: PlayedTenant): string[] {
  const now = writeSnapshot(tenant.state);
  const again = emptyState();
  const differing = tenant.journal.findIndex(
    ({ input, facts }) => JSON.stringify(step(again, input)) !== JSON.stringify(facts),
  );
  return [
    ...(tenant.refolded() === now ? [] : ['the facts fold to another state']),
    ...(differing === -1 ? [] : [`input ${differing} is decided differently again`]),
    ...(writeSnapshot(again) === now ? [] : ['deciding again ends in another state']),
  ];
}

/** Nobody calls any more and the platform answers: every call ends, and each was served once. */
function wrongEnd(tenant: PlayedTenant): string[] {
  const served = new Set<string>();
  const twice = tenant.journal
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.type === 'CallConnected' && fact.seen !== 'inferred')
    .filter((fact) => {
      if (fact.type !== 'CallConnected') return false;
      const before = served.has(fact.taskId);
      served.add(fact.taskId);
      return before;
    });
  return twice.map((fact) => `served twice: ${JSON.stringify(fact)}`);
}
