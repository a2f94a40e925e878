/**
 * The invariants that a step could have broken, asked at the end of every step, of what its facts
 * touched and nothing else: a few look-ups for each fact about an offer, a call or what somebody
 * chose, none for presence, which is most of what comes. The whole state is checked in simulated
 * worlds (`check.ts`).
 */
import type { Fact, FactOf } from '../tenant/facts.ts';
import type { PersonId, TaskId } from '../ids.ts';
import type { TenantState } from '../tenant/state.ts';
import type { Breach, Invariant } from '../tenant/breach.ts';
import { standsTwice } from './callers.ts';
import { brokenByIdling, brokenByLine } from './matches.ts';
import { checkStillEligible } from './offers.ts';
import { isMovedOn, opensNextLevel, wrongWait } from './waits.ts';

const SOUND: readonly Breach[] = [];

/** Empty, and the same array each time, when what the facts touched is sound. */
export function checkTouched(
  state: Readonly<TenantState>,
  facts: readonly Fact[],
): readonly Breach[] {
  let breaches: Breach[] | null = null;
  for (const fact of facts) {
    const breach = brokenBy(state, fact);
    if (breach !== null) (breaches ??= []).push(breach);
  }
  return breaches ?? SOUND;
}

function brokenBy(state: Readonly<TenantState>, fact: Fact): Breach | null {
  switch (fact.type) {
    case 'CallOffered':
      return brokenByOffer(state, fact);
    case 'OfferEnded':
      return brokenIf(state.offers.has(fact.offerId), 'offers-agree', `${fact.offerId} has ended`);
    case 'CallConnected':
      return brokenByTalk(state, fact);
    case 'CallEnded':
      return brokenByEnd(state, fact);
    case 'CallQueued':
    case 'CallMoved':
    case 'CallBackMissed':
    case 'CallBackBegan':
      return brokenByEntry(state, fact.taskId);
    case 'CallBackTakenOver':
    case 'CallAnswered':
    case 'DeliveryFellBack':
    case 'CallLeftQueue':
    case 'CallBackDue':
    case 'LevelReached':
    case 'PreferenceEnded':
    case 'NobodyEligible':
    case 'WaitOver':
      return brokenByWaiting(state, fact.taskId);
    case 'DutyChanged':
    case 'BreakStarted':
    case 'BreakEnded':
    case 'ProfilesChanged':
    case 'ServiceActivityChanged':
    case 'AfterCallWorkEnded':
    case 'PauseEnded':
    case 'OtherCallBegan':
    case 'OtherCallEnded':
    case 'EmergencyStarted':
    case 'EmergencyEnded':
      return brokenByAgent(state, fact.agentId);
    case 'CallbackNumberTaken':
      return brokenByNumber(state, fact);
    case 'ServiceEmergencyChanged':
      return brokenByAny(state, state.services.get(fact.serviceId)?.queue ?? []);
    case 'ConfigurationChanged':
      return brokenByAny(state, state.tasks.keys());
    default:
      return null;
  }
}

function brokenIf(broken: boolean, invariant: Invariant, detail: string): Breach | null {
  return broken ? { invariant, detail } : null;
}

/** The offer may have ended in the same step; while it is live, agent and call know only of it. */
function brokenByOffer(state: Readonly<TenantState>, fact: FactOf<'CallOffered'>): Breach | null {
  const { offerId } = fact;
  if (!state.offers.has(offerId)) return null;
  const agent = state.agents.get(fact.agentId);
  const task = state.tasks.get(fact.taskId);
  if (agent?.offerId !== offerId) return { invariant: 'one-offer', detail: offerId };
  if (agent.taskId !== null) return { invariant: 'never-in-a-call', detail: offerId };
  if (agent.emergencyId !== null) return { invariant: 'emergency-protects', detail: offerId };
  if (agent.afterCallWork !== null) return { invariant: 'work-not-skipped', detail: offerId };
  if (task === undefined || !task.offerIds.includes(offerId) || task.isInLine) {
    return { invariant: 'offers-agree', detail: offerId };
  }
  return brokenIf(task.callerId === fact.agentId, 'never-the-caller', offerId);
}

