/**
 * A person's presence in Teams: what is seen, what Rufwerk shows and why, what the person chose. An
 * agent sets or resets the own presence here; that is the person's act, never a lease (DEC-5).
 */
import {
  type TeamsPresence,
  teamsPresenceRequestSchema,
  teamsPresenceSchema,
} from '@rufwerk/engine/api';
import {
  type Fact,
  type Language,
  leaseReasonText,
  type Lease,
  type PersonId,
  PREFERRED_PRESENCES,
  type PreferredPresence,
  type SeenPresence,
  seenPresence,
  strongestFirst,
  type TenantState,
} from '@rufwerk/engine/core';
import type { PresenceEntry } from '@rufwerk/engine/ports';
import { answered, done, type Outcome } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import type { ApiParts } from './parts.ts';
import { entryText } from './presenceLedger.ts';
import { settlementOf } from './settlement.ts';
import { instant } from './shown.ts';
import { refusalIn } from './steering.ts';
import { ownOf, type SeenSince } from './teamsPresenceOwn.ts';
import { noAnswer, notTaken } from './teamsPresenceRefusals.ts';
import { ownWork, supervisedWork, type Whose } from './whose.ts';

const ENTRIES_SHOWN = 50;

export function teamsPresenceOperations(parts: ApiParts): Operation[] {
  const path = '/api/v1/my-work/teams-presence';
  return [
    shownAt(parts, path, ownWork),
    shownAt(parts, '/api/v1/agents/:id/teams-presence', supervisedWork(parts)),
    operation({
      method: 'put',
      path,
      summary:
        'Set the own Teams presence, for a time or until it is taken back (1 or 7 days at most)',
      body: teamsPresenceRequestSchema,
      perform: async ({ reader, params, body }) => {
        const agentId = await ownWork(reader, params);
        if (typeof agentId !== 'string') return agentId;
        return choose(parts, agentId, preferredOf(body.availability), body.forMinutes);
      },
    }),
    operation({
      method: 'delete',
      path,
      summary: 'Take the own setting back: Teams works the presence out by itself again',
      perform: async ({ reader, params }) => {
        const agentId = await ownWork(reader, params);
        if (typeof agentId !== 'string') return agentId;
        return choose(parts, agentId, null, null);
      },
    }),
  ];
}

function shownAt(parts: ApiParts, path: string, whose: Whose): Operation {
  return operation({
    method: 'get',
    path,
    summary: 'What Teams shows of the person, who made it so, since when and until when',
    answer: teamsPresenceSchema,
    perform: async ({ reader, params, language }) => {
      const agentId = await whose(reader, params);
      if (typeof agentId !== 'string') return agentId;
      return answered(await teamsPresence(parts, agentId, language));
    },
  });
}

function preferredOf(availability: string): PreferredPresence | null {
  return PREFERRED_PRESENCES.find((pair) => pair.availability === availability) ?? null;
}

/** Resolves when Teams has taken it, or has not. */
async function choose(
  { runtime }: ApiParts,
  agentId: PersonId,
  presence: PreferredPresence | null,
  forMinutes: number | null,
): Promise<Outcome> {
  const settlement = settlementOf(runtime);
  try {
    const choice = { type: 'TeamsPresenceChosen', agentId, presence, forMinutes } as const;
    const { facts } = await runtime.submit(choice);
    const refusal = refusalIn(facts);
    if (refusal !== null) return refusal;
    const outcome = await settlement.of(effectIn(facts));
    if (outcome.kind === 'done') return done;
    return outcome.kind === 'failed' ? notTaken(outcome.cause) : noAnswer;
  } finally {
    settlement.stop();
  }
}

function effectIn(facts: readonly Fact[]): string | null {
  for (const fact of facts) {
    if (fact.type === 'EffectRequested' && fact.effect.kind === 'prefer-presence') {
      return fact.effectId;
    }
  }
  return null;
}

async function teamsPresence(
  { runtime, tables }: ApiParts,
  agentId: PersonId,
  language: Language,
): Promise<TeamsPresence> {
  const now = await runtime.read((state, at) => ({ at, ...standing(state, agentId, at) }));
  const entries = await tables.listPresenceEntries(agentId, ENTRIES_SHOWN);
  const nameOf = (serviceId: string): string => now.names.get(serviceId) ?? serviceId;
  const { seen, session } = now;
  return {
    seen: seen === null ? null : seenShown(seen),
    shown: shownOf(entries, now.at),
    leases: strongestFirst(session?.leases ?? []).map((lease) =>
      leaseShown(lease, nameOf, language),
    ),
    own: ownOf(entries, seen, now.at),
    entries: entries.map(({ at, change }) => ({
      at: instant(at),
      text: entryText(change, nameOf, language),
    })),
  };
}

/** What is read of the state while nothing else may run: kept short. */
function standing(state: Readonly<TenantState>, agentId: PersonId, at: number) {
  const agent = state.agents.get(agentId);
  const seen = agent === undefined ? null : seenPresence(state, agent, at);
  const sinceAt = agent?.evidence?.changedAt ?? at;
  return {
    seen: seen === null ? null : { ...seen, sinceAt },
    session: state.sessions.get(agentId) ?? null,
    names: new Map<string, string>(
      [...state.services.values()].map(({ settings }) => [settings.id, settings.name]),
    ),
  };
}

function seenShown({ sinceAt, ...seen }: SeenPresence & SeenSince): TeamsPresence['seen'] {
  return { ...seen, since: instant(sinceAt) };
}

function leaseShown(
  { owner, reason, presence, sinceAt, untilAt }: Lease,
  nameOf: (serviceId: string) => string,
  language: Language,
): TeamsPresence['leases'][number] {
  const because = leaseReasonText(reason, nameOf, language);
  return { ...presence, owner, because, since: instant(sinceAt), until: instant(untilAt) };
}

/** What Teams has taken of Rufwerk last, as long as it holds; a write under way is not. */
function shownOf(entries: readonly PresenceEntry[], at: number): TeamsPresence['shown'] {
  const last = entries.find(({ change }) => change.kind === 'shown' || change.kind === 'cleared');
  if (last?.change.kind !== 'shown' || last.change.untilAt <= at) return null;
  const { presence, untilAt } = last.change;
  return { ...presence, since: instant(last.at), until: instant(untilAt) };
}
