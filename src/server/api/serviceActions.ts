/** What supervisors do with a whole service or a waiting call. */
import { emergencyRequestSchema, moveRequestSchema } from '@rufwerk/engine/api';
import { asId, type ServiceId, type TaskId, type TenantState } from '@rufwerk/engine/core';
import { done } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { unknown } from '../http/problem.ts';
import type { ApiParts } from './parts.ts';
import { refuseService } from './services.ts';
import { refusalIn } from './steering.ts';
import { notMoved, refusalAsOf } from './steeringRefusals.ts';

export function serviceActionOperations(parts: ApiParts): Operation[] {
  const { runtime } = parts;
  return [
    operation({
      method: 'put',
      path: '/api/v1/services/:id/emergency',
      summary: 'Close the service for an emergency in one action, or open it again',
      body: emergencyRequestSchema,
      perform: async ({ reader, params, body: { closed } }) => {
        const serviceId = asId<ServiceId>(params.id ?? '');
        const refusal = refuseService(parts, reader, serviceId);
        if (refusal !== null) return refusal;
        const type = closed ? 'EmergencyClosed' : 'EmergencyReopened';
        const { facts } = await runtime.submit({ type, serviceId, by: reader.personId });
        return refusalIn(facts) ?? done;
      },
    }),
    operation({
      method: 'put',
      path: '/api/v1/calls/:id/service',
      summary: 'Move a waiting call to another service; its age goes with it',
      body: moveRequestSchema,
      perform: async ({ reader, params, body }) => {
        const taskId = asId<TaskId>(params.id ?? '');
        const from = await runtime.read((state) => state.tasks.get(taskId)?.serviceId ?? null);
        if (from === null) return unknown('The call');
        const serviceId = asId<ServiceId>(body.serviceId);
        const refusal =
          refuseService(parts, reader, from) ?? refuseService(parts, reader, serviceId);
        if (refusal !== null) return refusal;
        const by = reader.personId;
        const { facts } = await runtime.submit({ type: 'CallMoveAsked', taskId, serviceId, by });
        const why = (state: Readonly<TenantState>) => notMoved(state, taskId, serviceId);
        return (await refusalAsOf(runtime, facts, why)) ?? done;
      },
    }),
  ];
}
