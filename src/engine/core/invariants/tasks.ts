/** What must hold of one task. */
import { placeOf } from '../tenant/place.ts';
import { wantsAgent } from '../tenant/evolve/waiting.ts';
import type { ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from '../tenant/breach.ts';
import { isMovedOn, opensNextLevel, wrongWait } from './waits.ts';

export function checkTask(state: Readonly<TenantState>, task: Readonly<TaskState>): Breach[] {
  const { id } = task;
  if (task.phase === 'ended') {
    return breachIf(
      task.cardEffectId === null,
      'ended-is-forgotten',
      `${id} is over, with no card`,
    );
  }
  const service = state.services.get(task.serviceId);
  if (service === undefined) {
    return [...checkOffersOf(state, task), ...checkOwner(state, task), ...checkRemoved(task)];
  }
  const wrong = wrongWait(service, task, state.lastAt);
  return [
    ...checkOffersOf(state, task),
    ...checkOwner(state, task),
    ...breachIf(wrong !== null, 'every-wait-ends', `${id} (${task.phase}) ${wrong}`),
    ...breachIf(
      !opensNextLevel(service, task, state.lastAt),
      'every-level-opens',
      `${id} at ${task.level}`,
    ),
    ...breachIf(!isLeftAlone(task), 'talk-is-left-alone', `${id} waits or leaves while it talks`),
    ...checkPlace(state, service, task),
  ];
}

function checkOffersOf(state: Readonly<TenantState>, task: Readonly<TaskState>): Breach[] {
  const awaited = task.awaitedOfferId;
  return [
    ...task.offerIds.flatMap((offerId) => {
      const offer = state.offers.get(offerId);
      return breachIf(offer?.taskId !== task.id, 'offers-agree', `${task.id}: ${offerId}`);
    }),
    ...breachIf(
      awaited !== null && state.offers.get(awaited)?.recalledFor !== task.id,
      'offers-agree',
      `${task.id} waits for the recall of ${awaited}`,
    ),
  ];
}

/** A call that stands on the platform is found by its id, and whoever talks in it knows of it. */
function checkOwner(state: Readonly<TenantState>, task: Readonly<TaskState>): Breach[] {
  const { id, platformCallId, agentId } = task;
  const isKnown = platformCallId === null || state.taskOfCall.get(platformCallId) === id;
  const agent = agentId === null ? undefined : state.agents.get(agentId);
  return [
    ...breachIf(!isKnown, 'calls-have-an-owner', `${id} is not found by its call`),
    ...breachIf(agentId !== null && agent?.taskId !== id, 'served-once', `${id} and ${agentId}`),
  ];
}

/** Talks, and callers on their way out, may outlive a service that was removed; nobody waits. */
function checkRemoved(task: Readonly<TaskState>): Breach[] {
  const { id, phase } = task;
  const mayOutlive =
    phase === 'connected' ||
    phase === 'handed-over' ||
    phase === 'leaving' ||
    (phase === 'arriving' && task.offerIds.length > 0);
  return [
    ...breachIf(!mayOutlive, 'calls-have-an-owner', `${id} (${phase}): no service`),
    ...breachIf(!isMovedOn(task), 'every-wait-ends', `${id} (${phase}) never ends`),
  ];
}

/** Nothing that waiting or leaving had set going reaches into a conversation. */
function isLeftAlone(task: Readonly<TaskState>): boolean {
  if (task.phase !== 'connected') return true;
  const { leaving, actAt, maximumWaitAt, nobodyAt, comfortAt, prompt } = task;
  return [leaving, actAt, maximumWaitAt, nobodyAt, comfortAt, prompt].every((it) => it === null);
}

/** In its service's queue while nobody has it; in the line while it wants an agent. */
function checkPlace(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
): Breach[] {
  const isTaken = task.phase === 'connected' || task.phase === 'handed-over';
  const isGone = task.leaving?.isSentOn === true;
  return [
    ...breachIf(
      service.queue.has(task.id) === (isTaken || isGone),
      'indexes-agree',
      `${task.id} (${task.phase}) and the queue`,
    ),
    ...breachIf(
      task.isInLine && task.rankAt !== placeOf(state, service.settings, task.queuedAt).rankAt,
      'indexes-agree',
      `${task.id} and its place`,
    ),
    ...breachIf(task.isInLine !== wantsAgent(task), 'indexes-agree', `${task.id} and the line`),
  ];
}
