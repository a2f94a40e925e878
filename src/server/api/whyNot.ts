/** Why an agent is not offered calls, now or at a past moment. */
import { whyNotSchema } from '@rufwerk/engine/api';
import { asId, type PersonId, type ServiceId } from '@rufwerk/engine/core';
import { z } from 'zod';
import { answered } from '../http/answer.ts';
import { operation, type Operation, WRONG_SHAPE } from '../http/operation.ts';
import { ASK_A_SUPERVISOR, forbidden, gone, invalid, unknown } from '../http/problem.ts';
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
        if (!answer.ok) return notAnswered[answer.cause];
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
  {
    en: 'Only the agent, supervisors of their services and administrators see this.',
    de: 'Das sehen nur die Person selbst, Supervisoren ihrer Services und Administratoren.',
  },
  ASK_A_SUPERVISOR,
);

const notYetThen = invalid({
  title: WRONG_SHAPE.query,
  field: 'query.at',
  rule: {
    en: 'The moment lies ahead.',
    de: 'Der Zeitpunkt liegt in der Zukunft.',
  },
  mend: {
    en: 'Name a past moment, or leave it out for now.',
    de: 'Nennen Sie einen vergangenen Zeitpunkt, oder lassen Sie ihn weg für jetzt.',
  },
});

const ASK_FOR_LATER = {
  en: 'Ask for a later moment.',
  de: 'Fragen Sie nach einem späteren Zeitpunkt.',
};

const notAnswered = {
  unknown: unknown('The agent'),
  'journal-gone': gone(
    {
      en: 'The journal of that moment is no longer kept.',
      de: 'Das Journal jenes Zeitpunkts wird nicht mehr aufbewahrt.',
    },
    ASK_FOR_LATER,
  ),
  'not-yet-begun': invalid({
    title: WRONG_SHAPE.query,
    field: 'query.at',
    rule: {
      en: 'Nothing had been recorded yet at that moment.',
      de: 'Zu jenem Zeitpunkt war noch nichts aufgezeichnet.',
    },
    mend: ASK_FOR_LATER,
  }),
};
