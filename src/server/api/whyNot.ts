/** Why an agent is not offered calls, now or at a past moment. */
import { whyNotSchema } from '@rufwerk/engine/api';
import {
  asId,
  type PersonId,
  reasonsAgainst,
  seenPresence,
  type ServiceId,
  type TenantState,
} from '@rufwerk/engine/core';
import { z } from 'zod';
import { answered } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { forbidden, gone, unknown } from '../http/problem.ts';
import type { ApiParts } from './parts.ts';
import { instant, personShown, serviceNameShown } from './shown.ts';

const querySchema = z.strictObject({
  at: z.iso.datetime().optional().describe('A past moment; without it, now'),
});

export function whyNotOperations(parts: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/v1/agents/:id/why-not',
      summary: 'What speaks against offering the agent a call, now or at a past moment',
      query: querySchema,
      answer: whyNotSchema,
      perform: async ({ reader, params, query }) => {
        const agentId = asId<PersonId>(params.id ?? '');
        const look = (state: Readonly<TenantState>, at: number): Standing | null =>
          standingOf(state, agentId, at);
        const past = query.at === undefined ? null : Date.parse(query.at);
        const standing =
          past === null ? await parts.runtime.read(look) : await parts.runtime.readAt(past, look);
        if (standing === 'journal-gone') return noLongerKnown;
        if (standing === null) return unknown('The agent');
        const mayLook =
          reader.personId === agentId || standing.services.some(({ id }) => reader.oversees(id));
        if (!mayLook) return notYours;
        const { configuration } = parts.configuration.current();
        return answered({
          agent: personShown(parts.people, agentId),
          at: instant(standing.at),
          presence: standing.presence,
          services: standing.services.map(({ id, reasons }) => ({
            ...{ id, reasons },
            name: serviceNameShown(configuration, id),
          })),
        });
      },
    }),
  ];
}

interface Standing {
  readonly at: number;
  readonly presence: ReturnType<typeof seenPresence>;
  readonly services: {
    readonly id: ServiceId;
    readonly reasons: ReturnType<typeof reasonsAgainst>;
  }[];
}

function standingOf(state: Readonly<TenantState>, agentId: PersonId, at: number): Standing | null {
  const agent = state.agents.get(agentId);
  if (agent === undefined) return null;
  return {
    at,
    presence: seenPresence(state, agent, at),
    services: agent.services.map((service) => ({
      id: service.settings.id,
      reasons: reasonsAgainst(state, agent, service, null, at),
    })),
  };
}

const notYours = forbidden(
  'Only the agent, supervisors of their services and administrators see this.',
  'Ask a supervisor of the service.',
);

const noLongerKnown = gone(
  'The journal of that moment is no longer kept.',
  'Ask for a later moment.',
);