/** Whoever talks is known by the call and knows of it, and nothing else rings for either. */
function brokenByTalk(state: Readonly<TenantState>, fact: FactOf<'CallConnected'>): Breach | null {
  const task = state.tasks.get(fact.taskId);
  if (task?.agentId !== fact.agentId) return null;
  const agent = state.agents.get(fact.agentId);
  if (agent?.taskId !== task.id) return { invariant: 'served-once', detail: task.id };
  if (agent.offerId !== null) return { invariant: 'never-in-a-call', detail: agent.offerId };
  const isLeft = task.phase === 'handed-over' || (task.leaving === null && task.actAt === null);
  return brokenIf(!isLeft, 'talk-is-left-alone', task.id);
}

function brokenByEnd(state: Readonly<TenantState>, fact: FactOf<'CallEnded'>): Breach | null {
  const { taskId, agentId } = fact;
  const agent = agentId === null ? undefined : state.agents.get(agentId);
  if (agent?.taskId === taskId) return { invariant: 'served-once', detail: taskId };
  const task = state.tasks.get(taskId);
  if (task !== undefined && task.phase !== 'ended') {
    return { invariant: 'calls-have-an-owner', detail: taskId };
  }
  if (task?.cardEffectId === null) return { invariant: 'ended-is-forgotten', detail: taskId };
  return agentId === null ? null : brokenByAgent(state, agentId);
}

/** A caller has come to wait by it, and waits by no call-back beside. */
function brokenByEntry(state: Readonly<TenantState>, taskId: TaskId): Breach | null {
  const task = state.tasks.get(taskId);
  if (task !== undefined && standsTwice(state, task)) {
    return { invariant: 'stands-once', detail: taskId };
  }
  return brokenByWaiting(state, taskId);
}

/** A call has what will move it on, as its service asks for it now. */
function brokenByWaiting(state: Readonly<TenantState>, taskId: TaskId): Breach | null {
  const task = state.tasks.get(taskId);
  if (task === undefined) return null;
  const service = state.services.get(task.serviceId);
  if (service === undefined) return brokenIf(!isMovedOn(task), 'every-wait-ends', taskId);
  const wrong = wrongWait(service, task, state.lastAt);
  if (wrong !== null) return { invariant: 'every-wait-ends', detail: `${taskId} ${wrong}` };
  if (!opensNextLevel(service, task, state.lastAt)) {
    return { invariant: 'every-level-opens', detail: taskId };
  }
  return task.isInLine ? brokenByLine(state, service, task) : null;
}

/** What somebody chose, or what ended for them: does what rings still stand, and is nobody idle? */
function brokenByAgent(state: Readonly<TenantState>, agentId: PersonId): Breach | null {
  const agent = state.agents.get(agentId);
  if (agent === undefined) return null;
  const offer = agent.offerId === null ? undefined : state.offers.get(agent.offerId);
  const task = offer && state.tasks.get(offer.taskId);
  if (offer === undefined || task === undefined) return brokenByIdling(state, agent);
  return checkStillEligible(state, agent, task, offer)[0] ?? null;
}

/** A number of the pool is one person's. */
function brokenByNumber(
  state: Readonly<TenantState>,
  { account }: FactOf<'CallbackNumberTaken'>,
): Breach | null {
  const holders = [...state.emergencies.values()].filter((emergency) => {
    return emergency.account === account && emergency.endedAt === null;
  });
  return brokenIf(holders.length > 1, 'numbers-not-shared', account);
}

/** A new configuration or an emergency concerns everybody who waits. */
function brokenByAny(state: Readonly<TenantState>, taskIds: Iterable<TaskId>): Breach | null {
  for (const taskId of taskIds) {
    const breach = brokenByWaiting(state, taskId);
    if (breach !== null) return breach;
  }
  return null;
}
