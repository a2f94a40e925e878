/** Why an agent is not offered calls, now or at a past moment. */
import { whyNotSchema } from '@rufwerk/engine/api';
import { asId, type PersonId, type ServiceId } from '@rufwerk/engine/core';
import { z } from 'zod';
import { answered } from '../http/answer.ts';
import { operation, type Operation } from '../http/operation.ts';
import { forbidden, gone, invalid, unknown } from '../http/problem.ts';
import type { Reader } from '../session/reader.ts';
import type { ApiParts } from './parts.ts';
import { instant, personShown } from './shown.ts';
import { serviceWhyNotShown } from './whyNotShown.ts';

const querySchema = z.strictObject({
  at: z.iso.datetime().optional().describe('A past moment; without it, now'),
  service: z.string().max(63).optional().describe('Only of this service'),
});

export function whyNotOperations(parts: ApiParts): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/v1/agents/:id/why-not',
      summary: 'What speaks against offering the agent a call, now or at a past moment',
      query: querySchema,
      answer: whyNotSchema,
      perform: async ({ reader, params, query, language }) => {
        const agentId = asId<PersonId>(params.id ?? '');
        const at = query.at === undefined ? null : Date.parse(query.at);
        if (at !== null && at > parts.runtime.now()) return notYetThen;
        const serviceIds = servicesFor(parts, reader, agentId, query.service);
        if (serviceIds?.length === 0) return notYours;
        const answer = await parts.runtime.whyNot({ agentId, at, serviceIds });
        if (!answer.ok) return answer.cause === 'unknown' ? unknown('The agent') : noLongerKnown;
        if (answer.services.length === 0 && reader.personId !== agentId) return notYours;
        return answered({
          agent: personShown(parts.people, agentId),
          at: instant(answer.at),
          presence: answer.presence,
          services: answer.services.map((service) => serviceWhyNotShown(parts, service, language)),
        });
      },
    }),
  ];
}

/** Which services the reader may ask about; null for all of the agent's. */
function servicesFor(
  { configuration }: ApiParts,
  reader: Reader,
  agentId: PersonId,
  asked: string | undefined,
): readonly ServiceId[] | null {
  if (reader.personId === agentId) return asked === undefined ? null : [asId<ServiceId>(asked)];
  const services = configuration.current().configuration?.services ?? [];
  return services
    .map(({ id }) => id)
    .filter((id) => reader.oversees(id) && (asked === undefined || id === asked));
}

const notYours = forbidden(
  'Only the agent, supervisors of their services and administrators see this.',
  'Ask a supervisor of the service.',
);

const notYetThen = invalid({
  title: 'The query has the wrong shape',
  field: 'query.at',
  rule: 'The moment lies ahead.',
  mend: 'Name a past moment, or leave it out for now.',
});

const noLongerKnown = gone(
  'The journal of that moment is no longer kept.',
  'Ask for a later moment.',
);
