/**
 * One decision in full: every agent of the service is either a candidate with what was compared or
 * has a first reason. Made for people: `scan.ts` decides.
 */
import type { Candidate, DecisionRecord, NotChosen, SeenPresence } from '../explain/decision.ts';
import { DecisionDigest } from '../explain/decisionDigest.ts';
import { inOrder } from '../explain/inOrder.ts';
import { personHash } from '../explain/digest.ts';
import { ORDINAL_OF_REASON } from '../explain/reasons.ts';
import { type Almost, smallestChange } from '../explain/smallestChange.ts';
import { effectivePresence } from '../tenant/effectivePresence.ts';
import { ruleVersionOf } from '../tenant/flags.ts';
import { asId, type DecisionId } from '../ids.ts';
import type { AgentState, ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import { reasonsAgainst } from './eligibility.ts';
import { orderValue } from './orderValue.ts';
import { highestSkillSum } from '../tenant/responsibility.ts';
import { lotOf, tieBreak } from './scan.ts';

/** Considers all agents of the service for the task; changes nothing. */
export function evaluate(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
): DecisionRecord {
  const candidates: Candidate[] = [];
  const notChosen: NotChosen[] = [];
  const almost: Almost[] = [];
  service.lineup.members.forEach((row, place) => {
    const agent = state.standings.agents[row];
    if (agent == null) return;
    const presence = seenPresence(state, agent, at);
    const [reason, another] = reasonsAgainst(state, agent, service, task, at);
    if (reason !== undefined) notChosen.push({ agentId: agent.id, reason, presence });
    if (presence === null) return;
    const compared = candidate(state, service, task, agent, place, at, presence);
    if (reason === undefined) candidates.push(compared);
    else if (another === undefined) almost.push({ candidate: compared, reason });
  });
  candidates.sort(inOrder);
  const { order } = service.settings;
  const wanted = ringsAtOnce(service, task);
  const offered = Math.min(wanted, candidates.length);
  const leastValue = leastValueOf(service);
  return {
    number: state.nextDecision,
    decisionId: asId<DecisionId>(`decision-${state.nextDecision}`),
    at,
    taskId: task.id,
    serviceId: task.serviceId,
    order,
    ruleVersion: ruleVersionOf(state.flags),
    offered,
    candidates,
    notChosen,
    change: smallestChange({ order, leastValue, candidates, almost, offered, wanted }),
    digest: digestOfRecord(candidates, notChosen, at),
  };
}

/** Nobody could have a smaller value: the highest levels, or none taken, talked or offered. */
function leastValueOf({ settings }: Readonly<ServiceState>): number {
  return settings.order === 'best-skill' ? -highestSkillSum(settings) : 0;
}

/** How many agents one decision rings: a broadcast several, everything else one. */
export function ringsAtOnce(service: Readonly<ServiceState>, task: Readonly<TaskState>): number {
  const { order, offers } = service.settings;
  // A call-back holds one agent: its caller has not been reached yet.
  return order === 'broadcast' && task.phase === 'waiting' ? offers.broadcastTo : 1;
}

/** The presence as explanations show it. */
export function seenPresence(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  at: number,
): SeenPresence | null {
  const presence = effectivePresence(state, agent, at);
  if (presence === null) return null;
  const { availability, activity, ageMs, source } = presence;
  return { availability, activity, ageMs, source };
}

function candidate(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  agent: Readonly<AgentState>,
  place: number,
  at: number,
  presence: SeenPresence,
): Candidate {
  const { order } = service.settings;
  const lot = lotOf(state, task);
  return {
    agentId: agent.id,
    offersOfThisTask: task.offersByAgent?.get(agent.id) ?? 0,
    isLate: isLate(service, presence),
    value: orderValue(order, state.standings, service.lineup, agent.index, place, at, lot),
    idleSinceAt: agent.idleSinceAt,
    tieBreak: tieBreak(lot, personHash(agent.id)),
    presence,
  };
}

function isLate({ lineup }: Readonly<ServiceState>, { ageMs }: SeenPresence): boolean {
  return lineup.whenOlder === 'others-first' && ageMs > lineup.presenceLimitMs;
}

/** From the record's own words: equal to the scan's digest, or the two have drifted apart. */
function digestOfRecord(
  candidates: readonly Candidate[],
  notChosen: readonly NotChosen[],
  at: number,
): string {
  const digest = new DecisionDigest();
  const confirmedAt = (presence: SeenPresence | null): number =>
    presence === null ? 0 : at - presence.ageMs;
  for (const { agentId, value, presence } of candidates) {
    digest.add(personHash(agentId), 0, value, confirmedAt(presence));
  }
  for (const { agentId, reason, presence } of notChosen) {
    digest.add(personHash(agentId), ORDINAL_OF_REASON[reason.code], 0, confirmedAt(presence));
  }
  return digest.toString();
}
