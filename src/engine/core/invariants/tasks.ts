/** What must hold of one task. */
import { dueAt, TASK_DEADLINES } from '../tenant/taskDeadlines.ts';
import { wantsAgent } from '../tenant/evolve/waiting.ts';
import type { TaskState, TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from './breach.ts';

export function checkTask(state: Readonly<TenantState>, task: Readonly<TaskState>): Breach[] {
  const { id } = task;
  if (task.phase === 'ended') return [];
  return [
    ...checkOffers(state, task),
    ...checkOwner(state, task),
    ...breachIf(!endsSomehow(state, task), 'every-wait-ends', `${id} (${task.phase})`),
    ...checkPlace(state, task),
  ];
}

function checkOffers(state: Readonly<TenantState>, task: Readonly<TaskState>): Breach[] {
  return task.offerIds.flatMap((offerId) => {
    const offer = state.offers.get(offerId);
    return breachIf(offer?.taskId !== task.id, 'offers-agree', `${task.id}: ${offerId}`);
  });
}

/** A call that stands on the platform is found by its id, and whoever talks in it knows of it. */
function checkOwner(state: Readonly<TenantState>, task: Readonly<TaskState>): Breach[] {
  const { id, platformCallId, agentId } = task;
  const known = platformCallId === null || state.taskOfCall.get(platformCallId) === id;
  const agent = agentId === null ? undefined : state.agents.get(agentId);
  return [
    ...breachIf(!known, 'calls-have-an-owner', `${id} is not found by its call`),
    ...breachIf(agentId !== null && agent?.taskId !== id, 'served-once', `${id} and ${agentId}`),
  ];
}

/** Some deadline or effect will move it on; a call-back in line waits for an agent by design. */
function endsSomehow(state: Readonly<TenantState>, task: Readonly<TaskState>): boolean {
  if (TASK_DEADLINES.some((kind) => dueAt(task, kind) !== null)) return true;
  return task.phase === 'call-back' || task.offerIds.some((id) => state.offers.has(id));
}

/** In its service's queue while nobody has it; in the line while it wants an agent. */
function checkPlace(state: Readonly<TenantState>, task: Readonly<TaskState>): Breach[] {
  const service = state.services.get(task.serviceId);
  if (service === undefined) return breachIf(true, 'calls-have-an-owner', `${task.id}: no service`);
  const isTaken = task.phase === 'connected' || task.phase === 'handed-over';
  const isGone = task.leaving?.isSentOn === true;
  return [
    ...breachIf(
      service.queue.has(task.id) === (isTaken || isGone),
      'indexes-agree',
      `${task.id} (${task.phase}) and the queue`,
    ),
    ...breachIf(task.isInLine !== wantsAgent(task), 'indexes-agree', `${task.id} and the line`),
  ];
}
