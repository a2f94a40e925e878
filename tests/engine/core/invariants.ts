/** What holds after every step, whatever happened; checked from scratch over the whole state. */
import { nextDeadlineAt, serviceView, type TenantState } from '@rufwerk/engine/core';

/** Sentences about what is broken; empty when the state is sound. */
export function brokenInvariants(state: Readonly<TenantState>): string[] {
  return [
    ...[...state.offers.values()].flatMap((offer) => {
      const agent = state.agents.get(offer.agentId);
      const task = state.tasks.get(offer.taskId);
      return [
        ...broken(agent?.offerId === offer.id, `agent and offer ${offer.id} disagree`),
        ...broken(
          task?.offerIds.includes(offer.id) === true,
          `task and offer ${offer.id} disagree`,
        ),
        ...broken(agent?.taskId === null, `offer ${offer.id} rings at an agent in a call`),
      ];
    }),
    ...[...state.agents.values()].flatMap((agent) => [
      ...broken(
        agent.offerId === null || state.offers.has(agent.offerId),
        `agent ${agent.id} holds an offer that is gone`,
      ),
      ...broken(
        agent.taskId === null || state.tasks.get(agent.taskId)?.agentId === agent.id,
        `agent ${agent.id} is in a call that does not know it`,
      ),
    ]),
    ...[...state.tasks.values()].flatMap((task) => [
      ...broken(
        task.phase === 'ended' ||
          task.platformCallId === null ||
          state.taskOfCall.get(task.platformCallId) === task.id,
        `task ${task.id} cannot be found by its call`,
      ),
      ...broken(
        task.phase === 'ended' || hasDeadline(task),
        `task ${task.id} would wait for ever: no deadline`,
      ),
      ...broken(
        waits(task.phase) === (state.services.get(task.serviceId)?.queue.has(task.id) ?? false),
        `task ${task.id} (${task.phase}) and its queue disagree`,
      ),
    ]),
    ...[...state.services.keys()].flatMap((serviceId) =>
      broken(
        !someCallIsOffered(state, serviceId) ||
          serviceView(state, serviceId, state.lastAt)?.able === 0,
        `a call of ${serviceId} waits although an agent could be offered it`,
      ),
    ),
    ...broken(
      nextDeadlineAt(state) !== null || ![...state.tasks.values()].some(hasDeadline),
      'a deadline exists that the heap does not know',
    ),
  ];
}

function hasDeadline(task: { checkAt: number | null; inferUntilAt: number | null }): boolean {
  return task.checkAt !== null || task.inferUntilAt !== null;
}

/** Some call of the service waits for an offer (an unanswered one only under redirect). */
function someCallIsOffered(state: Readonly<TenantState>, serviceId: string): boolean {
  return [...state.tasks.values()].some(
    (task) =>
      task.serviceId === serviceId &&
      task.offerIds.length === 0 &&
      (task.phase === 'waiting' || (task.phase === 'arriving' && task.delivery === 'redirect')),
  );
}

function waits(phase: string): boolean {
  return phase === 'arriving' || phase === 'waiting';
}

function broken(holds: boolean, sentence: string): string[] {
  return holds ? [] : [sentence];
}
