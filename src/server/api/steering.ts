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
import { asId, type PersonId, type ServiceId, type TenantState } from '@rufwerk/engine/core';
import type { InputDraft } from '@rufwerk/engine/ports';
import { done, type Outcome } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import type { Refusal } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import type { ApiParts } from './parts.ts';
import {
  notAssigned,
  notExtended,
  nothingToFollow,
  offDuty,
  refusalAsOf,
  refusalIn,
} from './steeringRefusals.ts';
import { ownWork, type Params, supervisedWork, type Whose } from './whose.ts';

export { refusalIn };

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
  notAllowed?: NotAllowed,
) => Promise<Outcome>;

/** Why it is not allowed, as the state shows it. */
type NotAllowed = (state: Readonly<TenantState>, agentId: PersonId) => Refusal;

function operationsAt(parts: ApiParts, path: string, whose: Whose): Operation[] {
  const steer: Steer = async (reader, params, inputFor, notAllowed) => {
    const agentId = await whose(reader, params);
    if (typeof agentId !== 'string') return agentId;
    const { facts } = await parts.runtime.submit(inputFor(agentId));
    if (notAllowed === undefined) return refusalIn(facts) ?? done;
    const why = (state: Readonly<TenantState>): Refusal => notAllowed(state, agentId);
    return (await refusalAsOf(parts.runtime, facts, why)) ?? done;
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
        steer(
          reader,
          params,
          (agentId) =>
            reasonCode === null
              ? { type: 'BreakFinished', agentId, by: reader.personId }
              : { type: 'BreakTaken', agentId, reasonCode, by: reader.personId },
          () => offDuty,
        ),
    }),
    operation({
      method: 'put',
      path: `${path}/next`,
      summary: 'What shall follow the call and its after-call work',
      body: nextRequestSchema,
      perform: ({ reader, params, body: { next } }) =>
        steer(
          reader,
          params,
          (agentId) => ({ type: 'NextStateChosen', ...{ agentId, next, by: reader.personId } }),
          () => nothingToFollow,
        ),
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
          () => notAssigned,
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
        steer(
          reader,
          params,
          (agentId) => ({ type: 'AfterCallWorkProlonged', ...{ agentId, by: reader.personId } }),
          notExtended,
        ),
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
