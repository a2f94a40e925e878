/** What supervisors do for their agents. */
import { dutyRequestSchema } from '@rufwerk/engine/api';
import { asId, type PersonId } from '@rufwerk/engine/core';
import { done } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { forbidden, unknown } from '../http/problem.ts';
import { responsibilityOf } from '../session/responsibility.ts';
import type { ApiParts } from './parts.ts';

export function agentOperations({ runtime, configuration }: ApiParts): Operation[] {
  return [
    operation({
      method: 'put',
      path: '/api/v1/agents/:id/duty',
      summary: 'Switch an agent’s duty; for supervisors of one of the agent’s services',
      body: dutyRequestSchema,
      perform: async ({ reader, params, body }) => {
        const agentId = asId<PersonId>(params.id ?? '');
        const { serves } = responsibilityOf(configuration.current().configuration, agentId);
        if (serves.size === 0) return unknown('The agent');
        const oversees = [...serves].some((serviceId) => reader.oversees(serviceId));
        if (!oversees) return notYours;
        await runtime.submit({
          type: 'DutySwitched',
          agentId,
          onDuty: body.onDuty,
          by: reader.personId,
        });
        return done;
      },
    }),
  ];
}

const notYours = forbidden(
  'Duty is switched by a supervisor of one of the agent’s services, or by an administrator.',
  'Ask a supervisor of the service.',
);
