/**
 * Why not me? For an agent at a moment: everything that speaks against an offer of each service,
 * and what the service's latest decision until then made of the agent.
 */
import {
  type Candidate,
  type DecisionRecord,
  type DecisionId,
  type PersonId,
  type Reason,
  reasonsAgainst,
  type SeenPresence,
  seenPresence,
  type ServiceId,
  type TenantState,
} from '@rufwerk/engine/core';
import type { DecisionRow, TenantStore } from '@rufwerk/engine/ports';
import type { Explainer } from './explainer.ts';
import type { PastStates, PastStore } from './pastStates.ts';

/** More services than this are only told with their reasons: each decision is made again. */
const DECISIONS_MAX = 10;

export interface WhyNot {
  readonly at: number;
  readonly presence: SeenPresence | null;
  readonly services: readonly ServiceWhyNot[];
}

export interface ServiceWhyNot {
  readonly serviceId: ServiceId;
  /** All that hold, first what the engine asks first. None: a call would be offered. */
  readonly reasons: readonly Reason[];
  readonly lastDecision: DecisionAbout | null;
}

/** What one decision made of the agent. */
export type DecisionAbout = {
  readonly decisionId: DecisionId;
  readonly at: number;
  readonly order: DecisionRow['order'];
} & (
  | { readonly was: 'rung'; readonly place: number; readonly value: number }
  | {
      readonly was: 'behind';
      readonly place: number;
      readonly value: number;
      /** Of whom was rung last. */
      readonly neededValue: number;
    }
  | { readonly was: 'not-chosen'; readonly reason: Reason }
  /** The agent was not responsible for the service then. */
  | { readonly was: 'not-considered' }
);

export type WhyNotAnswer =
  | ({ readonly ok: true } & WhyNot)
  | { readonly ok: false; readonly cause: 'unknown' | 'journal-gone' };

export interface WhyNotParts {
  readonly store: PastStore & Pick<TenantStore, 'tables'>;
  readonly past: PastStates;
  readonly explainer: Explainer;
  readonly readNow: <T>(look: (state: Readonly<TenantState>, at: number) => T) => Promise<T>;
}

export interface WhyNotQuestion {
  readonly agentId: PersonId;
  /** Null: now. */
  readonly at: number | null;
  /** Only of these; null for all. */
  readonly serviceIds: readonly ServiceId[] | null;
}

export async function whyNot(parts: WhyNotParts, question: WhyNotQuestion): Promise<WhyNotAnswer> {
  const { agentId, at, serviceIds } = question;
  const look = (state: Readonly<TenantState>, lookedAt: number): WhyNot | null =>
    standingOf(state, agentId, lookedAt, serviceIds);
  const standing = at === null ? await parts.readNow(look) : await readAt(parts, at, look);
  if (standing === 'journal-gone') return { ok: false, cause: 'journal-gone' };
  if (standing === null) return { ok: false, cause: 'unknown' };
  const services = await withDecisions(parts, question, standing.services);
  return { ok: true, ...standing, services };
}

/**
 * Looks at the state after every input that came until the instant; what it is given must not be
 * kept.
 */
export async function readAt<T>(
  { store, past }: Pick<WhyNotParts, 'store' | 'past'>,
  at: number,
  look: (state: Readonly<TenantState>, at: number) => T,
): Promise<T | 'journal-gone'> {
  const seq = await store.seqAt(at);
  if (seq === null) return 'journal-gone';
  const seen = await past.ask(seq, {
    before: ({ entry, state }) => (entry.input.at > at ? { seen: look(state, at) } : undefined),
    atEnd: (state) => ({ seen: look(state, at) }),
  });
  return seen === null ? 'journal-gone' : seen.seen;
}

function standingOf(
  state: Readonly<TenantState>,
  agentId: PersonId,
  at: number,
  serviceIds: readonly ServiceId[] | null,
): WhyNot | null {
  const agent = state.agents.get(agentId);
  if (agent === undefined) return null;
  const services = agent.services.filter(
    ({ settings }) => serviceIds === null || serviceIds.includes(settings.id),
  );
  return {
    at,
    presence: seenPresence(state, agent, at),
    services: services.map((service) => ({
      serviceId: service.settings.id,
      reasons: reasonsAgainst(state, agent, service, null, at),
      lastDecision: null,
    })),
  };
}

/** In the order of the journal, so that one walk through it serves them all. */
async function withDecisions(
  { store, explainer }: WhyNotParts,
  { agentId, at }: WhyNotQuestion,
  services: readonly ServiceWhyNot[],
): Promise<ServiceWhyNot[]> {
  const rows = await Promise.all(
    services.map(async ({ serviceId }) => {
      const until = at === null ? {} : { untilAt: at };
      const { items } = await store.tables.listDecisions({ serviceId, ...until, limit: 1 });
      return items[0] ?? null;
    }),
  );
  const newest = rows
    .filter((row) => row !== null)
    .sort((left, right) => left.seq - right.seq)
    .slice(-DECISIONS_MAX);
  const about = new Map<ServiceId, DecisionAbout>();
  for (const { serviceId, decisionId } of newest) {
    const explanation = await explainer.explain(decisionId);
    if (explanation.ok) about.set(serviceId, decisionAbout(explanation.record, agentId));
  }
  return services.map((service) => ({
    ...service,
    lastDecision: about.get(service.serviceId) ?? null,
  }));
}

/** What the decision made of the agent. */
export function decisionAbout(record: DecisionRecord, agentId: PersonId): DecisionAbout {
  const { decisionId, at, order, candidates, notChosen, offered } = record;
  const decision = { decisionId, at, order };
  const index = candidates.findIndex((candidate) => candidate.agentId === agentId);
  const candidate: Candidate | undefined = candidates[index];
  if (candidate === undefined) {
    const lost = notChosen.find((one) => one.agentId === agentId);
    if (lost === undefined) return { ...decision, was: 'not-considered' };
    return { ...decision, was: 'not-chosen', reason: lost.reason };
  }
  const { value } = candidate;
  const place = index + 1;
  if (place <= offered) return { ...decision, was: 'rung', place, value };
  const neededValue = candidates[offered - 1]?.value ?? value;
  return { ...decision, was: 'behind', place, value, neededValue };
}
