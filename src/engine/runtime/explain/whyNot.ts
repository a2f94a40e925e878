/**
 * Why not me? For an agent at a moment: everything that speaks against an offer of each service,
 * why each call that waits there does not ring here, and what the service's latest decision until
 * then made of the agent.
 */
import {
  type AgentState,
  type CallForAgent,
  callsForAgent,
  type DecisionAbout,
  decisionAbout,
  type DecisionId,
  type PersonId,
  type Reason,
  reasonOfNewCall,
  reasonsAgainst,
  type SeenPresence,
  seenPresence,
  type ServiceId,
  type ServiceState,
  type TaskId,
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
  /**
   * All that hold of the agent, first what the engine asks first. None: what keeps a call from the
   * agent is told of that call.
   */
  readonly reasons: readonly Reason[];
  readonly waiting: number;
  /** The first of the calls that wait. */
  readonly calls: readonly CallWhyNot[];
  /** What keeps a call from the agent as it comes, beside the reasons: a later level. */
  readonly newCall: Reason | null;
  readonly lastDecision: DecisionAbout | null;
}

export interface CallWhyNot extends CallForAgent {
  /** Where it rings at others: what that decision made of the agent. */
  readonly decision: DecisionAbout | null;
}

export type WhyNotAnswer =
  | ({ readonly ok: true } & WhyNot)
  | { readonly ok: false; readonly cause: 'unknown' | UnknownMoment };

/** `journal-gone`: what led there is no longer kept. `not-yet-begun`: there was nothing before. */
export type UnknownMoment = 'journal-gone' | 'not-yet-begun';

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

const FIRST_SEQ = 1;

export async function whyNot(parts: WhyNotParts, question: WhyNotQuestion): Promise<WhyNotAnswer> {
  const { agentId, at, serviceIds } = question;
  const look = (state: Readonly<TenantState>, lookedAt: number): WhyNot | null =>
    standingOf(state, agentId, lookedAt, serviceIds);
  const standing = at === null ? await parts.readNow(look) : await readAt(parts, at, look);
  if (standing === 'journal-gone' || standing === 'not-yet-begun') {
    return { ok: false, cause: standing };
  }
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
): Promise<T | UnknownMoment> {
  const seq = await store.seqAt(at);
  if (seq === null) return (await isWhole(store)) ? 'not-yet-begun' : 'journal-gone';
  const seen = await past.ask(seq, {
    before: ({ entry, state }) => (entry.input.at > at ? { seen: look(state, at) } : undefined),
    atEnd: (state) => ({ seen: look(state, at) }),
  });
  return seen === null ? 'journal-gone' : seen.seen;
}

/** The journal is kept from its first row on. */
async function isWhole(store: Pick<PastStore, 'readJournal'>): Promise<boolean> {
  for await (const { seq } of store.readJournal(0)) return seq === FIRST_SEQ;
  return true;
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
    services: services.map((service) => serviceStanding(state, agent, service, at)),
  };
}

function serviceStanding(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  at: number,
): ServiceWhyNot {
  return {
    serviceId: service.settings.id,
    reasons: reasonsAgainst(state, agent, service, null, at),
    waiting: service.queue.size,
    calls: callsForAgent(state, agent, service, at).map((call) => ({ ...call, decision: null })),
    newCall: reasonOfNewCall(agent, service),
    lastDecision: null,
  };
}

/** With what was decided last in each service, and of each call that rings at others. */
async function withDecisions(
  { store, explainer }: WhyNotParts,
  { agentId, at }: WhyNotQuestion,
  services: readonly ServiceWhyNot[],
): Promise<ServiceWhyNot[]> {
  const until = at === null ? {} : { untilAt: at };
  const newest = async (of: DecisionsOf): Promise<DecisionRow | null> =>
    (await store.tables.listDecisions({ ...of, ...until, limit: 1 })).items[0] ?? null;
  const ringing = services
    .flatMap(({ calls }) => calls)
    .filter(({ standing }) => standing.is === 'rings-others');
  const ofCalls = await Promise.all(ringing.map(({ taskId }) => newest({ taskId })));
  const ofServices = await Promise.all(services.map(({ serviceId }) => newest({ serviceId })));
  const about = new Map<DecisionId, DecisionAbout>();
  for (const decisionId of [...newestOf(ofCalls), ...newestOf(ofServices)]) {
    if (about.has(decisionId)) continue;
    const explanation = await explainer.explain(decisionId);
    if (explanation.ok) about.set(decisionId, decisionAbout(explanation.record, agentId));
  }
  const aboutOf = (row: DecisionRow | null | undefined): DecisionAbout | null =>
    row == null ? null : (about.get(row.decisionId) ?? null);
  return services.map((service, index) => ({
    ...service,
    calls: service.calls.map((call) => ({
      ...call,
      decision: aboutOf(ofCalls[ringing.indexOf(call)]),
    })),
    lastDecision: aboutOf(ofServices[index]),
  }));
}

type DecisionsOf = { readonly serviceId: ServiceId } | { readonly taskId: TaskId };

/** In the order of the journal, so that one walk through it serves them all. */
function newestOf(rows: readonly (DecisionRow | null)[]): DecisionId[] {
  return rows
    .filter((row) => row !== null)
    .sort((left, right) => left.seq - right.seq)
    .slice(-DECISIONS_MAX)
    .map(({ decisionId }) => decisionId);
}
