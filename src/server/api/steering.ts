/**
 * What can be switched for an agent: by the agent under /my-work, by a supervisor of one of the
 * agent's services under /agents/{id}. An input that changes nothing is told with its reason.
 */
import {
  breakRequestSchema,
  dutyRequestSchema,
  nextRequestSchema,
  profilesRequestSchema,
  serviceActivityRequestSchema,
} from '@rufwerk/engine/api';
import { asId, type Fact, type PersonId, type ServiceId } from '@rufwerk/engine/core';
import type { InputDraft } from '@rufwerk/engine/ports';
import { done, type Outcome } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { conflict, unknown } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import type { ApiParts } from './parts.ts';
import { ownWork, type Params, supervisedWork, type Whose } from './whose.ts';

export function steeringOperations(parts: ApiParts): Operation[] {
  return [
    ...operationsAt(parts, '/api/v1/my-work', ownWork),
    ...operationsAt(parts, '/api/v1/agents/:id', supervisedWork(parts)),
  ];
}

type Steer = (
  reader: Reader,
  params: Params,
  inputFor: (agentId: PersonId) => InputDraft,
  notAllowed?: Outcome,
) => Promise<Outcome>;

function operationsAt(parts: ApiParts, path: string, whose: Whose): Operation[] {
  const steer: Steer = async (reader, params, inputFor, notAllowed) => {
    const agentId = await whose(reader, params);
    if (typeof agentId !== 'string') return agentId;
    const { facts } = await parts.runtime.submit(inputFor(agentId));
    return refusalIn(facts, notAllowed) ?? done;
  };
  return [
    ...stateOperations(path, steer),
    ...responsibilityOperations(path, steer),
    ...betweenCallsOperations(path, steer),
  ];
}

/** Duty, breaks, and what follows the call. */
function stateOperations(path: string, steer: Steer): Operation[] {
  return [
    operation({
      method: 'put',
      path: `${path}/duty`,
      summary: 'Go on or off duty',
      body: dutyRequestSchema,
      perform: ({ reader, params, body: { onDuty } }) =>
        steer(reader, params, (agentId) => ({
          type: 'DutySwitched',
          ...{ agentId, onDuty, by: reader.personId },
        })),
    }),
    operation({
      method: 'put',
      path: `${path}/break`,
      summary: 'Begin a break with a reason, or end it with null',
      body: breakRequestSchema,
      perform: ({ reader, params, body: { reasonCode } }) =>
        steer(reader, params, (agentId) =>
          reasonCode === null
            ? { type: 'BreakFinished', agentId, by: reader.personId }
            : { type: 'BreakTaken', agentId, reasonCode, by: reader.personId },
        ),
    }),
    operation({
      method: 'put',
      path: `${path}/next`,
      summary: 'What shall follow the call and its after-call work',
      body: nextRequestSchema,
      perform: ({ reader, params, body: { next } }) =>
        steer(reader, params, (agentId) => ({
          type: 'NextStateChosen',
          ...{ agentId, next, by: reader.personId },
        })),
    }),
  ];
}

/** Which calls the agent answers for. */
function responsibilityOperations(path: string, steer: Steer): Operation[] {
  return [
    operation({
      method: 'put',
      path: `${path}/profiles`,
      summary: 'The responsibility profiles in force',
      body: profilesRequestSchema,
      perform: ({ reader, params, body: { profiles } }) =>
        steer(
          reader,
          params,
          (agentId) => ({
            type: 'ProfilesSwitched',
            ...{ agentId, profiles, by: reader.personId },
          }),
          notAssigned,
        ),
    }),
    operation({
      method: 'put',
      path: `${path}/services/:serviceId`,
      summary: 'Take part in a service, or not',
      body: serviceActivityRequestSchema,
      perform: ({ reader, params, body: { active } }) =>
        steer(reader, params, (agentId) => ({
          type: 'ServiceSwitched',
          serviceId: asId<ServiceId>(params['serviceId'] ?? ''),
          ...{ agentId, active, by: reader.personId },
        })),
    }),
  ];
}

/** After a call, and after one that was not taken. */
function betweenCallsOperations(path: string, steer: Steer): Operation[] {
  return [
    operation({
      method: 'post',
      path: `${path}/after-call-work/finish`,
      summary: 'End the after-call work early',
      perform: ({ reader, params }) =>
        steer(reader, params, (agentId) => ({
          type: 'AfterCallWorkFinished',
          ...{ agentId, by: reader.personId },
        })),
    }),
    operation({
      method: 'post',
      path: `${path}/after-call-work/extend`,
      summary: 'Add one extension to the after-call work',
      perform: ({ reader, params }) =>
        steer(reader, params, (agentId) => ({
          type: 'AfterCallWorkProlonged',
          ...{ agentId, by: reader.personId },
        })),
    }),
    operation({
      method: 'post',
      path: `${path}/ready`,
      summary: 'Be offered calls again after a missed or declined offer',
      perform: ({ reader, params }) =>
        steer(reader, params, (agentId) => ({
          type: 'ReadyPressed',
          ...{ agentId, by: reader.personId },
        })),
    }),
  ];
}

const TITLE = 'This cannot be done as things stand';

const notAssigned = conflict(
  TITLE,
  'The responsibility profile is not assigned to this person.',
  'Choose one of theirs, or ask an administrator to assign it.',
);

const changedSince = conflict(
  TITLE,
  'The state of the agent or the call has changed, or the service does not allow it.',
  'Look at the state as it is now.',
);

/**
 * Why nothing followed; what is so already is no fault. `notAllowed` where the one thing that is
 * not allowed has words of its own.
 */
export function refusalIn(
  facts: readonly Fact[],
  notAllowed: Outcome = changedSince,
): Outcome | null {
  for (const fact of facts) {
    if (fact.type !== 'InputIgnored') continue;
    switch (fact.reason) {
      case 'already-so':
      case 'repeat':
        return null;
      case 'unknown-reason':
        return conflict(
          TITLE,
          'There is no break with this number.',
          'Choose one of the reasons in the configuration.',
        );
      case 'unknown-profile':
        return conflict(
          TITLE,
          'There is no such responsibility profile.',
          'Choose one of the profiles in the configuration.',
        );
      case 'unknown-service':
        return conflict(
          TITLE,
          'The service is not one of this agent.',
          'Choose a service that the agent is responsible for.',
        );
      case 'unknown-agent':
        return unknown('The agent');
      case 'unknown-call':
        return unknown('The call');
      case 'not-allowed':
        return notAllowed;
      default:
        return conflict(TITLE, `The engine ignored it: ${fact.reason}.`, 'Look at it again.');
    }
  }
  return null;
}
