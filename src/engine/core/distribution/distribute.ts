/**
 * Offers waiting calls to agents: after every input, for the agents and calls that it woke, until
 * nothing more can be offered; so a free eligible agent and a waiting call never coexist
 * (docs/invariants.md). Calls are taken by their place, whichever service they wait in.
 */
import { digestOf } from '../explain/digest.ts';
import type { DecisionSummary } from '../explain/decision.ts';
import { ruleVersionOf } from '../tenant/flags.ts';
import { asId, type DecisionId, type OfferId } from '../ids.ts';
import { STANDING } from '../tenant/indexes/standings.ts';
import { comesBefore } from '../tenant/indexes/waitingLine.ts';
import type { AgentState, ServiceState, TaskState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { refreshCard } from './card.ts';
import { confirm, CONFIRM_WITHIN_MS, needsConfirming } from './confirming.ts';
import { deliver } from './deliver.ts';
import { evaluate, ringsAtOnce } from './evaluate.ts';
import { mayBeOffered } from './guard.ts';
import { recallForHigherPriority } from './priority.ts';
import { countedCategories, reasonOrdinal, type Scan, scan } from './scan.ts';

/** With more agents woken than this, looking at each call costs less than looking at each agent. */
const MOST_WOKEN_AGENTS = 16;

export function distribute(turn: Turn): void {
  if (turn.wokenAgents.length === 0 && turn.wokenTasks.length === 0 && !turn.wakesEverything)
    return;
  if (turn.state.callsInLine === 0) return;
  if (turn.wakesEverything || turn.wokenAgents.length > MOST_WOKEN_AGENTS) wakeAllCalls(turn);
  else wakeOutranking(turn);
  turn.wokenTasks.sort((left, right) => (comesBefore(left, right) ? -1 : 1));
  let woken = 0;
  for (;;) {
    while (turn.wokenTasks[woken]?.isInLine === false) woken += 1;
    const task = turn.wokenTasks[woken];
    const match = bestMatch(turn);
    const isMatchFirst = match !== null && (task === undefined || comesBefore(match, task));
    const next = isMatchFirst ? match : task;
    if (next === undefined) return;
    if (!isMatchFirst) woken += 1;
    decideCall(turn, next);
  }
}

function wakeAllCalls(turn: Turn): void {
  turn.wokenAgents.length = 0;
  turn.wokenTasks.length = 0;
  for (const service of turn.state.services.values()) {
    for (const task of service.waiting.tasks) turn.wokenTasks.push(task);
  }
}

/** An agent who rings may be wanted by a call of higher priority since what happened. */
function wakeOutranking(turn: Turn): void {
  for (const agent of turn.wokenAgents) {
    if (agent.offerId === null) continue;
    for (const service of agent.services) {
      if (service.callsInLine === 0) continue;
      for (const task of service.waiting.tasks) {
        if (!turn.wokenTasks.includes(task)) turn.wokenTasks.push(task);
      }
    }
  }
}

/** Of all calls that a woken agent could be offered, the first by place. */
function bestMatch(turn: Turn): TaskState | null {
  let best: TaskState | null = null;
  for (const agent of turn.wokenAgents) {
    if (turn.state.standings.standing(agent.index) !== STANDING.FREE) continue;
    for (const service of agent.services) {
      if (service.callsInLine === 0) continue;
      const task = firstFor(turn, service, agent);
      if (task !== null && (best === null || comesBefore(task, best))) best = task;
    }
  }
  return best;
}

/** The first call of the service's line that the agent could be offered. */
function firstFor(turn: Turn, service: ServiceState, agent: AgentState): TaskState | null {
  const { at } = turn;
  const { standings } = turn.state;
  const { lineup } = service;
  const { index } = agent;
  const place = lineup.placeOf(index);
  if (place === -1) return null;
  // Most agents are stopped by something that has nothing to do with a particular call.
  if (reasonOrdinal(standings, lineup, null, at, place, index) !== 0) return null;
  for (const task of service.waiting.tasks) {
    const ordinal = reasonOrdinal(standings, lineup, task, at, place, index);
    if (ordinal !== 0 || !isServed(service, task)) continue;
    if (!turn.decidedTasks.includes(task)) return task;
  }
  return null;
}

/** Nobody is called back while the service is closed. */
export function isServed(service: ServiceState, task: TaskState): boolean {
  return task.phase !== 'call-back' || (service.closedBy === null && service.emergency === null);
}

/** One decision: an offer, or the news that nobody can be offered the call. */
function decideCall(turn: Turn, task: TaskState): void {
  const service = turn.state.services.get(task.serviceId);
  turn.decidedTasks.push(task);
  if (service === undefined || !task.isInLine || !isServed(service, task)) return;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (isDecided(turn, service, task)) return;
  }
}

