/** One request of getPresencesByUserId: from people to their readings, or why there are none. */
import type { Fidelity, PersonId, PresenceReading } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import type { GraphAnswer } from '../client/graphAnswer.ts';
import type { GraphClient } from '../client/graphClient.ts';
import { entryFinder, presenceEntries, readingOf } from './readings.ts';
import type { PresenceEntry } from './readings.ts';
import type { RequestBudget } from './requestBudget.ts';
import type { SourceRecord } from './sourceRecord.ts';
import { troubleOf } from './trouble.ts';
import type { Trouble } from './trouble.ts';

/** In lower case; null for somebody who is not in the directory any more. */
export type EntraId = string | null;

export function entraIdsOf(
  people: Pick<People, 'find'>,
  agentIds: readonly PersonId[],
): readonly EntraId[] {
  return agentIds.map((id) => people.find(id)?.entraId?.toLowerCase() ?? null);
}

export interface PresenceQuestion {
  readonly agentIds: readonly PersonId[];
  /** Of each of them, in the same order. */
  readonly entraIds: readonly EntraId[];
  readonly operation: string;
  readonly timeoutMs: number;
  /** Which source asks: its health and latency are kept there. */
  readonly record: SourceRecord;
}

/** In whose name one asks, and how much that one sees. */
export interface PresenceEyes {
  readonly graph: GraphClient;
  readonly fidelity: Fidelity;
}

export interface AskingParts {
  readonly budget: RequestBudget;
  readonly now: () => number;
}

export interface Read {
  readonly kind: 'read';
  /** When the request was sent: the answer tells nothing older. */
  readonly askedAt: number;
  /** One for each person, in the order of the question. */
  readonly readings: readonly PresenceReading[];
}

export interface Unread extends Trouble {
  readonly kind: 'unread';
  /** Null when no answer came, or none that is a refusal. */
  readonly status: number | null;
}

/** Whoever is not in the directory any more is not asked for, and unknown. */
export async function askForPresence(
  { graph, fidelity }: PresenceEyes,
  { budget, now }: AskingParts,
  question: PresenceQuestion,
): Promise<Read | Unread> {
  const { operation, timeoutMs, record } = question;
  const ids = question.entraIds.filter((id) => id !== null);
  const askedAt = now();
  const readingsFrom = (entries: readonly PresenceEntry[]): Read => {
    return { kind: 'read', askedAt, readings: match(question, fidelity, entries) };
  };
  // Graph refuses an empty list.
  if (ids.length === 0) return readingsFrom([]);

  const sentAtMs = performance.now();
  const answer = await graph.send({
    method: 'POST',
    path: '/communications/getPresencesByUserId',
    body: { ids },
    // What is lost is not asked again: the next question brings newer news.
    terms: { operation, repeat: 'freely', timeoutMs, tries: 1, totalMs: timeoutMs },
  });
  record.answered(performance.now() - sentAtMs);
  budget.heed(answer);
  const entries = answer.kind === 'success' ? presenceEntries(answer.body) : null;
  if (entries === null) {
    const unread = whyNot(answer);
    record.failed(now(), unread);
    return unread;
  }
  record.succeeded(now());
  return readingsFrom(entries);
}

function match(
  { agentIds, entraIds }: PresenceQuestion,
  fidelity: Fidelity,
  entries: readonly PresenceEntry[],
): PresenceReading[] {
  const find = entryFinder(entries);
  let place = -1;
  return agentIds.map((agentId, index) => {
    const entraId = entraIds[index] ?? null;
    if (entraId !== null) place += 1;
    const entry = entraId === null ? undefined : find(entraId, place);
    return readingOf(agentId, entry, fidelity);
  });
}

function whyNot(answer: GraphAnswer): Unread {
  if (answer.kind === 'success') {
    const cause = 'Microsoft Graph told no presences';
    return { kind: 'unread', status: null, cause, mend: null };
  }
  const status = answer.kind === 'refused' ? answer.status : null;
  return { kind: 'unread', status, ...troubleOf(answer, 'Presence.Read.All') };
}