/** After a refusal of the guard, which puts the columns right, the call is decided again. */
const MOST_ROUNDS = 4;

/** False when the guard refused all whom the decision named: then nothing has been decided. */
function isDecided(turn: Turn, service: ServiceState, task: TaskState): boolean {
  const { state, at } = turn;
  const result = scan(state, service, task, at, ringsAtOnce(service, task));
  if (result.candidates === 0) {
    nobody(turn, service, task, result);
    return true;
  }
  const decision = summary(turn, service, result);
  const winners = winnersOf(turn, result);
  const record = turn.observe === null ? null : evaluate(state, service, task, at);
  let offered = 0;
  for (const agent of winners) if (offer(turn, service, task, agent, decision)) offered += 1;
  if (offered === 0) return false;
  if (record !== null) turn.observe?.(record);
  refreshCard(turn, task.id);
  return true;
}

/** The agents themselves, before a further scan overwrites the result. */
function winnersOf({ state }: Turn, { rows, winners }: Scan): AgentState[] {
  const agents: AgentState[] = [];
  for (let place = 0; place < winners; place += 1) {
    const agent = state.standings.agents[rows[place] ?? -1];
    if (agent == null) throw new Error('A row of a lineup is vacant in the standings.');
    agents.push(agent);
  }
  return agents;
}

/** Told once for each time a call is without an agent, and again only by `checkDue`. */
function nobody(turn: Turn, service: ServiceState, task: TaskState, result: Scan): void {
  if (task.nobodyDigest === null) tellNobody(turn, service, task, summary(turn, service, result));
  recallForHigherPriority(turn, service, task);
}

/** At the call's regular look: have the reasons changed since they were last told? */
export function tellNobodyAgain(turn: Turn, task: TaskState): void {
  const service = turn.state.services.get(task.serviceId);
  if (service === undefined || !task.isInLine || task.nobodyDigest === null) return;
  const result = scan(turn.state, service, task, turn.at, 1);
  if (result.candidates > 0) return;
  if (digestOf(result.countedReasons()) === task.nobodyDigest) return;
  tellNobody(turn, service, task, summary(turn, service, result));
}

function tellNobody(
  turn: Turn,
  service: ServiceState,
  task: TaskState,
  decision: DecisionSummary,
): void {
  const { state, at } = turn;
  turn.observe?.(evaluate(state, service, task, at));
  turn.emit({ type: 'NobodyEligible', at, taskId: task.id, decision });
  refreshCard(turn, task.id);
}

function summary(turn: Turn, service: ServiceState, result: Scan): DecisionSummary {
  const { nextDecision, flags } = turn.state;
  const [winner] = winnersOf(turn, result);
  return {
    number: nextDecision,
    decisionId: asId<DecisionId>(`decision-${nextDecision}`),
    order: service.settings.order,
    ruleVersion: ruleVersionOf(flags),
    winnerId: winner?.id ?? null,
    winnerValue: winner === undefined ? null : (result.values[0] ?? 0),
    offered: result.winners,
    candidates: result.candidates,
    notChosen: result.countedReasons(),
    notDistributed: countedCategories(result),
    digest: result.digest.toString(),
  };
}

function offer(
  turn: Turn,
  service: ServiceState,
  task: TaskState,
  agent: AgentState,
  decision: DecisionSummary,
): boolean {
  const { at, state } = turn;
  if (!mayBeOffered(turn, task, agent)) return false;
  const offerId = asId<OfferId>(`offer-${state.nextOffer}`);
  const { offers, callBack } = service.settings;
  const held = task.phase === 'call-back';
  const seconds = held ? callBack.dialTimeoutSeconds : offers.ringTimeoutSeconds;
  const confirming = needsConfirming(state, service, agent, at);
  turn.emit({
    type: 'CallOffered',
    at,
    offerId,
    taskId: task.id,
    agentId: agent.id,
    ringUntilAt: at + (confirming ? CONFIRM_WITHIN_MS : seconds * 1000),
    isBroadcast: service.settings.order === 'broadcast',
    held,
    ...(confirming ? { confirming } : {}),
    decision,
  });
  if (confirming) confirm(turn, agent);
  else deliver(turn, service, task, offerId);
  return true;
}
